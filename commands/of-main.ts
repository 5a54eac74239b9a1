import type { Case, CaseNo } from '../domain/cases/case.ts'
import { type LoggedTest, standingTests } from '../domain/cases/tests-standing.ts'
import { keptFor } from '../domain/words/merge.ts'
import type { Command } from './command.ts'
import type { Data } from './data.ts'

/**
 * What is said of a merged case and done for the matter as a whole (到场, 检测, 处置, 进展 …) is done on the case it goes with.
 * Out: the numbers to act on, and a line for each that was another.
 */
export function towardsMain(
  { ofMain }: Pick<Command, 'ofMain'>,
  nos: readonly CaseNo[],
  data: Data,
): { nos: CaseNo[]; notes: string[] } {
  const notes: string[] = []
  const meant = nos.map((no) => {
    const c = ofMain === undefined ? undefined : data.cases.find(no)
    if (c?.state !== 'merged' || c.mergedInto === undefined || (ofMain === 'sameCaller' && !c.sameCaller)) return no
    notes.push(keptFor(no, c.mergedInto))
    return c.mergedInto
  })
  return { nos: [...new Set(meant)], notes }
}

/** The tests that stand for a matter: of the case that leads, and of those merged into it from before; oldest first. */
export function testsOf({ no, holds = [] }: Pick<Case, 'no' | 'holds'>, data: Pick<Data, 'cases'>): LoggedTest[] {
  return [no, ...holds].flatMap((one) => standingTests(data.cases.log(one))).sort((a, b) => a.at - b.at)
}
