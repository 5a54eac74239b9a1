import { expect, test } from 'vitest'
import { days, instant } from '../../domain/time/wall.ts'
import { order } from '../support/orders.ts'
import { openTalk, type Talk } from '../support/talk.ts'

const find = (talk: Talk) => talk.store.books.cases.find(101)

/** #101, due on 11-27 18:00, at rest for three days. */
function suspended(): Talk {
  const talk = openTalk()
  const place = '方庄街道芳古园一区1号楼'
  talk.says('赵蕾', 'private', order({ no: '202611230001', place, term: '2026-11-27 18:00' }))
  talk.says('李强', '方庄群', '领哨 101')
  talk.says('李强', '方庄群', '挂账 101 等市政管网改造')
  talk.says('高明', 'private', '同意 101')
  expect(talk.says('赵蕾', 'private', '平台批复 101 挂账 同意').join()).toContain('到期后专班回「取消挂账 101」')
  talk.now += days(3)
  return talk
}

test.each([
  ['赵蕾', '取消挂账 101'],
  ['高明', '101挂账结束'],
  ['赵蕾', '恢复办理 101'],
  ['赵蕾', '平台批复 101 挂账到期'],
])('%s 「%s」: the clock goes on, moved by the time it rested', (who, words) => {
  using talk = suspended()
  expect(talk.says(who, 'private', words).join()).toContain(
    '#101 挂账已结束,时限接着算:12345件,官方时限(推算) 11-30 18:00(余4天8时,原11-27 18:00)。',
  )
  expect(find(talk)).not.toHaveProperty('suspended')
  expect(find(talk)?.deadline?.at).toBe(instant('2026-11-30', '18:00'))
  expect(talk.heard('李强').at(-1)).toContain('#101 挂账已结束')
  expect(talk.says(who, 'private', words).join()).toContain('#101 没有挂账,时限一直在算')
})

test('the platform gives a date: it rules', () => {
  using talk = suspended()
  talk.says('赵蕾', 'private', '取消挂账 101 时限12月9日')
  expect(find(talk)?.deadline).toEqual({ at: instant('2026-12-09', '18:00'), official: true, derived: false })
  expect(talk.says('李强', '方庄群', '过程 101').join('\n')).toContain('挂账结束,时限12-09 18:00')
})

test('who works on it may not', () => {
  using talk = suspended()
  expect(talk.says('李强', 'private', '取消挂账 101').join()).toContain('由专班、分管领导来做')
  expect(find(talk)?.suspended).toBe(true)
})
