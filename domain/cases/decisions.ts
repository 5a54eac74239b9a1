import { type Case, type CaseNo, isOpen } from './case.ts'
import type { Wanted } from './events.ts'

/** One thing somebody with the say was asked: 「#121 不宜检测」. */
export interface Decision {
  no: CaseNo
  wanted: Wanted
}

/** What open cases ask of the lead of the owner's unit, the nearest deadline first. */
export function decisionsOf(cases: readonly Case[]): Decision[] {
  return cases
    .filter((c) => isOpen(c) && c.asked?.length)
    .sort((a, b) => (a.deadline?.at ?? Infinity) - (b.deadline?.at ?? Infinity) || a.no - b.no)
    .flatMap(({ no, asked = [] }) => asked.map((wanted) => ({ no, wanted })))
}

/** Whether a decision cannot wait for the next list: the official clock runs and at most this much of it is left†. */
export function isPressing(c: Pick<Case, 'deadline' | 'repliedAt'>, now: number, atOnce: number): boolean {
  return c.deadline !== undefined && c.repliedAt === undefined && c.deadline.at - now <= atOnce
}
