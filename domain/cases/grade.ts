import { days, hours } from '../time/wall.ts'
import type { Channel } from './channel.ts'

/**
 * How much time a case has (domain.md section 5): an order's 2 h emergency, 24 h livelihood, 7 d general, 15 d complex;
 * a letter (信访), accepted within 15 d and answered within 60 d; anything else has the bureau's internal term.
 */
export type Grade = '2h' | '24h' | '7d' | '15d' | 'letter' | 'internal'

/** The row of the ladder a case climbs: 2 h, 24 h, or the one for everything slower. */
export type Row = 'emergency' | 'day' | 'general'

/** Official terms in natural time (from receipt); the internal term is a setting. */
export const officialTerms: Readonly<Record<Exclude<Grade, 'internal'>, number>> = {
  '2h': hours(2),
  '24h': hours(24),
  '7d': days(7),
  '15d': days(15),
  letter: days(60),
}

/** A letter is accepted (受理) within this time of its receipt. */
export const letterAcceptance = days(15)

export interface Graded {
  channel: Channel
  /** The grade the order states. */
  stated?: Grade | undefined
  urgent: boolean
  /** When the platform dispatched the order, if it says. */
  dispatchedAt?: number | undefined
  /** The order's own 办理截止时间, if it says. */
  dueAt?: number | undefined
}

/**
 * The grade of a new case. An order's stated grade rules; without one it is read off the time between dispatch and the
 * order's own deadline; an urgent order that says nothing of either is an emergency; the rest is general.
 * An order without a time of dispatch is never graded by what is left: one that is pasted late would look urgent.
 */
export function gradeOf({ channel, stated, urgent, dispatchedAt, dueAt }: Graded): Grade {
  if (!isOrder(channel)) return 'internal'
  if (stated) return stated
  if (channel === 'petition') return 'letter'
  if (dueAt !== undefined && dispatchedAt !== undefined) return gradeOfTerm(dueAt - dispatchedAt)
  return urgent && dueAt === undefined ? '2h' : '7d'
}

/** Whether a case came as an order or a letter with a term of its own; only these have official deadlines. */
export function isOrder(channel: Channel): boolean {
  return channel === '12345' || channel === '12369' || channel === 'petition'
}

/** The row of the ladder: an urgent case takes the 2 h row unless its order says 24 h. */
export function rowOf({ grade, urgent }: { grade: Grade; urgent: boolean }): Row {
  if (grade === '24h') return 'day'
  return urgent || grade === '2h' ? 'emergency' : 'general'
}

/** Grades that are urgent by themselves; words and supervision make others urgent. */
export function isUrgentGrade(grade: Grade): boolean {
  return grade === '2h' || grade === '24h'
}

function gradeOfTerm(ms: number): Grade {
  if (ms <= officialTerms['2h']) return '2h'
  if (ms <= officialTerms['24h']) return '24h'
  return ms <= officialTerms['7d'] ? '7d' : '15d'
}
