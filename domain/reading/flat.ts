import { Taken } from './taken.ts'

const NUM = '(?:\\d{1,4}[A-Za-z]?|[一二三四五六七八九十]{1,3})'
const FLOOR = `(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[层楼](?![上下顶道])\\s*)?`
/** 3单元502, 3单元5层502室, 三单元, 2门301 */
const UNIT = `${NUM}\\s*单元\\s*${FLOOR}(?:[A-Za-z]?\\d{2,4}\\s*(?:室|号(?!楼|院|线|店))?)?|\\d{1,2}\\s*门\\s*${FLOOR}\\d{3,4}\\s*(?:室|号)?`
const ROOM = '\\d{2,4}\\s*室|\\d{3,4}\\s*(?:住户|户主|业主)'
const PATTERN = new RegExp(`${UNIT}|${ROOM}`, 'gu')
/** 5号楼302, 5号楼302号, 5栋1801; not 5号楼2026年 */
const AFTER_BUILDING = /(?<=(?:号楼|栋|幢|座)\s?-?)\d{3,4}\s*(?:室|号(?!楼|院))?(?![\d年米元点:人次]|\s*[:\uff1a])/gu
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
