import { digitOf, numberOf } from './numerals.ts'

const ONES = '[零〇一二三四五六七八九]'
const LEVEL = `(?<whole>(?:一百[零〇]?|[二三四五六七八九]十)${ONES}?)`
// 「六十二点四」: no clock goes past 24.
const DECIMAL = new RegExp(`(?<![十百千万])${LEVEL}点(?<part>${ONES}{1,2})(?![点时分个])`, 'gu')
const WHOLE = new RegExp(
  `(?<=(?:昼间?|夜间?|背景|本底|噪[声音])[值为是:：\\s]*)${LEVEL}(?=\\s*(?:$|[,，。;；\\s]|分贝|dB|背景|昼|夜))|${LEVEL.replace('whole', 'told')}(?=\\s*(?:分贝|dB))`,
  'giu',
)
// 「油烟一点二」: behind the name of what is measured it is no clock.
const SMALL = new RegExp(
  `(?<=(?:油烟|颗粒物|总烃|浓度|氨氮|总磷|溶解氧|硫化氢|COD|pH)[值为是:：\\s]*)(?<whole>[零〇一二两三四五六七八九十]{1,3})点(?<part>${ONES}{1,3})(?![点时分个])`,
  'giu',
)

/** Spoken values in digits: 「昼间六十二点四 背景五十一分贝」, 「油烟一点二」. Clocks and counts stay as they are. */
export function valuesInDigits(text: string): string {
  return [DECIMAL, SMALL, WHOLE].reduce((read, pattern) => read.replace(pattern, inDigits), text)
}

function inDigits(said: string, ...found: unknown[]): string {
  const { whole, told, part } = found.at(-1) as Record<string, string | undefined>
  const n = numberOf((whole ?? told ?? '').replace('〇', '零'))
  if (n === undefined || n < 25) return part === undefined || n === undefined ? said : `${n}.${digitsOf(part)}`
  return part === undefined ? String(n) : `${n}.${digitsOf(part)}`
}

const digitsOf = (words: string): string => [...words].map((char) => digitOf(char) ?? '').join('')
