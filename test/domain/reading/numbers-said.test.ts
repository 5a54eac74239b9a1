import { expect, test } from 'vitest'
import { numbersSaid } from '../../../domain/reading/numbers-said.ts'

test.each([
  ['1-8 除3', 8, [1, 2, 4, 5, 6, 7, 8], [3]],
  ['1 3 5', 8, [1, 3, 5], []],
  ['1、3', 8, [1, 3], []],
  ['全部', 3, [1, 2, 3], []],
  ['全部 除2', 3, [1, 3], [2]],
  ['除7', 8, [1, 2, 3, 4, 5, 6, 8], [7]],
  ['2到4', 8, [2, 3, 4], []],
  ['1-20', 3, [1, 2, 3], []],
])('「%s」 of %i', (said, many, chosen, except) => {
  expect(numbersSaid(said, many)).toEqual({ chosen, except })
})

test.each(['', '张三', '好的'])('「%s」 is no choice', (said) => {
  expect(numbersSaid(said, 8)).toBeUndefined()
})
