import { expect, test } from 'vitest'
import { gridsOf } from '../../../bot/sheets/grids.ts'
import { readSheetFile } from '../../../bot/sheets/read.ts'
import { workbook } from '../../../reports/enclosure.ts'
import { harmless } from '../../../reports/sheet.ts'

const ROWS = [
  ['地址', '反映内容'],
  ['芳城园二区', '油烟,很大'],
]
const csv = '地址,反映内容\r\n芳城园二区,"油烟,很大"\r\n'
// «地址,反映内容» and one row in GBK.
const GBK = Buffer.from('b5d8d6b72cb7b4d3b3c4dac8dd0d0ab7bdd7af2cd3cdd1cc0d0a', 'hex')

test('a workbook comes back as it was written, and formulas are text', async () => {
  const bytes = await workbook([{ name: '工单', rows: [...ROWS, ['=1+1', '@sum']] }])
  expect(await gridsOf(bytes, 'a.xlsx')).toEqual([{ name: '工单', rows: [...ROWS, ["'=1+1", "'@sum"]] }])
  expect(harmless('+86')).toBe("'+86")
})

test.each([
  ['UTF-8', Buffer.from(csv)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${csv}`)],
  ['UTF-16, the other way round', Buffer.from(`\ufeff${csv}`, 'utf16le').swap16()],
  ['UTF-16', Buffer.from(`\ufeff${csv}`, 'utf16le')],
])('a .csv in %s is read', async (_, bytes) => {
  expect(await gridsOf(bytes, 'a.csv')).toEqual([{ name: 'a.csv', rows: ROWS }])
})

test('a .csv in GBK is read', async () => {
  expect(await gridsOf(GBK, 'a.csv')).toEqual([
    {
      name: 'a.csv',
      rows: [
        ['地址', '反映内容'],
        ['方庄', '油烟'],
      ],
    },
  ])
})

test.each([
  ['under a title of its own', `一区市回访\r\n${csv}`, [['一区市回访'], ...ROWS]],
  [
    'between full-width commas',
    '工单编号，是否解决，是否满意\n2026，是，满意',
    [
      ['工单编号', '是否解决', '是否满意'],
      ['2026', '是', '满意'],
    ],
  ],
  [
    'with numbers wrapped as text',
    '工单编号,地址\n="202611230001",1号楼\n\'202611230002,2号楼',
    [
      ['工单编号', '地址'],
      ['202611230001', '1号楼'],
      ['202611230002', '2号楼'],
    ],
  ],
])('a .csv %s is read', async (_, text, rows) => {
  expect(await gridsOf(Buffer.from(text), 'a.csv')).toEqual([{ name: 'a.csv', rows }])
})

test.each([
  ['the old format', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old'],
  ['a page named .xls', Buffer.from('<html><body><table><tr><td>工单编号</td></tr></table></body></html>'), 'old'],
  ['what is no text', Buffer.from('\u0000\u0001工单\u0000'), 'broken'],
  ['a broken workbook', Buffer.from('PK\u0003\u0004nothing'), 'broken'],
  ['too many rows', Buffer.from('a,b\n'.repeat(5001)), 'large'],
])('%s is told apart', async (_, bytes, why) => {
  expect(await gridsOf(bytes, 'a.xlsx')).toBe(why)
  expect(await readSheetFile({ name: 'a.xlsx', bytes, now: 0, units: [], places: [] })).toEqual({
    kind: 'unreadable',
    why,
  })
})
