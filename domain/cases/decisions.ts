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

/** From when on a decision cannot wait for the next list: at most this much of the official time is left†; undefined when nothing is asked or no clock runs. */
export function pressingAt(c: Pick<Case, 'asked' | 'deadline' | 'repliedAt'>, atOnce: number): number | undefined {
  return c.asked?.length && c.deadline && c.repliedAt === undefined ? c.deadline.at - atOnce : undefined
}
