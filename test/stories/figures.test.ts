import { expect, test } from 'vitest'
import { instant, minutes } from '../../domain/time/wall.ts'
import { morning } from '../../jobs/morning.ts'
import { order } from '../support/orders.ts'
import { wordsOf } from '../support/sample.ts'
import { openTalk, type Talk } from '../support/talk.ts'

/** So many orders of 方庄, claimed by 执法一队 at once. */
function taken(talk: Talk, count: number): void {
  for (let n = 1; n <= count; n++) {
    const no = `2026112300${String(n).padStart(2, '0')}`
    talk.says('赵蕾', 'private', order({ no, place: `方庄街道芳古园一区${n}号楼`, term: '2026-11-27 18:00' }))
    talk.says('李强', '方庄群', `领哨 ${100 + n}`)
  }
}

test('twelve revisits of the city are the three rates in chat and in the morning, and nobody’s before', () => {
  using talk = openTalk()
  expect(talk.says('赵蕾', '全区群', '成绩')).toEqual([
    '【成绩】全区 12月期(11-19至12-18,考核口径)\n本局承办 市回访0:三率—\n按时率—｜领哨率—(吹哨0 派单0)｜每诉必测率—\n按时率=按时回复÷到期;领哨率=2时内主动领哨(未吹哨、未派单)÷属地件',
  ])
  taken(talk, 13)
  talk.says('赵蕾', '方庄群', '101 已回复')
  expect(morningOf(talk, '2026-11-24')).not.toContain('市回访')

  talk.now = instant('2026-11-30', '10:00')
  for (let n = 1; n <= 10; n++) talk.says('赵蕾', 'private', `市回访 ${100 + n} 已联系 已解决 满意`)
  talk.says('赵蕾', 'private', '市回访 111 已联系 已解决 基本满意')
  talk.says('赵蕾', 'private', '市回访 112 已联系 未解决 不满意')
  talk.says('赵蕾', 'private', '市回访 113 未接通')
  expect(talk.says('高明', 'private', '三率')[0]?.split('\n')).toEqual([
    '【成绩】全区 12月期(11-19至12-18,考核口径)',
    '本局承办 市回访12:响应12/12 100.00% 解决11/12 91.67% 满意10+基本满意1 90.83%,综合92.2',
    '按时率1/13 7.69%｜领哨率13/13 100.00%(吹哨0 派单0)｜每诉必测率—',
    '按时率=按时回复÷到期;领哨率=2时内主动领哨(未吹哨、未派单)÷属地件',
  ])
  expect(talk.says('李强', '方庄群', '统计 本期 按单位')[0]?.split('\n').slice(1)).toEqual([
    '1 执法一队 12件 响应100.00 解决91.67 满意90.83 综合92.2',
    '合计(加权) 12件 响应100.00 解决91.67 满意90.83 综合92.2',
  ])
  expect(talk.says('何涛', '成寿寺群', '成绩')[0]).toContain('本局承办 市回访0:三率—')
  expect(talk.says('李强', '方庄群', '成绩 上期')[0]).toContain('方庄 11月期(10-19至11-18,考核口径)')
  expect(talk.says('高明', 'private', '上期成绩')[0]).toContain('全区 11月期')
  expect(talk.says('高明', 'private', '上个月三率多少')[0]).toContain('全区 11月期')
  expect(talk.says('李强', '方庄群', '方庄成绩怎么样')).toEqual([])
  expect(talk.says('李强', '方庄群', '方庄成绩怎么样', { mentionsMe: true })[0]).toContain('【成绩】方庄 12月期')
  expect(talk.says('李强', '方庄群', '成绩不错')).toEqual([])
  expect(talk.says('李强', '方庄群', '三率 要抓紧了')).toEqual([])

  expect(morningOf(talk, '2026-12-01').split('\n')).toContain(
    '本期市回访12:响应12/12 解决11/12 满意10+基本满意1,综合92.2',
  )
  // A later revisit takes the place of the former, but not in a snapshot before it.
  talk.now = instant('2026-12-01', '08:27')
  talk.says('赵蕾', 'private', '市回访 112 已联系 已解决 满意')
  expect(morningOf(talk, '2026-12-01')).toContain('解决11/12')
  expect(morningOf(talk, '2026-12-02')).toContain('解决12/12 满意11+基本满意1,综合99.7')
})

test('fewer than ten: counts and the last three periods, no place; 预估 is named as such', () => {
  using talk = openTalk()
  taken(talk, 3)
  talk.says('赵蕾', 'private', '市回访 101 已联系 已解决 满意')
  talk.says('李强', '方庄群', '102 已联系 到场 检测 油烟0.6 整改完 换了净化器')
  talk.says('李强', '方庄群', '102 回访 已解决 一般')
  expect(talk.says('李强', '方庄群', '成绩')[0]?.split('\n').slice(1)).toEqual([
    '本局承办 市回访1(不足10件):响应1/1 解决1/1 满意1;近3期合计1:响应1/1 解决1/1 满意1',
    '预估(非市回访) 局内回访1:响应1/1 解决1/1 满意0｜会影响成绩的件:#102',
    '按时率—｜领哨率3/3(吹哨0 派单0)｜每诉必测率1/1',
    '按时率=按时回复÷到期;领哨率=2时内主动领哨(未吹哨、未派单)÷属地件',
  ])
  expect(talk.says('李强', '方庄群', '统计 按单位')[0]?.split('\n')[1]).toBe(
    '－ 执法一队 1件:响应1/1 解决1/1 满意1;近3期1件:响应1/1 解决1/1 满意1',
  )
  expect(morningOf(talk, '2026-11-24').split('\n')).toContain(
    '本期市回访1:响应1/1 解决1/1 满意1｜预估,会影响成绩的件:#102｜本期每诉必测率1/1',
  )
})

test('merged orders count each for themselves; a passed test that still disturbs is named', () => {
  using talk = openTalk()
  taken(talk, 1)
  for (const n of [2, 3])
    talk.says(
      '赵蕾',
      'private',
      order({ no: `202611230${n}00`, place: '方庄街道芳古园一区1号楼', term: '2026-11-24 18:00' }),
    )
  const code = /确认 (\d{4})/.exec(talk.says('李强', '方庄群', '并案 102 103 到 101')[0] ?? '')?.[1]
  talk.says('李强', '方庄群', `确认 ${code}`)
  for (const text of ['101 已联系', '101 到场', '检测 101 油烟0.6', '101 整改完', '101 回访 未解决 不满意'])
    talk.says('李强', '方庄群', text)
  talk.now = instant('2026-11-25', '10:00')
  talk.says('赵蕾', 'private', '市回访 102 已联系 已解决 满意')
  talk.says('赵蕾', 'private', '市回访 103 已联系 未解决 不满意')
  talk.says('赵蕾', 'private', '102 已回复')
  const [, city = '', , work = ''] = talk.says('赵蕾', 'private', '成绩')[0]?.split('\n') ?? []
  expect(city).toContain('市回访2(不足10件):响应2/2 解决1/2 满意1')
  expect(work).toBe('按时率0/2｜领哨率3/3(吹哨0 派单0)｜每诉必测率—｜达标扰民1:#101')
  // What goes well in the end does not count as one any more.
  talk.says('李强', '方庄群', '101 整改完 加装消声')
  talk.says('李强', '方庄群', '101 回访 已解决 满意')
  expect(talk.says('赵蕾', 'private', '成绩')[0]).not.toContain('达标扰民')
  expect(talk.says('赵蕾', 'private', '统计 按单位')[0]?.split('\n').at(-1)).toBe(
    '合计(加权) 2件:响应2/2 解决1/2 满意1',
  )
})

test('每诉必测率: a test, or the lead’s word that none can be made, of what was handled; the same in 成绩 and 早调度', () => {
  using talk = openTalk()
  taken(talk, 4)
  talk.says('李强', '方庄群', '101 已联系 到场 检测 油烟0.6 整改完 换了净化器')
  for (const no of [102, 103]) {
    talk.says('李强', '方庄群', `${no} 已联系 到场`)
    talk.says('李强', '方庄群', `${no} 不宜检测 店铺已停业`)
    talk.says('李强', '方庄群', `${no} 整改完 已停业`)
  }
  talk.says('王磊', 'private', '同意 102')
  expect(talk.says('李强', '方庄群', '成绩')[0]).toContain('每诉必测率2/3')
  for (const room of ['局领导群', '全区群', '执法一队群'])
    expect(morningOf(talk, '2026-11-24', room).split('\n').at(-1), room).toContain('本期每诉必测率2/3')
  expect(morningOf(talk, '2026-11-24', '方庄群')).not.toContain('每诉必测率')
  expect(morningOf(talk, '2026-11-24').split('\n').length).toBeLessThanOrEqual(5)
  // What is said after 08:25 stands in the next one.
  talk.now = instant('2026-11-24', '08:27')
  talk.says('王磊', 'private', '同意 103')
  expect(morningOf(talk, '2026-11-24')).toContain('本期每诉必测率2/3')
  expect(morningOf(talk, '2026-11-25')).toContain('本期每诉必测率3/3')
})

test('more streets than one message holds follow as a file, in private', () => {
  using talk = openTalk()
  const streets =
    '马家堡 成寿寺 石榴庄 看丹 方庄 南苑 大红门 和义 西罗园 右安门 太平桥 东高地 东铁匠营 云岗 新村 丰台'.split(' ')
  for (const [i, street] of streets.entries()) {
    talk.now += minutes(1)
    talk.says('赵蕾', 'private', order({ no: `20261123${1000 + i}`, place: `${street}街道某某路${i + 1}号` }))
    talk.says('赵蕾', 'private', `市回访 ${101 + i} 已联系 已解决 满意`)
  }
  const [file, words] = talk.says('高明', 'private', '成绩 按街镇')
  expect(file).toBe('成绩 全区 12月期 按街镇.xlsx')
  expect(words).toContain('另有2行,全表见表格。')
  expect(talk.says('高明', '全区群', '成绩 按街镇')).toEqual([
    expect.stringContaining('另有2行,全表私聊我回「成绩 按街镇」。'),
  ])
})

function morningOf(talk: Talk, date: string, room = '局领导群'): string {
  const { speeches } = morning(talk.store.books, instant(date, '08:30'))
  const heard = speeches.find(({ to }) => 'room' in to && to.room === talk.room(room))
  return wordsOf(heard?.sentence)
}
