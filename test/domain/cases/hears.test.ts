import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import type { CaseEvent } from '../../../domain/cases/events.ts'
import { whoHears } from '../../../domain/cases/hears.ts'
import { register } from '../../../domain/cases/register.ts'
import { defaults } from '../../../domain/settings.ts'
import { aCase, aClaimed, aLook, NOW, wordsOf } from '../../support/sample.ts'

const registered = register(
  { content: '', category: 'air.bbq', industry: '餐饮', confidential: false, urgent: false, missing: [], notes: [] },
  { now: NOW, rules: defaults, ids: {} },
)
const claimed: CaseEvent = { kind: 'claimed', owner: { person: 7, unit: '执法一队' } }

/** 「room 1 card card-131: #131 …」 */
function heard(event: CaseEvent, c: Case, seq = 2): string[] {
  const logged = { no: c.no, seq, at: NOW, by: 1, event }
  return whoHears(logged, c, aLook({ 5: '老灶火锅晚间排油烟' })).map(({ to, class: kind, key, sentence }) =>
    [`room` in to ? `room ${to.room}` : `person ${to.person}`, kind, key, wordsOf(sentence).split('\n')[0]].join(' | '),
  )
}

describe('a new case', () => {
  test('reported in the room of its street: the card there, as the answer', () => {
    expect(heard(registered, aCase({ reportedIn: 1, cardRoom: 1 }))).toEqual([
      'room 1 | reply | card-131 | #131 待领哨｜餐饮油烟｜方庄街道',
    ])
  })

  test('reported elsewhere: the card in its street’s room, one line where it was said', () => {
    expect(heard(registered, aCase({ reportedIn: 5, cardRoom: 1 }))).toEqual([
      'room 1 | card | card-131 | #131 待领哨｜餐饮油烟｜方庄街道',
      'room 5 | reply | forwarded-131 | #131 已转方庄群',
    ])
  })

  test('reported in private: the same, and nobody learns who', () => {
    expect(heard(registered, aCase({ cardRoom: 1 }))).toEqual([
      'room 1 | card | card-131 | #131 待领哨｜餐饮油烟｜方庄街道',
      'person 1 | reply | forwarded-131 | #131 已转方庄群',
    ])
  })

  test('without any bound room for it: only whoever reported hears', () => {
    expect(heard(registered, aCase({ reportedIn: 5 }))).toEqual([
      'room 5 | reply | forwarded-131 | #131 已登记,对应街镇群还没绑定,先由专班掌握。',
    ])
  })

  test('urgent: the card passes everything else', () => {
    expect(heard(registered, aCase({ cardRoom: 1, urgent: true }))[0]).toBe(
      'room 1 | urgent | card-131 | 【急】#131 待领哨｜餐饮油烟｜方庄街道',
    )
  })
})

describe('a claim', () => {
  test('is told to the reporter in private, once, while it is news', () => {
    expect(heard(claimed, aClaimed())).toEqual([
      'person 1 | notice | told-claimed-131-2 | 你报的#131 方庄街道 餐饮油烟,执法一队已领哨。',
    ])
    const [speech] = whoHears({ no: 131, seq: 2, at: NOW, by: 7, event: claimed }, aClaimed(), aLook())
    expect(speech?.goodUntil).toBe(NOW + 24 * 3_600_000)
  })

  test('by the reporter is no news', () => expect(heard(claimed, aClaimed({ reportedBy: 7 }))).toEqual([]))
})

describe('a correction', () => {
  test('that moves the case brings a new card into the new room', () => {
    const event: CaseEvent = { kind: 'placeCorrected', place: 3, street: '成寿寺街道', cardRoom: 2 }
    expect(heard(event, aCase({ cardRoom: 2, street: '成寿寺街道' }), 4)).toEqual([
      'room 2 | card | card-131-4 | #131 待领哨｜餐饮油烟｜成寿寺街道',
    ])
  })

  test('that does not is only answered', () => {
    expect(heard({ kind: 'placeCorrected', place: 3, street: '方庄街道' }, aCase({ cardRoom: 1 }))).toEqual([])
    const content: CaseEvent = {
      kind: 'contentCorrected',
      content: 5,
      category: 'air.bbq',
      industry: '餐饮',
      urgent: false,
    }
    expect(heard(content, aCase({ cardRoom: 1 }))).toEqual([])
  })
})
