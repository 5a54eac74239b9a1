/** The ladder of domain.md section 5 as data: one list of rungs for each row. Where a rung lands is in ladder.ts. */
import type { Settings } from '../settings.ts'
import type { PersonId, UnitId } from './case.ts'
import type { Row } from './grade.ts'
import type { Level } from './supervise.ts'

/**
 * called: who of a called unit acts (duty officer, else lead) · calledLead: its lead · caller: who called it ·
 * supervisors: the leaders who supervise it.
 */
export type Audience =
  | 'duty'
  | 'steward'
  | 'lead'
  | 'deputy'
  | 'owner'
  | 'room'
  | 'called'
  | 'calledLead'
  | 'caller'
  | 'supervisors'
export type Where = 'private' | 'room' | 'list'
export type StepKind =
  | 'unclaimed'
  | 'contact'
  | 'onsite'
  | 'due'
  | 'expired'
  | 'arrival'
  | 'missing'
  | 'supervised'
  | 'supervisedOver'

/**
 * claim-n: still waiting, the nth step · contact-soon, contact: by when the complainant is called · onsite · third: a
 * third of the time from claim to deadline without contact · due-n: the nth reminder of the 2 h and 24 h rows ·
 * due-soon, due-today: the reminders of the general row · internal: the bureau's own deadline · accept: a letter still
 * unclaimed when it must be accepted · expired · arrival-soon, arrival-missed: a called unit must report in (报到) ·
 * supervised-n, supervised-soon, supervised-today, supervised-over: the date of 督办.
 */
export type StepName =
  | `claim-${number}`
  | 'contact-soon'
  | 'contact'
  | 'onsite'
  | 'third'
  | `due-${number}`
  | 'due-soon'
  | 'due-today'
  | 'internal'
  | 'accept'
  | 'expired'
  | 'arrival-soon'
  | 'arrival-missed'
  | `supervised-${number}`
  | 'supervised-soon'
  | 'supervised-today'
  | 'supervised-over'

/** What a rung is counted from, and which event arms it again. */
export type Clock = 'waiting' | 'claim' | 'deadline'

export type Position =
  /** Milliseconds after the clock's start: natural time, or working time. */
  | { after: number; count: 'natural' | 'working' }
  /** Milliseconds before the deadline. */
  | { before: number }
  /** A share of the time between the clock's start and the deadline. */
  | { share: number }
  /** The first list of the deadline's day. */
  | { today: true }
  /** Known beforehand. */
  | { instant: number }

export interface Rung {
  step: StepName
  kind: StepKind
  clock: Clock
  position: Position
  /** Tells of something still to come: quiet hours move it earlier. Everything else moves later. */
  coming: boolean
  audience: readonly Audience[]
  where: Where
  /** Counted from this call, or this 督办, instead of the clock. */
  call?: Call
  supervision?: Supervised
}

/** A clock of its own: since when, until when, and the event that armed it. */
interface OwnClock {
  at: number
  seq: number
  until: number
  /** Said day and night. */
  pressing: boolean
}

/** A called unit that is awaited, as its rungs carry it. */
export interface Call extends OwnClock {
  unit: UnitId
  by?: PersonId
}

/** A 督办 as its rungs carry it: its level, and the leaders who want it for that hour. */
export interface Supervised extends OwnClock {
  level: Level
  by: readonly PersonId[]
}

/** All rungs of a row, in the order of the table. A case climbs only those whose clock runs. */
export function rungsOf(row: Row, settings: Settings): Rung[] {
  const build = { emergency: emergencyRungs, day: dayRungs, general: generalRungs } satisfies Record<Row, unknown>
  return build[row](settings)
}

function emergencyRungs(s: Settings): Rung[] {
  const repeats = Array.from({ length: s.emergencyUnclaimedTimes }, (_, i) =>
    unclaimed(i + 3, s.emergencyUnclaimedDeputy + (i + 1) * s.emergencyUnclaimedAgain, {
      audience: ['duty', 'steward', 'lead', 'deputy'],
      where: 'room',
    }),
  )
  return [
    unclaimed(1, s.emergencyUnclaimedLead, { audience: ['duty', 'steward', 'lead'], where: 'room' }),
    unclaimed(2, s.emergencyUnclaimedDeputy, { audience: ['lead', 'deputy'], where: 'private' }),
    ...repeats,
    contact(s.emergencyContact),
    { ...contact(s.emergencyOnSite), step: 'onsite', kind: 'onsite' },
    third(s),
    ...s.emergencyReminders.map((share, i) => reminder(i + 1, { share })),
    internal(s.emergencyInternal, 'private'),
    expired(['owner', 'lead', 'deputy']),
  ]
}

function dayRungs(s: Settings): Rung[] {
  return [
    unclaimed(1, s.dayUnclaimedPrivate, { audience: ['duty', 'steward'], where: 'private' }),
    unclaimed(2, s.dayUnclaimedRoom, { audience: ['room'], where: 'room' }),
    unclaimed(3, s.dayUnclaimedLead, { audience: ['lead'], where: 'private' }),
    contact(s.dayContact),
    third(s),
    reminder(1, { before: s.dayReminderFirst }),
    internal(s.dayInternal, 'private'),
    reminder(2, { before: s.dayReminderSecond }),
    expired(['owner', 'lead']),
  ]
}

function generalRungs(s: Settings): Rung[] {
  const listed = { kind: 'due', clock: 'deadline', coming: true, audience: ['owner'], where: 'list' } as const
  return [
    slowly(unclaimed(1, s.generalUnclaimedPrivate, { audience: ['duty', 'steward'], where: 'private' })),
    slowly(unclaimed(2, s.generalUnclaimedRoom, { audience: ['room'], where: 'room' })),
    slowly(unclaimed(3, s.generalUnclaimedLead, { audience: ['lead'], where: 'private' })),
    { ...contact(s.generalContactSoon), step: 'contact-soon', coming: true },
    contact(s.generalContact),
    third(s),
    { ...listed, step: 'due-soon', position: { before: s.generalReminder } },
    internal(s.generalInternal, 'list'),
    { ...listed, step: 'due-today', position: { today: true } },
    expired(['owner', 'lead']),
  ]
}

function unclaimed(n: number, after: number, heard: Pick<Rung, 'audience' | 'where'>): Rung {
  const position = { after, count: 'natural' } as const
  return { step: `claim-${n}`, kind: 'unclaimed', clock: 'waiting', position, coming: false, ...heard }
}

/** Nobody is asked to claim an ordinary case at night: its waiting is counted in working time. */
function slowly(rung: Rung): Rung {
  return 'after' in rung.position ? { ...rung, position: { ...rung.position, count: 'working' } } : rung
}

function contact(after: number): Rung {
  const position = { after, count: 'natural' } as const
  return { step: 'contact', kind: 'contact', clock: 'claim', position, coming: false, ...toOwner }
}

function third(s: Settings): Rung {
  const position = { share: 1 / s.contactPart }
  const audience = ['owner', 'lead'] as const
  return { step: 'third', kind: 'contact', clock: 'claim', position, coming: false, audience, where: 'private' }
}

function reminder(n: number, position: Position): Rung {
  const audience = n === 1 ? (['owner'] as const) : (['owner', 'lead'] as const)
  return { step: `due-${n}`, kind: 'due', clock: 'deadline', position, coming: true, audience, where: 'private' }
}

function internal(before: number, where: Where): Rung {
  return { step: 'internal', kind: 'due', clock: 'deadline', position: { before }, coming: true, ...toOwner, where }
}

function expired(audience: readonly Audience[]): Rung {
  const position = { before: 0 }
  return { step: 'expired', kind: 'expired', clock: 'deadline', position, coming: false, audience, where: 'private' }
}

const toOwner = { audience: ['owner'], where: 'private' } as const
