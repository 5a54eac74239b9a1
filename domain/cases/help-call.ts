import { type Speaker, unitOf } from '../people/speaker.ts'
import { Refusal } from '../refusal.ts'
import type { Case, PersonId, TextId, UnitId } from './case.ts'
import type { CaseEvent } from './events.ts'
import { mustBeOpen, mustHave } from './hands.ts'

/** 协办: the owner calls another unit, or a unit joins by itself; the owner stays. Refuses: wrong-state, not-yours. */
export function cohandle(
  c: Case,
  by: Speaker,
  { unit, person, why }: { unit: UnitId; person?: PersonId; why?: TextId },
): CaseEvent[] {
  mustBeOpen(c)
  if (unitOf(by, c.street) !== unit) mustHave(c, by, 'owner', 'lead', 'desk')
  if (c.owner?.unit === unit || c.helpers?.some((helper) => helper.unit === unit)) return []
  return [{ kind: 'helpCalled', unit, ...(person !== undefined && { person }), ...(why !== undefined && { why }) }]
}

/** 报到: a called unit is there. Refuses: wrong-state, not-called. */
export function reportIn(c: Case, by: Speaker): CaseEvent[] {
  mustBeOpen(c)
  const mine = (c.helpers ?? []).find(({ unit }) => by.roles.some((role) => role.unit === unit || role.street === unit))
  if (!mine) throw new Refusal('not-called', { no: c.no })
  return mine.arrivedAt === undefined ? [{ kind: 'reportedIn', unit: mine.unit }] : []
}
