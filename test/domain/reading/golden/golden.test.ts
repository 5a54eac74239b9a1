import { expect, test } from 'vitest'
import { readRecord } from '../../../bench/lines.ts'
import { judge } from '../../../bench/score.ts'
import { golden } from './golden.ts'

const judged = golden.map((line) => ({ line, ...judge(line.expect, readRecord(line)) }))

test('at least three hundred lines, 98 of 100 points right', () => {
  const points = judged.flatMap(({ line, points }) => points.map((point) => ({ line, ...point })))
  const wrong = points.filter(({ right }) => !right)
  for (const { line, field, expected, got } of wrong)
    process.stdout.write(`${line.id} ${field}: expected ${JSON.stringify(expected)}, read ${JSON.stringify(got)}\n`)
  const share = (points.length - wrong.length) / points.length
  process.stdout.write(`${golden.length} lines, ${points.length - wrong.length} of ${points.length} right\n`)
  expect(golden.length).toBeGreaterThanOrEqual(300)
  expect(share).toBeGreaterThanOrEqual(0.98)
})

test('no wrong write', () => {
  expect(judged.flatMap(({ line, wrongWrite }) => (wrongWrite ? [`${line.id}: ${wrongWrite}`] : []))).toEqual([])
})
