import { figure, written } from '../../standards/decimal.ts'
import { findLimit } from '../../standards/find-limit.ts'
import { judge } from '../../standards/judge.ts'
import { limitsOf } from '../../standards/limits.ts'
import { dayPeriod, noisePeriodAt } from '../../standards/periods.ts'
import type { Sample } from '../../standards/sample.ts'
import { addDays, minuteOf, timeOfMinute } from '../../time/wall.ts'
import { className, measuredName, periodName } from '../../words/judgement.ts'
import { basis, findings, reckoned, verdictChoice } from '../../words/quiz-basis.ts'
import { circumstances, dayAndNight, noiseAsks, periodAndLimit } from '../../words/quiz-noise.ts'
import type { Chance } from '../chance.ts'
import type { Kind } from '../question.ts'
import { limitAt, nearest, placeAt, tempting } from './noise.ts'
import { renewedOn } from './standards.ts'

const SITE = 'noise_construction_boundary_leq'
const STRUCTURE = 'noise_structureborne_indoor_leq'

/** Noise where it is harder: building sites, indoors, in wind and rain, at six and at ten. */
export const noiseFieldKinds = {
  constructionSite: {
    topic: '噪声',
    draw(chance, around) {
      // On both sides of the day on which GB 12523-2025 came into force.
      const renewed = renewedOn(SITE, around.date)
      if (renewed === undefined) return undefined
      const date = addDays(renewed, chance.whole(-120, 200))
      const period = chance.one(['day', 'night'] as const)
      const found = findLimit({ item: SITE, date, period })
      if (!('limit' in found)) return undefined
      const { limit } = found.limit
      const measured = chance.decimal(limit - 3, limit + 11, 1)
      const background = chance.decimal(Number(measured) - 14, Number(measured) - 3, 1)
      const sample: Sample = { item: SITE, date, period, measured, background, inputs: {} }
      const judged = judge(sample)
      const asBefore = verdictChoice(judge({ ...sample, date: addDays(renewed, -1) }))
      return {
        of: [date, period, measured, background],
        ask: noiseAsks.site({ date, period, measured, background }),
        right: verdictChoice(judged),
        wrong: [asBefore, ...tempting(measured, limit), findings.within, findings.unverified, findings.again],
        why: reckoned(judged),
      }
    },
  },

  noiseIndoor: {
    topic: '噪声',
    draw(chance, { date }) {
      const own = chance.one(['1', '2', '3', '4'] as const)
      const period = chance.one(['day', 'night'] as const)
      if (chance.percent(40)) return openWindow(chance, { own, period, date })
      const room = chance.one(['A', 'B'] as const)
      const found = findLimit({ item: STRUCTURE, date, code: 'GB 22337', classes: [own], period, room })
      if (!('limit' in found)) return undefined
      const { limit, standard } = found.limit
      return {
        of: [STRUCTURE, own, period, room],
        ask: noiseAsks.closed({ class: own, period, room }),
        right: String(limit),
        wrong: nearest(
          limitsOf(STRUCTURE).map((each) => String(each.limit)),
          limit,
          chance,
        ),
        why: [
          `${measuredName(STRUCTURE)} ${className(own)} ${room}类房间 ${periodName(period)}:限值${limit} dB(A)。`,
          basis(standard, { item: STRUCTURE, period }),
        ],
      }
    },
  },

  noiseCircumstances: {
    topic: '噪声',
    draw(chance, { date }) {
      const place = placeAt(chance, date)
      if (!place) return undefined
      const measured = chance.decimal(place.limit + 2, place.limit + 9, 1)
      const background = chance.decimal(Number(measured) - 13, Number(measured) - 4, 1)
      const { inputs, said } = beside(chance)
      const judged = judge({ ...place.sample, measured, background, inputs })
      const valid = judged.standard !== undefined && judged.measured !== undefined
      return {
        of: [place.item, place.class, place.period, measured, background, said],
        ask: noiseAsks.invalid({ ...place, measured, background, circumstance: said }),
        right: valid ? verdictChoice(judged) : findings.invalid,
        wrong: [
          ...(valid ? [findings.invalid] : [verdictChoice(judge({ ...place.sample, measured, background }))]),
          ...tempting(measured, place.limit).slice(0, 2),
          findings.within,
        ],
        why: reckoned(
          valid ? judged : { ...judged, standard: judge({ ...place.sample, measured, background }).standard ?? '' },
        ),
      }
    },
  },

  noiseTime: {
    topic: '噪声',
    draw(chance, { date }) {
      const edge = chance.one(dayPeriod)
      const minute = (minuteOf(edge) + chance.one([-90, -30, -10, -5, -1, 0, 0, 1, 5, 10, 30, 90]) + 1440) % 1440
      const time = timeOfMinute(minute)
      const item = chance.one(['noise_social_boundary_leq', 'noise_industrial_boundary_leq'])
      const own = chance.one(['1', '2', '3', '4'] as const)
      const day = limitAt({ item, class: own, period: 'day' }, date)
      const night = limitAt({ item, class: own, period: 'night' }, date)
      if (!day || !night) return undefined
      const judged = judge({ item, date, class: own, measured: '30', inputs: { time } })
      const other = judged.period === 'day' ? 'night' : 'day'
      const [own_, otherLimit] = judged.period === 'day' ? [day.limit, night.limit] : [night.limit, day.limit]
      return {
        of: [item, own, time],
        ask: noiseAsks.time({ item, class: own, time }),
        right: periodAndLimit(noisePeriodAt(minute), judged.limit ?? ''),
        wrong: [
          periodAndLimit(other, otherLimit),
          periodAndLimit(judged.period ?? '', own_ + 5),
          periodAndLimit(other, own_),
        ],
        why: [
          `${dayAndNight(dayPeriod[0], dayPeriod[1])};${time}是${periodName(judged.period)}。`,
          basis(judged.standard),
        ],
      }
    },
  },
} satisfies Record<string, Kind>

function openWindow(chance: Chance, { own, period, date }: { own: string; period: 'day' | 'night'; date: string }) {
  const source = chance.one(['industrial', 'social'] as const)
  const item = `noise_${source}_boundary_leq_indoor_lt1m`
  const limit = limitAt({ item, class: own, period }, date)
  const outside = limitAt({ item: `noise_${source}_boundary_leq`, class: own, period }, date)
  if (!limit || !outside) return undefined
  return {
    of: [item, own, period],
    ask: noiseAsks.open({ class: own, period, source }),
    right: String(limit.limit),
    wrong: [
      String(outside.limit),
      ...nearest(
        limitsOf(item).map((each) => String(each.limit)),
        limit.limit,
        chance,
      ),
    ],
    why: [
      `${measuredName(item)} ${className(own)} ${periodName(period)}:限值${limit.limit} dB(A)。`,
      basis(limit.standard, { item, class: own, period }),
    ],
  }
}

// Half of what is said of wind, weather and calibration spoils the measurement; the other half only looks like it.
function beside(chance: Chance): { inputs: Sample['inputs']; said: string } {
  const what = chance.one(['wind', 'weather', 'calibration'] as const)
  if (what === 'wind') {
    const windSpeed = chance.percent(50) ? chance.decimal(5.1, 8, 1) : chance.decimal(2.5, 5, 1)
    return { inputs: { windSpeed }, said: circumstances.wind(windSpeed) }
  }
  if (what === 'weather') {
    const weather = chance.one(['下小雨', '飘雪', '打雷有阵雨', '多云', '阴天无雨', '有轻雾'])
    return { inputs: { weather }, said: circumstances.weather(weather) }
  }
  const calBefore = chance.decimal(93.6, 94.1, 1)
  const drift = figure(chance.percent(50) ? chance.decimal(0.6, 1.1, 1) : chance.decimal(0.1, 0.5, 1))
  const calAfter = written(chance.percent(50) ? figure(calBefore).plus(drift) : figure(calBefore).minus(drift))
  return { inputs: { calBefore, calAfter }, said: circumstances.calibration(calBefore, calAfter) }
}
