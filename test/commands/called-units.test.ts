import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { monday, openTalk, type Talk } from '../support/talk.ts'

const ORDER =
  '【工单编号】202611220101\n【地址】方庄街道芳古园一区11号楼底商\n【被反映对象】老灶火锅\n【反映内容】老灶火锅晚间排油烟,居民无法开窗\n【诉求人】王女士\n【联系电话】13800001234\n【处理时限】7天'

function withOrder(): Talk {
  const talk = openTalk()
  talk.says('赵蕾', 'private', ORDER)
  return talk
}

test('「到了」 of a whistled unit is its 报到 on a case nobody has, once', () => {
  using talk = withOrder()
  talk.says('周敏', '方庄群', '吹哨 101 监测站 应急')
  expect(talk.says('陈曦', '方庄群', '101 到了')).toContain('#101 已记报到:监测站。')
  expect(talk.says('陈曦', '方庄群', '101 到了')[0]).toMatch(/^#101 监测站今天09:30已报到/)
  talk.says('周敏', '方庄群', '吹哨 101 执法一队 应急')
  expect(talk.says('李强', '方庄群', '101我们到了')).toContain('#101 已记报到:执法一队。')
})

test('「到了」 of a whistled unit is its 报到 on a claimed case', () => {
  using talk = withOrder()
  talk.says('李强', '方庄群', '领哨 101')
  talk.says('周敏', '方庄群', '吹哨 101 监测站 应急')
  expect(talk.says('陈曦', '方庄群', '101 到了')[0]).toContain('报到')
  expect(talk.says('李强', '方庄群', '101')[0]).toContain('监测站 已报到')
})

test('a request of the owner leaves the whistle that runs, and how late the unit came', () => {
  using talk = withOrder()
  talk.says('李强', '方庄群', '领哨 101')
  talk.says('周敏', '方庄群', '吹哨 101 监测站 应急')
  talk.now = monday('15:00')
  expect(talk.says('李强', '方庄群', '协办 101 监测站 今天18点前')[0]).toBe(
    '#101 本来就叫了:监测站 应今天10:00前报到,还没到。',
  )
  talk.now = monday('15:10')
  expect(talk.says('陈曦', '方庄群', '报到 101')).toContain('#101 已记报到:监测站(晚5时)。')
})

test('a whistle is read in the words people use', () => {
  const wordings = [
    '101吹哨,应急,请监测站马上来',
    '吹哨101监测站应急处置',
    '吹哨 监测站 应急 101',
    '吹哨 101 监测站 紧急',
  ]
  for (const words of wordings) {
    using talk = withOrder()
    expect(talk.says('周敏', '方庄群', words).join('\n'), words).toContain('#101 已吹哨(应急):监测站 今天10:00前报到')
  }
  using talk = withOrder()
  expect(talk.says('周敏', '方庄群', '吹个哨 101 请监测站和执法一队来 重点难点').join('\n')).toContain(
    '#101 已吹哨(重点难点):监测站、执法一队 明天18:00前报到。',
  )
  expect(talk.says('周敏', '方庄群', '吹哨 101 天外飞仙队 应急').join('\n')).toContain('例:「吹哨 101 执法一队 应急」')
})

test('a call taken back ends its clock; the unit and the owner hear it, once', () => {
  using talk = withOrder()
  talk.says('李强', '方庄群', '领哨 101')
  talk.says('周敏', '方庄群', '吹哨 101 监测站 应急')
  expect(talk.says('周敏', '方庄群', '101 监测站不用来了')).toContain('#101 已取消,不用来:监测站。')
  expect(talk.heard('陈曦').at(-1)).toMatch(/^#101 .*不用来了。$/)
  expect(talk.heard('李强').at(-1)).toBe('#101 监测站不用来了。')
  expect(talk.says('周敏', '方庄群', '取消吹哨 101')).toEqual(['#101 本来就没在等吹哨单位报到。'])
  talk.says('周敏', '方庄群', '吹哨 101 监测站 应急')
  expect(talk.says('周敏', '方庄群', '取消吹哨 101')).toContain('#101 已取消,不用来:监测站。')
})

test('不接 with a reason goes to the offer; the owner reads why', () => {
  using talk = withOrder()
  talk.says('李强', '方庄群', '领哨 101')
  talk.says('李强', '方庄群', '转办 101 @陈曦 要先检测')
  expect(talk.says('陈曦', '方庄群', '101 不接 人手不够').join('\n')).toContain('#101 已记不接')
  expect(talk.heard('李强').at(-1)).toContain('转办对方不接(人手不够),仍由你办理。')
  expect(talk.store.books.cases.find(101)?.offer).toBeUndefined()
})

test('a called unit that cannot come: who called it is told', () => {
  using talk = withOrder()
  talk.says('周敏', '方庄群', '吹哨 101 监测站 应急')
  expect(talk.says('陈曦', '方庄群', '101去不了,车坏了').join('\n')).toContain('#101 已记来不了,已告知周敏。')
  expect(talk.heard('周敏').at(-1)).toMatch(/监测站来不了:车坏了。不用等就回「101 监测站不用来了」/)
  expect(talk.says('王磊', '方庄群', '101 去不了').join('\n')).toContain('#101 没有在等你单位报到。')
})

test('a unit that is awaited is awaited by the case the merged one goes with, from who called it; it reports in once', () => {
  using talk = openTalk()
  for (const [no, place] of [
    ['202611230001', '方庄街道芳古园一区11号楼'],
    ['202611230002', '方庄街道芳城园二区3号楼'],
  ])
    talk.says('赵蕾', 'private', order({ no, place }))
  for (const words of ['领哨 101', '领哨 102']) talk.says('李强', '方庄群', words)
  talk.says('周敏', '方庄群', '吹哨 102 监测站 综合执法')
  const code = /确认 (\d{4})/.exec(talk.says('李强', '方庄群', '并案 102 到 101').join())?.[1]
  talk.says('李强', '方庄群', `确认 ${code}`)
  expect(talk.heard('陈曦').at(-1)).toMatch(/^#101 .*吹哨\(综合执法\):请监测站,今天11:30前报到/)
  expect(talk.says('李强', '方庄群', '101').join()).toContain('协办:监测站 今天11:30前报到')
  expect(talk.says('李强', '方庄群', '102').join()).not.toContain('监测站')
  talk.says('陈曦', '方庄群', '报到 102')
  expect(talk.heard('周敏').at(-1)).toBe('#101 监测站已报到。')
  expect(talk.says('陈曦', 'private', '我的')).toEqual(['手里没有在办的件。待领的件回「待领」可看。'])
})
