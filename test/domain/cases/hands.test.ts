import { describe, expect, test } from 'vitest'
import type { Case, State } from '../../../domain/cases/case.ts'
import { type Hand, handsOf, mustBe, mustBeOpen, mustHave } from '../../../domain/cases/hands.ts'
import type { Role } from '../../../domain/people/roles.ts'
import { aCase, aClaimed, aSpeaker, NOW, refusalOf } from '../../support/sample.ts'

const officer: Role = { role: 'officer', unit: '执法一队' }
const lead: Role = { role: 'lead', unit: '执法一队' }

describe('a hand in a case', () => {
  test.each<[string, Case, number, Role[], string[], Hand[]]>([
    ['the owner', aClaimed(), 7, [officer], [], ['owner', 'unit']],
    ['somebody of the unit', aClaimed(), 6, [officer], [], ['unit']],
    ['the lead of the unit that has it', aClaimed(), 5, [lead], [], ['unit', 'lead']],
    ['the lead of another unit', aClaimed(), 5, [{ role: 'lead', unit: '执法二队' }], ['方庄街道'], ['area']],
    ['the lead whose unit answers for the street, while it waits', aCase(), 5, [lead], ['方庄街道'], ['lead', 'area']],
    ['a lead of elsewhere, while it waits', aCase(), 5, [lead], ['成寿寺街道'], []],
    ['any lead, while nobody knows the street', aCase({ street: undefined } as never), 5, [lead], ['方庄街道'], []],
    [
      'a unit that was called',
      aClaimed({ helpers: [{ unit: '执法三队', at: NOW, seq: 3 }] }),
      12,
      [{ role: 'officer', unit: '执法三队' }],
      [],
      ['helper'],
    ],
    ['a tester', aClaimed(), 11, [{ role: 'tester', unit: '监测站' }], [], ['tester']],
    ['the street’s steward', aClaimed(), 8, [{ role: 'steward', street: '方庄街道' }], [], ['steward']],
    ['another street’s steward', aClaimed(), 8, [{ role: 'steward', street: '成寿寺街道' }], [], []],
    ['the lead of the street', aClaimed(), 8, [{ role: 'lead', unit: '方庄街道' }], [], ['streetLead']],
    ['who reported it', aClaimed(), 1, [{ role: 'grid', street: '方庄街道' }], [], ['grid', 'reporter']],
    ['who is in the street’s room', aClaimed(), 3, [{ role: 'grid', street: '方庄街道' }], [], ['grid']],
    ['who is in another street’s room', aClaimed(), 3, [{ role: 'grid', street: '成寿寺街道' }], [], []],
    ['the desk', aClaimed(), 10, [{ role: 'desk', unit: '专班' }], [], ['desk']],
    ['a deputy', aClaimed(), 20, [{ role: 'deputy' }], [], []],
  ])('%s', (_who, c, person, roles, areas, hands) => {
    expect(handsOf(c, aSpeaker(person, roles, { areas }))).toEqual(hands)
  })

  test('without one it is refused with whose case it is', () => {
    const stranger = aSpeaker(3)
    expect(() => mustHave(aClaimed(), stranger, 'snooze')).toThrow(
      expect.objectContaining({ code: 'not-yours', facts: { no: 131, by: 7 } }),
    )
    expect(() => mustHave(aCase(), stranger, 'voidWaiting')).toThrow(
      expect.objectContaining({ code: 'not-yours', facts: { no: 131, by: 1, waits: true } }),
    )
  })
})

describe('where a case stands', () => {
  test.each<[State, string | undefined, string | undefined]>([
    ['waiting', 'claim-first', undefined],
    ['claimed', undefined, undefined],
    ['handled', 'wrong-state', undefined],
    ['closed', 'wrong-state', 'wrong-state'],
    ['returned', 'wrong-state', 'wrong-state'],
    ['merged', 'wrong-state', 'wrong-state'],
    ['void', 'wrong-state', 'wrong-state'],
  ])('%s', (state, claimed, open) => {
    expect(refusalOf(() => mustBe(aCase({ state }), 'claimed'))).toBe(claimed)
    expect(refusalOf(() => mustBeOpen(aCase({ state })))).toBe(open)
  })
})
