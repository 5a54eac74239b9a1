import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { openTalk } from '../support/talk.ts'

const LONE = order({ no: '202611230001', place: '方庄街道芳古园一区1号楼' })

test('回头看 takes a weekday and the words of a look', () => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', LONE)
  for (const text of ['领哨 101', '101 已联系', '101 到场', '检测 101 油烟0.6', '101 整改完', '101 回访 已解决 满意'])
    talk.says('李强', '方庄群', text)
  talk.says('赵蕾', 'private', '已回复 101')
  talk.says('李强', '方庄群', '办结 101')
  const says = (text: string) => talk.says('李强', '方庄群', text).join('\n')
  expect(says('回头看 101 下周一')).toContain('#101 回头看定在11-30')
  expect(says('回头看 101 12月8日')).toContain('#101 回头看定在12-08')
  expect(says('101 回头看 没再冒烟')).toContain('无反弹')
  expect(says('101 回头看 未再发现反弹')).toContain('无反弹')
  expect(says('101 回头看 又冒烟了')).toContain('有反弹')
  expect(says('101 回头看 改天')).toContain('还差几天后看')
})

test('静音 is taken off in either order, and has a length', () => {
  using talk = openTalk()
  const says = (text: string) => talk.says('周敏', '方庄群', text).join('\n')
  expect(says('静音 半天')).toContain('今天13:30')
  expect(says('取消静音')).not.toBe('')
  expect(talk.store.books.people.mutedUntil(talk.room('方庄群'), talk.now)).toBeUndefined()
  says('静音 2小时')
  says('解除静音')
  expect(talk.store.books.people.mutedUntil(talk.room('方庄群'), talk.now)).toBeUndefined()
  expect(says('静音 0小时')).toContain('静音 2小时')
})

test('督办 is taken back as people say it; 待批 in a room is answered', () => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', LONE)
  for (const words of ['101督办销了吧', '撤销督办 101']) {
    talk.says('高明', 'private', '督办 101 周五前')
    expect(talk.says('高明', 'private', words).join('\n')).toContain('#101 已销督')
  }
  expect(talk.says('高明', '局领导群', '待批')).toEqual(['「待批」请私聊我说。'])
})

test('a unit says its name first', () => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', LONE)
  talk.says('李强', '方庄群', '领哨 101')
  talk.says('李强', '方庄群', '协办 101 监测站')
  expect(talk.says('陈曦', '方庄群', '监测站报到 101').join('\n')).toContain('#101 已记报到:监测站')
  talk.says('赵蕾', 'private', order({ no: '202611230002', place: '方庄街道芳古园一区9号楼' }))
  expect(talk.says('李强', '方庄群', '执法一队领 102').join('\n')).toContain('#102 已领哨:执法一队')
})

test('a merged case that lacked only its reply says that it closed with it', () => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', LONE)
  talk.says('赵蕾', 'private', order({ no: '202611230002', place: '方庄街道芳古园一区9号楼' }))
  const says = (text: string) => talk.says('李强', '方庄群', text).join('\n')
  for (const text of ['领哨 101', '领哨 102']) says(text)
  says(`确认 ${/「确认 (\d+)」/.exec(says('并案 102 到 101'))?.[1]}`)
  for (const text of ['101 已联系', '102 已联系', '101 到场', '检测 101 油烟0.6', '101 整改完']) says(text)
  for (const text of ['101 回访 已解决 满意', '102 回访 已解决 满意', '已回复 101', '办结 101']) says(text)
  expect(talk.says('赵蕾', 'private', '已回复 102').join('\n')).toContain('#102 都齐了,已随#101办结。')
})
