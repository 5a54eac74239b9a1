import { expect, test } from 'vitest'
import { openTalk, type Talk } from '../support/talk.ts'

function claimed(): Talk {
  const talk = openTalk()
  talk.says('小刘', '方庄群', '上报 芳古园一区11号楼底商油烟大')
  talk.says('李强', '方庄群', '领哨 101')
  return talk
}

test.each([
  ['101 检测', '还差检测值'],
  ['检测 101 油烟超标', '还差检测值'],
  ['检测 101 未检出', '#101 已记检测'],
  ['101 不宜检测', '还差理由'],
  ['101 不具备检测条件', '还差理由'],
  ['免到场 101', '还差理由'],
  ['免到场 101 电话核实已停业', '#101 已记免到场'],
  ['101 没联系上', '#101 已记一次未接通'],
  ['101 接通了,约明天看', '#101 已记联系'],
  ['101 电话打通了', '#101 已记联系'],
  ['101 已联系,居民说夜里排风机不关机', '#101 已记联系'],
])('「%s」 is answered 「%s…」', (text, answer) => {
  using talk = claimed()
  expect(talk.says('李强', '方庄群', text)[0]).toMatch(new RegExp(`^${answer}`))
})
