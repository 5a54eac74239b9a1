import type { CaseNo, TextId } from '../domain/cases/case.ts'
import type { Context } from './command.ts'
import type { Data } from './data.ts'

/** Keeps what somebody wrote about a case beside the log, masked with what its vault row holds. Out: its id. */
export function keep(data: Pick<Data, 'texts' | 'vault' | 'cases'>, no: CaseNo, words: string): TextId {
  return data.texts.keep(data.vault.mask(data.cases.find(no)?.complainant, words.trim()).slice(0, 500))
}

/** The same for words that may have been said before: as they were, they are the same text. Out: its id, or theirs. */
export function keepSaid(
  { data, look }: Pick<Context<object>, 'data' | 'look'>,
  { no, words, before }: { no: CaseNo; words: string; before: TextId | undefined },
): TextId {
  const kept = keep(data, no, words)
  return before !== undefined && look.text(before) === look.text(kept) ? before : kept
}
