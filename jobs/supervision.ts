import type { Books, Tx } from '../db/unit.ts'
import { owesProgress } from '../domain/cases/supervise.ts'
import { instant } from '../domain/time/wall.ts'
import { progressInRoom, progressToday } from '../domain/words/supervise.ts'
import { roomToAsk } from './settle.ts'

/** When supervisors read of the day: 16:00† of working days. */
export function supervisionTimes({ settings }: Books, date: string): number[] {
  return settings.calendar().workday(date) ? [instant(date, settings.on(date).superviseProgress)] : []
}

/** 督办: everyone who supervises open cases reads one line of progress for each, the ones without any first; who is no friend, which moved, in a room of theirs. Nothing supervised, nothing sent. */
export function tellSupervisors(tx: Tx, { at, now, until }: { at: number; now: number; until: number }): void {
  const supervised = tx.cases.open().flatMap((c) => (c.supervised ?? []).map((one) => ({ c, ...one })))
  const byPerson = Map.groupBy(supervised, ({ by }) => by)
  for (const [person, mine] of byPerson) {
    const inOrder = mine.sort(
      (a, b) => Number(owesProgress(b.c, now)) - Number(owesProgress(a.c, now)) || a.until - b.until,
    )
    const told = { class: 'list', key: `supervised-${at}-${person}`, goodUntil: until } as const
    if (tx.people.reachable(person)) {
      const rows = inOrder.map(({ c, level, until: wanted }) => ({ c, log: tx.cases.log(c.no), level, until: wanted }))
      tx.outbox.say({ ...told, to: { person }, sentence: progressToday(rows, tx.look(now)) }, now)
      continue
    }
    const room = roomToAsk(tx, person)
    const cases = inOrder.map(({ c }) => c)
    if (room !== undefined)
      tx.outbox.say({ ...told, to: { room }, sentence: progressInRoom(person, cases, tx.look(now)) }, now)
  }
}
