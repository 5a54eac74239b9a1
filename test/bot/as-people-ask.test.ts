import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { openTalk, type Talk } from '../support/talk.ts'

/** #101 of 李强, after these were said: who, and what. */
function after(...said: [string, string][]): Talk {
  const talk = openTalk()
  talk.says('赵蕾', 'private', order({ term: '2026-11-30 09:30' }))
  for (const [who, text] of said) talk.says(who, who === '高明' ? 'private' : '方庄群', text)
  return talk
}

const find = (talk: Talk) => talk.store.books.cases.find(101)
const CLAIMED: [string, string] = ['李强', '领哨 101']

test.each(['撤销101的督办', '取消对101的督办', '101 取消督办', '101 不用督办了', '101不督办了'])(
  '「%s」 ends a supervision and takes nothing else back',
  (words) => {
    using talk = after(CLAIMED, ['高明', '督办 101 周五前'], ['李强', '剔除 101 诉求人要求补偿'], ['高明', '同意 101'])
    expect(talk.says('高明', 'private', words).at(-1)).toBe('#101 已销督,已告知承办人和负责人。')
    expect(find(talk)).not.toHaveProperty('supervised')
    expect(find(talk)?.agreed).toEqual(['exclude'])
  },
)

test.each([
  ['101督办改到周四', '11-26 18:00'],
  ['101 督办时间延到下周二', '12-01 18:00'],
  ['督办一下 101 周四前', '11-26 18:00'],
  ['请督办101 周四前', '11-26 18:00'],
])('「%s」 supervises until %s', (words, until) => {
  using talk = after(CLAIMED, ['高明', '督办 101 周五前'])
  expect(talk.says('高明', '局领导群', words).join()).toContain(`#101 已列入分管领导督办,${until}前`)
})

test.each(['101 督办到期了', '101 督办到底怎么样了'])('「%s」 sets no date', (words) => {
  using talk = after(CLAIMED, ['高明', '督办 101 周五前'])
  const seq = find(talk)?.seq
  talk.says('高明', '局领导群', words)
  expect(find(talk)?.seq).toBe(seq)
})

test.each([
  ['取消101的会商', '#101 已取消会商,已告知监测站。'],
  ['101 不用会商了', '#101 已取消会商,已告知监测站。'],
])('「%s」 calls a consultation off', (words, answer) => {
  using talk = after(CLAIMED, ['李强', '会商 101 监测站 周四14:00'])
  expect(talk.says('李强', '方庄群', words)).toContain(answer)
})

test('a whistle is asked for, answered and called off in other words; wanted for today its kind is asked for', () => {
  using talk = after()
  expect(talk.says('周敏', '方庄群', '101 申请吹哨 监测站 应急').join()).toContain('#101 已吹哨(应急):监测站')
  expect(talk.says('周敏', '方庄群', '101 不用吹哨了').at(-1)).toBe('#101 已取消,不用来:监测站。')
  expect(talk.says('周敏', '方庄群', '吹哨101 监测站 30分钟内到')[0]).toMatch(/^还差哪一种/)
  expect(talk.says('周敏', '方庄群', '吹哨101 监测站 应急 20分钟内到').at(-1)).toBe(
    '#101 已吹哨(应急):监测站 今天09:50前报到。到了请回「报到 101」。',
  )
  expect(talk.says('陈曦', '方庄群', '101 监测站报到').at(-1)).toBe('#101 已记报到:监测站。')
})

test.each([
  ['101 来不及了,申请延到12月4日,净化器没到货', '12-04 18:00', '净化器没到货'],
  ['101 配件没到,需要延三天', '12-03 09:30', '配件没到'],
])('「%s」 asks for an extension', (words, until, why) => {
  using talk = after(CLAIMED)
  expect(talk.says('李强', '方庄群', words)[0]).toContain(`#101 延期申请到${until}已请`)
  expect(talk.says('李强', '方庄群', '过程 101').join()).toContain(`申请「延期」到${until}:${why}`)
})

test.each(['101 商户说不用申请延到下周', '101 已联系,商户要延到12月4日装净化器'])('「%s」 asks for none', (words) => {
  using talk = after(CLAIMED)
  talk.says('李强', '方庄群', words)
  expect(find(talk)).not.toHaveProperty('asked')
})

test('who takes a case that was given back after the call reads that it was made', () => {
  using talk = after(CLAIMED, ['李强', '101 已联系'], ['李强', '放回 101 不在片区'])
  expect(talk.says('李强', '方庄群', '领哨 101').at(-1)).toMatch(/^#101 已领哨:.*\n之前已联系诉求人,还差:到场、检测/)
})
