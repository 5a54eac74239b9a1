import { readInstant } from './when.ts'

const BUILDING =
  /[甲乙丙丁]?(?:\d{1,4}(?:[-–]\d{1,4})?|[一二三四五六七八九十]{1,3})\s?(?:号楼|号院|号|栋|幢|座|楼|弄|单元)/u
const BESIDE = /(?:底商|楼下|门口|门前|附近|旁边|对面|东侧|西侧|南侧|北侧|周边|院内|楼顶|地下)/u
const NUMERALS = '零一二三四五六七八九十'

/**
 * The compound of an address, to see which cases lie on one way: 「芳城园2区5号楼底商」 → 「芳城园二区」. In: compound and
 * building without the street. Undefined when nothing stands before the building.
 */
export function compoundOf(address: string): string | undefined {
  const line = address.replace(/\s+/g, '')
  const ends = [BUILDING, BESIDE].map((mark) => line.search(mark)).filter((at) => at >= 0)
  const name = line
    .slice(0, Math.min(line.length, ...ends))
    .replace(/(\d{1,2})(?=[区里期])/gu, (digits) => NUMERALS[Number(digits)] ?? digits)
    .replace(/[,，、。]+$/u, '')
  return name.length >= 2 && name.length <= 14 ? name : undefined
}

const AGREED =
  /约(?:好|定|在|了)?\s*([^,，。;；!！\n约]{1,16}?)\s*(?:现场|到场|上门|见面|见|去|到|过去|过来|看|查|入户|复测|检测)/gu

/** When somebody agreed to come, as they said it then: 「约明天上午10点现场」. The last one counts; undefined when none is named. */
export function appointmentIn(words: string, saidAt: number): number | undefined {
  const named = [...words.matchAll(AGREED)].map(([, when = '']) => readInstant(when, saidAt))
  return named.findLast((at) => at !== undefined && at > saidAt)
}
