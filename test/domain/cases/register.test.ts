import { describe, expect, test } from 'vitest'
import { fold } from '../../../domain/cases/fold.ts'
import { register } from '../../../domain/cases/register.ts'
import type { Complaint } from '../../../domain/reading/complaint.ts'
import { defaults } from '../../../domain/settings.ts'
import { days, hours, instant } from '../../../domain/time/wall.ts'
import { NOW } from '../../support/sample.ts'

const plain: Complaint = {
  content: '油烟大',
  category: 'air.catering_fume',
  industry: '餐饮',
  confidential: false,
  urgent: false,
  missing: [],
  notes: [],
}
const due = instant('2026-11-30', '09:30')

function from(more: Partial<Complaint>) {
  return register({ ...plain, ...more }, { now: NOW, rules: defaults, ids: {} })
}

describe('what was read becomes a case', () => {
  test.each<[string, Partial<Complaint>, object]>([
    [
      'a sentence of a grid worker',
      {},
      { channel: 'grid', grade: 'internal', deadline: { at: NOW + days(7), official: false, derived: false } },
    ],
    [
      'an urgent sentence',
      { urgent: true },
      { channel: 'grid', urgent: true, deadline: { at: NOW + hours(2), official: false, derived: false } },
    ],
    [
      'an order with its deadline',
      { externalNo: '1', deadline: due },
      { channel: '12345', grade: '7d', deadline: { at: due, official: true, derived: false } },
    ],
    [
      'an order with a span',
      { externalNo: '1', deadline: due, notes: [{ kind: 'deadline-derived', from: '7天' }] },
      { deadline: { at: due, official: true, derived: true } },
    ],
    [
      'an order that says nothing of time',
      { externalNo: '1' },
      { grade: '7d', deadline: { at: NOW + days(7), official: true, derived: true } },
    ],
    [
      'an urgent order',
      { externalNo: '1', urgent: true },
      { grade: '2h', urgent: true, deadline: { at: NOW + hours(2), official: true, derived: true } },
    ],
    ['an order of 24 hours', { externalNo: '1', grade: '24h' }, { grade: '24h', urgent: true }],
    [
      'a letter',
      { channel: 'petition' },
      { grade: 'letter', deadline: { at: NOW + days(60), official: true, derived: true } },
    ],
    [
      'what a leader asked for',
      { channel: 'leader' },
      { grade: 'internal', deadline: { at: NOW + days(7), official: false, derived: false } },
    ],
    ['a patrol', { channel: 'patrol' }, { channel: 'patrol', grade: 'internal' }],
  ])('%s', (_what, complaint, expected) => expect(from(complaint)).toMatchObject(expected))

  test('an order is dated from when the platform dispatched it', () => {
    expect(from({ externalNo: '1', receivedAt: NOW - hours(10) }).deadline?.at).toBe(NOW - hours(10) + days(7))
  })

  test('the event holds ids and codes, never words', () => {
    const words: Partial<Complaint> = {
      name: '王女士',
      phone: '13800001234',
      flat: '502室',
      address: '某处',
      street: '方庄街道',
    }
    const event = register(
      { ...plain, ...words },
      { now: NOW, rules: defaults, ids: { content: 5, place: 6, complainant: 7 }, reportedIn: 1, cardRoom: 1 },
    )
    expect(JSON.stringify(event)).not.toMatch(/王女士|13800001234|502|某处|油烟大/)
    expect(event).toMatchObject({
      content: 5,
      place: 6,
      complainant: 7,
      reportedIn: 1,
      cardRoom: 1,
      street: '方庄街道',
    })
  })

  test('folds to a waiting case of the one who reported it; nobody’s registration is a broken log', () => {
    const event = from({ missing: ['place'] })
    const c = fold([{ no: 101, seq: 1, at: NOW, by: 3, event }])
    expect(c).toMatchObject({ no: 101, state: 'waiting', reportedBy: 3, registeredAt: NOW, missing: ['place'], seq: 1 })
    expect(() => fold([{ no: 101, seq: 1, at: NOW, event }])).toThrow('registered by nobody')
    expect(() =>
      fold([
        { no: 101, seq: 1, at: NOW, by: 3, event },
        { no: 101, seq: 2, at: NOW, by: 3, event },
      ]),
    ).toThrow('registered twice')
  })

  test('a log with a gap or without a beginning is broken, and says so', () => {
    const owner = { person: 7, unit: '执法一队' }
    const claimed = { kind: 'claimed', owner } as const
    expect(() => fold([{ no: 101, seq: 1, at: NOW, event: claimed }])).toThrow('starts with claimed')
    const first = { no: 101, seq: 1, at: NOW, by: 3, event: from({}) }
    expect(() => fold([first, { no: 101, seq: 3, at: NOW, event: claimed }])).toThrow('event 3 after 1')
    expect(fold([])).toBeUndefined()
  })

  test('the first receiver never changes; what was missing is filled by a correction', () => {
    const first = {
      no: 101,
      seq: 1,
      at: NOW,
      by: 3,
      event: from({ missing: ['place', 'problem'], street: '方庄街道' }),
    }
    const c = fold([
      first,
      { no: 101, seq: 2, at: NOW + 1, event: { kind: 'placeCorrected', place: 9, street: '成寿寺街道', cardRoom: 2 } },
      {
        no: 101,
        seq: 3,
        at: NOW + 2,
        event: { kind: 'contentCorrected', content: 8, category: 'air.bbq', industry: '餐饮', urgent: true },
      },
      { no: 101, seq: 4, at: NOW + 3, event: { kind: 'claimed', owner: { person: 7, unit: '执法一队' } } },
    ])
    expect(c).toMatchObject({
      missing: [],
      street: '成寿寺街道',
      cardRoom: 2,
      place: 9,
      content: 8,
      category: 'air.bbq',
      urgent: true,
      state: 'claimed',
      firstReceiver: '执法一队',
      claimedAt: NOW + 3,
      armedBy: { waiting: 1, claim: 4, deadline: 1 },
      seq: 4,
    })
  })
})
