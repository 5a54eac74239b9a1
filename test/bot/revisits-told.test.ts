import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { openTalk } from '../support/talk.ts'

test.each([
  ['101 回访电话没打通', /^#101 已记一次回访未接通/],
  ['101 电话回访没人接', /^#101 已记一次回访未接通/],
  ['101 打过回访了,很满意', /^#101 已记回访。还差:平台回复/],
  ['101 电话回访居民,居民表示晚上还有油烟味,要求继续处理', /^#101 已记回访,未解决,转入重办/],
  ['101 回访 满意度不高', /^#101 已记回访,未解决,转入重办/],
  ['101 回访,没说满意不满意', /^还差解决没有、满不满意。/],
  ['101 回访了 一般', /^还差解决没有。例:「101 回访 已解决 一般」/],
  ['101 回访 已解决 一般', /^#101 已记回访。还差:平台回复/],
  ['101回复完毕', /^#101 已记平台回复。还差:回访/],
  // What the complainant is called for now is the revisit.
  ['101 已联系', /^#101 已处置,再打是回访:通了回「101 回访 已解决 满意」,没通回「101 回访 未接通」。/],
  ['101 打不通', /^#101 已处置,再打是回访/],
  ['免回访 101 诉求人说不用再打', /^#101 已记免回访。还差:平台回复/],
])('「%s」 of a case whose work is done', (text, answer) => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', order())
  for (const done of ['领哨 101', '101 已联系', '101 到场', '检测 101 油烟0.6', '101 整改完'])
    talk.says('李强', '方庄群', done)
  expect(talk.says('李强', '方庄群', text).at(-1)).toMatch(answer)
})
