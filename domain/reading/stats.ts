import { before, type Period, periodOf } from '../time/period.ts'
import { isFigure, wishAsked } from './stats-asked.ts'

/** What figures somebody asks for. */
export interface StatsWish {
  period: Period
  /** 考核口径, unless 全口径 was said. */
  assessed: boolean
  by?: 'unit' | 'street'
  /** A street or unit, as it was said. */
  place?: string
}

/** 「上期 方庄」, 「本期 按单位」, 「11月 全口径」: the period (this one, if none is named), 口径, rows, and whose. */
export function readStats(said: string, now: number): StatsWish {
  const wish: StatsWish = { period: periodOf(now), assessed: true }
  const left = wishAsked(said.trim())
    .split(/[\s,，、。.!！?？]+/)
    .filter((word) => word !== '' && !take(wish, word, now))
    .join(' ')
  return left ? { ...wish, place: left } : wish
}

function take(wish: StatsWish, word: string, now: number): boolean {
  const period = periodSaid(word, now)
  if (period !== undefined) wish.period = period
  else if (/^[按各]*单位$/.test(word)) wish.by = 'unit'
  else if (/^[按各]*街[道镇]$/.test(word)) wish.by = 'street'
  else if (word === '全口径') wish.assessed = false
  else return isFigure(word) || /^(?:考核口径|全区|全局|行业件|本局承办|现在|目前|多少|怎么样|如何|情况)$/.test(word)
  return true
}

/** 「本期」, 「上月」, 「11月」, 「2025年12月期」: the 考核期 a word names. */
export function periodSaid(word: string, now: number): Period | undefined {
  const current = periodOf(now)
  if (/^(?:本|这|这一|这个|当)(?:期|月)$/.test(word)) return current
  if (/^上(?:期|一期|月|个月)$/.test(word)) return before(current, 1)
  if (/^上上(?:期|月)$/.test(word)) return before(current, 2)
  const [, year, month] = /^(?:(20\d\d)年)?(\d{1,2})月(?:期|份)?$/.exec(word) ?? []
  if (month === undefined || Number(month) < 1 || Number(month) > 12) return undefined
  const two = month.padStart(2, '0')
  if (year !== undefined) return `${year}-${two}`
  // The latest period of that name that has begun.
  const thisYear = `${current.slice(0, 4)}-${two}`
  return thisYear <= current ? thisYear : `${Number(current.slice(0, 4)) - 1}-${two}`
}
