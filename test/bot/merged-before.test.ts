import { expect, test } from 'vitest'
import { orderOf as order } from '../support/orders.ts'
import { codeIn } from '../support/sayer.ts'
import { openTalk } from '../support/talk.ts'

test('what was gone to, measured and called before 并案 counts for the case that stays, and leaves it again with 拆案', () => {
  using talk = openTalk()
  const say = (text: string) => {
    talk.now += 60_000
    return talk.says('李强', '方庄群', text).join('\n')
  }
  const missing = (no: number) => /还差:.*/.exec(say(`${no}`))?.[0]
  for (const [no, phone] of [
    ['202611220101', '13800001234'],
    ['202611220102', '13800005678'],
    ['202611220103', '13800001234'],
  ] as const)
    talk.says('赵蕾', 'private', order(no, phone))
  for (const text of [
    '领哨 101',
    '领哨 102',
    '领哨 103',
    '102 到场 净化器没开',
    '102 检测 油烟1.6',
    '103 已联系 约晚上',
  ])
    say(text)
  expect(missing(101)).toBe('还差:联系、到场、检测、处置、回访、平台回复')
  say(`确认 ${codeIn(say('并案 102 103 到 101'))}`)
  expect(missing(101)).toBe('还差:处置、回访、平台回复')
  expect(say('101 整改完 换了滤芯')).toBe('#101 已记处置。还差:回访、平台回复')
  const draft = talk.says('李强', 'private', '回复稿 101').join()
  expect(draft).toMatch(/到现场核查,净化器没开.*检测油烟1\.6.*联系诉求人,约晚上.*换了滤芯/s)
  // Whose call it was, of the same complainant only: #102 is called for itself.
  expect(say('102')).toContain('自己还差:联系、回访、平台回复')

  say('重办 101 又有味')
  expect(missing(101)).toBe('还差:联系、处置、回访、平台回复')
  say('拆案 102')
  expect(missing(101)).toBe('还差:联系、到场、检测、处置、回访、平台回复')
  expect(missing(102)).toBe('还差:联系、处置、回访、平台回复')
  expect(talk.store.books.cases.verify().brokenAt).toBeUndefined()
})

test('办结 names the test the case closes by, also where it was made for one that was merged into it', () => {
  using talk = openTalk()
  const say = (text: string) => talk.says('李强', '方庄群', text).join('\n')
  talk.says('赵蕾', 'private', order('202611220101', '13800001234'))
  talk.says('赵蕾', 'private', order('202611220102', '13800001234'))
  for (const text of ['领哨 101', '领哨 102', '102 已联系', '102 到场', '102 检测 油烟0.6']) say(text)
  say(`确认 ${codeIn(say('并案 102 到 101'))}`)
  for (const text of ['101 整改完', '101 回访 已解决 满意', '已回复 101', '已回复 102']) say(text)
  expect(say('办结 101')).toContain(
    '#101 已办结:已解决。检测:11月23日油烟0.6mg/m³ 达标(DB11/1488-2018)。\n#102 随同办结。',
  )
})
