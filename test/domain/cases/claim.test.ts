import { describe, expect, test } from 'vitest'
import type { State } from '../../../domain/cases/case.ts'
import { claim } from '../../../domain/cases/claim.ts'
import { aCase, aClaimed, NOW, refusalOf } from '../../support/sample.ts'

const officer = { person: 7, unit: '执法一队' }
const steward = { person: 8, unit: '方庄街道' }

describe('claiming', () => {
  test('a waiting case is one fact: who, and for which unit', () => {
    expect(claim(aCase(), officer)).toEqual([{ kind: 'claimed', owner: officer }])
    expect(claim(aCase({ urgent: true, confidential: true }), steward)).toEqual([{ kind: 'claimed', owner: steward }])
  })

  test('one’s own again changes nothing', () => expect(claim(aClaimed(), officer)).toEqual([]))

  test('somebody else’s says who has it since when', () => {
    expect(() => claim(aClaimed(), steward)).toThrow(
      expect.objectContaining({ code: 'already-claimed', facts: { no: 131, by: 7, unit: '执法一队', at: NOW } }),
    )
    expect(refusalOf(() => claim(aClaimed(), { person: 9, unit: '执法一队' }))).toBe('already-claimed')
  })

  test.each<State>(['handled', 'closed', 'returned', 'merged', 'void'])(
    'a case that is %s cannot be claimed',
    (state) => {
      expect(refusalOf(() => claim(aClaimed({ state }), officer))).toBe('not-waiting')
      expect(refusalOf(() => claim(aCase({ state }), steward))).toBe('not-waiting')
    },
  )
})
