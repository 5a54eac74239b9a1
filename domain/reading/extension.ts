import { days } from '../time/wall.ts'
import { numberOf } from './numerals.ts'
import { readInstant } from './when.ts'

const SPAN = /^(?:再?延?长?)?\s*(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*个?(?:自然)?(天|日(?!前)|周|星期|礼拜)/u
/** How far into the words the new deadline stands; dates further on belong to the reason. */
const HEAD = 20

/**
 * The deadline an extension asks for, and the reason behind it: 「12月2日 等配件」, 「到周五前」, 「5天 等配件」 (counted from the
 * deadline it would replace). Undefined when no time is named.
 */
export function readExtension(
  words: string,
  { now, deadline }: { now: number; deadline: number | undefined },
): { until: number; why: string } | undefined {
  const said = words.trim().replace(/^(?:延?到|至)\s*/u, '')
  const span = SPAN.exec(said)
  if (span) {
    const count = numberOf(span[1] ?? '') ?? 0
    const length = days(span[2] === '天' || span[2] === '日' ? 1 : 7)
    return { until: (deadline ?? now) + count * length, why: reason(said.slice(span[0].length)) }
  }
  const [first = '', ...rest] = said.split(/[\s,，。;；]+/u)
  const until = readInstant(first.slice(0, HEAD), now)
  return until === undefined ? undefined : { until, why: reason(rest.join(' ')) }
}

function reason(words: string): string {
  return words.replace(/^[\s,，。;；:：]+/u, '').trim()
}

const AHEAD =
  /^[#＃\d\s号件,，:：]*(?<why>[^\d\s#＃,，:：][^?？]{1,40}?)[,，。;；\s]+(?:申请|请求|想|需要?|要|只能)再?延(?:期|长)?(?:到|至|[\d一二两三四五六七八九十])/u

/** The reason said before the wish: 「101 配件没到,需要延三天」; '' when there is none. */
export function reasonAhead(words: string): string {
  return AHEAD.exec(words.trim())?.groups?.why?.trim() ?? ''
}
