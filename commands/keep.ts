import type { TextId } from '../domain/cases/case.ts'
import { mask } from '../domain/reading/personal.ts'
import type { Data } from './data.ts'

/** Keeps what somebody wrote, masked, beside the log. Out: its id. */
export function keep(data: Pick<Data, 'texts'>, words: string): TextId {
  return data.texts.keep(mask(words.trim().slice(0, 500)))
}
