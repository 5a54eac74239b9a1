import { days, hours, minutes } from '../time/wall.ts'
import { numberOf } from './numerals.ts'
import { readInstant } from './when.ts'

const UNITS: Record<string, number> = {
  分: minutes(1),
  分钟: minutes(1),
  时: hours(1),
  小时: hours(1),
  个小时: hours(1),
  天: days(1),
}

/** Of a working day. */
const HALF_DAY = hours(4)

/** 「2小时 等商户开门」, 「两天等配件」, 「到明天上午10点」: until when, and the words behind. Undefined when no time is named or it is past. */
export function readDelay(words: string, now: number): { until: number; rest: string } | undefined {
  const span = /^\s*(\d{1,3}|半|[一二两三四五六七八九十]{1,3})\s*(个小时|小时|分钟|天|时|分)/.exec(words)
  if (span) {
    const [whole, amount, unit] = span
    const ms =
      amount === '半' && unit === '天'
        ? HALF_DAY
        : (amount === '半' ? 0.5 : (numberOf(amount ?? '') ?? 0)) * (UNITS[unit ?? ''] ?? 0)
    if (ms <= 0) return undefined
    return { until: now + ms, rest: words.slice(whole.length).trim() }
  }
  const [first = '', ...rest] = words.trim().split(/\s+/)
  const until = readInstant(first.replace(/^到/, ''), now)
  return until === undefined || until <= now ? undefined : { until, rest: rest.join(' ') }
}
