import { describe, expect, test } from 'vitest'
import type { Case, State } from '../../../domain/cases/case.ts'
import { correctBasis, correctContent, correctPlace } from '../../../domain/cases/correct.ts'
import type { Speaker } from '../../../domain/people/speaker.ts'
import { aCase, aClaimed, aSpeaker, refusalOf } from '../../support/sample.ts'

const to = { content: 5, category: 'air.bbq', industry: '餐饮' } as const
const reporter = aSpeaker(1)

describe('correcting', () => {
  test.each<[string, Case, Speaker, string | undefined]>([
    ['who reported it', aCase(), reporter, undefined],
    ['the owner', aClaimed(), aSpeaker(7), undefined],
    ['a colleague of the owner', aClaimed(), aSpeaker(9, [{ role: 'officer', unit: '执法一队' }]), undefined],
    ['the steward of its street', aCase(), aSpeaker(9, [{ role: 'steward', street: '方庄街道' }]), undefined],
    ['a grid worker of its street', aCase(), aSpeaker(9, [{ role: 'grid', street: '方庄街道' }]), undefined],
    ['the desk', aClaimed(), aSpeaker(9, [{ role: 'desk' }]), undefined],
    ['the administrator', aCase(), aSpeaker(9, [{ role: 'admin' }]), 'may-not-correct'],
    ['somebody without any role', aCase(), aSpeaker(9), 'may-not-correct'],
    [
      'a grid worker of another street',
      aCase(),
      aSpeaker(9, [{ role: 'grid', street: '花乡街道' }]),
      'may-not-correct',
    ],
    ['an officer of another unit', aClaimed(), aSpeaker(9, [{ role: 'officer', unit: '水科' }]), 'may-not-correct'],
    ['an officer, while nobody owns it', aCase(), aSpeaker(9, [{ role: 'officer', unit: '水科' }]), 'may-not-correct'],
    ['a leader', aClaimed(), aSpeaker(9, [{ role: 'deputy' }]), 'may-not-correct'],
  ])('by %s', (_who, c, by, refusal) => {
    expect(refusalOf(() => correctContent(c, by, to))).toBe(refusal)
    expect(refusalOf(() => correctPlace(c, by, { place: 3 }))).toBe(refusal)
  })

  test.each<State>(['closed', 'returned', 'void'])('a case that is %s stays as it is', (state) => {
    expect(refusalOf(() => correctPlace(aCase({ state }), reporter, { place: 3 }))).toBe('not-open')
    expect(refusalOf(() => correctContent(aCase({ state }), reporter, to))).toBe('not-open')
  })

  test('a new street takes the card into its room; the same room hears nothing new', () => {
    const c = aCase({ cardRoom: 1 })
    const moved = { place: 3, street: '成寿寺街道', community: '四方景园社区', room: 2 }
    expect(correctPlace(c, reporter, moved)).toEqual([
      { kind: 'placeCorrected', place: 3, street: '成寿寺街道', community: '四方景园社区', cardRoom: 2, leftRoom: 1 },
    ])
    expect(correctPlace(c, reporter, { place: 3, street: '方庄街道', room: 1 })).toEqual([
      { kind: 'placeCorrected', place: 3, street: '方庄街道' },
    ])
  })

  test('a place without a street keeps the one it had', () => {
    expect(correctPlace(aCase(), reporter, { place: 3, room: 2 })).toEqual([
      { kind: 'placeCorrected', place: 3, street: '方庄街道' },
    ])
  })

  test('a new problem brings its category and leaves the urgency', () => {
    expect(correctContent(aCase({ urgent: true }), reporter, { ...to, subject: 6 })).toEqual([
      { kind: 'contentCorrected', ...to, subject: 6, urgent: true },
    ])
  })

  test('the desk alone sets the 口径, once', () => {
    const desk = aSpeaker(10, [{ role: 'desk' }])
    expect(correctBasis(aCase(), desk, 'industry')).toEqual([{ kind: 'basisCorrected', basis: 'industry' }])
    expect(correctBasis(aCase(), desk, 'bureau')).toEqual([])
    expect(refusalOf(() => correctBasis(aCase(), reporter, 'industry'))).toBe('may-not-correct')
    expect(refusalOf(() => correctBasis(aCase({ state: 'closed' }), desk, 'industry'))).toBe('not-open')
  })
})
