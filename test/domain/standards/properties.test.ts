import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, figure, halfEven, written } from '../../../domain/standards/decimal.ts'
import { judge } from '../../../domain/standards/judge.ts'
import { limits } from '../../../domain/standards/limits.ts'
import type { Sample } from '../../../domain/standards/sample.ts'
import { askedBy, sureUpper } from './samples.ts'

describe('every limit of the data', () => {
  test.each(limits.map((limit, i) => ({ i, limit })))(
    '$i $limit.standard $limit.item $limit.class $limit.period',
    ({ limit }) => {
      const j = judge(askedBy(limit, limit.limit))
      if (limit.confidence === 'high') expect(['within', 'undecided']).toContain(j.verdict)
      else expect(j.verdict).toBe('unverified')
      // The hourly and the lower bound of pH aside, the limit itself is found and kept.
      expect(j.standard).toBe(limit.standard)
      expect(j.verdict === 'within' || limit.confidence !== 'high').toBe(true)
    },
  )

  test('a limit that is not sure never makes 超标, whatever is measured', () => {
    const doubtful = limits.filter(({ confidence }) => confidence !== 'high')
    fc.assert(
      fc.property(
        fc.constantFrom(...doubtful),
        fc.double({ min: 0, max: 2000, noNaN: true }),
        fc.option(fc.nat(90)),
        (limit, value, background) => {
          const { verdict } = judge({ ...askedBy(limit, value), ...(background !== null && { background }) })
          return verdict !== 'over' && verdict !== 'within'
        },
      ),
    )
  })
})

const tenths = (max: number) => fc.integer({ min: 0, max: max * 10 }).map((n) => written(figure(n).div(10)))

test('raising a value never turns 超标 into 达标', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sureUpper),
      tenths(3),
      tenths(1),
      fc.option(tenths(1)),
      (limit, a, b, background) => {
        const noise = limit.item.startsWith('noise_')
        const at = (share: string) =>
          written(
            noise
              ? figure(limit.limit).plus(figure(share).times(10)).minus(10)
              : figure(limit.limit).times(figure(share)),
          )
        const low = at(a)
        const high = written(figure(low).plus(figure(limit.limit).times(figure(b))))
        const beside =
          background === null
            ? {}
            : { background: noise ? written(figure(limit.limit).minus(figure(background).times(20))) : background }
        const sample = (measured: string): Sample => ({ ...askedBy(limit, Number(measured)), ...beside })
        return !(judge(sample(low)).verdict === 'over' && judge(sample(high)).verdict === 'within')
      },
    ),
    { numRuns: 2000 },
  )
})

describe('decimals', () => {
  test.each([
    ['50.5', 0, '50'],
    ['51.5', 0, '52'],
    ['62.45', 1, '62.4'],
    ['62.55', 1, '62.6'],
    ['0.075', 2, '0.08'],
    ['0.065', 2, '0.06'],
    ['2.675', 2, '2.68'],
    ['1.005', 2, '1'],
  ])('%s to %s places is %s', (n, places, rounded) => {
    expect(written(halfEven(figure(n), places))).toBe(rounded)
  })

  test('what is no number, or longer than anything measured, is none', () => {
    for (const said of ['', 'x', '1..2', 'Infinity', 'NaN', '9'.repeat(40), '1e999'])
      expect(decimal(said)).toBeUndefined()
  })
})

test('judging never throws', () => {
  const anything = fc.anything({ maxDepth: 2 })
  const word = fc.oneof(fc.string(), fc.constantFrom('油烟', 'AQI', '噪声', 'pH', 'PM2.5', '地表水', '结构传声', 'DO'))
  fc.assert(
    fc.property(word, anything, fc.dictionary(fc.string(), anything), fc.string(), (item, measured, inputs, words) => {
      judge({
        item,
        measured,
        background: measured,
        date: '2026-11-23',
        class: words,
        period: words,
        standard: words,
        inputs,
      })
    }),
    { numRuns: 2000 },
  )
})
