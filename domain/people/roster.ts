import type { Case, PersonId, RoomId, UnitId } from '../cases/case.ts'
import type { Room } from './rooms.ts'

/** What decides whose a case is: its place, and what it is about. */
export type Placed = Pick<Case, 'street' | 'industry'> & Partial<Pick<Case, 'category'>>

/** What the rules ask about people and rooms. The people book answers it inside a transaction. */
export interface Roster {
  /** The unit whose 片区 a case is; where the street has none, the unit its category or else its industry belongs to (归口). */
  unitFor(c: Placed): UnitId | undefined
  /** Who is on duty for a unit at an instant; empty when nobody is. */
  dutyOf(unit: UnitId, at: number): PersonId[]
  stewardsOf(street: string): PersonId[]
  leadsOf(unit: UnitId): PersonId[]
  /** Everybody of a unit, its leads first. */
  membersOf(unit: UnitId): PersonId[]
  /** The units a person belongs to. */
  unitsOf(person: PersonId): UnitId[]
  deputies(): PersonId[]
  desks(): PersonId[]
  /** The bound room of a street, else the district's; undefined when neither is bound. */
  roomFor(street: string | undefined): Room | undefined
  room(id: RoomId): Room | undefined
  /** The bound room of a unit, or of a street that is called like one; undefined when it has none. */
  unitRoom(unit: UnitId): Room | undefined
  memberOf(room: RoomId, person: PersonId): boolean
}

/** Who of a unit acts: the officer on duty; where nobody is, its leads, else one of its people (of a street its stewards). */
export function actingFor(
  roster: Pick<Roster, 'dutyOf' | 'leadsOf' | 'membersOf' | 'stewardsOf'>,
  unit: UnitId,
  at: number,
): PersonId[] {
  const duty = roster.dutyOf(unit, at).slice(0, 1)
  return duty.length ? duty : answeringFor(roster, unit)
}

/** Who answers for a unit: its leads; where it has none, one of its people (of a street its stewards). */
export function answeringFor(roster: Pick<Roster, 'leadsOf' | 'membersOf' | 'stewardsOf'>, unit: UnitId): PersonId[] {
  const leads = roster.leadsOf(unit)
  if (leads.length) return leads
  const stewards = roster.stewardsOf(unit)
  return stewards.length ? stewards : roster.membersOf(unit).slice(0, 1)
}

/** Who must act on a new case: the steward of its street and the officer on duty, at most two (domain.md section 3). */
export function summoned(roster: Roster, c: Placed, at: number): PersonId[] {
  const steward = c.street === undefined ? [] : roster.stewardsOf(c.street).slice(0, 1)
  const unit = roster.unitFor(c)
  const duty = unit === undefined ? [] : roster.dutyOf(unit, at).slice(0, 1)
  return [...new Set([...steward, ...duty])]
}

/** Who agrees: the leads of the owner's unit; where it has none (a steward's street) those of the 片区 unit, else the desk. */
export function approvers(
  roster: Pick<Roster, 'leadsOf' | 'unitFor' | 'desks'>,
  c: Placed & Pick<Case, 'owner'>,
): PersonId[] {
  if (!c.owner) return []
  const own = roster.leadsOf(c.owner.unit)
  if (own.length) return own
  const unit = roster.unitFor(c)
  const area = unit === undefined ? [] : roster.leadsOf(unit)
  return area.length ? area : roster.desks()
}
