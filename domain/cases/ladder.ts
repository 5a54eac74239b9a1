import type { Settings } from '../settings.ts'
import type { Calendar } from '../time/calendar.ts'
import { earlier, firstListOfLastDay, later, nextList, previousList } from '../time/quiet.ts'
import { dateOf, yearOf } from '../time/wall.ts'
import { addWorkingTime } from '../time/working.ts'
import { rungsOfCalls } from './arrivals.ts'
import { type Case, doneAt } from './case.ts'
import type { Channel } from './channel.ts'
import { acceptanceOf, contactSince, type Deadline } from './deadlines.ts'
import { type Grade, rowOf } from './grade.ts'
import {
  type Audience,
  type Call,
  type Clock,
  type Rung,
  rungsOf,
  type StepKind,
  type StepName,
  type Supervised,
  type Where,
} from './ladder-rungs.ts'
import { hasSomebodyToCall } from './needs.ts'
import { rungsOfSupervision } from './supervise-clock.ts'

export type { Audience, StepKind, StepName, Where } from './ladder-rungs.ts'

/** What the ladder reads of a case; a Case is one. */
export interface LadderCase {
  channel: Channel
  grade: Grade
  urgent: boolean
  state: 'waiting' | 'claimed' | 'handled' | 'closed' | 'returned' | 'merged' | 'void'
  registeredAt: number
  waitingSince: number
  claimedAt?: number
  reopenedAt?: number
  contactedAt?: number
  contactWaived?: true
  sameCaller?: true
  brought?: NonNullable<Case['brought']>
  /** The owner's own reminders rest until then. */
  snoozedUntil?: number
  arrivedAt?: number
  repliedAt?: number
  /** 挂账: the platform lets the deadline rest. */
  suspended?: true
  deadline?: Deadline
  /** Name or number in the vault; absent when the complainant left none. */
  complainant?: number
  /** The seq of the event that armed each clock. */
  armedBy: Record<Clock, number>
  owner?: Case['owner']
  /** Units that were called. */
  helpers?: Case['helpers']
  /** The deadlines it keeps, the first first: its own, and those of cases merged into it. Absent: its own alone. */
  keeps?: readonly { c: LadderCase; of?: DueOf }[]
  /** The case it goes with keeps its deadline. */
  led?: true
  /** 督办. */
  supervised?: Case['supervised']
}

/** A merged case, as a reminder of its deadline names it. */
export type DueOf = Pick<Case, 'no' | 'deadline' | 'grade' | 'urgent'>

/** One thing to be said, once per arming. */
export interface Step {
  /** `<step>-<seq of the arming event>`: unique within a case. `said` keys put the number between: see stepKey. */
  key: string
  step: StepName
  kind: StepKind
  /** Milliseconds since the epoch. */
  at: number
  audience: Audience[]
  /** private and room: said at `at`; list: a line in the list that goes out at `at`. */
  where: Where
  /** Said day and night, outside the budget. */
  urgent: boolean
  /** Computed with a year the calendar does not know: marked 推算, computed again when the year is entered. */
  derived: boolean
  /** The seq of the arming event. */
  seq: number
  /** The called unit it is about. */
  call?: Call
  /** The merged case whose deadline it is about. */
  of?: DueOf
  /** The leaders' wish it is about. */
  supervision?: Supervised
}

export interface LadderRules {
  calendar: Calendar
  settings: Settings
}

/**
 * Every step of the clocks that run for a case now, past ones too, in time order (domain.md section 5).
 *
 * Urgent cases are heard day and night. For the others a step after an event that falls into quiet moves to the next
 * list; a reminder of something to come moves earlier, and where that would be before its clock started, to the next
 * list if that is still in time. What else was already over when the clock started is left out: the card says it.
 * The card itself (0 min) is no step: it is said by whoever registers. No Refusals.
 */
export function steps(c: LadderCase, rules: LadderRules): Step[] {
  const placed = ladderOf(c, rules)
    .filter((rung) => runs(rung, c))
    .flatMap((rung) => place(rung, c, rules) ?? [])
  return gathered([...placed, ...keptFor(c, rules)]).sort((a, b) => a.at - b.at)
}

/** The earliest rules: while it is to come nothing is announced of a later one, whose end is said all the same. */
function keptFor(c: LadderCase, rules: LadderRules): Step[] {
  const { keeps = [], state, owner, snoozedUntil } = c
  return keeps.flatMap(({ c: kept, of }, i) => {
    const earlier = keeps.slice(0, i).map((before) => before.c.deadline?.at ?? 0)
    const hands = { state, ...(owner && { owner }), ...(snoozedUntil !== undefined && { snoozedUntil }) }
    const steps = rungsOf(rowOf(kept), rules.settings)
      .filter(({ clock }) => clock === 'deadline')
      .flatMap((rung) => place(rung, { ...kept, ...hands }, rules) ?? [])
    return steps
      .filter(({ kind, at }) => kind === 'expired' || !earlier.some((due) => due > at))
      .map((step) => ({ ...step, ...(of && { of }) }))
  })
}

/** The first step after an instant: when to look at a case again; undefined when nothing is left until something happens. */
export function nextStep(c: LadderCase, after: number, rules: LadderRules): Step | undefined {
  return steps(c, rules).find((step) => step.at > after)
}

/** The steps that fall due after one instant and up to another: what a sweep says. Several may share a moment. */
export function stepsBetween(
  c: LadderCase,
  { after, until }: { after: number; until: number },
  rules: LadderRules,
): Step[] {
  return steps(c, rules).filter((step) => step.at > after && step.at <= until)
}

/** The key under which a step is said: `<step>-<no>-<seq of the arming event>`. */
export function stepKey(step: Pick<Step, 'step' | 'seq' | 'of'>, no: number): string {
  return `${step.step}-${step.of?.no ?? no}-${step.seq}`
}

/** What a step is about: its kind, and which called unit, whose wish or whose deadline. Of several at once the last is said. */
export function topicOf({ kind, call, supervision, of }: Pick<Step, 'kind' | 'call' | 'supervision' | 'of'>): string {
  return [kind, call?.unit ?? supervision?.level ?? of?.no].filter(Boolean).join(' ')
}

function ladderOf(c: LadderCase, rules: LadderRules): Rung[] {
  const { settings } = rules
  const rungs = [...rungsOf(rowOf(c), settings), ...rungsOfCalls(c, rules), ...rungsOfSupervision(c, rules)]
  return c.grade === 'letter' ? [...rungs, acceptance(c, settings)] : rungs
}

/** A letter nobody claims is a letter nobody has accepted. */
function acceptance(c: LadderCase, settings: Settings): Rung {
  const after = acceptanceOf(c.registeredAt) - settings.generalReminder - c.waitingSince
  const position = { after, count: 'natural' } as const
  const audience = ['duty', 'steward', 'lead'] as const
  return { step: 'accept', kind: 'due', clock: 'waiting', position, coming: true, audience, where: 'list' }
}

/** Whether the clock of a rung is running. */
function runs(rung: Rung, c: LadderCase): boolean {
  if (own(rung)) return c.state === 'waiting' || c.state === 'claimed' || c.state === 'handled'
  if (rung.clock === 'deadline' && (c.led || c.keeps)) return false
  if (rung.clock === 'waiting') return c.state === 'waiting'
  if (rung.kind === 'onsite') return c.state === 'claimed' && doneAt(c, 'arrivedAt') === undefined
  if (rung.kind === 'contact')
    return (
      (c.state === 'claimed' || c.state === 'merged') && hasSomebodyToCall(c) && doneAt(c, 'contactedAt') === undefined
    )
  return c.repliedAt === undefined && !c.suspended && ['waiting', 'claimed', 'handled', 'merged'].includes(c.state)
}

function place(rung: Rung, c: LadderCase, rules: LadderRules): Step | undefined {
  const start = own(rung)?.at ?? startOf(rung.clock, c)
  const urgent = own(rung)?.pressing ?? c.urgent
  const raw = start === undefined ? undefined : rawTime(rung, start, { c, rules })
  if (start === undefined || raw === undefined || (raw <= start && !rung.coming)) return undefined
  const said = urgent
    ? { at: raw, where: rung.where }
    : outsideQuiet(rung, raw, { start, limit: limitOf(rung, c, rules.settings), rules })
  if (!said || said.at <= start) return undefined
  const seq = own(rung)?.seq ?? c.armedBy[rung.clock]
  return {
    key: `${rung.step}-${seq}`,
    step: rung.step,
    kind: rung.kind,
    at: rested(said.at, rung, c),
    audience: heardBy(rung, c),
    where: said.where,
    urgent,
    derived: !urgent && ![start, raw, said.at].every((at) => rules.calendar.known(yearOf(dateOf(at)))),
    seq,
    ...(rung.call && { call: rung.call }),
    ...(rung.supervision && { supervision: rung.supervision }),
  }
}

/** What a rung counts from in place of a clock of the case. */
const own = ({ call, supervision }: Rung) => call ?? supervision

/** 缓: what only the owner hears waits until then; what others hear, and what is over, does not. */
function rested(at: number, rung: Rung, c: LadderCase): number {
  const ownersOnly = rung.kind !== 'expired' && rung.audience.every((who) => who === 'owner')
  return ownersOnly && c.snoozedUntil !== undefined ? Math.max(at, c.snoozedUntil) : at
}

function startOf(clock: Clock, c: LadderCase): number | undefined {
  if (clock === 'waiting') return c.waitingSince
  return clock === 'claim' ? contactSince(c) : c.registeredAt
}

function rawTime(rung: Rung, start: number, { c, rules }: { c: LadderCase; rules: LadderRules }): number | undefined {
  const { position } = rung
  if ('after' in position)
    return position.count === 'working' ? addWorkingTime(start, position.after, rules) : start + position.after
  if ('instant' in position) return position.instant
  if (!c.deadline) return undefined
  if ('before' in position) return c.deadline.at - position.before
  if ('share' in position) return Math.round(start + (c.deadline.at - start) * position.share)
  return firstListOfLastDay(c.deadline.at, rules.calendar, rules.settings)
}

/** What a coming rung must precede to be of any use. */
function limitOf(rung: Rung, c: LadderCase, settings: Settings): number {
  const ends = own(rung)?.until
  if (ends !== undefined) return ends
  if (rung.clock === 'claim') return contactSince(c)! + settings.generalContact
  return rung.clock === 'waiting' ? acceptanceOf(c.registeredAt) : (c.deadline?.at ?? 0)
}

function outsideQuiet(
  rung: Rung,
  raw: number,
  { start, limit, rules: { calendar, settings } }: { start: number; limit: number; rules: LadderRules },
): { at: number; where: Where } | undefined {
  if (!rung.coming) {
    const at = later(raw, calendar, settings)
    return { at, where: at === raw ? rung.where : 'list' }
  }
  const at = (rung.where === 'list' ? previousList : earlier)(raw, calendar, settings)
  if (at > start) return { at, where: rung.where }
  const list = nextList(start + 1, calendar, settings)
  if (list < limit) return { at: list, where: 'list' }
  // Pasted on the eve of a holiday in which it falls due: said before that evening's quiet, or nobody hears in time.
  const evening = earlier(raw, calendar, settings)
  return evening > start ? { at: evening, where: 'private' } : undefined
}

function heardBy(rung: Rung, c: LadderCase): Audience[] {
  if (c.state !== 'waiting') return [...rung.audience]
  return rung.audience.flatMap((who): Audience[] => (who === 'owner' ? ['duty', 'steward'] : [who]))
}

/** Never a flood: steps of one kind that quiet hours put on the same moment become the last of them, heard by all. */
function gathered(placed: Step[]): Step[] {
  const last = new Map<string, Step>()
  for (const step of placed) {
    const moment = step.urgent ? step.key : `${topicOf(step)} ${step.at}`
    const heard = last.get(moment)?.audience ?? []
    last.set(moment, { ...step, audience: [...new Set([...heard, ...step.audience])] })
  }
  return [...last.values()]
}
