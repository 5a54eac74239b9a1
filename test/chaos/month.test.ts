import { expect, test, vi } from 'vitest'
import { days, instant } from '../../domain/time/wall.ts'
import { casesOfAMonth, liveThrough, openStage } from './month.ts'
import { countMonth } from './month-count.ts'
import { months } from './months.ts'

// Days, instant by instant.
vi.setConfig({ testTimeout: 180_000 })

test.each([11])('a week, seed %i: restarts and a wrong clock lose and repeat no step, list or report', async (seed) => {
  const { columns, wrong } = await months({ seed, cases: 15, from: '2026-11-02', days: 7, restarts: 10 })
  expect(wrong).toEqual([])
  expect(columns).toHaveLength(3)
})

test('a step, a message and a report that are taken away or doubled are found', async () => {
  const span = { from: instant('2026-11-02', '00:05'), to: instant('2026-11-02', '00:00') + days(3) }
  await using stage = await openStage(span.from)
  const month = await liveThrough(stage, casesOfAMonth(3, 10, span), span.to)
  expect(countMonth(stage, month, span)).toMatchObject({ lost: 0, twice: 0, reportsWrong: 0 })
  stage.far.heard.push(stage.far.heard[0]!)
  expect(countMonth(stage, month, span)).toMatchObject({ twice: 1 })
  stage.far.heard.push(stage.far.heard.find(({ text }) => text.startsWith('【早调度】'))!)
  expect(countMonth(stage, month, span)).toMatchObject({ twice: 2, reportsWrong: 1 })
  expect(countMonth(stage, month, { ...span, to: span.to + days(3) }).reportsWrong).toBeGreaterThan(1)
  expect(countMonth(stage, month, { ...span, to: span.to + days(9) }).lost).toBeGreaterThan(0)
})
