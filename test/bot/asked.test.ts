import { expect, test } from 'vitest'
import { openTalk, type Talk } from '../support/talk.ts'

/** #101 of 方庄, 李强’s. */
function fangzhuang(): Talk {
  const talk = openTalk()
  talk.says('小刘', '方庄群', '上报 芳古园一区11号楼底商油烟大')
  talk.says('李强', '方庄群', '领哨 101')
  return talk
}

test.each(['101什么情况', '101怎么还没办完', '101是不是有人去了吗', '那个101办到哪了'])(
  '「%s」 said to the bot is answered with where the case stands',
  (words) => {
    using talk = fangzhuang()
    expect(talk.says('田原', '局领导群', words, { mentionsMe: true })[0]).toMatch(/^#101 办理中｜餐饮油烟/)
  },
)

test('what is said to it of a case and means nothing is asked back with that number', () => {
  using talk = fangzhuang()
  expect(talk.says('李强', 'private', '101滤芯型号记一下')).toEqual([
    '没看懂要给#101记什么。记进展回「进展 101 …」,看现况回「101」;用法回「帮助」。',
  ])
  expect(talk.says('林芳', 'private', '101责令换净化器了')[0]).toMatch(/^没看懂。/)
})

test.each([
  ['田原', '方庄怎么样', '三句话 方庄'],
  ['何涛', '成寿寺还有几个没领', '三句话 成寿寺'],
])('a question of %s about a street opens no case: 「%s」', (who, words, example) => {
  using talk = fangzhuang()
  expect(talk.says(who, 'private', words)).toEqual([`没看懂「${words}」。是不是想说「${example}」?用法回「帮助」。`])
})

test.each([
  ['上级来检查说了什么', '没看懂。报件请写小区楼号和问题;用法回「帮助」。'],
  ['台帐 本期', '没看懂「台帐 本期」。是不是想说「台账 本期」?用法回「帮助」。'],
  ['半结 101', '没看懂「半结 101」。是不是想说「办结 101」?用法回「帮助」。'],
  ['商报', '没看懂「商报」。是不是想说「上报 芳群园四区12号楼南侧工地后半夜打桩」?用法回「帮助」。'],
])('only a slip is taken for one, and the example is short: 「%s」', (words, answer) => {
  using talk = fangzhuang()
  expect(talk.says('赵蕾', 'private', words)).toEqual([answer])
})

test.each([
  ['方庄群', '把101诉求人的手机发我一下', '取#101的号码,私聊我回「联系方式 101」。'],
  ['private', '101电话多少', '#101 没有留下诉求人联系方式。'],
])('李强 asking for the number (%s) is told how to get it, or that there is none', (where, words, answer) => {
  using talk = fangzhuang()
  expect(talk.says('李强', where, words, { mentionsMe: true })).toEqual([answer])
})

test('what is void can be taken up again, and the refusal says how', () => {
  using talk = openTalk()
  talk.says('小刘', '方庄群', '上报 芳古园一区11号楼底商油烟大')
  talk.says('小刘', '方庄群', '作废 101 报重了')
  expect(talk.says('李强', '方庄群', '101 到场')).toEqual(['#101 已作废。要接着办先回「恢复 101」。'])
  expect(talk.says('李强', '方庄群', '领哨 101')[0]).toMatch(/不用再领。要接着办先回「恢复 101」。$/)
})

test('thanks to the bot are not answered, in a room either', () => {
  using talk = fangzhuang()
  expect(talk.says('周敏', '方庄群', '谢谢', { mentionsMe: true })).toEqual([])
  expect(talk.says('周敏', '方庄群', '', { mentionsMe: true })[0]).toMatch(/^我在。/)
})

test('a steward claims for their own street only', () => {
  using talk = openTalk()
  talk.says('小刘', '方庄群', '上报 芳古园一区11号楼底商油烟大')
  const refused = ['#101 在方庄街道,成寿寺街道的管家不能认领。请方庄街道管家或执法队、科室来领。']
  expect(talk.says('何涛', 'private', '领哨 101')).toEqual(refused)
  expect(talk.says('何涛', '全区群', '领哨 101')).toEqual(refused)
  expect(talk.says('周敏', '全区群', '领哨 101').at(-1)).toMatch(/^#101 已认领:方庄街道 周敏/)
})

test('a place in a list that was not shown yet shows the list; then it counts', () => {
  using talk = fangzhuang()
  talk.says('李强', '方庄群', '101 不宜检测 店铺已停业')
  expect(talk.says('王磊', 'private', '同意1')[0]).toMatch(/^请您定1件:\n1 #101/)
  expect(talk.says('王磊', 'private', '同意1').at(-1)).toMatch(/^#101 已同意「不宜检测」/)
  expect(talk.says('王磊', 'private', '不同意')[0]).toMatch(/^没有等您定的事项|^还差/)
})
