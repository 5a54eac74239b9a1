import { addDays, isDate, timeOfMinute, weekdayOf, yearOf } from '../time/wall.ts'
import { dayAsked } from './day-asked.ts'
import { numberOf } from './numerals.ts'

/** When a sample was taken, as a message tells it. */
export interface Sampled {
  /** 'YYYY-MM-DD': the version of a standard goes by it. */
  date: string
  /** 'HH:MM', or 'HH:MM-HH:MM': tells day from night. */
  time?: string
  /** The message without it, so that its figures are read once. */
  rest: string
}

/** When the message was said: the day, and the minute of it where that is known. */
export interface Said {
  today: string
  minute?: number
}

const N = '\\d{1,2}|[零〇一二两三四五六七八九十]{1,3}'
const PART =
  '凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜里|夜间|深夜|大半夜|后半夜|前半夜|半夜|昼间|白天|[晚夜早]'
// 「两点」 may be two points: a spoken hour needs the half of the day, or more of the clock behind it.
const SURELY =
  '(?=半|钟|一刻|三刻|多|左右|[测采取]|过|[零〇一二三四五]?十[一二三四五六七八九]?|[零〇一二三四五六七八九十\\d]{1,3}分)'
const minute = (n: number) =>
  `(?:(?<digits${n}>\\d{2})(?![\\d.])|\\s?(?<spaced${n}>\\d{1,2})(?=分)|(?<half${n}>半)|(?<quarter${n}>一刻|三刻)|过?(?<spoken${n}>[零〇一二三四五六七八九十]{1,3})(?!\\s?[点时.个]))分?`
const clock = (n: number, sure: string) =>
  `(?<hour${n}>${N})\\s?(?:[:：](?=\\s?\\d{2}(?![\\d.]))|[点时](?![间位均])${sure})(?:钟|${minute(n)})?(?:多|左右)?`
const TO = `(?:\\s?(?:[-~—至]+|到)\\s?(?:次日|第二天)?${clock(2, '')})?`
const CLOCKS = [
  new RegExp(`(?<part>${PART})\\s*${clock(1, '')}${TO}`, 'gu'),
  new RegExp(`(?<![\\d.:共各第选布设位]|测点)(?=\\d)${clock(1, '')}${TO}`, 'gu'),
  new RegExp(`(?<![零〇一二两三四五六七八九十百共各第选布设])(?=[^\\d])${clock(1, SURELY)}${TO}`, 'gu'),
]

const FULL_DAY = /(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?!\d)/u
const MONTH_DAY = new RegExp(`(去年|今年)?(?<![\\d.A-Za-z])(${N})月(${N})[日号]?`, 'u')
// 「11.23 采」 is a day, 「背景48.2 夜间」 and 「风速1.2 夜间」 are none.
const DOTTED =
  /(?<=^|[,，。;；(（]\s*|\d\s+|(?:采样|监测|检测|时间|日期|于|在|[去今]年)\s*[:：]?\s*)(1[0-2]|0?[1-9])[./-](3[01]|[12]\d|0?[1-9])(?![\d.])(?=\s*(?:\d{1,2}[:：点时]|采|测|取样|监测|上午|中午|下午|凌晨|早|晚|夜|昼|日))/u
// 「2025年」, 「2025年11月」, by itself: of a sample, not of what it was built or opened.
const SPAN =
  /(?<!\d)(?:(?:20\d\d|[去前])年(?:\s?\d{1,2}月份?)?)(?=\s*(?:$|[,，。;；)）]|\s|采|测|检|监|的?(?:样|数据|结果|报告)))/u
const RELATIVE = /大前天|前天|前晚|前日|昨天|昨日|昨晚|昨夜|今天|今日|今晚|今早|今夜|当天|当晚/u
const WEEKDAY = /(上)?个?(?:周|星期|礼拜)([一二三四五六日天])/u
const DAY_ONLY =
  /(?<![\d月#第.])(\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?=\s*(?:凌晨|清晨|早|上午|中午|下午|傍晚|晚|夜|半夜|深夜|后半夜|\d{1,2}[:：点时]|采(?!样?[点口])|测(?!点)|取样|监测(?!点)))/u
const BACK: Record<string, number> = { 大前: -3, 前: -2, 昨: -1 }
const LATE = /晚|夜/u

/**
 * When it was measured: 「昨晚十一点半」, 「11.23 11:30-12:30采的」, 「上周五夜里11点」, 「21号下午两点」, 「去年12月30日」. Without a day the
 * day it was said on, or the day before when the hour is still to come; a sample is never of the future.
 */
export function sampledAt(said: string, on: Said): Sampled {
  const day = dayOf(said, on.today)
  const at = clockOf(day.rest, day.word)
  if (!at) return { date: day.date ?? on.today, rest: day.rest }
  // 「两点半采的」 in the afternoon: this one, or that of the night.
  if (at.bare && on.minute !== undefined && at.from >= 60 && at.from + 720 <= on.minute)
    return { date: day.date ?? on.today, rest: at.rest }
  const past = day.date !== undefined && at.after && addDays(day.date, 1) <= on.today
  const ahead = day.date === undefined && on.minute !== undefined && at.from > on.minute
  const date = addDays(day.date ?? on.today, past ? 1 : ahead ? -1 : 0)
  return { date, time: at.time, rest: at.rest }
}

interface Day {
  date?: string
  /** The word it was said with; 「昨晚」 tells the half of the day too. */
  word: string
  rest: string
}

function dayOf(text: string, today: string): Day {
  for (const [pattern, dateOf] of DAYS) {
    const found = pattern.exec(text)
    const date = found && dateOf(found, today)
    // The half of the day in 「昨晚」 stays for the clock behind it.
    if (found && date)
      return { date, word: found[0], rest: /[晚夜早]$/u.test(found[0]) ? text : without(text, found, 0) }
  }
  return { word: '', rest: text }
}

const DAYS: readonly [RegExp, (found: RegExpExecArray, today: string) => string | undefined][] = [
  [FULL_DAY, ([, year, month, day]) => iso(Number(year), Number(month), Number(day))],
  [MONTH_DAY, ([, year, month, day], today) => lastOf(numberOf(month ?? ''), numberOf(day ?? ''), { today, year })],
  [SPAN, ([span], today) => within(dayAsked(span, today), today)],
  [DOTTED, ([, month, day], today) => lastOf(Number(month), Number(day), { today })],
  [RELATIVE, ([word], today) => addDays(today, BACK[/^(?:大前|前|昨)/u.exec(word)?.[0] ?? ''] ?? 0)],
  [WEEKDAY, ([, last, name = ''], today) => weekday(name, today, last !== undefined)],
  [DAY_ONLY, ([, day = ''], today) => dayOfMonth(numberOf(day), today)],
]

// A sample of the future was taken a year ago.
function lastOf(
  month: number | undefined,
  day: number | undefined,
  { today, year }: { today: string; year?: string | undefined },
): string | undefined {
  const here = iso(yearOf(today) - (year === '去年' ? 1 : 0), month, day)
  return here === undefined || here <= addDays(today, 1) ? here : iso(yearOf(here) - 1, month, day)
}

// A span that is not over counts as of today.
const within = (date: string, today: string): string => (date < today ? date : today)

function weekday(name: string, today: string, last: boolean): string {
  const wanted = '一二三四五六'.indexOf(name) + 1 || 7
  const date = addDays(today, wanted - weekdayOf(today))
  return last || date > today ? addDays(date, -7) : date
}

function dayOfMonth(day: number | undefined, today: string): string | undefined {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const here = iso(year, month, day)
  if (here !== undefined && here <= today) return here
  return month === 1 ? iso(year - 1, 12, day) : iso(year, month - 1, day)
}

function iso(year: number, month = 0, day = 0): string | undefined {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDate(date) ? date : undefined
}

interface Clock {
  time: string
  /** Minute of the day it began. */
  from: number
  /** An hour by itself, which may be one of two in a day. */
  bare: boolean
  /** Past midnight of the evening that was named: 「昨晚一点」. */
  after: boolean
  rest: string
}

function clockOf(text: string, dayWord: string): Clock | undefined {
  for (const found of CLOCKS.flatMap((pattern) => [...text.matchAll(pattern)])) {
    const { groups = {} } = found
    const part = groups.part ?? ''
    const from = minuteOf(groups, 1, part || dayWord)
    if (from === undefined) continue
    const to = minuteOf(groups, 2, part || dayWord)
    const time = [from, to].flatMap((at) => (at === undefined ? [] : [timeOfMinute(at % 1440)])).join('-')
    const after = LATE.test(part + dayWord) && !/凌晨/u.test(part) && from % 1440 < 300
    // 「夜间22:40」 keeps its 夜间, which is held against the clock.
    const bare = !part && !LATE.test(dayWord) && !/[:：]/u.test(found[0])
    return { time, from: from % 1440, bare, after, rest: without(text, found, /^[昼夜]间$/u.test(part) ? 2 : 0) }
  }
  return undefined
}

function minuteOf(groups: Record<string, string | undefined>, n: 1 | 2, part: string): number | undefined {
  const hour = numberOf(groups[`hour${n}`] ?? '')
  if (hour === undefined || hour > 24) return undefined
  const quarter = groups[`quarter${n}`]
  const spoken = groups[`digits${n}`] ?? groups[`spaced${n}`] ?? groups[`spoken${n}`] ?? '0'
  const past = groups[`half${n}`] ? 30 : quarter ? (quarter === '一刻' ? 15 : 45) : (numberOf(spoken) ?? 0)
  return past > 59 ? undefined : hourOf(hour, part) * 60 + past
}

function hourOf(hour: number, part: string): number {
  if (hour > 12 || /凌晨|清晨|早|上午/u.test(part)) return hour
  if (/中午/u.test(part)) return hour < 6 ? hour + 12 : hour
  if (/下午|傍晚/u.test(part)) return hour < 12 ? hour + 12 : hour
  if (!LATE.test(part)) return hour
  if (hour === 12) return 24
  return hour > (part.includes('晚') ? 4 : 6) ? hour + 12 : hour
}

function without(text: string, found: RegExpExecArray, kept: number): string {
  return `${text.slice(0, found.index)}${found[0].slice(0, kept)} ${text.slice(found.index + found[0].length)}`
}
