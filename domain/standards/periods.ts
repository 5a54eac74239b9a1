import data from '../data/standards.json' with { type: 'json' }
import { minuteOf, wallOf } from '../time/wall.ts'

export type NoisePeriod = 'day' | 'night'
export type AirPeriod = '1h' | '24h' | 'daily_max_8h' | 'annual'

/** When the day begins and ends for noise, 'HH:MM'. */
export const dayPeriod = data.noise.dayPeriod as [string, string]
const [dayFrom, dayTo] = dayPeriod.map(minuteOf) as [number, number]

/** 昼间 06:00 to 22:00, 夜间 the rest; 06:00 is day, 22:00 is night. `minute`: of the day. */
export function noisePeriodAt(minute: number): NoisePeriod {
  return minute >= dayFrom && minute < dayTo ? 'day' : 'night'
}

/** 「昼间」, 「day」, 「夜」. */
export function noisePeriodSaid(said: string): NoisePeriod | undefined {
  if (/^(?:day|daytime|昼|白天|日间)/i.test(said.trim())) return 'day'
  return /^(?:night|夜|晚|凌晨)/i.test(said.trim()) ? 'night' : undefined
}

/** 「1h」, 「小时均值」, 「日均」, 「24小时」, 「O3-8h」, 「年均」. */
export function airPeriodSaid(said: string): AirPeriod | undefined {
  const text = said.normalize('NFKC').toLowerCase().replace(/[\s_]/g, '')
  if (/8h|8-?小时|8-?hour|八小时/.test(text)) return 'daily_max_8h'
  if (/24h|24-?小时|24-?hour|日均|日平均|日值|日浓度|daily|^day$|^日$|^d$/.test(text)) return '24h'
  if (/annual|年/.test(text)) return 'annual'
  if (/1-?h|小时|hour|时均|^时$|^h$/.test(text)) return '1h'
  return undefined
}

/** The minutes of the day that a time of measuring names: 「22:40」, 「22点半」, 「21:50-22:10」 (two), an ISO instant (in Beijing). */
export function minutesSaid(said: string): number[] {
  const text = said.normalize('NFKC').trim()
  const at = /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(at)) return [wallOf(at).minute]
  const clock = text.replace(/\d{4}-\d{1,2}-\d{1,2}[T ]?/g, ' ')
  return [...clock.matchAll(/(?<![\d:])(\d{1,2})(?::|点|时)(\d{2})?(半)?/g)].flatMap(([, hour, minute, half]) => {
    const minutes = Number(hour) * 60 + (half ? 30 : Number(minute ?? 0))
    return minutes <= 1440 ? [minutes % 1440] : []
  })
}
