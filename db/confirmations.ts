import { randomInt } from 'node:crypto'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { PersonId } from '../domain/cases/case.ts'
import { minutes } from '../domain/time/wall.ts'
import type { Database } from './open.ts'
import { confirmations, shownLists } from './schema.ts'

/** How long a question waits for its 确认 (domain.md section 4). */
const WAITS = minutes(5)

/** Who asked where: the answer must come from the same person in the same conversation. `room` is the WeChat id. */
export interface Asker {
  person: PersonId
  room?: string
}

/** What waits for 「确认 CODE」, and the numbered lists people were shown. */
export function confirmationBook(db: Database) {
  const by = ({ person, room }: Asker) =>
    and(
      eq(confirmations.person, person),
      room === undefined ? isNull(confirmations.room) : eq(confirmations.room, room),
      isNull(confirmations.doneAt),
    )
  return {
    /** Keeps a wish until it is confirmed. Out: the code, four digits. */
    ask(asker: Asker, wish: unknown, now: number): string {
      const code = String(randomInt(1000, 10_000))
      db.insert(confirmations)
        .values({ person: asker.person, room: asker.room ?? null, code, wish, expiresAt: now + WAITS })
        .run()
      return code
    },
    /** The wish behind a code, once; undefined when it is another's, another conversation's, too old or done. */
    take(asker: Asker, code: string, now: number): unknown {
      const row = db
        .select()
        .from(confirmations)
        .where(and(by(asker), eq(confirmations.code, code), gt(confirmations.expiresAt, now)))
        .orderBy(desc(confirmations.id))
        .get()
      if (!row) return undefined
      db.update(confirmations).set({ doneAt: now }).where(eq(confirmations.id, row.id)).run()
      return row.wish
    },
    /** Remembers what the numbers of a list mean that a person is shown now. */
    show(person: PersonId, kind: string, items: readonly unknown[], at: number): void {
      const row = { person, kind, items: [...items], at }
      db.insert(shownLists)
        .values(row)
        .onConflictDoUpdate({ target: [shownLists.person, shownLists.kind], set: row })
        .run()
    },
    /** The latest list of a kind a person was shown; empty when there was none. */
    shown: (person: PersonId, kind: string): unknown[] =>
      db
        .select()
        .from(shownLists)
        .where(and(eq(shownLists.person, person), eq(shownLists.kind, kind)))
        .get()?.items ?? [],
  }
}
