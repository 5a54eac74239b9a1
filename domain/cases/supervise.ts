import { holds, type Speaker } from '../people/speaker.ts'
import { dateOf } from '../time/wall.ts'
import { type Case, type CaseNo, isTicking, type PersonId, type TextId } from './case.ts'
import type { CaseEvent, EventKind } from './events.ts'
import { mustBeOpen } from './hands.ts'

/** 督办 by 一把手 or 分管领导, shown apart. */
export const levels = { chief: '一把手', deputy: '分管领导' } as const
export type Level = keyof typeof levels

/** One leader's wish to see a case done by an instant. */
export interface Supervision {
  level: Level
  by: PersonId
  since: number
  until: number
  /** The seq of the event that said it: its clock is armed by it. */
  seq: number
  /** It was of a case that goes with this one (并案). */
  from?: CaseNo
}

/** The level a leader supervises at. */
export function levelOf(by: Speaker): Level {
  return holds(by, 'chief') ? 'chief' : 'deputy'
}

/** 督办: until the stated date; said again with another date it is moved, with the same nothing changes. Refuses: wrong-state. */
export function supervise(c: Case, by: Speaker, { until, why }: { until: number; why?: TextId }): CaseEvent[] {
  mustBeOpen(c)
  const level = levelOf(by)
  if (c.supervised?.some((one) => one.level === level && one.until === until)) return []
  return [{ kind: 'supervised', level, until, ...(why !== undefined && { why }) }]
}

/** 并案: the wishes of the case that goes stand for the one that stays, unless it has one of that level for as early a day. */
export function carriedOver(c: Case, main: Case): CaseEvent[] {
  return (c.supervised ?? [])
    .filter(({ level, until }) => !main.supervised?.some((one) => one.level === level && one.until <= until))
    .map(({ level, until, by: of }) => ({ kind: 'supervised', level, until, from: c.no, of }))
}

/** 销督: a leader's own level; 一把手 also that of the deputies. Nothing when nobody supervises. */
export function unsupervise(c: Case, by: Speaker): CaseEvent[] {
  const mine = levelOf(by) === 'chief' ? Object.keys(levels) : ['deputy']
  return (c.supervised ?? [])
    .filter(({ level }) => mine.includes(level))
    .map(({ level, by: of }) => ({ kind: 'unsupervised', level, of }))
}

/** Who supervises it, the nearest date first. */
export function byDate({ supervised = [] }: Pick<Case, 'supervised'>): Supervision[] {
  return [...supervised].sort((a, b) => a.until - b.until)
}

/** The supervision whose date comes first; undefined when nobody supervises. */
export function nearestSupervision(c: Pick<Case, 'supervised'>): Supervision | undefined {
  return byDate(c)[0]
}

/** What counts for a wish: its date, or the deadline of the case where that comes first. */
export function ruledBy(
  c: Pick<Case, 'deadline' | 'repliedAt' | 'suspended'>,
  { until }: Pick<Supervision, 'until'>,
): number {
  return isTicking(c) ? Math.min(until, c.deadline.at) : until
}

/** From when on a supervised case is urgent: the day it is wanted for, once (domain.md section 5). In: when a day begins. */
export function urgentFrom(
  c: Pick<Case, 'supervised' | 'urgent' | 'supervisedToday'>,
  startOf: (date: string) => number,
): number | undefined {
  const nearest = nearestSupervision(c)
  return nearest && !c.urgent && !c.supervisedToday ? startOf(dateOf(nearest.until)) : undefined
}

/** What counts as progress of the day. */
export const PROGRESS: ReadonlySet<EventKind> = new Set([
  'contacted',
  'contactTried',
  'arrived',
  'progressed',
  'tested',
  'handled',
  'revisited',
  'revisitTried',
  'replied',
  'reportedIn',
  'claimed',
  'assigned',
  'contactWaived',
  'arrivalWaived',
  'helpCalled',
  'consultCalled',
  'consultConcluded',
  'asked',
  'agreed',
  'ruled',
])

/** Whether its supervisor still waits for the line of progress of a day. */
export function owesProgress(c: Pick<Case, 'supervised' | 'supervisedWordAt'>, now: number): boolean {
  if (!c.supervised?.length) return false
  return c.supervisedWordAt === undefined || dateOf(c.supervisedWordAt) !== dateOf(now)
}
