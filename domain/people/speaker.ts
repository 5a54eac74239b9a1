import type { Case, PersonId, UnitId } from '../cases/case.ts'
import { type Role, type RoleId, roleNames } from './roles.ts'
import type { Room } from './rooms.ts'

/** Who speaks, and where. Identity is the contact id behind `person`, never a shown name. */
export interface Speaker {
  person: PersonId
  name: string
  /** Granted roles, and grid for the street of the room they stand in. */
  roles: readonly Role[]
  /** Absent in a private conversation. */
  room?: Room
  /** In a private conversation: the bound rooms this person is in. */
  rooms?: readonly Room[]
  /** Streets of the bound rooms this person is in: a private conversation's scope. */
  streets: readonly string[]
  /** Streets their own units answer for (片区), wherever they stand. */
  areas: readonly string[]
  /** Whether they agree to what a case asks, also for a unit without a lead of its own. */
  approves?(c: Case): boolean
  /** In a bound room, or holding a role. */
  known: boolean
}

/** True when the speaker holds one of the roles, in any unit or street. */
export function holds(speaker: Pick<Speaker, 'roles'>, ...wanted: RoleId[]): boolean {
  return speaker.roles.some(({ role }) => wanted.includes(role))
}

/** Whether a speaker belongs to a unit; a steward to their street. */
export function isOf({ roles }: Pick<Speaker, 'roles'>, unit: UnitId): boolean {
  return roles.some((role) => role.unit === unit || (role.role === 'steward' && role.street === unit))
}

/** The unit a speaker acts for: their own, else the street whose steward they are. */
export function unitOf(speaker: Pick<Speaker, 'roles'>, street?: string): UnitId | undefined {
  const inUnit = speaker.roles.find(({ unit }) => unit !== undefined)
  if (inUnit?.unit !== undefined) return inUnit.unit
  const stewardOf = speaker.roles.filter(({ role }) => role === 'steward').map((role) => role.street)
  return stewardOf.find((mine) => mine === street) ?? stewardOf[0]
}

/**
 * Whether a case may be spoken of with this speaker here (domain.md section 3): a street's room sees its street,
 * a unit's room its areas and the cases it has, helps with or was asked to take (the desk's room, to the desk, everything), the district's and the leaders' rooms everything, the city's nothing;
 * in private the union of rooms and roles.
 */
export function inScope(speaker: Speaker, c: Known): boolean {
  if (speaker.room) return isOfRoom(speaker.room, c) || isDesksRoom(speaker)
  if (speaker.rooms?.some((room) => isOfRoom(room, c))) return true
  if (holds(speaker, 'desk', 'deputy', 'chief', 'admin')) return true
  if (c.owner?.person === speaker.person || c.reportedBy === speaker.person) return true
  if (speaker.roles.some(({ unit }) => isIn(unit, c))) return true
  return c.street !== undefined && (speaker.streets.includes(c.street) || speaker.areas.includes(c.street))
}

// The desk's own room is where it works on every case.
function isDesksRoom({ room, roles }: Speaker): boolean {
  return room?.unit !== undefined && roles.some(({ role, unit }) => role === 'desk' && (unit ?? DESK) === room.unit)
}

/** How the desk's unit is called where it was granted without one. */
const DESK = roleNames.desk

type Known = Pick<Case, 'street' | 'owner' | 'reportedBy' | 'reportedIn' | 'cardRoom' | 'helpers' | 'offer'>

function isOfRoom(room: Room, c: Known): boolean {
  switch (room.kind) {
    case 'district':
    case 'leaders':
      return true
    case 'city':
      return false
    case 'street':
      return c.street === room.street || c.cardRoom === room.id
    case 'unit':
      return isIn(room.unit, c) || (room.areas ?? []).includes(c.street ?? '') || c.reportedIn === room.id
  }
}

// The unit that has it, was called to it, or was asked to take it.
function isIn(unit: UnitId | undefined, { owner, helpers, offer }: Pick<Case, 'owner' | 'helpers' | 'offer'>): boolean {
  if (unit === undefined) return false
  return owner?.unit === unit || offer?.to.unit === unit || (helpers ?? []).some((helper) => helper.unit === unit)
}

/** 「执法一队」, 「执法一队负责人」, 「方庄街道街镇管家」: who somebody is, for the head of the help. */
export function describe(speaker: Pick<Speaker, 'roles'>): string {
  const granted = speaker.roles.filter(({ role }) => role !== 'grid')
  const words = (granted.length ? granted : speaker.roles).map(({ role, unit, street }) =>
    unit !== undefined && (role === 'officer' || unit === roleNames[role])
      ? unit
      : `${unit ?? street ?? ''}${roleNames[role]}`,
  )
  return [...new Set(words)].join('、')
}
