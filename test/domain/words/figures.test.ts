import { expect, test } from 'vitest'
import { NONE, type Tally } from '../../../domain/figures/rates.ts'
import { ratesTable } from '../../../domain/figures/table.ts'
import { defaults } from '../../../domain/settings.ts'
import { tableWords } from '../../../domain/words/figures.ts'
import { tableFile, tableSheets } from '../../../domain/words/figures-sheet.ts'
import { reconciled } from '../../../domain/words/reconcile.ts'
import { MESSAGE_BYTES } from '../../../domain/words/speech.ts'
import { NOW, wordsOf } from '../../support/sample.ts'

const headed = { name: '全区', period: '2026-12', assessed: true, reconciled: '已对账至昨日17:00' }
const many = { valid: 20, contacted: 20, solved: 17, good: 15, fair: 3 }
const table = (count: number, tally: Tally) =>
  ratesTable(
    Array.from({ length: count }, (_, i) => ({
      name: `第${i + 1}个很长的街道`,
      tally,
      three: { valid: 127, contacted: 125, solved: 118, good: 107, fair: 11 },
      received: 99 - i,
    })),
    defaults,
  )

test.each([
  ['ranked', many],
  ['few', { valid: 9, contacted: 9, solved: 8, good: 7, fair: 1 }],
])('twenty-six streets (%s) never make more than one message, and where the others are is said', (_, tally) => {
  const words = wordsOf(tableWords(headed, table(26, tally), '全表见表格。'))
  expect(Buffer.byteLength(words)).toBeLessThanOrEqual(MESSAGE_BYTES)
  const shown = words.split('\n').length - 3
  expect(words).toContain(`另有${26 - shown}行,全表见表格。`)
  expect(words.split('\n').at(-1)).toMatch(/^合计\(加权\) \d+件 响应/)
})

test('the answer to 对账 is one message, however much differs and however many rows are bad', () => {
  const nos = Array.from({ length: 50 }, (_, i) => 1100 + i)
  const told = { contacted: true, solved: false, partly: true, satisfaction: 'bad' } as const
  const found = {
    rows: 50,
    matched: 50,
    onlyTheirs: nos.map((no) => `20261123${no}`),
    onlyOurs: nos.map((no) => ({ no, numbered: false })),
    deadlines: nos.map((no) => ({ no, theirs: NOW, ours: NOW })),
    results: nos.map((no) => ({ no, answered: true, told })),
  }
  const words = wordsOf(
    reconciled(
      found,
      nos.map((no) => `第${no}行 没有工单编号`),
    ),
  )
  expect(Buffer.byteLength(words)).toBeLessThanOrEqual(MESSAGE_BYTES)
  expect(words).toContain('回访结果:先回「导入市回访」再发这张表。')
})

test('the whole table as a sheet: counts beside rates, the total with its kind, 口径 below', () => {
  const [sheet] = tableSheets(headed, table(26, many), NOW)
  expect(sheet?.rows).toHaveLength(29)
  expect(sheet?.rows[1]?.slice(0, 12)).toEqual([
    '1',
    '第1个很长的街道',
    '20',
    '20',
    '100.00',
    '17',
    '85.00',
    '15',
    '3',
    '88.50',
    '87.9',
    '99',
  ])
  expect(sheet?.rows.at(-2)?.slice(1, 3)).toEqual(['合计(加权)', '520'])
  expect(sheet?.rows.at(-1)).toEqual(['口径:本局承办,考核口径｜合计:加权｜截至2026-11-23 09:30｜已对账至昨日17:00'])
  expect(tableFile(headed, 'street')).toBe('成绩 全区 12月期 按街镇.xlsx')
  const [few] = tableSheets(headed, table(1, { ...NONE, valid: 9, contacted: 9 }), NOW)
  expect(few?.rows[1]?.slice(0, 5)).toEqual(['不足10件', '第1个很长的街道', '9', '9', '—'])
})
