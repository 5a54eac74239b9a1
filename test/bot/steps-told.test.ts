import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { openTalk } from '../support/talk.ts'

const NOT_YET = /^#101 还不能处置完成:差联系、检测。/

test.each([
  ['101 和诉求人联系过了,她说周末在', /^#101 已记联系。/],
  ['101 刚跟王女士沟通过了,约明天', /^#101 已记联系。/],
  ['101 已致电诉求人', /^#101 已记联系。/],
  ['101 和物业联系过了', /^#101 已记进展。/],
  ['101 号码是空号', /^#101 已记一次未接通/],
  ['101 打了两次不接', /^#101 已记一次未接通/],
  ['101 现场检查:净化器未开启', /^#101 已记到场。/],
  ['101 现场核查过了 没问题', /^#101 已记到场。/],
  ['101 我在现场了', /^#101 已记到场。/],
  ['101 现场检查安排在周四', undefined],
  ['101 已处理,装了净化器', NOT_YET],
  ['101 已完成整改', NOT_YET],
  ['101 整改已完成', NOT_YET],
  ['101 问题已解决', NOT_YET],
  ['放回 101', /^还差原因。例:「放回 101 不在我片区」/],
  ['101 放回去 不是我们片区', /^#101 已放回待领哨。/],
  ['101 缓两天等配件', /^#101 缓到11-25 /],
  ['缓 101 两小时 等开门', /^#101 缓到今天11:30/],
  ['101 缓解了很多', /^#101 已记进展。/],
])('「%s」 of a claimed case', (text, answer) => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', order())
  talk.says('李强', '方庄群', '领哨 101')
  const heard = talk.says('李强', '方庄群', text)
  if (answer) expect(heard.at(-1)).toMatch(answer)
  else expect(heard).toEqual([])
})
