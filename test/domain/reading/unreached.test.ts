import { expect, test } from 'vitest'
import { isTry } from '../../../domain/reading/unreached.ts'

test.each([
  ['101 联系不上', true],
  ['101 没联系上', true],
  ['101 没打通', true],
  ['没人接 101', true],
  ['电话打了三遍没人接,短信也发了', true],
  ['101 诉求人手机关机', true],
  ['101 关机', true],
  ['101 已联系 没人接', true],
  ['101 打电话了,没人接', true],
  ['101 打了两次不接', true],
  ['101 电话不接,下午再打', true],
  ['101 不接', true],
  ['101 已联系 居民说店家不接,再约', false],
  ['101 已联系', false],
  ['101 已联系,居民说夜里排风机不关机', false],
  ['101 已联系 前两次没人接,刚打通了', false],
  ['已联系 101 居民说店家电话打不通', false],
  ['101 接通了,约明天看', false],
  ['101 电话打通了', false],
  ['已电话联系诉求人,约明天上午10点现场', false],
])('「%s」 is a try: %s', (text, is) => {
  expect(isTry(text)).toBe(is)
})
