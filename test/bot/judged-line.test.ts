import { describe, expect, test } from 'vitest'
import { judgedLine } from '../../bot/judged-line.ts'

/** The judgement of one line, as it stands on standard output. */
function line(given: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(judgedLine(JSON.stringify({ date: '2026-11-23', ...given }), 1))
}

describe('inputs.time as people write it: the limit is 60 by day, 50 by night', () => {
  test.each([
    ['05:59', 50],
    ['06:00', 60],
    ['21:59', 60],
    ['22:00', 50],
    ['2026-11-23T22:40', 50],
    ['下午2点', 60],
    ['晚上8点', 60],
    ['晚上八点', 60],
    ['晚上10点半', 50],
    ['夜里11:20', 50],
    ['早上五点半', 50],
    ['凌晨2点', 50],
    ['中午12:30', 60],
    ['10:30 PM', 50],
    ['2:15 pm', 60],
    ['12:20 AM', 50],
    ['晚上', 50],
    ['夜间', 50],
  ])('%s', (time, limit) => {
    expect(line({ item: '社会生活噪声', class: '2', measured: 49, inputs: { time } })).toMatchObject({
      verdict: '达标',
      limit,
    })
  })

  test('a time that stands in the date counts', () => {
    const given = { item: '社会生活噪声', class: '2', measured: 49 }
    expect(line({ ...given, date: '2026年11月23日22时30分' }).limit).toBe(50)
    expect(line({ ...given, date: '2026年11月23日 下午3点' }).limit).toBe(60)
    expect(line({ ...given, date: '2026-11-23 22:30' }).limit).toBe(50)
  })

  test('two halves of the day are not one measurement', () => {
    expect(
      line({ item: '社会生活噪声', class: '2', measured: 49, inputs: { time: '晚上9点50到10点10分' } }),
    ).toMatchObject({ verdict: '无法判定', note: expect.stringContaining('跨昼夜') })
  })
})
