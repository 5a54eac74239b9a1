import { asc, gte } from 'drizzle-orm'
import type { PersonId, RoomId } from '../domain/cases/case.ts'
import type { Database } from './open.ts'
import { suggestions } from './schema.ts'

/** 提意见: what people wished for, masked. */
export function suggestionBook(db: Database) {
  return {
    /** Keeps what somebody wished for. Out: its id; undefined when this message was kept before. */
    keep(
      wish: { person: PersonId; room?: RoomId; words: string; message: number | undefined },
      now: number,
    ): number | undefined {
      const { person, room = null, words, message = null } = wish
      return db
        .insert(suggestions)
        .values({ person, room, words, message, at: now })
        .onConflictDoNothing()
        .returning({ id: suggestions.id })
        .get()?.id
    },
    /** Since an instant, oldest first. */
    since: (from: number) =>
      db.select().from(suggestions).where(gte(suggestions.at, from)).orderBy(asc(suggestions.id)).all(),
  }
}
