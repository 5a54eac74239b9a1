import { type Period, periodOf, spanOfPeriod } from '../time/period.ts'
import { addDays, dateOf, instant, isDate, weekdayOf } from '../time/wall.ts'
import { periodSaid } from './stats.ts'

/** A span of time somebody names. */
export interface SpanSaid {
  from: number
  /** No longer in it. */
  to: number
  /** Set where it is a 考核期. */
  period?: Period
  /** What else was said: a street, a unit, a wish. */
  left: string
}

const D = String.raw`(?:(20\d\d)\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})[日号]?`
const DATES = new RegExp(String.raw`(?<![\d月])${D}\s*(?:到|至|~|～|—+|-+)\s*${D}|(?<![\d月])${D}(?!\d)`, 'u')
const DAYS: Record<string, number> = { 今天: 0, 今日: 0, 昨天: -1, 昨日: -1, 前天: -2 }

/**
 * 「本期」, 「上期 方庄」, 「11月」, 「本周」, 「上周」, 「昨天」, 「11月16日至11月22日」, 「2026-11-20」: the span that is named, this 考核期
 * where none is. A day without a year is the latest that has begun. Both days of a range are in it.
 */
export function readSpan(said: string, now: number): SpanSaid {
  const dates = DATES.exec(said)
  const span = dates && spanOfDates(dates, now)
  if (dates && span) return { ...span, left: rest(said.replace(dates[0], ' ')) }
  const words = said.split(/[\s,，、。.!！?？的]+/).filter(Boolean)
  for (const word of words) {
    const named = spanOfWord(word, now)
    if (named) return { ...named, left: rest(words.filter((one) => one !== word).join(' ')) }
  }
  const period = periodOf(now)
  return { ...spanOfPeriod(period), period, left: rest(said) }
}

function spanOfWord(word: string, now: number): Omit<SpanSaid, 'left'> | undefined {
  const period = periodSaid(word, now)
  if (period !== undefined) return { ...spanOfPeriod(period), period }
  const today = dateOf(now)
  if (Object.hasOwn(DAYS, word)) return between(addDays(today, DAYS[word] ?? 0), addDays(today, DAYS[word] ?? 0))
  const [, which] = /^(本|这|上|上上)(?:一)?个?(?:周|星期|礼拜)$/.exec(word) ?? []
  if (which === undefined) return undefined
  const monday = addDays(today, 1 - weekdayOf(today) - (which === '上' ? 7 : which === '上上' ? 14 : 0))
  return between(monday, addDays(monday, 6))
}

function spanOfDates(match: RegExpExecArray, now: number): Omit<SpanSaid, 'left'> | undefined {
  const [, y1, m1, d1, y2, m2, d2, y, m, d] = match
  const last = m2 === undefined ? dateSaid([y, m, d], now) : dateSaid([y2, m2, d2], now)
  if (last === undefined) return undefined
  const first = m1 === undefined ? last : dateSaid([y1 ?? y2 ?? last.slice(0, 4), m1, d1], now)
  if (first === undefined) return undefined
  // 「12月20日至1月5日」 begins in the year before.
  const begins = first > last && y1 === undefined ? `${Number(first.slice(0, 4)) - 1}${first.slice(4)}` : first
  return begins <= last && isDate(begins) ? between(begins, last) : undefined
}

function dateSaid([year, month, day]: (string | undefined)[], now: number): string | undefined {
  const two = (n = '') => n.padStart(2, '0')
  const of = (y: number | string) => `${y}-${two(month)}-${two(day)}`
  const today = dateOf(now)
  const date = year === undefined ? of(today.slice(0, 4)) : of(year)
  if (!isDate(date)) return undefined
  return year === undefined && date > today ? of(Number(today.slice(0, 4)) - 1) : date
}

function between(first: string, last: string): { from: number; to: number } {
  return { from: instant(first), to: instant(addDays(last, 1)) }
}

function rest(said: string): string {
  return said.replace(/[\s,，、。]+/g, ' ').trim()
}
