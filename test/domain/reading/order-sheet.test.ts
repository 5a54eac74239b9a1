import { expect, test } from 'vitest'
import { readSheets } from '../../../domain/reading/sheet.ts'

const now = Date.parse('2026-11-23T09:30:00+08:00')
const read = (rows: string[][]) => readSheets([{ name: '工单', rows }], { now, units: [] })

test('orders are read by their header, whatever it is called and wherever it stands', () => {
  const file = read([
    ['12345工单', ''],
    ['办理时限', '诉求内容', '受理编号', '来电号码', '办公室意见', '具体点位'],
    ['2026-11-30 09:30', '楼下面馆油烟直排', '202611230001', '13800005678', '请办', '方庄街道芳城园二区8号楼'],
  ])
  expect(file).toMatchObject({
    kind: 'orders',
    rows: [{ row: 3, complaint: { externalNo: '202611230001', street: '方庄街道', phone: '13800005678' } }],
    faults: [],
    unknown: ['办公室意见'],
  })
})

test('a row without place and problem, and a number the spreadsheet rounded, are named', () => {
  const file = read([
    ['工单编号', '地址', '反映内容'],
    ['202611230002', '', ''],
    ['2.02611E+14', '方庄街道芳城园二区8号楼', '油烟'],
    ['', '', ''],
    ['202611230003', '方庄街道芳城园二区8号楼', '油烟'],
  ])
  expect(file).toMatchObject({
    rows: [{ row: 5 }],
    faults: [
      { row: 2, why: 'empty-order' },
      { row: 3, why: 'rounded-number', said: '2.02611E+14' },
    ],
  })
})

test('a sheet that bears a mark of secrecy is not read', () => {
  expect(read([['【内部】'], ['地址', '反映内容'], ['方庄街道芳古园一区1号楼', '油烟']])).toEqual({ kind: 'secret' })
})

test('a sheet that is neither says so with its headers', () => {
  expect(
    read([
      ['商品', '价格'],
      ['苹果', '3'],
    ]),
  ).toEqual({ kind: 'neither', headers: ['商品', '价格'] })
})
