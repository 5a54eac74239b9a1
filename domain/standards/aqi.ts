import data from '../data/standards.json' with { type: 'json' }
import { type Decimal, decimal, figure, halfEven, upward } from './decimal.ts'
import { inForce } from './limits.ts'

export type AqiVersion = keyof typeof data.aqi & `HJ ${string}`
/** A column of the table: 'PM2.5_24h', 'O3_8h', 'CO_1h'. */
export type AqiKey = keyof (typeof data.aqi)['HJ 633-2026']['breakpoints']

export const aqiVersions = ['HJ 633-2012', 'HJ 633-2026'] as const satisfies AqiVersion[]
export const aqiItems = ['PM2.5', 'PM10', 'SO2', 'NO2', 'CO', 'O3'] as const
export const aqiKeys = Object.keys(data.aqi['HJ 633-2026'].breakpoints) as AqiKey[]

/** The version in force on a day. */
export function aqiVersionOn(date: string): AqiVersion | undefined {
  return aqiVersions.find((version) => inForce(data.aqi[version], date))
}

/** First and last day of a version. */
export function aqiInForce(version: AqiVersion): { validFrom: string; validTo: string | null } {
  return data.aqi[version]
}

/** The concentrations at which the index is 0, 50, 100, 150, 200, 300, 400, 500; null where the column ends. */
export function breakpointsOf(version: AqiVersion, key: AqiKey): readonly (number | null)[] {
  return data.aqi[version].breakpoints[key]
}

/** The index at each breakpoint. */
export const indexSteps: readonly number[] = data.aqi['HJ 633-2026'].iaqi

/**
 * IAQI of a concentration (HJ 633: linear between breakpoints, rounded upward). In µg/m³, CO in mg/m³. Out: the index;
 * `capped` above 500; 'other' where the 2012 table tells to use the item's other mean (SO2 1 h over 800, O3 8 h over 800).
 */
export function iaqiOf(
  version: AqiVersion,
  key: AqiKey,
  concentration: Decimal,
): { iaqi: number; capped?: true } | 'other' {
  const points = breakpointsOf(version, key).filter((point) => point !== null)
  const c = version === 'HJ 633-2026' ? halfEven(concentration, key.startsWith('CO') ? 1 : 0) : concentration
  const above = points.findIndex((point) => c.lte(point))
  if (above === 0) return { iaqi: 0 }
  if (above > 0) {
    const [low, high] = [figure(points[above - 1] ?? 0), figure(points[above] ?? 0)]
    const [from, to] = [indexSteps[above - 1] ?? 0, indexSteps[above] ?? 0]
    return {
      iaqi: upward(
        c
          .minus(low)
          .times(to - from)
          .div(high.minus(low))
          .plus(from),
      ).toNumber(),
    }
  }
  const last = indexSteps[points.length - 1] ?? 500
  if (points.length === indexSteps.length) return { iaqi: last, capped: true }
  return version === 'HJ 633-2012' ? 'other' : { iaqi: last }
}

/** 级别 and 类别 of an index. */
export function levelOf(aqi: number): { level: string; category: string } {
  const found = data.aqi.levels.find(({ max }) => max === null || aqi <= max)
  return { level: found?.level ?? '', category: found?.category ?? '' }
}

/** Every level with its span, from 优 to 严重污染. */
export const aqiLevels: readonly { min: number; max: number | null; category: string }[] = data.aqi.levels

/** The day on which a version came into force. */
export function aqiSince(version: AqiVersion): string {
  return data.aqi[version].validFrom
}

/** Vectors printed with the data. */
export const aqiVectors = data.aqi.testVectors.map((vector) => {
  const [[key, value] = ['', 0]] = Object.entries(vector.in)
  return {
    version: vector.std as AqiVersion,
    key: key as AqiKey,
    value: decimal(value) ?? figure(0),
    iaqi: vector.iaqi,
  }
})
