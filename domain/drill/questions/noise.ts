import { decimal, figure, halfEven, written } from '../../standards/decimal.ts'
import { findLimit } from '../../standards/find-limit.ts'
import { judge } from '../../standards/judge.ts'
import type { Judgement } from '../../standards/judgement.ts'
import { limitsOf } from '../../standards/limits.ts'
import type { Sample } from '../../standards/sample.ts'
import { className, measuredName, periodName } from '../../words/judgement.ts'
import { basis, findings, overBy, reckoned, verdictChoice } from '../../words/quiz-basis.ts'
import { noiseAsks } from '../../words/quiz-noise.ts'
import type { Chance } from '../chance.ts'
import type { Kind } from '../question.ts'

const AMBIENT = 'noise_ambient_leq'
const BOUNDARIES = ['noise_social_boundary_leq', 'noise_industrial_boundary_leq'] as const
const PERIODS = ['day', 'night'] as const
const CLASSES = ['1', '2', '3', '4'] as const

/** Noise at a boundary, and of a place: limits, background, Lmax. */
export const noiseKinds = {
  noiseLimit: {
    topic: '噪声',
    draw(chance, { date }) {
      const item = chance.one([AMBIENT, ...BOUNDARIES])
      const own = chance.one(item === AMBIENT ? (['0', '1', '2', '3', '4a', '4b'] as const) : CLASSES)
      const period = chance.one(PERIODS)
      const limit = limitAt({ item, class: own, period }, date)
      if (limit === undefined) return undefined
      const others = limitsOf(item).map((each) => String(each.limit))
      return {
        of: [item, own, period],
        ask: noiseAsks.limit({ item, class: own, period }),
        right: String(limit.limit),
        wrong: nearest(others, limit.limit, chance),
        why: [
          `${measuredName(item)} ${className(own)} ${periodName(period)}:限值${limit.limit} dB(A)。`,
          basis(limit.standard, { item, class: own, period }),
        ],
      }
    },
  },

  noiseJudge: {
    topic: '噪声',
    draw(chance, { date }) {
      const place = placeAt(chance, date)
      if (!place) return undefined
      const measured = chance.decimal(place.limit - 3, place.limit + 11, 1)
      const background = chance.percent(15)
        ? undefined
        : chance.decimal(Number(measured) - 14, Number(measured) - 2.6, 1)
      const sample: Sample = { ...place.sample, measured, ...(background !== undefined && { background }) }
      const judged = judge(sample)
      if (judged.remarks.some(({ kind }) => kind === 'tooClose')) return undefined
      return {
        of: [place.item, place.class, place.period, measured, background ?? '-'],
        ask: noiseAsks.judge({ ...place, measured, ...(background !== undefined && { background }) }),
        right: foundIn(judged),
        wrong: [
          ...chance.some([...tempting(measured, place.limit), findings.within], 2),
          findings.background,
          findings.again,
        ],
        why: reckoned(judged),
      }
    },
  },

  noiseCorrection: {
    topic: '噪声',
    draw(chance, { date }) {
      const place = placeAt(chance, date)
      if (!place) return undefined
      const measured = chance.decimal(place.limit + 0.6, place.limit + 12, 1)
      const background = chance.decimal(Number(measured) - 13, Number(measured) - 2.6, 1)
      const judged = judge({ ...place.sample, measured, background })
      if (judged.correction === undefined || judged.rounded === undefined) return undefined
      return {
        of: [place.item, place.class, place.period, measured, background],
        ask: noiseAsks.corrected({ ...place, measured, background }),
        right: judged.rounded,
        why: reckoned(judged),
      }
    },
  },

  noiseTooClose: {
    topic: '噪声',
    draw(chance, { date }) {
      const place = placeAt(chance, date)
      if (!place) return undefined
      const measured = chance.decimal(place.limit + 1, place.limit + 9, 1)
      const background = chance.decimal(Number(measured) - 2.5, Number(measured) - 0.2, 1)
      const judged = judge({ ...place.sample, measured, background })
      if (!judged.remarks.some(({ kind }) => kind === 'tooClose')) return undefined
      return {
        of: [place.item, place.class, place.period, measured, background],
        ask: noiseAsks.tooClose({ ...place, measured, background }),
        right: findings.again,
        wrong: [...tempting(measured, place.limit).slice(0, 2), findings.within],
        why: reckoned(judged),
      }
    },
  },

  noiseMax: {
    topic: '噪声',
    draw(chance, { date }) {
      const sort = chance.one(['frequent', 'occasional', 'sudden'] as const)
      const items = { frequent: FREQUENT, occasional: OCCASIONAL, sudden: SUDDEN }
      const own = chance.one(sort === 'sudden' ? (['1', '2', '3'] as const) : CLASSES)
      const limit = limitAt({ item: items[sort], class: own, period: 'night' }, date)
      if (limit === undefined) return undefined
      const measured = chance.decimal(limit.limit - 6, limit.limit + 9, 1)
      const sampleOf = (item: string): Sample => ({ item, date, class: own, period: 'night', measured, inputs: {} })
      const judged = judge(sampleOf(items[sort]))
      const others = [FREQUENT, OCCASIONAL].map((item) => verdictChoice(judge(sampleOf(item))))
      const asLeq = halfEven(figure(measured)).minus(
        limitAt({ item: AMBIENT, class: own === '4' ? '4a' : own, period: 'night' }, date)?.limit ?? 0,
      )
      return {
        of: [items[sort], own, measured],
        ask: noiseAsks.max({ sort, item: items[sort], class: own, period: 'night', measured }),
        right: verdictChoice(judged),
        wrong: [...others, overBy(written(asLeq)), findings.within, findings.noBackgroundNeeded],
        why: reckoned(judged),
      }
    },
  },
} satisfies Record<string, Kind>

const FREQUENT = 'noise_industrial_boundary_lmax_frequent'
const OCCASIONAL = 'noise_industrial_boundary_lmax_occasional'
const SUDDEN = 'noise_ambient_lmax_sudden'

interface Place {
  item: string
  class: string
  period: string
  limit: number
  sample: Omit<Sample, 'measured'>
}

/** A boundary in some zone, by day or by night, and what it is held to on a day. */
export function placeAt(chance: Chance, date: string): Place | undefined {
  const item = chance.one(BOUNDARIES)
  const own = chance.one(CLASSES)
  const period = chance.one(PERIODS)
  const limit = limitAt({ item, class: own, period }, date)
  return (
    limit && { item, class: own, period, limit: limit.limit, sample: { item, date, class: own, period, inputs: {} } }
  )
}

/** The limit of an item, if its figure is sure. */
export function limitAt({ item, class: own, period }: { item: string; class: string; period: string }, date: string) {
  const found = findLimit({ item, date, classes: [own], period })
  return 'limit' in found && found.limit.confidence === 'high' ? found.limit : undefined
}

/** What a level over its limit looks like to who corrects it wrongly or not at all, the likeliest first. */
export function tempting(measured: string, limit: number): string[] {
  const level = decimal(measured) ?? figure(0)
  const excesses = [0, -1, -2, -3].map((correction) => halfEven(level.plus(correction)).minus(limit))
  return excesses.filter((excess) => excess.gt(0)).map((excess) => overBy(written(excess)))
}

function foundIn(judged: Judgement): string {
  return judged.missing.includes('background') ? findings.background : verdictChoice(judged)
}

/** Other figures of the table, those nearest to the right one first. */
export function nearest(others: readonly string[], right: number, chance: Chance): string[] {
  const distinct = [...new Set(others)].filter((other) => Number(other) !== right)
  return distinct
    .map((other) => ({ other, far: Math.abs(Number(other) - right) + chance.whole(0, 9) / 100 }))
    .sort((a, b) => a.far - b.far)
    .map(({ other }) => other)
}
