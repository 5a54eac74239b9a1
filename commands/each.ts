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

/** Runs a command; what its Refusal says back is without what these cases' complainants are called. */
export function covered<T>(nos: readonly CaseNo[], data: Data, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { said } = error.facts as { said?: string }
    if (said === undefined) throw error
    const words = nos.reduce((text, no) => data.vault.mask(data.cases.find(no)?.complainant, text), said)
    throw new Refusal(error.code, { ...error.facts, said: words } as never)
  }
}
