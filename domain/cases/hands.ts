import { type Deed, hands, may } from '../people/rights.ts'
import type { RoleId } from '../people/roles.ts'
import { holds, type Speaker } from '../people/speaker.ts'
import { Refusal } from '../refusal.ts'
import { type Case, isOpen, type State } from './case.ts'

/** How somebody stands to a case. */
export type Hand =
  | 'owner'
  | 'unit'
  | 'lead'
  | 'helper'
  | 'tester'
  | 'steward'
  | 'streetLead'
  | 'grid'
  | 'area'
  | 'reporter'
  | 'desk'

/** Every way in which a speaker has a hand in a case. */
export function handsOf(c: Case, by: Speaker): Hand[] {
  const inUnit = (unit: string | undefined) => unit !== undefined && by.roles.some((role) => role.unit === unit)
  const isThis = (street: string | undefined) => c.street !== undefined && street === c.street
  const ofStreet = (wanted: RoleId) => by.roles.some(({ role, street }) => role === wanted && isThis(street))
  const leads =
    by.approves?.(c) ||
    by.roles.some(
      ({ role, unit }) => role === 'lead' && (c.owner === undefined ? answersFor(c, by) : unit === c.owner.unit),
    )
  const all: [Hand, boolean][] = [
    ['owner', c.owner?.person === by.person],
    ['unit', inUnit(c.owner?.unit)],
    ['lead', leads === true],
    ['helper', (c.helpers ?? []).some(({ unit }) => inUnit(unit))],
    ['tester', holds(by, 'tester')],
    ['steward', ofStreet('steward')],
    ['streetLead', ofStreet('lead') || by.roles.some(({ role, unit }) => role === 'lead' && isThis(unit))],
    ['grid', ofStreet('grid')],
    ['area', answersFor(c, by)],
    ['reporter', c.reportedBy === by.person],
    ['desk', holds(by, 'desk')],
  ]
  return all.filter(([, is]) => is).map(([hand]) => hand)
}

/** Whether the speaker has one of the hands in the case that a deed asks for. */
export function hasHand(c: Case, by: Speaker, deed: Deed): boolean {
  const wanted: readonly Hand[] = hands[deed]
  return handsOf(c, by).some((hand) => wanted.includes(hand))
}

/** Refuses: not-yours, unless the speaker has one of these hands in the case. */
export function mustHave(c: Case, by: Speaker, deed: Deed): void {
  if (hasHand(c, by, deed)) return
  throw new Refusal('not-yours', {
    no: c.no,
    by: c.owner?.person ?? c.reportedBy,
    ...(!c.owner && {
      waits: true as const,
      ...(c.state === 'waiting' && may(by, 'claim') && { mayClaim: true as const }),
    }),
  })
}

/** Refuses: wrong-state, naming where the case stands, unless it stands in one of these. */
export function mustBe(c: Case, ...states: State[]): void {
  if (states.includes(c.state)) return
  if (c.state === 'waiting') throw new Refusal('claim-first', { no: c.no })
  throw new Refusal('wrong-state', { no: c.no, state: c.state })
}

/** Refuses: wrong-state, when nothing more is to be done about it. */
export function mustBeOpen(c: Case): void {
  if (!isOpen(c)) throw new Refusal('wrong-state', { no: c.no, state: c.state })
}

function answersFor(c: Case, by: Speaker): boolean {
  return c.street !== undefined && by.areas.includes(c.street)
}
