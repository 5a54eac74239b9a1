import type { CaseNo } from '../domain/cases/case.ts'
import type { Request } from '../domain/cases/events.ts'
import { request } from '../domain/cases/request.ts'
import { askedBefore, requestAsked } from '../domain/words/requests.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import type { Context } from './command.ts'
import { keepSaid } from './keep.ts'

/** What is asked of the platform, in the asker's words; `lacks`: what the platform will want to know beside them. */
export interface Asked {
  no: CaseNo
  wanted: Request
  why: string
  until?: number
  lacks?: readonly string[]
}

/** Lays a request before who has the say. Refuses: wrong-state, not-yours, waits-for-platform, not-later. */
export function askPlatform(
  { data, speaker, look, change }: Pick<Context<object>, 'data' | 'speaker' | 'look' | 'change'>,
  { no, wanted, why, until, lacks = [] }: Asked,
): Sentence {
  const { c, changed } = change(no, (before) => {
    const text = keepSaid({ data, look }, { no, words: why, before: before.askedWhy?.[wanted] })
    return request(before, speaker, { wanted, why: text, ...(until !== undefined && { until }) })
  })
  return changed ? requestAsked(c, { wanted, lacks }, look) : askedBefore(c, wanted, look)
}
