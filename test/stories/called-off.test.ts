import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { openTalk, type Talk } from '../support/talk.ts'

/** 李强 has #101 and asked the station and the street to come. */
function called(): Talk {
  const talk = openTalk()
  talk.says('赵蕾', 'private', order({ term: '2026-11-27 18:00' }))
  talk.says('李强', '方庄群', '领哨 101')
  talk.says('李强', '方庄群', '协办 101 监测站')
  return talk
}

const awaitedIn = (talk: Talk) => talk.says('李强', '方庄群', '101')[0] ?? ''

test('放回 tells those who were called that they need not come now', () => {
  using talk = called()
  talk.says('李强', '方庄群', '放回 101 不在我片区')
  expect(talk.heard('陈曦').at(-1)).toMatch(/^#101 .* 已放回待领,先不用来。$/)
})

test('平台批复 of a return tells them, too', () => {
  using talk = called()
  talk.says('李强', '方庄群', '退单 101 室内装修,建议由住建委处理,依据三定职责')
  talk.says('赵蕾', 'private', '同意 101')
  talk.says('赵蕾', 'private', '平台批复 101 同意')
  expect(talk.heard('陈曦').at(-1)).toMatch(/^#101 .* 已退单,不用再来。$/)
})

test('转办 leaves the call standing: the new owner reads who is awaited', () => {
  using talk = called()
  const before = talk.heard('陈曦').length
  talk.says('王磊', '方庄群', '派给 101 @王磊')
  expect(talk.heard('陈曦')).toHaveLength(before)
  expect(talk.says('王磊', '方庄群', '101')[0]).toContain('监测站 今天11:30前报到')
})

test('重办 calls nobody again who was told not to come', () => {
  using talk = called()
  for (const text of ['101 已联系 到场 检测 油烟0.6 整改完 换了净化器', '101 回访 已解决 满意'])
    talk.says('李强', '方庄群', text)
  talk.says('赵蕾', 'private', '101 已回复')
  talk.says('李强', '方庄群', '办结 101')
  expect(talk.heard('陈曦').at(-1)).toMatch(/已办结,不用再来。$/)
  const before = talk.heard('陈曦').length
  talk.says('李强', '方庄群', '重办 101 又有味')
  expect(awaitedIn(talk)).not.toContain('还没到')
  expect(talk.says('李强', '方庄群', '过程 101').join('\n')).not.toContain('等报到')
  talk.now += 3 * 86_400_000
  expect(talk.heard('陈曦')).toHaveLength(before)
  expect(talk.says('陈曦', 'private', '我的').join('\n')).not.toContain('101')
})

test('回头看 of a number that goes with another is set on that one', () => {
  using talk = called()
  talk.says('赵蕾', 'private', order({ no: '202611230002', term: '2026-11-27 18:00' }))
  const code = /确认 (\d{4})/.exec(talk.says('李强', '方庄群', '并案 102 到 101')[0] ?? '')?.[1]
  talk.says('李强', '方庄群', `确认 ${code}`)
  for (const text of ['101 已联系 到场 检测 油烟0.6 整改完 换了净化器', '101 回访 已解决 满意'])
    talk.says('李强', '方庄群', text)
  talk.says('赵蕾', 'private', '101 已回复')
  talk.says('李强', '方庄群', '办结 101')
  expect(talk.says('李强', '方庄群', '回头看 102 7天')[0]).toMatch(/^#101 回头看定在.*\n#102 已并入#101,记在#101上。$/s)
})
