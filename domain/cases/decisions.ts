import { type Case, type CaseNo, isTicking, isUnfinished, type PersonId } from './case.ts'
import type { Wanted } from './events.ts'
import { type SayRules, sayOn } from './say.ts'

/** One thing somebody with the say was asked: 「#121 不宜检测」. */
export interface Decision {
  no: CaseNo
  wanted: Wanted
}

/** What open cases ask, the nearest deadline first. */
export function decisionsOf(cases: readonly Case[]): Decision[] {
  return cases
    .filter((c) => isUnfinished(c) && c.asked?.length)
    .sort((a, b) => (a.deadline?.at ?? Infinity) - (b.deadline?.at ?? Infinity) || a.no - b.no)
    .flatMap(({ no, asked = [] }) => asked.map((wanted) => ({ no, wanted })))
}

/** The same, of everyone with the say on something (who has it depends on what is asked). */
export function decisionsByPerson(cases: readonly Case[], rules: SayRules): Map<PersonId, Decision[]> {
  const all = new Map<PersonId, Decision[]>()
  const found = new Map(cases.map((c) => [c.no, c]))
  for (const decision of decisionsOf(cases)) {
    const c = found.get(decision.no)
    const deciders = c ? sayOn(c, decision.wanted, rules).deciders : []
    for (const person of deciders) all.set(person, [...(all.get(person) ?? []), decision])
  }
  return all
}

/** From when on a decision cannot wait for the next list: at most this much of the official time is left†; undefined when nothing is asked or no clock runs. */
export function pressingAt(
  c: Pick<Case, 'asked' | 'deadline' | 'repliedAt' | 'suspended'>,
  atOnce: number,
): number | undefined {
  return c.asked?.length && isTicking(c) ? c.deadline.at - atOnce : undefined
}
