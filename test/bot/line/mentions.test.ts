import { expect, test } from 'vitest'
import { readMentions } from '../../../bot/line/mentions.ts'

const me = { id: 'bot', names: ['环境管家', '小管家'] }
const members = [
  { id: 'wang', names: ['执法一队-王磊', '王磊'] },
  { id: 'wang2', names: ['王磊 二队'] },
  { id: 'mei', names: ['李梅'] },
  { id: 'helper', names: ['小管家助手'] },
]

test.each<[string, string, string[], string, boolean, string[]]>([
  ['by id and name', '@小管家\u2005128 到场', ['bot'], '128 到场', true, []],
  ['by name alone', '@小管家\u2005 你好', [], '你好', true, []],
  ['by nickname alone', '@环境管家 领哨 128', [], '领哨 128', true, []],
  ['typed by hand without a space', '@小管家领哨128', [], '领哨128', true, []],
  ['with punctuation', '@小管家，128办结', [], '，128办结', true, []],
  ['at the end', '128 到场 @小管家', [], '128 到场', true, []],
  ['in the middle', '128 @小管家\u2005 到场', [], '128  到场', true, []],
  ['by id although its name here is unknown', '@旧名字\u2005128', ['bot'], '128', true, []],
  ['by id without any name', '128 到场', ['bot'], '128 到场', true, []],
  ['not for everybody', '@所有人 开会', [], '@所有人 开会', false, []],
  ['not for everybody spelt out in ids', '@所有人\u2005开会', ['bot', 'wang', 'mei'], '@所有人\u2005开会', false, []],
  ['for everybody and by name', '@所有人\u2005@小管家\u2005开会', ['bot', 'mei'], '@所有人\u2005开会', true, []],
  ['not by a longer name', '@小管家助手\u2005 你好', [], '@小管家助手\u2005 你好', false, ['helper']],
  ['not without an @', '小管家说的对', [], '小管家说的对', false, []],
  ['not in an address', 'a@b.com', [], 'a@b.com', false, []],
])('the bot is mentioned %s', (_, text, ids, kept, mentionsMe, others) => {
  expect(readMentions(text, { ids, me, members })).toEqual({ text: kept, mentionsMe, others, unclear: [] })
})

test.each<[string, string, string[], string[]]>([
  ['by ids', '派给 128 @执法一队-王磊\u2005', ['wang'], ['wang']],
  ['by name', '派给 128 @李梅\u2005', [], ['mei']],
  ['by name with a space behind', '派给 128 @李梅 今天', [], ['mei']],
  ['by the longest name', '派给 128 @王磊 二队\u2005', [], ['wang2']],
  ['twice and once', '@李梅 @王磊 @李梅 ', [], ['mei', 'wang']],
  ['not by the beginning of another name', '@李梅梅\u2005', [], []],
])('others are mentioned %s, and their names stay in the text', (_, text, ids, others) => {
  expect(readMentions(text, { ids, me, members })).toEqual({ text, mentionsMe: false, others, unclear: [] })
})

const doubles = [
  ...members,
  { id: 'false wang', names: ['王磊'] },
  { id: 'false mei', names: ['李梅 今天'] },
  { id: 'hao', names: ['孟浩'] },
]

test.each<[string, string, string[], string[], string[]]>([
  ['by its ids alone, whoever else has the name', '值班 @王磊\u2005 今天', ['wang'], ['wang'], []],
  ['by its ids alone, also of a name typed by hand', '授权 @孟浩 @李梅\u2005', ['mei'], ['mei'], []],
  ['by nobody where a name fits two', '值班 @王磊\u2005 今天', [], [], ['王磊']],
  ['by nobody where a longer name swallows the words behind', '派给 128 @李梅 今天', [], [], ['李梅 今天']],
  ['by the name that ends at the mark', '派给 128 @李梅\u2005今天', [], ['mei'], []],
  ['by the clear one of two names', '授权 @王磊 @孟浩 ', [], ['hao'], ['王磊']],
  ['beside everyone by names alone', '@所有人\u2005今天值班@孟浩\u2005', ['bot', 'wang', 'hao'], ['hao'], []],
])('where names are taken twice, a message goes %s', (_, text, ids, others, unclear) => {
  expect(readMentions(text, { ids, me, members: doubles })).toMatchObject({ others, unclear })
})

test('a name two members share is not taken for an old name of the bot', () => {
  const read = readMentions('@王磊\u2005 128 到场', { ids: ['bot'], me, members: doubles })
  expect(read).toEqual({ text: '@王磊\u2005 128 到场', mentionsMe: true, others: [], unclear: [] })
})
