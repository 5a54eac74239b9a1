import type { CaseNo } from '../domain/cases/case.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Lookup } from '../domain/words/lookup.ts'
import { refuse } from '../domain/words/refusals.ts'
import { lines, type Sentence } from '../domain/words/sentence.ts'
import type { Data } from './data.ts'

/** Does the same to each case, every one answered in a line of its own; one that is refused does not take the others with it. */
export function each(
  nos: readonly CaseNo[],
  { data, look }: { data: Data; look: () => Lookup },
  run: (no: CaseNo) => Sentence | undefined,
): Sentence {
  return lines(
    ...[...new Set(nos)].map((no) => {
      try {
        return data.savepoint((): Sentence => run(no) ?? [])
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return [refuse(error, look())]
      }
    }),
  )
}
