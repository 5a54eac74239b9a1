import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import { differs, reconcile } from '../../../domain/figures/reconcile.ts'
import { aCase, NOW } from '../../support/sample.ts'

const compare = (theirs: readonly string[], cases: readonly Case[]) =>
  reconcile(
    theirs.map((externalNo, i) => ({ row: i + 2, externalNo, received: { from: NOW, to: NOW } })),
    {
      caseOf: (no) => cases.find(({ externalNo }) => externalNo === no),
      between: (from, to) => cases.filter(({ registeredAt }) => registeredAt >= from && registeredAt <= to),
    },
  )
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 }).map(String), { maxLength: 30 })
const casesOf = (nos: readonly string[]) => nos.map((externalNo, i) => aCase({ no: 101 + i, externalNo }))

test('every order is matched, theirs alone, or ours alone', () => {
  fc.assert(
    fc.property(numbers, numbers, (theirs, ours) => {
      const found = compare(theirs, casesOf(ours))
      expect(found.matched + found.onlyTheirs.length).toBe(theirs.length)
      if (theirs.length) expect(found.matched + found.onlyOurs.length).toBe(ours.length)
    }),
  )
})

test('the same on both sides differs in nothing', () => {
  fc.assert(fc.property(numbers, (all) => !differs(compare(all, casesOf(all)))))
})

test('what the platform never had is not missed there: void, returned, our own sources, another time', () => {
  const cases = [
    aCase({ no: 101, externalNo: '1' }),
    aCase({ no: 102, state: 'void' }),
    aCase({ no: 103, state: 'returned' }),
    aCase({ no: 104, channel: 'grid' }),
    aCase({ no: 105, registeredAt: NOW - 1 }),
    aCase({ no: 106 }),
    aCase({ no: 107, channel: 'petition' }),
  ]
  expect(compare(['1'], cases).onlyOurs).toEqual([{ no: 106, numbered: false }])
})

test('a source the file holds is looked for whole; an order that stands there twice counts once', () => {
  const cases = [
    aCase({ no: 101, externalNo: '1', channel: '12369' }),
    aCase({ no: 102, channel: '12369' }),
    aCase({ no: 103, channel: 'petition' }),
  ]
  expect(compare(['1', '1', '2', '2'], cases)).toMatchObject({
    rows: 2,
    matched: 1,
    onlyTheirs: ['2'],
    onlyOurs: [{ no: 102 }],
  })
})
