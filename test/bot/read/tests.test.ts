import { expect, test } from 'vitest'
import { testFields } from '../../../bot/read/tests.ts'

const fields = (said: string) => testFields(said, '2026-11-23')

test('one level: the whole reckoning', () => {
  expect(fields('2类区 夜间22:40 Leq56.1 背景48.2')).toEqual({
    standard: 'GB 22337-2008',
    class_: '2',
    period: 'night',
    leq: 56.1,
    background: 48.2,
    diff: 7.9,
    diffRounded: 8,
    correction: -1,
    corrected: 55.1,
    rounded: 55,
    limit: 50,
    exceedBy: 5,
    result: '超标',
  })
})

test('several items, and several points of one', () => {
  expect(fields('油烟0.6 颗粒物3.2 非甲烷总烃12.4')).toMatchObject({
    result: '超标',
    items: [{ ok: true }, { ok: true }, { ok: false, times: 0.24 }],
  })
  expect(fields('厂界臭气 <10、13、18')).toMatchObject({ value: 18, values: ['<10', 13, 18], result: '达标' })
  expect(fields('滤芯换了')).toEqual({})
})
