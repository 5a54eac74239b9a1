import { expect, test } from 'vitest'
import { instant } from '../../domain/time/wall.ts'
import { morningForAll } from '../../domain/words/morning.ts'
import { morningFigures } from '../../reports/morning.ts'
import { order } from '../support/orders.ts'
import { aClaimed, NOW, wordsOf } from '../support/sample.ts'
import { openTalk, type Talk } from '../support/talk.ts'

function claimed(): Talk {
  const talk = openTalk()
  talk.says('赵蕾', 'private', order({ term: '2026-11-27 18:00' }))
  talk.says('李强', '方庄群', '领哨 101')
  return talk
}
const answer = (talk: Talk, text: string, who = '高明') => talk.says(who, 'private', text).at(-1)

test('a date that is over is named as such, one that cannot be read is asked for, and changes nothing', () => {
  using talk = claimed()
  expect(answer(talk, '督办 101 昨天前')).toBe(
    '#101 督办的时间昨天18:00已经过去了。请写今后的时间,例:「督办 101 周五前」。',
  )
  for (const words of ['下周', '月底'])
    expect(answer(talk, `督办 101 ${words}`)).toBe('还差哪一天。例:「督办 101 周五前」')
  expect(answer(talk, '督办 101 尽快')).toContain('已列入分管领导督办,11-25 13:45前')
  expect(answer(talk, '督办 101 尽快')).toBe(
    '#101 本来就在分管领导督办,11-25 13:45前。改日期回「督办 101 几号前」,取消回「销督 101」。',
  )
})

test('later than the deadline it names the deadline, and what is left is counted to the earlier', () => {
  using talk = claimed()
  expect(answer(talk, '督办 101 12月30日前')).toMatch(
    /^#101 已列入分管领导督办,12-30 18:00前。\n官方时限11-27 18:00在前,先按它办。/,
  )
  expect(talk.says('李强', '方庄群', '101')[0]).toContain('分管领导督办 12-30 18:00前(时限在前,余4天8时)')
  const figures = morningFigures([talk.store.books.cases.find(101)!], [], instant('2026-11-27', '08:25'))
  expect(wordsOf(morningForAll(figures, NOW))).toContain('盯办1:督办#101 余9时')
})

test('said in the evening owner and lead hear in the morning, and the answer says so', () => {
  using talk = claimed()
  talk.now = instant('2026-11-23', '21:30')
  expect(answer(talk, '督办 101 周四前')).toContain('下次清单时告知承办人和负责人')
})

test('销督 of a closed case tells nobody else', () => {
  using talk = claimed()
  answer(talk, '督办 101 周四前')
  for (const text of ['101 已联系 到场 检测 油烟0.6 整改完 换了净化器', '101 回访 已解决 满意'])
    talk.says('李强', '方庄群', text)
  talk.says('赵蕾', 'private', '101 已回复')
  talk.says('李强', '方庄群', '办结 101')
  const before = talk.heard('王磊').length
  expect(talk.says('高明', 'private', '销督 101')).toEqual(['#101 已办结,不再督办。'])
  expect(talk.heard('王磊')).toHaveLength(before)
})

test('a supervised case that is over stands once in the morning', () => {
  const deadline = { at: NOW - 86_400_000, official: true, derived: false }
  const supervised = [{ level: 'deputy' as const, by: 3, since: NOW - 9e8, until: NOW - 86_400_000, seq: 3 }]
  const figures = morningFigures([aClaimed({ no: 102, deadline, supervised })], [], NOW)
  const words = wordsOf(morningForAll(figures, NOW - 86_400_000))
  expect(words).toContain('盯办1:督办#102 超1天')
  expect(words).not.toContain('超期#102')
})

test('whoever supervises hears that the platform took the case back, or that it is void', () => {
  using talk = claimed()
  answer(talk, '督办 101 周四前')
  answer(talk, '督办 101 周三前', '田原')
  talk.says('李强', '方庄群', '退单 101 属城管职责,建议由城管委处理,依据三定')
  talk.says('赵蕾', 'private', '同意 101')
  talk.says('赵蕾', 'private', '平台批复 101 同意')
  for (const who of ['高明', '田原']) expect(talk.heard(who).at(-1)).toMatch(/^你督办的#101 .* 已退单,不再督办。$/)
  using other = claimed()
  answer(other, '督办 101 周四前')
  other.says('赵蕾', 'private', '作废 101 报重了')
  expect(other.heard('高明').at(-1)).toMatch(/^你督办的#101 .* 已作废,不再督办。$/)
})

test('a supervised case that goes with another is supervised there, each level apart, and goes back with it', () => {
  using talk = claimed()
  const by = (no: number) => talk.store.books.cases.find(no)?.supervised?.map(({ level, by }) => [level, by])
  const deputy = ['deputy', talk.person('高明')]
  talk.says(
    '赵蕾',
    'private',
    order({ no: '202611230002', place: '方庄街道芳城园二区3号楼', term: '2026-11-28 18:00' }),
  )
  talk.says('李强', '方庄群', '领哨 102')
  answer(talk, '督办 102 周四前')
  answer(talk, '督办 101 周三前', '田原')
  const code = /确认 (\d{4})/.exec(talk.says('李强', '方庄群', '并案 102 到 101').join())?.[1]
  talk.says('李强', '方庄群', `确认 ${code}`)
  expect(by(101)).toEqual([['chief', talk.person('田原')], deputy])
  expect(talk.heard('高明').at(-1)).toMatch(/^你督办的#102 已并入#101 .*,督办记在#101上,11-26 18:00前。$/)
  expect(talk.says('李强', '方庄群', '过程 101').join()).toContain('分管领导督办(原#102),11-26 18:00前')
  talk.says('李强', '方庄群', '拆案 102')
  expect(by(101)).toEqual([['chief', talk.person('田原')]])
  expect(by(102)).toEqual([deputy])
})
