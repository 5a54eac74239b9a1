import type { Books, Tx } from '../db/unit.ts'
import type { PersonId } from '../domain/cases/case.ts'
import { isContradicted } from '../domain/cases/city-revisit.ts'
import { approvers } from '../domain/people/roster.ts'
import { firstWorkdayOfWeek } from '../domain/time/calendar.ts'
import { days } from '../domain/time/wall.ts'
import { type Contradiction, contradictions } from '../domain/words/city-revisits.ts'
import { personalTimes } from './personal-list.ts'
import { askForFriendship } from './settle.ts'

/** With the first list of the week's first working day. */
export function contradictionTimes(books: Books, date: string): number[] {
  return firstWorkdayOfWeek(date, books.settings.calendar()) ? personalTimes(books, date).slice(0, 1) : []
}

/**
 * 局内满意、市里不满意: what the city's revisits noted since the last list contradict, to the desk all, to leads that of their
 * units (domain.md section 9). None, nothing sent.
 */
export function tellContradictions(
  tx: Tx,
  { at, now, last }: { at: number; now: number; last: number | undefined },
): void {
  const found = contradictedSince(tx, last ?? at - days(7), now)
  const mine = new Map<PersonId, Contradiction[]>(tx.people.holders('desk').map((desk) => [desk, found]))
  for (const lead of new Set(found.flatMap(({ c }) => approvers(tx.people, c))))
    if (!mine.has(lead))
      mine.set(
        lead,
        found.filter(({ c }) => approvers(tx.people, c).includes(lead)),
      )
  for (const [person, rows] of mine) {
    if (!rows.length) continue
    if (!tx.people.reachable(person)) askForFriendship(tx, { room: rows[0]?.c.cardRoom, person }, now)
    const key = `contradicted-${at}-${person}`
    tx.outbox.say({ to: { person }, class: 'list', key, sentence: contradictions(rows, tx.look(now)) }, now)
  }
}

/** Each case once, with what the bureau had heard before the city called: 重办 takes it from the case, the log keeps it. */
function contradictedSince(tx: Tx, after: number, until: number): Contradiction[] {
  const nos = tx.cases
    .eventsBetween(after + 1, until)
    .flatMap(({ event, no }) => (event.kind === 'cityRevisited' ? no : []))
  return [...new Set(nos)].flatMap((no) => {
    const c = tx.cases.find(no)
    if (!c || !isContradicted(c)) return []
    const log = tx.cases.log(no)
    const city = log.findLastIndex(({ event }) => event.kind === 'cityRevisited')
    const own = log.slice(0, city).findLast(({ event }) => event.kind === 'revisited')
    return own?.event.kind === 'revisited' ? [{ c, own: { ...own.event, at: own.at } }] : []
  })
}
