import type { Case } from '../domain/cases/case.ts'
import { dueWithin, overdue } from '../domain/cases/errands.ts'

/** What cannot wait for the next working day. Each case stands in the first list that fits. */
export interface Duties {
  urgent: Case[]
  overdue: Case[]
  due: Case[]
  waiting: Case[]
}

/** For who is on duty. In: their open cases, now, and until when a deadline counts (noon of the next working day). */
export function dutyFigures(cases: readonly Case[], { now, backAt }: { now: number; backAt: number }): Duties {
  return apart([
    cases.filter((c) => c.urgent && c.repliedAt === undefined),
    overdue(cases, now),
    dueWithin(cases, now, backAt - now),
    cases.filter((c) => c.state === 'waiting'),
  ])
}

/** Before days off: the same lists, at the end of the last working day. */
export const beforeHolidayFigures = dutyFigures

/** Whether there is anything at all. */
export function hasDuties({ urgent, overdue, due, waiting }: Duties): boolean {
  return urgent.length + overdue.length + due.length + waiting.length > 0
}

function apart(lists: [Case[], Case[], Case[], Case[]]): Duties {
  const seen = new Set<number>()
  const [urgent, late, due, waiting] = lists.map((list) =>
    list.filter(({ no }) => {
      const first = !seen.has(no)
      seen.add(no)
      return first
    }),
  ) as typeof lists
  return { urgent, overdue: late, due, waiting }
}
