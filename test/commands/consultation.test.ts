import { expect, test } from 'vitest'
import { openTalk, type Talk } from '../support/talk.ts'

const ORDER =
  '【工单编号】202611220101\n【地址】方庄街道芳古园一区11号楼底商\n【被反映对象】老灶火锅\n【反映内容】老灶火锅晚间排油烟,居民无法开窗\n【诉求人】王女士\n【联系电话】13800001234\n【处理时限】7天'

function claimed(): Talk {
  const talk = openTalk()
  talk.says('赵蕾', 'private', ORDER)
  talk.says('李强', '方庄群', '领哨 101')
  return talk
}

const answer = (said: string[]) =>
  said.find((words) => /^#\d+ (?:会商|已|本来)|^#\d+ 会商结论/.test(words)) ?? said.join()

test('leaders, roles and streets are found by their names', () => {
  using talk = claimed()
  expect(answer(talk.says('李强', '方庄群', '会商 101 高明 成寿寺街道 明天下午3点'))).toBe(
    '#101 会商:明天15:00,高明、成寿寺街道,已通知。会后回「会商结论 101 措施 谁 何时前」。',
  )
  expect(talk.heard('高明').at(-1)).toContain('会商:明天15:00,高明、成寿寺街道')
  expect(talk.heard('何涛').at(-1)).toContain('会商:明天15:00')
  expect(talk.says('李强', '方庄群', '会商 101 一把手 高明分管领导 街镇管家 明天下午4点').join('\n')).toContain(
    '田原、高明、周敏,已通知',
  )
  expect(talk.heard('田原').at(-1)).toContain('会商:明天16:00')
})

test('only who was told is said to be told', () => {
  using talk = claimed()
  expect(answer(talk.says('李强', '方庄群', '会商 101 法制科 明天下午3点'))).toMatch(
    /^#101 会商:明天15:00,法制科,已记。法制科不在本局名单,请直接通知。/,
  )
  const concluded = answer(talk.says('李强', '方庄群', '会商结论 101 加高烟道,执法一队督促,12月5日前'))
  expect(concluded).toBe('#101 已记会商结论,措施12-05 18:00前。再回访仍未解决的,请负责人定结果,不再重办。')
})

test('a moved meeting tells those left out; the same again changes nothing', () => {
  using talk = claimed()
  talk.says('李强', '方庄群', '会商 101 监测站 高明 周四14:00')
  expect(talk.says('高明', 'private', '会商 101 监测站 高明 周四14:00')).toEqual([
    expect.stringMatching(/^#101 本来就定了会商:11-26 14:00,监测站、高明。/),
  ])
  talk.says('李强', '方庄群', '会商 101 高明 周五10:00')
  expect(talk.heard('陈曦').at(-1)).toMatch(/会商改到11-27 10:00,您不用来了。$/)
  expect(talk.heard('高明').at(-1)).toContain('会商:11-27 10:00,高明')
})

test('「会商改到」 keeps who comes; 「取消会商」 tells them, once', () => {
  using talk = claimed()
  expect(talk.says('李强', '方庄群', '101会商改到周五上午10点').join()).toContain('还差请哪些单位')
  talk.says('李强', '方庄群', '会商 101 监测站 周四14:00')
  expect(answer(talk.says('李强', '方庄群', '101会商改到周五上午10点'))).toContain(
    '#101 会商:11-27 10:00,监测站,已通知。',
  )
  expect(answer(talk.says('李强', '方庄群', '会商 101 改到周五11点'))).toContain('11-27 11:00,监测站')
  expect(answer(talk.says('李强', '方庄群', '取消会商 101'))).toBe('#101 已取消会商,已告知监测站。')
  expect(talk.heard('陈曦').at(-1)).toContain('会商已取消,不用来')
  expect(answer(talk.says('李强', '方庄群', '101会商取消了'))).toBe('#101 本来就没有定会商。')
  expect(talk.says('李强', '方庄群', '过程 101').join()).toContain('取消会商')
})

test('what a conclusion lacks is asked for once, and the same again says so', () => {
  using talk = claimed()
  talk.says('李强', '方庄群', '会商 101 监测站 周四14:00')
  const [asked = ''] = talk.says('李强', '方庄群', '会商结论 101 再看看')
  expect(asked).toContain('#101 会商结论还差措施、谁、何时前。')
  expect(talk.store.books.cases.find(101)?.concluded).toBeUndefined()
  expect(talk.says('李强', '方庄群', '会商结论 101 加高烟道,12月5日前')[0]).toContain('还差谁。')
  const code = /确认 (\d+)/.exec(talk.says('李强', '方庄群', '会商结论 101 加高烟道 李强负责')[0] ?? '')?.[1]
  expect(answer(talk.says('李强', '方庄群', `确认 ${code}`))).toContain('#101 已记会商结论,已告知监测站。')
  const words = '会商结论 101 装消声器,李强负责,12月3日前完成'
  expect(answer(talk.says('李强', '方庄群', words))).toContain('#101 已记会商结论,措施12-03 18:00前,已告知监测站。')
  expect(talk.says('李强', '方庄群', words)).toEqual([expect.stringContaining('#101 会商结论本来就记了。')])
  expect(talk.says('李强', '方庄群', '101').join()).toMatch(/会商结论:装消声器,李强负责,12月3日前完成(?!,)/)
})

test('what the consultation came to stands in the answer for the platform', () => {
  using talk = claimed()
  talk.says('李强', '方庄群', '会商结论 101 加高烟道,执法一队督促,12月5日前')
  expect(talk.says('李强', 'private', '回复稿 101').join()).toContain('11月23日会商:加高烟道,执法一队督促,12月5日前。')
})

test('members read what it is about and where, also when it is moved; those said behind the time are members', () => {
  using talk = claimed()
  talk.says('李强', '方庄群', '会商 101 明天下午3点 监测站 高明局长 三楼会议室')
  expect(talk.heard('高明')).toEqual([
    expect.stringMatching(/会商:明天15:00,监测站、高明;三楼会议室。现况回「101」。$/),
  ])
  expect(answer(talk.says('李强', '方庄群', '会商 101 明天下午3点 监测站 高明 三楼会议室'))).toMatch(/^#101 本来就定了/)
  talk.says('李强', '方庄群', '101会商改到周五上午10点')
  expect(talk.heard('陈曦').at(-1)).toContain('会商:11-27 10:00,监测站、高明;三楼会议室')
  expect(talk.says('李强', '方庄群', '101')[0]).toContain('会商 11-27 10:00:监测站、高明;三楼会议室')
})

test('a time that is over is named as such', () => {
  using talk = claimed()
  expect(talk.says('李强', '方庄群', '会商 101 监测站 今天8点')).toEqual([
    '#101 会商的时间今天08:00已经过去了。请写今后的时间,例:「会商 101 法制科 监测站 周四14:00」。',
  ])
})

test.each(['101 会商结论是加高烟道,执法一队督促,12月5日前', '101 会商结果:加高烟道,执法一队督促,12月5日前'])(
  '「%s」 is a conclusion',
  (words) => {
    using talk = claimed()
    expect(answer(talk.says('李强', '方庄群', words))).toMatch(/^#101 已记会商结论,措施12-05 18:00前/)
    expect(talk.heard('王磊').at(-1)).toContain('会商结论:加高烟道,执法一队督促,12月5日前')
  },
)

test.each(['101 会商结论什么时候出', '101 会商结果还没出来', '101 会商结论呢'])('「%s」 is none', (words) => {
  using talk = claimed()
  expect(talk.says('李强', '方庄群', words)).toEqual([])
})
