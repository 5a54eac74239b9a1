import type { Books, Tx } from '../db/unit.ts'
import { owesProgress } from '../domain/cases/supervise.ts'
import { instant } from '../domain/time/wall.ts'
import { progressToday } from '../domain/words/supervise.ts'

/** When supervisors read of the day: 16:00† of working days. */
export function supervisionTimes({ settings }: Books, date: string): number[] {
  return settings.calendar().workday(date) ? [instant(date, settings.on(date).superviseProgress)] : []
}

/** 督办: everyone who supervises open cases reads one line of progress for each, the ones without any first. Nothing supervised, nothing sent. */
export function tellSupervisors(tx: Tx, { at, now, until }: { at: number; now: number; until: number }): void {
  const supervised = tx.cases.open().flatMap((c) => (c.supervised ?? []).map((one) => ({ c, ...one })))
  const byPerson = Map.groupBy(supervised, ({ by }) => by)
  for (const [person, mine] of byPerson) {
    if (!tx.people.reachable(person)) continue
    const inOrder = mine.sort(
      (a, b) => Number(owesProgress(b.c, now)) - Number(owesProgress(a.c, now)) || a.until - b.until,
    )
    const rows = inOrder.map(({ c, until: wanted }) => ({ c, log: tx.cases.log(c.no), until: wanted }))
    tx.outbox.say(
      {
        to: { person },
        class: 'list',
        key: `supervised-${at}-${person}`,
        sentence: progressToday(rows, tx.look(now)),
        goodUntil: until,
      },
      now,
    )
  }
}
