import { expect, test } from 'vitest'
import { triedEnough, triesLeft } from '../../../domain/cases/tries.ts'

const at = (time: string, day = '23') => Date.parse(`2026-11-${day}T${time}:00+08:00`)

test.each([
  ['four hours apart, one in the evening', ['09:30', '14:00', '19:00'], true],
  ['never in the evening', ['08:00', '12:00', '16:00'], false],
  ['all within an hour of the evening', ['18:00', '18:20', '18:40'], false],
  ['only twice', ['14:00', '19:00'], false],
  ['a call too many in between', ['09:30', '09:40', '14:00', '18:30'], true],
] as const)('%s', (_what, times, enough) => {
  expect(triedEnough(times.map((time) => at(time)))).toBe(enough)
})

test('over several days, in any order', () => {
  expect(triedEnough([at('10:00', '24'), at('18:00'), at('10:00')])).toBe(true)
  expect(triesLeft([at('10:00')])).toEqual({ calls: 2, evening: true })
  expect(triesLeft([])).toEqual({ calls: 3, evening: true })
})
