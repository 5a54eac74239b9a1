import { expect, test } from 'vitest'
import { instant } from '../../domain/time/wall.ts'
import { order } from '../support/orders.ts'
import { openTalk } from '../support/talk.ts'

test('统计 of a kind, a street or an industry in a week beside another: a row each, and the difference of the same days', () => {
  using talk = openTalk(instant('2026-11-16', '10:00'))
  let count = 0
  const report = (place: string, problem = '老灶火锅油烟大') => {
    count++
    const no = `20261116${String(count).padStart(4, '0')}`
    talk.says('赵蕾', 'private', order({ no, place, term: '7天' }).replace('油烟大,居民无法开窗', problem))
  }
  report('方庄街道芳古园一区11号楼')
  talk.now = instant('2026-11-19', '10:00')
  report('方庄街道芳古园一区12号楼')
  report('成寿寺街道四方景园三区5号楼')
  talk.now = instant('2026-11-23', '11:00')
  report('方庄街道芳古园一区13号楼')
  report('方庄街道芳城园二区8号楼', '工地夜间施工噪声扰民')
  talk.says('李强', '方庄群', '领哨 104')
  expect(talk.says('高明', 'private', '统计 油烟 本周 对比上周')).toEqual([
    '【统计】全区 餐饮油烟\n11-23至11-29(至今) 受理1 已办结0｜领哨率1/1｜按时率0/1\n11-16至11-22 受理3 已办结0｜领哨率0/3\n受理比对比期同期(1件)持平',
  ])
  expect(talk.says('李强', '方庄群', '统计 油烟 本周 对比上周')[0]).toContain('受理2 已办结0')
  expect(talk.says('高明', 'private', '统计 方庄 上周')[0]).toBe(
    '【统计】方庄街道\n11-16至11-22 受理2 已办结0｜领哨率0/2',
  )
  expect(talk.says('高明', 'private', '统计 餐饮 上周 环比')[0]?.split('\n').slice(1)).toEqual([
    '11-16至11-22 受理3 已办结0｜领哨率0/3',
    '11-09至11-15 受理0 已办结0',
    '受理比对比期(0件)多3件',
  ])
  expect(talk.says('高明', 'private', '统计 上期')[0]).toContain('【成绩】全区 11月期')
  expect(talk.says('李强', '方庄群', '统计一下谁还没吃饭')).toEqual([])
})
