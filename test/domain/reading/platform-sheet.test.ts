import { expect, test } from 'vitest'
import { readPlatformRows } from '../../../domain/reading/platform-sheet.ts'
import { readSheets } from '../../../domain/reading/sheet.ts'
import { dateCell } from '../../../domain/reading/sheet-date.ts'
import { instant } from '../../../domain/time/wall.ts'

const now = instant('2026-11-23', '09:30')
const file = (rows: string[][]) => readPlatformRows({ name: '工单', rows }, now)
const revisits = (rows: string[][]) => readSheets([{ name: '回访', rows }], { now, units: [], as: 'cityRevisits' })

test.each([
  ['46356', '2026-11-30'],
  ['46356.75', '2026-11-30 18:00'],
  ['46346.395833333', '2026-11-20 09:30'],
  ['20261130180000', '2026-11-30 18:00'],
  ['2026-11-30 18:00', '2026-11-30 18:00'],
  ['7天', '7天'],
  ['12345', '12345'],
  ['—', ''],
])('a cell 「%s」 is the date 「%s」', (cell, date) => expect(dateCell(cell)).toBe(date))

test('columns in groups, a title above, a total and a note below', () => {
  const rows = [
    ['丰台区市回访明细', '', '', '', '', '', ''],
    ['序号', '工单编号', '受理时间', '市级回访', '', '', '回访时间'],
    ['', '', '', '是否联系', '解决', '是否满意', ''],
    ['1', '202611230001', '2026-11-10 09:00', '是', '是', '满意', '46345'],
    ['2', '202611230002', '46336.375', '是', '否', '不满意', '2026-11-20'],
    ['合计', '', '', '2', '1', '1', ''],
    ['注:数据截至11月22日', '', '', '', '', '', ''],
  ]
  expect(revisits(rows)).toMatchObject({
    faults: [],
    open: 0,
    rows: [
      { row: 4, told: { contacted: true, solved: true, satisfaction: 'good' }, heldAt: instant('2026-11-19', '18:00') },
      { row: 5, told: { contacted: true, solved: false, satisfaction: 'bad' } },
    ],
  })
  expect(file(rows)).toMatchObject({
    faults: [],
    rows: [
      { row: 4, received: { from: instant('2026-11-10', '09:00') }, told: { solved: true } },
      { row: 5, received: { to: instant('2026-11-10', '09:00') }, told: { satisfaction: 'bad' } },
    ],
  })
})

test('a day of the city’s call that is not understood, or still to come, is a fault and not today', () => {
  const rows = [
    ['工单编号', '是否解决', '是否满意', '回访日期'],
    ['202611230001', '是', '满意', '十一月中'],
    ['202611230002', '是', '满意', '2026-12-20'],
    ['202611230003', '是', '满意', '-'],
  ]
  expect(revisits(rows)).toMatchObject({
    faults: [
      { row: 2, why: 'unknown-day', said: '十一月中' },
      { row: 3, why: 'unknown-day', said: '2026-12-20' },
    ],
    rows: [{ row: 4, externalNo: '202611230003' }],
  })
})

test('an order’s own dates may be bare numbers, too', () => {
  const read = readSheets(
    [
      {
        name: '工单',
        rows: [
          ['工单编号', '办理时限', '地址', '反映内容'],
          ['202611230001', '46356.75', '方庄街道芳古园一区1号楼', '油烟大'],
        ],
      },
    ],
    { now, units: [] },
  )
  expect(read).toMatchObject({ rows: [{ complaint: { deadline: instant('2026-11-30', '18:00') } }] })
})

test.each([
  ['办结', true],
  ['已办结(超期)', true],
  ['超期办结', true],
  ['已回复待回访', true],
  ['待评价', true],
  ['待回访', true],
  ['已办结待归档', true],
  ['已完结', true],
  ['办理完成', true],
  ['是', true],
  ['办理中', false],
  ['未办结', false],
  ['逾期未办结', false],
  ['未按期回复', false],
  ['待办', false],
  ['待审核', false],
  ['待签收', false],
  ['在办', false],
  ['否', false],
  ['已超期', undefined],
  ['已签收', undefined],
  ['退回', undefined],
  ['', undefined],
])('the platform’s state 「%s」 says answered: %s', (state, answered) => {
  expect(
    file([
      ['工单编号', '状态'],
      ['202611230001', state],
    ])?.rows[0]?.answered,
  ).toBe(answered)
})

test('an order of a day without an hour covers the whole day', () => {
  expect(
    file([
      ['工单编号', '受理日期', '受理时间'],
      ['202611230001', '', '2026-11-20'],
    ])?.rows[0]?.received,
  ).toEqual({
    from: instant('2026-11-20'),
    to: instant('2026-11-21') - 1,
  })
})

test('未接通 alone is the city’s call that reached nobody; a dash is nothing; what is not understood is named', () => {
  const rows = [
    ['工单编号', '是否联系', '是否解决', '是否满意'],
    ['202611230001', '未接通', '', '/'],
    ['202611230002', '未接通', '否', '不满意'],
    ['202611230003', '—', '—', '—'],
    ['202611230004', '是', '是', ''],
  ]
  const told = [{ told: { invalid: true } }, { told: { contacted: false, solved: false, satisfaction: 'bad' } }]
  expect(revisits(rows)).toMatchObject({ rows: told, open: 1, faults: [{ row: 5, why: 'unread-revisit' }] })
  expect(file(rows)).toMatchObject({
    rows: [...told, { externalNo: '202611230003' }, { externalNo: '202611230004' }],
    faults: [{ row: 5, why: 'unread-revisit', said: '是 是' }],
  })
})
