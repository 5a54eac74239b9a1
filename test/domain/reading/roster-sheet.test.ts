import { expect, test } from 'vitest'
import { readSheets } from '../../../domain/reading/sheet.ts'
import { faultOfRow } from '../../../domain/words/sheets.ts'

const now = Date.parse('2026-11-23T09:30:00+08:00')
const read = (rows: string[][], more: { name: string; rows: string[][] }[] = []) =>
  readSheets([{ name: '人员', rows }, ...more], { now, units: ['执法一队'] })

test('columns stand in any order, titles above the header do not matter, unknown columns are named', () => {
  const file = read([
    ['生态环境局名单'],
    ['群昵称', '角色', '手机', '单位', '姓名', '街镇'],
    ['一队-李强', '队员', '', '执法一队', '李强', ''],
    ['', '街镇管家', '', '', '周敏', '方庄'],
  ])
  expect(file).toMatchObject({
    kind: 'roster',
    people: [
      { name: '李强', role: 'officer', unit: '执法一队', nickname: '一队-李强' },
      { name: '周敏', role: 'steward', street: '方庄街道' },
    ],
    faults: [],
    unknown: ['手机'],
  })
})

test('each bad row is named with its number and the reason, the rest is taken', () => {
  const file = read([
    ['姓名', '单位', '角色', '街镇'],
    ['李强', '执法一队', '队员', ''],
    ['', '执法一队', '队员', ''],
    ['李强138', '执法一队', '队员', ''],
    ['王小', '执法一队', '', ''],
    ['王小', '执法一队', '队圆', ''],
    ['王小', '', '队员', ''],
    ['王小', '', '网格员', ''],
    ['王小', '', '网格员', '方装街道'],
    ['王小', '执法一', '队员', ''],
    ['李强', '执法一队', '队员', ''],
    ['', '', '', ''],
    ['赵蕾', '', '专班', ''],
  ])
  if (file.kind !== 'roster') throw new Error(file.kind)
  expect(file.people.map(({ name }) => name)).toEqual(['李强', '赵蕾'])
  expect(file.faults.map((fault) => faultOfRow(fault, false))).toEqual([
    '第3行 没有姓名',
    '第4行 姓名“李强***”不像姓名',
    '第5行 王小没写角色',
    '第6行 角色“队圆”没有,是不是“队员”',
    '第7行 王小要写单位',
    '第8行 王小要写街镇',
    '第9行 街镇“方装街道”没有,是不是“方庄街道”',
    '第10行 单位“执法一”不在单位表里,是不是“执法一队”',
    '第11行 李强重复',
  ])
})

test('units bring their lead, areas and matters; duty its days', () => {
  const file = read(
    [
      ['姓名', '单位', '角色'],
      ['李强', '执法二队', '队员'],
    ],
    [
      {
        name: '单位',
        rows: [
          ['单位', '类型', '负责人', '片区', '归口'],
          ['执法二队', '执法队', '王磊', '方庄、成寿寺、方装', '餐饮油烟 汽修 广告'],
        ],
      },
      {
        name: '值班',
        rows: [
          ['单位', '姓名', '日期'],
          ['执法二队', '李强、王磊', '2026-11-28'],
          ['执法二队', '李强', '改天'],
        ],
      },
    ],
  )
  expect(file).toMatchObject({
    people: [
      { name: '王磊', role: 'lead', unit: '执法二队' },
      { name: '李强', role: 'officer', unit: '执法二队' },
    ],
    units: [{ unit: '执法二队', areas: ['方庄街道', '成寿寺街道'], matters: ['air.catering_fume', '汽修'] }],
    duties: [{ row: 2, names: ['李强', '王磊'], from: Date.parse('2026-11-28T00:00:00+08:00') }],
    faults: [
      { why: 'unknown-street', said: '方装', nearest: '方庄街道' },
      { why: 'unknown-matter', said: '广告' },
      { why: 'unknown-day', said: '改天', row: 3 },
    ],
  })
})
