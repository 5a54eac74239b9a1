import {
  type AqiKey,
  aqiLevels,
  aqiSince,
  aqiVersionOn,
  breakpointsOf,
  iaqiOf,
  indexSteps,
  levelOf,
} from '../../standards/aqi.ts'
import { figure, halfEven, written } from '../../standards/decimal.ts'
import { findLimit } from '../../standards/find-limit.ts'
import { judge } from '../../standards/judge.ts'
import type { Sample } from '../../standards/sample.ts'
import { unitShown } from '../../standards/units.ts'
import { addDays } from '../../time/wall.ts'
import {
  airAsks,
  hourlyNoVerdict,
  indexBasis,
  interpolation,
  levelSaid,
  levelsSaid,
  primariesSaid,
} from '../../words/quiz-air.ts'
import { findings, overTimes, reckoned, verdictChoice } from '../../words/quiz-basis.ts'
import type { Chance } from '../chance.ts'
import type { Kind } from '../question.ts'

/** Daily values as they are read in the district. */
const DAILY: readonly { item: string; period: string; from: number; to: number; places: number }[] = [
  { item: 'PM2.5', period: '24h', from: 30, to: 130, places: 0 },
  { item: 'PM2.5', period: '24h', from: 55, to: 80, places: 0 },
  { item: 'PM10', period: '24h', from: 70, to: 240, places: 0 },
  { item: 'PM10', period: '24h', from: 110, to: 160, places: 0 },
  { item: 'NO2', period: '24h', from: 40, to: 110, places: 0 },
  { item: 'O3', period: 'daily_max_8h', from: 110, to: 250, places: 0 },
  { item: 'CO', period: '24h', from: 1, to: 5.5, places: 1 },
  { item: 'TSP', period: '24h', from: 150, to: 450, places: 0 },
]
const HOURLY: typeof DAILY = [
  { item: 'PM2.5', period: '1h', from: 35, to: 150, places: 0 },
  { item: 'PM10', period: '1h', from: 80, to: 300, places: 0 },
  { item: 'TSP', period: '1h', from: 180, to: 500, places: 0 },
  { item: 'NO2', period: '1h', from: 120, to: 260, places: 0 },
  { item: 'O3', period: '1h', from: 140, to: 280, places: 0 },
]
const KEYS: readonly AqiKey[] = ['PM2.5_24h', 'PM10_24h', 'O3_8h', 'NO2_24h']
/** The day on which GB 3095-2026 and HJ 633-2026 came into force. */
const NEWEST = 'HJ 633-2026'
const NEW_RULES = aqiSince(NEWEST)

/** The air outside: daily means, hourly values, the index and its levels. */
export const airKinds = {
  airDaily: {
    topic: '大气',
    draw(chance, around) {
      const what = chance.one(DAILY)
      const date = dayFor(chance, around.date)
      const measured = chance.decimal(what.from, what.to, what.places)
      const sample: Sample = { item: what.item, date, class: '二级', period: what.period, measured, inputs: {} }
      const judged = judge(sample)
      const other = judge({ ...sample, date: date < NEW_RULES ? around.date : addDays(NEW_RULES, -1) })
      const exceed = judged.exceed ?? other.exceed
      return {
        of: [what.item, what.period, date < NEW_RULES ? 'before' : 'since', measured],
        ask: airAsks.mean({ ...what, date, measured, unit: unitShown(judged.unit ?? '') }),
        right: verdictChoice(judged),
        wrong: [
          verdictChoice(other),
          findings.high,
          findings.within,
          ...(exceed ? [overTimes(exceed)] : []),
          findings.hour,
        ],
        why: reckoned(judged),
      }
    },
  },

  airHourly: {
    topic: '大气',
    draw(chance, { date }) {
      const what = chance.one(HOURLY)
      const measured = chance.decimal(what.from, what.to, what.places)
      const judged = judge({ item: what.item, date, class: '二级', period: '1h', measured, inputs: {} })
      const found = findLimit({ item: what.item, date, code: 'GB 3095', classes: ['二级'], period: '24h' })
      const daily = 'limit' in found ? found.limit.limit : undefined
      const times = judged.exceed ?? (daily ? written(halfEven(figure(measured).div(daily), 2)) : undefined)
      return {
        of: [what.item, measured],
        ask: airAsks.mean({ ...what, date, measured, unit: unitShown(judged.unit ?? '') }),
        right: verdictOfHour(judged.verdict),
        wrong: [...(times ? [overTimes(times)] : []), verdictOfHour('high'), verdictOfHour('within'), hourlyNoVerdict],
        why: reckoned(judged),
      }
    },
  },

  aqi: {
    topic: '大气',
    draw(chance, around) {
      const key = chance.one(KEYS)
      const date = dayFor(chance, around.date)
      const version = aqiVersionOn(date)
      const [least, most] = RANGES[key as keyof typeof RANGES]
      const value = chance.whole(least, most)
      if (!version) return undefined
      const judged = judge({ item: 'AQI', date, measured: { [key]: value }, inputs: {} })
      const iaqi = judged.index?.aqi
      if (iaqi === undefined) return undefined
      const other = iaqiOf(version === 'HJ 633-2012' ? 'HJ 633-2026' : 'HJ 633-2012', key, figure(value))
      const points = breakpointsOf(version, key)
      const above = points.findIndex((point) => point !== null && value <= point)
      const [low, high] = [points[above - 1] ?? 0, points[above] ?? 0]
      const [from, to] = [indexSteps[above - 1] ?? 0, indexSteps[above] ?? 0]
      const exact = figure(value)
        .minus(low)
        .times(to - from)
        .div(high - low)
        .plus(from)
      return {
        of: [key, version, value],
        ask: airAsks.index({ date, key, value: String(value) }),
        right: String(iaqi),
        wrong: [...(other === 'other' ? [] : [other.iaqi]), iaqi - 1, iaqi + 1, value, iaqi + 10].map(String),
        why: [
          interpolation({ value: String(value), low, high, from, to, exact: written(halfEven(exact, 2)), iaqi }),
          indexBasis(version, { version: NEWEST, from: NEW_RULES }),
        ],
      }
    },
  },

  aqiLevel: {
    topic: '大气',
    draw(chance) {
      const edge = chance.one([50, 100, 150, 200, 300])
      const aqi = chance.percent(60) ? edge + chance.whole(0, 1) : chance.whole(25, 380)
      const levels = [30, 80, 130, 180, 250, 350].map((each) => levelSaid(levelOf(each)))
      const right = levelSaid(levelOf(aqi))
      const at = levels.indexOf(right)
      return {
        of: [aqi],
        ask: airAsks.level(aqi),
        right,
        wrong: [levels[at + 1], levels[at - 1], levels[at + 2], levels[at - 2]].filter((each) => each !== undefined),
        why: [levelsSaid(aqiLevels), indexBasis(NEWEST, { version: NEWEST, from: NEW_RULES })],
      }
    },
  },

  aqiPrimary: {
    topic: '大气',
    draw(chance, { date }) {
      const version = aqiVersionOn(date)
      if (!version) return undefined
      const keys = chance.some(KEYS, 3).sort()
      const tie = chance.percent(25) ? chance.whole(1, 3) : undefined
      const clean = chance.percent(12)
      const values = Object.fromEntries(
        keys.map((key) => {
          const [from, to] = RANGES[key as keyof typeof RANGES]
          const point = tie === undefined ? undefined : breakpointsOf(version, key)[tie]
          return [key, String(point ?? (clean ? chance.whole(8, 34) : chance.whole(from, Math.round(to * 0.75))))]
        }),
      )
      const judged = judge({ item: 'AQI', date, measured: values, inputs: {} })
      if (!judged.index) return undefined
      const items = keys.map((key) => key.split('_')[0] ?? '')
      const right = primariesSaid(judged.index.primaries)
      return {
        of: [version, ...Object.entries(values).map(([key, value]) => `${key}=${value}`)],
        ask: airAsks.primary({ values }),
        right,
        wrong: [...items, primariesSaid([])].filter((choice) => choice !== right).slice(0, 3),
        why: reckoned({ ...judged, remarks: [] }),
      }
    },
  },
} satisfies Record<string, Kind>

const RANGES = {
  'PM2.5_24h': [20, 140],
  PM10_24h: [40, 300],
  O3_8h: [80, 240],
  NO2_24h: [30, 160],
} as const

function verdictOfHour(verdict: string): string {
  return verdict === 'high' ? findings.high : verdict === 'within' ? findings.within : hourlyNoVerdict
}

// A third of the days lie before the new rules: answers given then were right then.
function dayFor(chance: Chance, today: string): string {
  return chance.percent(33) ? addDays(NEW_RULES, -chance.whole(1, 50)) : addDays(today, -chance.whole(0, 20))
}
