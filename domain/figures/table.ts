import Big from 'big.js'
import type { Settings } from '../settings.ts'
import { FEW, type Rates, ratesOf, sumOf, type Tally, type Weights } from './rates.ts'

/** One row of a table of rates: a unit or a street. */
export interface Group {
  name: string
  tally: Tally
  /** The last three periods as one. */
  three: Tally
  /** 受理量: the second key of the order. */
  received: number
}

export interface RatedGroup extends Group {
  /** Absent where no revisit is valid. */
  rates?: Rates
  /** Its place by 综合; absent for fewer than ten valid revisits. */
  place?: number
}

/** A table of rates; `total.how` is named under it. */
export interface RatesTable {
  rows: RatedGroup[]
  total: { tally: Tally; rates?: Rates; how: Settings['totalRow'] }
}

/**
 * Groups by 综合, best first, equal ones by 受理量 (domain.md section 9); those with fewer than ten valid revisits behind them
 * without a place. The total row is weighted, or the mean of the rows that have rates: a house rule †.
 */
export function ratesTable(groups: readonly Group[], settings: Weights & Pick<Settings, 'totalRow'>): RatesTable {
  const rated = groups.map((group) => {
    const rates = ratesOf(group.tally, settings)
    return { ...group, ...(rates && { rates }) }
  })
  const [ranked, few] = [rated.filter(isRanked), rated.filter((group) => !isRanked(group))]
  const rows = [...ranked.sort(byScore).map((group, i) => ({ ...group, place: i + 1 })), ...few.sort(byReceived)]
  const tally = sumOf(groups.map((group) => group.tally))
  const rates =
    settings.totalRow === '加权' ? ratesOf(tally, settings) : meanOf(rated.flatMap((group) => group.rates ?? []))
  return { rows, total: { tally, ...(rates && { rates }), how: settings.totalRow } }
}

function isRanked({ tally }: Group): boolean {
  return tally.valid >= FEW
}

function byScore(one: RatedGroup, other: RatedGroup): number {
  const [a, b] = [one.rates?.score, other.rates?.score]
  return (a && b ? b.cmp(a) : 0) || byReceived(one, other)
}

function byReceived(one: Group, other: Group): number {
  return other.received - one.received || (one.name < other.name ? -1 : 1)
}

function meanOf(rates: readonly Rates[]): Rates | undefined {
  if (!rates.length) return undefined
  const mean = (pick: (one: Rates) => Big) => rates.reduce((sum, one) => sum.plus(pick(one)), Big(0)).div(rates.length)
  return {
    response: mean((one) => one.response),
    resolution: mean((one) => one.resolution),
    satisfaction: mean((one) => one.satisfaction),
    score: mean((one) => one.score),
  }
}
