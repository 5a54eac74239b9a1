const SPOKEN: Record<string, number> = {
  零: 0,
  〇: 0,
  洞: 0,
  一: 1,
  幺: 1,
  壹: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  拐: 7,
  勾: 9,
}
const CHINESE = '零一二三四五六七八九'
/** Spoken one digit at a time: the characters that may stand in a phone number. */
export const SPOKEN_DIGIT = /[零〇洞幺一二两三四五六七八九拐勾]/u

/** One character, written or spoken, as a digit string; anything else is undefined. */
export function digitOf(char: string): string | undefined {
  if (char >= '0' && char <= '9') return char
  const value = SPOKEN[char]
  return value === undefined ? undefined : String(value)
}

/** «十一» 11, «二十» 20, «两» 2, «3» 3, «一百零五» 105, «十一半» no. Undefined when it is no number below 10,000. */
export function numberOf(words: string): number | undefined {
  if (/^\d{1,9}$/.test(words)) return Number(words)
  if (words === '' || words.length > 9) return undefined
  if (words.length > 1 && [...words].every((c) => c in SPOKEN)) return Number([...words].map(digitOf).join(''))
  let total = 0
  let digit: number | undefined
  for (const char of words) {
    const unit = char === '十' ? 10 : char === '百' ? 100 : char === '千' ? 1000 : 0
    if (unit > 0) {
      total += (digit ?? 1) * unit
      digit = undefined
    } else if (char in SPOKEN) digit = SPOKEN[char]
    else return undefined
  }
  return total + (digit ?? 0)
}

/** 4 → 四, 12 → 十二, 63 → 六十三: how community names write their numbers (1–99). */
export function chineseNumber(n: number): string {
  const tens = Math.floor(n / 10)
  const ones = n % 10
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${CHINESE[tens]}十`
  return head + (ones > 0 || tens === 0 ? CHINESE[ones] : '')
}

const COUNTED = /([零〇一二两三四五六七八九十百]{1,5})(?=号楼|号院|号门|栋|幢|单元|层楼)/gu

/** «三号楼» → «3号楼», «十二单元» → «12单元»: buildings are written in digits. */
export function buildingsInDigits(text: string): string {
  return text.replace(COUNTED, (words) => String(numberOf(words) ?? words))
}

const RUN =
  /[幺一](?:[ 　\-,\uff0c、]?[零〇洞幺一二两三四五六七八九拐勾]){10}(?![零〇洞幺一二两三四五六七八九拐勾十百千万])/gu

/** Spoken phone numbers in a text as digits: «幺三八零零零零五六七八» hands back digits in place. */
export function phonesInDigits(text: string): string {
  return text.replace(RUN, (run) => [...run].map((c) => digitOf(c) ?? '').join(''))
}
