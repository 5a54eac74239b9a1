import { Taken } from './taken.ts'

const NUM = '(?:\\d{1,4}[A-Za-z]?|[一二三四五六七八九十]{1,3})'
const FLOOR = `(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[层楼](?![上下顶道])\\s*)?`
/** 五零二, 一二〇三, 幺零幺: as a phone writes down what it hears. */
const HEARD = '[〇零一二三四五六七八九幺两]{3,4}(?![层楼单栋号个家户天年月日点])'
/** What makes a number something else than a door: 2026年, 502路, 300米. */
export const COUNTED =
  '(?!\\d|[.．]\\d|\\s*(?:[年米元点:人次个件分天平度路线吨户岁%\uff1a㎡]|号[楼院线]|mg|dB|μ|µ|ug|毫克|微克|分贝))'
/** 3单元502, 3单元5层502室, 三单元, 2门301 */
const UNIT = `${NUM}\\s*单元\\s*${FLOOR}(?:[A-Za-z]?\\d{2,4}\\s*(?:室|号(?!楼|院|线|店))?|${HEARD}室?)?|\\d{1,2}\\s*门\\s*${FLOOR}\\d{3,4}\\s*(?:室|号)?`
const ROOM = '\\d{2,4}\\s*室|\\d{3,4}\\s*(?:住户|户主|业主)'
/** 12层1203: without a unit */
const ON_FLOOR = `\\d{1,2}层\\s*\\d{3,4}室?${COUNTED}`
/** 我家502, 家住602, 我是502的住户 */
const AT_HOME = `(?<=(?:我|他|她|您)们?家(?:里?[在是住])?|家[在住]|[我他她]们?[住是])\\d{3,4}${COUNTED}|(?<=[住在])\\d{3,4}(?=的(?:住户|居民|业主|租户|邻居))`
const PATTERN = new RegExp(`${UNIT}|${ROOM}|${ON_FLOOR}|${AT_HOME}`, 'gu')
/** 5号楼302, 5号楼302号, 5栋1801, 5楼302; not 5号楼2026年 */
const AFTER_BUILDING =
  /(?<=(?:号楼|\d楼|栋|幢|座)\s?-?)\d{3,4}\s*(?:室|号(?!楼|院))?(?![\d年米元点:人次]|\s*[:\uff1a])/gu
/** 11-3-502, 11号楼-3-502 */
const DASHED = /(?<![\d\-–—.:/])\d{1,3}\s?[-–—]\s?\d{1,2}\s?[-–—]\s?\d{3,4}(?![\d\-–—.:/年月])/gu
const DASHED_AFTER = /(?<=(?:号楼|栋|幢|座)\s?[-–—]?)\d{1,2}\s?[-–—]\s?\d{3,4}(?![\d\-–—.:/年月])/gu

export interface Door {
  /** As written, from the unit on: personal. */
  value: string
  start: number
  end: number
  /** The building when the door carries it («11-3-502»). */
  building?: string
}

/** The door-level parts (单元, 室, 门牌到户) of a text, in order: these are personal, compound and building are not. */
export function findDoors(text: string): Door[] {
  const doors: Door[] = []
  for (const match of text.matchAll(DASHED)) {
    const [building = '', ...rest] = match[0].split(/\s?[-–—]\s?/u)
    if (isDate(match[0])) continue
    doors.push({
      value: rest.join('-'),
      start: match.index,
      end: match.index + match[0].length,
      building: `${building}号楼`,
    })
  }
  for (const pattern of [DASHED_AFTER, PATTERN, AFTER_BUILDING]) {
    const taken = new Taken(doors)
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].trimEnd().length
      if (taken.free(match.index, end)) doors.push({ value: text.slice(match.index, end), start: match.index, end })
    }
  }
  return doors.sort((a, b) => a.start - b.start)
}

/** 11-23-2026 is a date, not a door. */
function isDate(text: string): boolean {
  return /[-–—]\s?(?:19|20)\d\d$/u.test(text)
}
