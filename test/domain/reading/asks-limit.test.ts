import { expect, test } from 'vitest'
import { wordings } from '../../../commands/registry.ts'
import { standardAsked } from '../../../domain/reading/limit-question.ts'
import { understand } from '../../../domain/reading/meaning.ts'
import { NOW } from '../../support/sample.ts'

const inPrivate = (text: string) => {
  const speaker = { id: 'wxid_x', name: '小刘', friend: true, self: false }
  const heard = { id: 'm1', speaker, text, mentionsMe: false, mentions: [], files: [], forwarded: false, sentAt: NOW }
  const { calls, complaints } = understand(heard, { wordings, now: NOW })
  return [...calls.map(({ verb }) => verb), ...complaints.map(() => 'complaint')].join(' ')
}

test.each([
  '油烟限值多少',
  '油烟标准',
  '2类夜间限值',
  '二类区夜间多少分贝',
  '2类夜间噪声标准是多少',
  '夜间噪声限值是多少?',
  '餐饮油烟的标准是多少',
  '施工噪声晚上不能超过多少分贝',
  '臭气浓度限值是多少',
  'PM2.5标准多少',
  'GB 22337',
  '请问油烟的标准?',
  '氨氮Ⅲ类标准多少',
])('asks the standards: %s', (text) => {
  expect(inPrivate(text)).toBe('standard')
  expect(standardAsked(text.replace('请问', ''), '2026-11-23')).toBeDefined()
})

test.each([
  '芳古园一区11号楼油烟超标,标准是多少',
  '楼下饭店油烟太大了,标准多少也没人管',
  '芳城园二区8号楼底商夜间噪声标准是多少,投诉好几次了',
])('reports: %s', (text) => expect(inPrivate(text)).toBe('complaint'))

test.each(['101 检测达标', '101 噪声检测合格', '101 油烟监测均未超标。'])('a result in words is a test: %s', (text) =>
  expect(inPrivate(text)).toBe('test'),
)
