import { expect, test } from 'vitest'
import { mended, readSlip } from '../../../domain/reading/slip.ts'

test.each([
  ['是18号楼不是8号楼', { is: '18号楼', isNot: '8号楼' }],
  ['是18号楼，不是8号楼。', { is: '18号楼', isNot: '8号楼' }],
  ['不是8号楼,是18号楼', { is: '18号楼', isNot: '8号楼' }],
  ['写错了,应该是芳古园二区不是芳古园一区', { is: '芳古园二区', isNot: '芳古园一区' }],
  ['地址不是8号楼,应该是18号楼', { is: '18号楼', isNot: '8号楼' }],
])('「%s」 mends a slip', (text, slip) => {
  expect(readSlip(text)).toEqual(slip)
})

test.each(['是18号楼', '是不是8号楼?', '不是我们的', '128 领哨'])('「%s」 mends none', (text) => {
  expect(readSlip(text)).toBeUndefined()
})

test('a number is mended only where it stands alone', () => {
  const slip = { is: '18号楼', isNot: '8号楼' }
  expect(mended('芳古园一区8号楼底商', slip)).toBe('芳古园一区18号楼底商')
  expect(mended('芳古园一区28号楼', slip)).toBeUndefined()
})
