import type { Settings } from '../settings.ts'
import type { Calendar } from '../time/calendar.ts'
import { earlier, later } from '../time/quiet.ts'
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

/**
 * From when on a decision cannot wait for the next list: at most this much of the official time is left†. In quiet hours it
 * is asked before them, like every reminder of a coming deadline, unless the case is urgent. Undefined when nothing is
 * asked or no clock runs.
 */
export function pressingAt(
  c: Pick<Case, 'asked' | 'deadline' | 'repliedAt' | 'suspended' | 'urgent'>,
  { calendar, settings }: { calendar: Calendar; settings: Settings },
): number | undefined {
  if (!c.asked?.length || !isTicking(c)) return undefined
  const at = c.deadline.at - settings.approvalAtOnce
  return c.urgent ? at : earlier(at, calendar, settings)
}

/** Whether what is asked now of a case would be read in the morning only, behind its deadline. */
export function lapsesOvernight(
  c: Pick<Case, 'deadline' | 'repliedAt' | 'suspended'>,
  now: number,
  { calendar, settings }: { calendar: Calendar; settings: Settings },
): boolean {
  return isTicking(c) && c.deadline.at > now && later(now, calendar, settings) >= c.deadline.at
}
