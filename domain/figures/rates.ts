import Big from 'big.js'
import type { CityRevisit } from '../cases/city-revisit.ts'
import type { Settings } from '../settings.ts'

/** What valid revisits told, counted. */
export interface Tally {
  /** 有效回访. */
  valid: number
  contacted: number
  solved: number
  /** 满意, 基本满意. */
  good: number
  fair: number
}

/** The three rates in percent and 综合 from 0 to 100, exact; absent where there is no valid revisit. */
export interface Rates {
  response: Big
  resolution: Big
  satisfaction: Big
  score: Big
}

/** The weights that hold on a day, as typed: 10 is 10 %. */
export type Weights = Pick<
  Settings,
  'weightResponse' | 'weightResolution' | 'weightSatisfaction' | 'weightFairlySatisfied'
>

/** What the three weights of 综合 make together: 100, or it is not of a hundred. */
export function weightSum(
  weights: Pick<Weights, 'weightResponse' | 'weightResolution' | 'weightSatisfaction'>,
): number {
  return Number(Big(weights.weightResponse).plus(weights.weightResolution).plus(weights.weightSatisfaction))
}

/** Fewer valid revisits say nothing about a unit: counts and the last three periods instead, and no place (domain.md section 9). */
export const FEW = 10

export const NONE: Tally = { valid: 0, contacted: 0, solved: 0, good: 0, fair: 0 }

/** Counts revisits; those that reached nobody count nowhere. */
export function tallyOf(revisits: readonly CityRevisit[]): Tally {
  return sumOf(
    revisits
      .filter(({ invalid }) => !invalid)
      .map(({ contacted, solved, satisfaction }) => ({
        valid: 1,
        contacted: Number(contacted),
        solved: Number(solved),
        good: Number(satisfaction === 'good'),
        fair: Number(satisfaction === 'fair'),
      })),
  )
}

/** Several tallies as one. */
export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, one) => ({
      valid: sum.valid + one.valid,
      contacted: sum.contacted + one.contacted,
      solved: sum.solved + one.solved,
      good: sum.good + one.good,
      fair: sum.fair + one.fair,
    }),
    NONE,
  )
}

/**
 * 响应率 = contacted ÷ valid, 解决率 = solved ÷ valid, 满意率 = (满意 + 0.9† × 基本满意) ÷ valid, 综合 = 0.1† × 响应 + 0.4† ×
 * 满意 + 0.5† × 解决 (domain.md section 9). Undefined where no revisit is valid.
 */
export function ratesOf({ valid, contacted, solved, good, fair }: Tally, weights: Weights): Rates | undefined {
  if (!valid) return undefined
  const content = Big(fair).times(weights.weightFairlySatisfied).div(100).plus(good)
  // One division, at the end: everything before it is exact.
  const points = Big(contacted)
    .times(weights.weightResponse)
    .plus(Big(solved).times(weights.weightResolution))
    .plus(content.times(weights.weightSatisfaction))
  return {
    response: Big(contacted).times(100).div(valid),
    resolution: Big(solved).times(100).div(valid),
    satisfaction: content.times(100).div(valid),
    score: points.div(valid),
  }
}

/** 「88.50」: a rate with two decimals; 「—」 where there is none. */
export function percent(rate: Big | undefined): string {
  return rate === undefined ? '—' : rate.toFixed(2, Big.roundHalfUp)
}

/** 「87.9」: 综合 with one decimal; 「—」 where there is none. */
export function points(score: Big | undefined): string {
  return score === undefined ? '—' : score.toFixed(1, Big.roundHalfUp)
}

/** So many of so many. */
export interface Share {
  n: number
  of: number
}

/** 「11/12 91.67%」; without a percentage where fewer than ten are counted, 「—」 where none is. */
export function shareWords({ n, of }: Share): string {
  if (!of) return '—'
  return of < FEW ? `${n}/${of}` : `${n}/${of} ${percent(Big(n).times(100).div(of))}%`
}
