import { addDays, dateOf, days, hours, instant, isDate, timeOfMinute, weekdayOf, yearOf } from '../time/wall.ts'
import { numberOf } from './numerals.ts'

/** A date without an hour means the end of that working day. */
const END_OF_DAY = '18:00'
const N = '\\d{1,4}|[零〇一二两三四五六七八九十]{1,3}'
const PART = '凌晨|清晨|早上|早晨|一早|上午|中午|下午|傍晚|晚上|晚间|夜里|夜间|深夜|半夜|后半夜|前半夜|晚|早|夜'
const CLOCK = `(?:(${PART})\\s*)?(${N})\\s*(?:[点时](?!间)|[:\\uff1a])\\s*(?:钟|(半)|(一刻|三刻)|(${N})\\s*分?)?`
const FULL_DATE = /(?<!\d)(20\d\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)\s*[日号]?/u
const COMPACT_DATE = /(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?!\d)/u
const MONTH_DAY = new RegExp(
  `(?<!\\d)(${N})\\s*(?:[/月]|[-.](?=\\d{1,2}(?:\\s|日|号|前|$)))\\s*(${N})(?!\\d)\\s*[日号]?`,
  'u',
)
const DAY_ONLY = new RegExp(
  `(?<![\\d月#第])(${N})[日号](?=\\s*(?:前|之前|以前|晚|上午|下午|中午|早|\\d|$|[,\\uff0c。;\\uff1b]))`,
  'u',
)
const RELATIVE =
  /大前天|前天|前晚|昨天|昨日|昨晚|昨夜|今天|今日|今晚|今早|今夜|当天|当日|当晚|明天|明日|明早|明晚|大后天|后天/u
const WEEKDAY = /(上上|上|下|本|这)?个?(?:周|星期|礼拜)([一二三四五六日天末])/u
const SPAN =
  /(\d{1,3}|[一二两三四五六七八九十]{1,3}|半)\s*个?\s*(自然日|工作日|天|日(?!期)|小时|钟头|个?h(?![a-z])|周|星期|分钟)\s*(?:之内|以内|内|后|办结|反馈|回复|$|[,\uff0c。;\uff1b()\uff08\uff09\s])/iu
const OFFSET: Record<string, number> = {
  大前天: -3,
  前天: -2,
  前晚: -2,
  昨天: -1,
  昨日: -1,
  昨晚: -1,
  昨夜: -1,
  明天: 1,
  明日: 1,
  明早: 1,
  明晚: 1,
  后天: 2,
  大后天: 3,
}
const EVENING = /晚|夜|傍/u

/**
 * The instant a text names: «2026-11-29 21:47», «11/29 21:47», «12月2号», «周五前», «明天上午10点», «7天».
 * A date without an hour is 18:00 of that day; a span counts from `now` in natural time. Undefined when none is named.
 */
export function readInstant(text: string, now: number): number | undefined {
  const line = text.slice(0, 400)
  const day = findDay(line, now)
  if (day) {
    const clock = findClock(line.slice(day.end), day.word)
    return at(day.date, clock ?? END_OF_DAY)
  }
  const span = spanOf(line)
  if (span !== undefined) return now + span
  const clock = findClock(line, '')
  if (clock === undefined) return /下班前/u.test(line) ? at(dateOf(now), END_OF_DAY) : undefined
  return at(dateOf(now), clock)
}

/** A deadline as an order states it; `derived` when it was a span («7天») counted from `now`. */
export function readDeadline(text: string, now: number): { at: number; derived: boolean } | undefined {
  const due = readInstant(text, now)
  if (due === undefined) return undefined
  return {
    at: due,
    derived: findDay(text.slice(0, 400), now) === undefined && spanOf(text.slice(0, 400)) !== undefined,
  }
}

/** 2h, 24h, 7d or 15d when a text states one of the four grades as a span; undefined otherwise. */
export function readGrade(text: string): '2h' | '24h' | '7d' | '15d' | undefined {
  const span = spanOf(text.slice(0, 200))
  if (span === hours(2)) return '2h'
  if (span === hours(24)) return '24h'
  if (span === days(7)) return '7d'
  return span === days(15) ? '15d' : undefined
}

const RANGE = new RegExp(`${CLOCK}(?:多|左右)?\\s*(?:到|至|~|~|—+|--?)\\s*(?:次日|第二天)?${CLOCK}`, 'u')
const PHRASE = new RegExp(
  `(?:每天|天天|每晚|每日|每到|经常|总是|这几天|最近|近期|连续几天|周末|昨天|昨晚|前天|今天|今早|今晚)?(?:从)?(?:都|就)?(?:后半夜|前半夜|大半夜|半夜三更|半夜|凌晨|清晨|深夜|夜里|夜间|晚上|晚间|傍晚|早上|上午|中午|下午|白天|整夜|通宵|彻夜|昼夜|大晚上)(?:(?:到)?(?:${N})[点时](?:半|多|左右)?)?`,
  'u',
)
const FREQUENCY =
  /每天到?(?:\d{1,2}|[一二两三四五六七八九十]{1,3})点|天天到(?:\d{1,2}|[一二两三四五六七八九十]{1,3})点|一天几十趟|24小时|全天|每天|天天|每晚/u

/**
 * When the nuisance happens, as a short text: «2026-11-22 22:30~24:00» or «2026-11-22 06:30» when the day is named,
 * else the complainant's own words («后半夜», «夜里一点多»). Undefined when nothing is said.
 */
export function readOccurred(text: string, now: number): string | undefined {
  const line = text.slice(0, 2000)
  const named = findDay(line, now)
  const day = named && named.date <= dateOf(now) ? named : undefined
  const after = day ? line.slice(day.start, day.start + 60) : line
  const range = RANGE.exec(after)
  const from = range && minuteOf(range.slice(1, 6), day?.word ?? '')
  const to = range && minuteOf(range.slice(6, 11), range[1] ?? day?.word ?? '')
  if (day && from != null && to != null) return spell(day.date, from, to > from ? to : to + 720 <= 1800 ? to + 720 : to)
  if (day && from == null) {
    const clock = findClock(line.slice(day.end, day.end + 30), day.word)
    if (clock !== undefined) return spell(day.date, clock)
  }
  if (range) return range[0].trim()
  const phrase = PHRASE.exec(line)?.[0] ?? FREQUENCY.exec(line)?.[0]
  if (day) return phrase ? `${day.date} ${phrase.replace(day.word, '')}`.trim() : day.date
  return phrase ?? /刚才|刚刚|现在|目前|此刻|正在/u.exec(line)?.[0]
}

function spell(date: string, from: number, to?: number): string {
  const start = `${addDays(date, Math.floor(from / 1440))} ${timeOfMinute(from % 1440)}`
  if (to === undefined) return start
  const sameDay = Math.floor(from / 1440) === Math.floor(to / 1440) || to === 1440
  if (sameDay) return `${start}~${timeOfMinute(to === 1440 ? 1440 : to % 1440)}`
  return `${start}~${addDays(date, Math.floor(to / 1440))} ${timeOfMinute(to % 1440)}`
}

interface Day {
  date: string
  /** The word it was said with; «昨晚» tells the half of the day too. */
  word: string
  start: number
  end: number
}

function findDay(text: string, now: number): Day | undefined {
  const full = FULL_DATE.exec(text) ?? COMPACT_DATE.exec(text)
  if (full) return dayOf(text, full, iso(Number(full[1]), Number(full[2]), Number(full[3])))
  const short = MONTH_DAY.exec(text)
  const date = short && nearest(numberOf(short[1] ?? ''), numberOf(short[2] ?? ''), now)
  if (short && date) return dayOf(text, short, date)
  const relative = RELATIVE.exec(text)
  if (relative) return dayOf(text, relative, addDays(dateOf(now), OFFSET[relative[0]] ?? 0))
  const weekday = WEEKDAY.exec(text)
  if (weekday) return dayOf(text, weekday, weekdayNear(weekday[1] ?? '', weekday[2] ?? '', now))
  const lone = DAY_ONLY.exec(text)
  return lone ? dayOf(text, lone, dayOfMonth(numberOf(lone[1] ?? ''), now)) : undefined
}

function dayOf(_text: string, match: RegExpExecArray, date: string | undefined): Day | undefined {
  return date === undefined
    ? undefined
    : { date, word: match[0], start: match.index, end: match.index + match[0].length }
}

function iso(year: number, month: number, day: number): string | undefined {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDate(date) ? date : undefined
}

/** A month and a day without a year lie within half a year of now. */
function nearest(month: number | undefined, day: number | undefined, now: number): string | undefined {
  if (month === undefined || day === undefined) return undefined
  const year = yearOf(dateOf(now))
  const candidates = [year - 1, year, year + 1].map((y) => iso(y, month, day)).filter((d) => d !== undefined)
  const distance = (date: string): number => Math.abs(instant(date) - now)
  return candidates.sort((a, b) => distance(a) - distance(b))[0]
}

function weekdayNear(which: string, name: string, now: number): string {
  const today = dateOf(now)
  const wanted = name === '末' ? 6 : name === '日' || name === '天' ? 7 : '一二三四五六'.indexOf(name) + 1
  const monday = addDays(today, 1 - weekdayOf(today))
  const weeks = which === '上上' ? -2 : which === '上' ? -1 : which === '下' ? 1 : 0
  const date = addDays(monday, weeks * 7 + wanted - 1)
  return which === '' && date < today ? addDays(date, 7) : date
}

function dayOfMonth(day: number | undefined, now: number): string | undefined {
  if (day === undefined || day < 1 || day > 31) return undefined
  const [year, month] = dateOf(now).split('-').map(Number) as [number, number]
  const here = iso(year, month, day)
  if (here !== undefined && here >= addDays(dateOf(now), -1)) return here
  return month === 12 ? iso(year + 1, 1, day) : iso(year, month + 1, day)
}

const CLOCKS = new RegExp(CLOCK, 'u')

/** Minutes after the day's midnight; may pass 1440 («昨晚一点» is after midnight). */
function findClock(text: string, dayWord: string): number | undefined {
  const near = text.slice(0, 40)
  const match = CLOCKS.exec(near)
  if (match) return minuteOf(match.slice(1, 6), dayWord)
  if (/^[^\d]{0,3}(?:上午|中午)/u.test(near)) return 720
  return undefined
}

function minuteOf(parts: (string | undefined)[], dayWord: string): number | undefined {
  const [part, hourWords, half, quarter, minuteWords] = parts
  const hour = numberOf(hourWords ?? '')
  const minute = half ? 30 : quarter ? (quarter === '一刻' ? 15 : 45) : (numberOf(minuteWords ?? '0') ?? 0)
  if (hour === undefined || hour > 24 || minute > 59) return undefined
  return hourOf(hour, part ?? dayWord) * 60 + minute
}

function hourOf(hour: number, part: string): number {
  if (/凌晨|清晨|早|上午/u.test(part)) return hour
  if (/中午/u.test(part)) return hour < 6 ? hour + 12 : hour
  if (/下午/u.test(part)) return hour < 12 ? hour + 12 : hour
  if (!EVENING.test(part)) return hour
  if (hour >= 5 && hour < 12) return hour + 12
  return hour === 12 ? 24 : hour < 5 ? hour + 24 : hour
}

function at(date: string | undefined, clock: string | number): number | undefined {
  if (date === undefined) return undefined
  return typeof clock === 'string' ? instant(date, clock) : instant(date) + clock * 60_000
}

function spanOf(text: string): number | undefined {
  const match = SPAN.exec(`${text} `)
  if (!match) return undefined
  const amount = match[1] === '半' ? 0.5 : numberOf(match[1] ?? '')
  if (amount === undefined) return undefined
  const unit = match[2] ?? ''
  if (/小时|钟头|h/iu.test(unit)) return hours(amount)
  if (unit === '分钟') return amount * 60_000
  return days(/周|星期/u.test(unit) ? amount * 7 : amount)
}
