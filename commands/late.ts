import type { CaseNo } from '../domain/cases/case.ts'
import { handsOf } from '../domain/cases/hands.ts'
import { note } from '../domain/cases/steps.ts'
import { keptLate } from '../domain/words/late.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import type { Context } from './command.ts'
import { keep } from './keep.ts'

/**
 * A word that comes after the case was closed is kept and reaches its last owner (domain.md section 4). In: what it tells
 * of (「到场」) and its words. Out: the answer; undefined while the case is not closed.
 */
export function keepLate(
  no: CaseNo,
  { what, words }: { what: string; words: string | undefined },
  { find, change, data, speaker, look }: Context<object>,
): Sentence | undefined {
  if (find(no).state !== 'closed') return undefined
  const { c } = change(no, () => note(keep(data, no, [what, words].filter(Boolean).join(' '))))
  const mayReopen = handsOf(c, speaker).some((hand) => hand === 'owner' || hand === 'lead' || hand === 'desk')
  return keptLate(c, { what, by: speaker.person, mayReopen }, look)
}
