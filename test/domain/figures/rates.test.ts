import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CityRevisit } from '../../../domain/cases/city-revisit.ts'
import type { Satisfaction } from '../../../domain/cases/events.ts'
import { percent, points, ratesOf, shareWords, sumOf, type Tally, tallyOf } from '../../../domain/figures/rates.ts'
import { ratesTable } from '../../../domain/figures/table.ts'
import { defaults } from '../../../domain/settings.ts'

const words = (tally: Tally, weights = defaults) => {
  const rates = ratesOf(tally, weights)
  return [percent(rates?.response), percent(rates?.resolution), percent(rates?.satisfaction), points(rates?.score)]
}

describe('the three rates', () => {
  test('twenty valid, seventeen solved, fifteen content and three fairly so', () => {
    const tally = { valid: 20, contacted: 20, solved: 17, good: 15, fair: 3 }
    expect(words(tally)).toEqual(['100.00', '85.00', '88.50', '87.9'])
  })

  test('the morning’s twelve', () => {
    expect(words({ valid: 12, contacted: 12, solved: 11, good: 10, fair: 1 })[3]).toBe('92.2')
  })

  test('without a valid revisit there are none', () => {
    expect(words(tallyOf([{ contacted: false, solved: false, satisfaction: 'none', invalid: true }]))).toEqual([
      '—',
      '—',
      '—',
      '—',
    ])
  })

  test('halves go up, thirds are not cut', () => {
    expect(words({ valid: 3, contacted: 2, solved: 1, good: 1, fair: 0 })).toEqual(['66.67', '33.33', '33.33', '36.7'])
    expect(words({ valid: 8, contacted: 1, solved: 0, good: 0, fair: 0 })).toEqual(['12.50', '0.00', '0.00', '1.3'])
  })

  test('by the weights of the day', () => {
    const weights = { ...defaults, weightResponse: 20, weightResolution: 40, weightFairlySatisfied: 80 }
    expect(words({ valid: 10, contacted: 10, solved: 5, good: 0, fair: 10 }, weights)).toEqual([
      '100.00',
      '50.00',
      '80.00',
      '72.0',
    ])
  })
})

test('a share names n and N; of fewer than ten no percentage', () => {
  expect(shareWords({ n: 11, of: 12 })).toBe('11/12 91.67%')
  expect(shareWords({ n: 3, of: 4 })).toBe('3/4')
  expect(shareWords({ n: 0, of: 0 })).toBe('—')
})

const satisfaction = fc.constantFrom<Satisfaction>('good', 'fair', 'middling', 'bad', 'none')
const revisit: fc.Arbitrary<CityRevisit> = fc.oneof(
  fc.record({ contacted: fc.boolean(), solved: fc.boolean(), satisfaction }),
  fc.constant<CityRevisit>({ contacted: false, solved: false, satisfaction: 'none', invalid: true }),
)
const revisits = fc.array(revisit, { maxLength: 60 })

describe('whatever the city heard', () => {
  test('no rate leaves 0 to 100, and 综合 lies between the least and the best of them', () => {
    fc.assert(
      fc.property(revisits, (all) => {
        const rates = ratesOf(tallyOf(all), defaults)
        if (!rates) return all.every(({ invalid }) => invalid)
        const three = [rates.response, rates.resolution, rates.satisfaction]
        const [least, best] = [Math.min(...three.map(Number)), Math.max(...three.map(Number))]
        return (
          [...three, rates.score].every((rate) => rate.gte(0) && rate.lte(100)) &&
          rates.score.gte(least - 1e-9) &&
          rates.score.lte(best + 1e-9)
        )
      }),
    )
  })

  test('cut into parts and summed it is the same', () => {
    fc.assert(
      fc.property(revisits, fc.nat(60), (all, at) => {
        expect(sumOf([tallyOf(all.slice(0, at)), tallyOf(all.slice(at))])).toEqual(tallyOf(all))
      }),
    )
  })

  test('one more contented complainant never lowers 综合', () => {
    fc.assert(
      fc.property(revisits, (all) => {
        const before = ratesOf(tallyOf(all), defaults)
        const after = ratesOf(tallyOf([...all, { contacted: true, solved: true, satisfaction: 'good' }]), defaults)
        return before === undefined || after?.score.gte(before.score.minus(1e-12)) === true
      }),
    )
  })
})

const group = fc.record({ name: fc.string({ minLength: 1, maxLength: 4 }), list: revisits, received: fc.nat(99) })

describe('a table', () => {
  const groups = fc
    .uniqueArray(group, { selector: ({ name }) => name, maxLength: 8 })
    .map((all) =>
      all.map(({ name, list, received }) => ({ name, tally: tallyOf(list), three: tallyOf(list), received })),
    )

  test('weighted, its total is that of all revisits together', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const { total } = ratesTable(all, { ...defaults, totalRow: '加权' })
        const whole = ratesOf(sumOf(all.map(({ tally }) => tally)), defaults)
        expect(points(total.rates?.score)).toBe(points(whole?.score))
      }),
    )
  })

  test('the mean lies between the rows; places are by 综合, and fewer than ten have none', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const { rows, total } = ratesTable(all, { ...defaults, totalRow: '算术平均' })
        const scores = rows.flatMap(({ rates }) => (rates ? [Number(rates.score)] : []))
        if (scores.length) expect(Number(total.rates?.score)).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9)
        if (scores.length) expect(Number(total.rates?.score)).toBeLessThanOrEqual(Math.max(...scores) + 1e-9)
        const ranked = rows.filter(({ place }) => place !== undefined)
        expect(ranked.map(({ place }) => place)).toEqual(ranked.map((_, i) => i + 1))
        for (const [i, row] of ranked.entries())
          expect(row.tally.valid >= 10 && (ranked[i + 1]?.rates?.score.lte(row.rates?.score ?? 0) ?? true)).toBe(true)
        expect(rows.filter(({ place }) => place === undefined).every(({ tally }) => tally.valid < 10)).toBe(true)
        expect(rows).toHaveLength(all.length)
      }),
    )
  })
})
