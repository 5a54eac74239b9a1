import type { CaseNo, TextId } from '../domain/cases/case.ts'
import type { Data } from './data.ts'

/** Keeps what somebody wrote about a case beside the log, masked with what its vault row holds. Out: its id. */
export function keep(data: Pick<Data, 'texts' | 'vault' | 'cases'>, no: CaseNo, words: string): TextId {
  return data.texts.keep(data.vault.mask(data.cases.find(no)?.complainant, words.trim()).slice(0, 500))
}
