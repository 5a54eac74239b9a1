import { dateOf } from '../time/wall.ts'
import type { Call } from './command.ts'
import { readComplaints } from './complaint.ts'
import { standardAsked } from './limit-question.ts'

const MUCH = '(?:多少|多大|多高|几|啥|什么|咋|怎么)'
const HELD = '(?:标准|限值|限制|上限|(?:不[能得准可]|不允许|最多|最高)(?:可以|允许|能)?(?:超过?|高于|大于|到)?)'
const ASKS_HOW_MUCH = new RegExp(
  `${HELD}(?:要求|值)?(?:应该?)?(?:是|为|到)?${MUCH}|${MUCH}[^,，。;；]{0,4}(?:算|才算|就|会)?超标|(?:标准|限值)(?:呢|吗|是)?[?？]$|^(?:请问|问一下|查一?下?)[^,，。;；]*(?:标准|限值)$|^[^,，。;；]{1,14}(?<!超)(?:标准|限值)[。\\s]*$|[昼夜类][^,，。;；]{0,4}多少(?:分贝|dB)[?？]?$`,
  'u',
)
const CODE_ALONE = /^(?:GB|DB11|HJ)\s?\/?\s?(?:T\s?)?\d{2,6}(?:[-—–]\d{2,4})?[\s。?？]*$/iu
const HAPPENED = /超标了|[在又]超标|投诉|举报|扰民|反映|影响|受不了|没人管|太[吵大响臭呛]|[吵臭呛]得|查处|处理|管管/u
const LONGEST = 40

/**
 * 「油烟限值多少」, 「2类夜间噪声标准是多少」, 「GB 22337」 said to the bot: the standards are asked, nothing is reported. Undefined
 * where a place is named, where something happened, or where no standard knows what is asked. `now` in milliseconds.
 */
export function askingLimit(text: string, now: number): Call | undefined {
  const whole = text.trim()
  if (whole.length > LONGEST || HAPPENED.test(whole)) return undefined
  if (!CODE_ALONE.test(whole) && !ASKS_HOW_MUCH.test(whole)) return undefined
  const said = whole.replace(/^(?:请问|问一下|查一?下?)/u, '')
  if (standardAsked(said, dateOf(now)) === undefined || readComplaints(said, { now }).place) return undefined
  return { verb: 'standard', refs: [], quoted: false, rest: said, onlyNumber: false, words: text }
}
