import { aqiSince, aqiVersionOn, aqiVersions } from '../../standards/aqi.ts'
import { figure, halfEven, written } from '../../standards/decimal.ts'
import { standardOn } from '../../standards/find-limit.ts'
import { judge } from '../../standards/judge.ts'
import { limitsOf } from '../../standards/limits.ts'
import type { Sample } from '../../standards/sample.ts'
import { factor } from '../../standards/units.ts'
import { addDays } from '../../time/wall.ts'
import { indexBasis } from '../../words/quiz-air.ts'
import { findings, inForceSaid, reckoned, verdictChoice } from '../../words/quiz-basis.ts'
import {
  checkUnit,
  converted,
  roundingRule,
  roundingWhy,
  standardAsks,
  takeAs,
  unitRule,
} from '../../words/quiz-water.ts'
import type { Chance } from '../chance.ts'
import type { Kind } from '../question.ts'

/** What was limited anew, and how people call it. */
const RENEWED = [
  { item: 'noise_construction_boundary_leq', matter: '建筑施工场界噪声' },
  { item: 'PM2.5', matter: 'PM2.5日均值' },
  { item: 'catering_fume_oil', matter: '餐饮油烟' },
] as const

/** Standards as such: which version, how to round, which unit. */
export const standardKinds = {
  version: {
    topic: '标准',
    draw(chance, around) {
      const { item, matter } = chance.one(RENEWED)
      const from = renewedOn(item, around.date)
      if (from === undefined) return undefined
      const date = addDays(from, chance.whole(-45, 45))
      const { standard } = standardOn({ item, date })
      if (standard === undefined) return undefined
      const versions = [...new Set(limitsOf(item).map((limit) => limit.standard))]
      return {
        of: [item, date],
        ask: standardAsks.version({ matter, date }),
        right: standard,
        wrong: [...versions, ...(BESIDE[item] ?? [])],
        why: [standard, ...versions.filter((each) => each !== standard)].map((each) => `${inForceSaid(each, item)}。`),
      }
    },
  },

  versionAqi: {
    topic: '标准',
    draw(chance) {
      const date = addDays(aqiSince(NEWEST), chance.whole(-45, 45))
      const version = aqiVersionOn(date)
      if (!version) return undefined
      return {
        of: [date],
        ask: standardAsks.versionOfIndex(date),
        right: version,
        wrong: [...aqiVersions, 'GB 3095-2012', 'GB 3095-2026'],
        why: [`${indexBasis(version, { version: NEWEST, from: aqiSince(NEWEST) })}。`],
      }
    },
  },

  rounding: {
    topic: '标准',
    draw(chance) {
      const places = chance.one([0, 0, 1, 2])
      const scale = 10 ** (places + 1)
      const whole = chance.whole(places === 0 ? 320 : 100, places === 0 ? 789 : 999 * places)
      const digits = chance.percent(65) ? Math.floor(whole / 10) * 10 + 5 : whole
      if (digits % 10 === 0) return undefined
      const value = (digits / scale).toFixed(places + 1)
      const result = written(halfEven(figure(value), places))
      const tail = digits % 10 === 5 ? 'half' : digits % 10 < 5 ? 'less' : 'more'
      return {
        of: [value, places],
        ask: standardAsks.round({ value, places }),
        right: Number(result).toFixed(places),
        why: [roundingWhy(tail, String(Math.floor(digits / 10) % 10), Number(result).toFixed(places)), roundingRule],
      }
    },
  },

  unitSlip: {
    topic: '标准',
    draw(chance, { date }) {
      const { sample, when, unit, sound } = slipped(chance, date)
      const judged = judge(sample)
      const slip = judged.remarks.find((remark) => remark.kind === 'slip')
      const other = slip?.kind === 'slip' ? slip.other : undefined
      if (other === undefined) return undefined
      return {
        of: [sample.item, String(sample.measured)],
        ask: standardAsks.slip({
          item: sample.item,
          measured: String(sample.measured).split(' ')[0] ?? '',
          unit,
          when,
        }),
        right: checkUnit(other),
        wrong: [takeAs(other), verdictChoice(judge({ ...sample, measured: sound })), findings.within, findings.over],
        why: reckoned(judged),
      }
    },
  },

  convert: {
    topic: '标准',
    draw(chance) {
      const [from, to, least, most, places] = chance.one(PAIRS)
      const value = chance.decimal(least, most, places)
      const times = factor(from, to)
      if (!times) return undefined
      const result = written(figure(value).times(times))
      return {
        of: [value, from, to],
        ask: standardAsks.convert({ value, from, to }),
        right: result,
        why: [converted({ value, from, to, result }), unitRule],
      }
    },
  },
} satisfies Record<string, Kind>

const NEWEST = 'HJ 633-2026'

/** The last day, of those that have come, on which an item got other limits. */
export function renewedOn(item: string, today: string): string | undefined {
  const starts = [...new Set(limitsOf(item).map(({ validFrom }) => validFrom))].sort()
  return starts.slice(1).findLast((from) => from <= today)
}

/** Standards of the same matter that are something else. */
const BESIDE: Record<string, readonly string[]> = {
  noise_construction_boundary_leq: ['GB 12348-2008', 'GB 22337-2008'],
  'PM2.5': ['HJ 633-2026', 'DB11/501-2017'],
  catering_fume_oil: ['DB11/501-2017', 'HJ 554-2010'],
}

const PAIRS = [
  ['mg/m3', 'ug/m3', 0.012, 0.45, 3],
  ['ug/m3', 'mg/m3', 12, 480, 0],
  ['mg/L', 'ug/L', 0.02, 0.9, 2],
  ['ug/L', 'mg/L', 15, 900, 0],
] as const

// Milligrams typed as micrograms, or the other way round.
function slipped(chance: Chance, date: string): { sample: Sample; when: string; unit: string; sound: string } {
  const sampleOf = (item: string, measured: string, more: Partial<Sample> = {}): Sample => ({
    item,
    date,
    measured,
    inputs: {},
    ...more,
  })
  const what = chance.one(['PM2.5', 'PM10', 'catering_fume_oil', 'NH3-N'] as const)
  if (what === 'PM2.5' || what === 'PM10') {
    const value = chance.decimal(0.03, 0.19, 3)
    const sample = sampleOf(what, `${value} ug/m3`, { class: '二级', period: '24h' })
    return { sample, when: '日均', unit: 'ug/m3', sound: `${value} mg/m3` }
  }
  if (what === 'NH3-N') {
    const value = String(chance.whole(21, 180) * 10)
    return { sample: sampleOf(what, `${value} mg/L`, { class: 'III' }), when: '', unit: 'mg/L', sound: `${value} ug/L` }
  }
  const value = String(chance.whole(30, 260) * 10)
  return { sample: sampleOf(what, `${value} mg/m3`), when: '', unit: 'mg/m3', sound: `${value} ug/m3` }
}
