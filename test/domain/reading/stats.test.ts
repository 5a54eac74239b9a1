import { expect, test } from 'vitest'
import { readStats } from '../../../domain/reading/stats.ts'
import { figuresAsked } from '../../../domain/reading/stats-asked.ts'
import { before, spanOfPeriod } from '../../../domain/time/period.ts'
import { instant } from '../../../domain/time/wall.ts'

const now = instant('2026-11-23', '09:30')

test.each([
  ['', { period: '2026-12', assessed: true }],
  ['本期', { period: '2026-12', assessed: true }],
  ['上期 方庄', { period: '2026-11', assessed: true, place: '方庄' }],
  ['方庄 上上期 全口径', { period: '2026-10', assessed: false, place: '方庄' }],
  ['11月 按单位', { period: '2026-11', assessed: true, by: 'unit' }],
  ['2025年12月期,按街镇', { period: '2025-12', assessed: true, by: 'street' }],
  ['3月', { period: '2026-03', assessed: true }],
])('%s', (said, wish) => expect(readStats(said, now)).toEqual(wish))

test.each([
  ['三率多少', {}],
  ['按时率', {}],
  ['综合得分是多少?', {}],
  ['全区目前的响应率和解决率是多少', {}],
  ['哪些件会影响成绩', {}],
  ['会影响成绩的件', {}],
  ['本期预估', {}],
  ['行业件三率', {}],
  ['这个月成绩怎么样', {}],
  ['上个月三率', { period: '2026-11' }],
  ['帮我看一下上个月方庄的三率', { period: '2026-11', place: '方庄' }],
  ['执法一队11月成绩', { period: '2026-11', place: '执法一队' }],
  ['各单位排名', { by: 'unit' }],
  ['上期各街镇全口径排名', { period: '2026-11', by: 'street', assessed: false }],
])('asked of the bot: %s', (said, wish) => {
  expect(figuresAsked.some((form) => form.test(said))).toBe(true)
  expect(readStats(said, now)).toEqual({ period: '2026-12', assessed: true, ...wish })
})

test.each(['楼下噪声影响孩子成绩', '老灶火锅油烟,影响孩子成绩', '成绩不错', '三率要抓紧了', '大家争取好成绩,辛苦了'])(
  'not asked: %s',
  (said) => expect(figuresAsked.some((form) => form.test(said))).toBe(false),
)

test('periods go over the end of a year', () => {
  expect(before('2026-02', 3)).toBe('2025-11')
  expect(before('2026-01', 1)).toBe('2025-12')
  expect(readStats('12月', instant('2027-01-10')).period).toBe('2026-12')
  expect(spanOfPeriod('2027-01')).toEqual({ from: instant('2026-12-19'), to: instant('2027-01-19') })
})
