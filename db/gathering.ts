import { and, asc, eq, inArray, isNull, lte, ne, sql } from 'drizzle-orm'
import type { SpeechClass } from '../domain/words/speech.ts'
import { MESSAGE_BYTES } from '../domain/words/speech.ts'
import type { TurnOf } from './budget.ts'
import { compose, sizeOf } from './composing.ts'
import type { Database } from './open.ts'
import { outbox, said } from './schema.ts'

type Row = typeof outbox.$inferSelect

const UNASKED: readonly SpeechClass[] = ['card', 'notice', 'list']
/** What goes into one message when it waits for the same room. */
const TOGETHER: Partial<Record<SpeechClass, readonly SpeechClass[]>> = {
  urgent: ['urgent'],
  card: UNASKED,
  notice: UNASKED,
  list: UNASKED,
}

/**
 * Puts what else waits for a room into the message that is about to be spoken there, as far as it fits (domain.md section
 * 7, «when more waits, sentences for one room are merged»). In: that row, the time, and who else may go. Out: the day on
 * whose budget the message counts because of it; when it is no longer of use.
 */
export function gather(
  db: Database,
  first: Row,
  { now, turnOf }: { now: number; turnOf: TurnOf },
): Pick<Row, 'budgetDay' | 'goodUntil'> {
  let { budgetDay, goodUntil } = first
  const { room } = first
  const classes = TOGETHER[first.class]
  if (room === null || !classes || !mayJoin(first)) return { budgetDay, goodUntil }
  const waiting = db
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.room, room),
        sql`${outbox.state} = 'pending'`,
        inArray(outbox.class, [...classes]),
        ne(outbox.id, first.id),
        eq(outbox.attempts, 0),
        lte(outbox.notBefore, now),
        isNull(outbox.file),
      ),
    )
    .orderBy(asc(outbox.id))
    .all()
  const there = sentencesOf(first)
  for (const other of waiting) {
    if (!mayJoin(other)) continue
    const turn = turnOf({ to: { room }, class: other.class })
    const more = sentencesOf(other)
    if (turn.waitsUntil !== undefined || sizeOf(compose(first.class, [...there, ...more])) > MESSAGE_BYTES) continue
    db.update(said).set({ outbox: first.id }).where(eq(said.outbox, other.id)).run()
    db.update(outbox).set({ state: 'dropped' }).where(eq(outbox.id, other.id)).run()
    there.push(...more)
    budgetDay = turn.day ?? budgetDay
    goodUntil = goodUntil === null || other.goodUntil === null ? null : Math.max(goodUntil, other.goodUntil)
  }
  return { budgetDay, goodUntil }

  function sentencesOf({ id }: Row) {
    return db
      .select()
      .from(said)
      .where(and(eq(said.outbox, id), eq(said.dropped, false)))
      .orderBy(asc(sql`${said}.rowid`))
      .all()
  }
}

function mayJoin({ personal, apart, file }: Row): boolean {
  return !personal && !apart && file === null
}
