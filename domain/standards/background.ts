import data from '../data/standards.json' with { type: 'json' }
import { type Decimal, figure, halfEven } from './decimal.ts'

const rows = data.noise.backgroundCorrection.table.map(({ diff, corr }) => ({ ...bounds(diff), correction: corr }))

/** Standards whose measurement is freed of the background. GB 3096 judges the noise of a place as it is. */
export const corrected: readonly string[] = ['GB 12348', 'GB 22337', 'GB 12523']

/**
 * 背景值修正 by the rounded difference: over 10 nothing, 6–10 −1, 4–5 −2, 3 −3; under 3 it cannot be corrected and is
 * measured again (correction undefined). Sources: the three standards' table 4, HJ 706-2014 for the rounding.
 */
export function backgroundCorrection(
  measured: Decimal,
  background: Decimal,
): {
  difference: Decimal
  rounded: Decimal
  correction?: number
} {
  const difference = measured.minus(background)
  const rounded = halfEven(difference)
  const row = rows.find(({ from, to }) => rounded.gte(from) && rounded.lte(to))
  const correction = row?.correction ?? undefined
  return { difference, rounded, ...(correction !== undefined && { correction }) }
}

function bounds(diff: string): { from: Decimal; to: Decimal } {
  const [, sign = '', a = '', b = a] = /^([<>]?)(\d+)(?:\.\.(\d+))?$/.exec(diff) ?? []
  const end = figure('1e9')
  if (sign === '>') return { from: figure(a).plus(1), to: end }
  return sign === '<' ? { from: end.neg(), to: figure(a).minus(1) } : { from: figure(a), to: figure(b) }
}
