import type { PersonId, UnitId } from '../domain/cases/case.ts'
import type { CaseEvent } from '../domain/cases/events.ts'
import { ownerGone } from '../domain/words/set-up.ts'
import type { Data } from './data.ts'

/**
 * Who leaves: the open cases go to the unit's lead, who is told of each; without a lead they wait again
 * (domain.md section 3). In: who leaves, who said so (absent: they went), and only of one unit if given.
 * Out: how many, and to whom.
 */
export function handOver(
  data: Data,
  { person, by, unit }: { person: PersonId; by?: PersonId; unit?: UnitId },
  now: number,
): { count: number; to?: PersonId } {
  const mine = data.cases.ownedBy(person).filter(({ owner }) => unit === undefined || owner?.unit === unit)
  let to: PersonId | undefined
  for (const c of mine) {
    const from = c.owner?.unit ?? ''
    to = data.people.leadsOf(from).find((lead) => lead !== person)
    const event: CaseEvent =
      to === undefined
        ? { kind: 'released', why: data.texts.keep(ownerGone) }
        : { kind: 'assigned', owner: { person: to, unit: from } }
    data.record([{ no: c.no, at: now, ...(by !== undefined && { by }), event }], now)
  }
  return { count: mine.length, ...(to !== undefined && { to }) }
}
