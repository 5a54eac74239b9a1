import { describe, expect, test } from 'vitest'
import { readQuizReply, readQuizWish } from '../../../domain/reading/quiz.ts'

const VERDICTS = ['达标', '超标5 dB(A)', '无法判定,要补背景值', '测量无效,重测']
const LEVELS = ['45', '50', '55', '60']
const WATERS = ['II类', 'III类', 'IV类', '劣V类']
const STREETS = ['方庄街道', '北宫镇', '长辛店街道', '六里桥街道']

describe('an answer is understood as people write it', () => {
  test.each<[string, readonly string[], unknown]>([
    ['B', VERDICTS, { choice: '超标5 dB(A)' }],
    ['b', VERDICTS, { choice: '超标5 dB(A)' }],
    ['b', VERDICTS, { choice: '超标5 dB(A)' }],
    ['选B', VERDICTS, { choice: '超标5 dB(A)' }],
    ['我选b吧', VERDICTS, { choice: '超标5 dB(A)' }],
    ['答案是B', VERDICTS, { choice: '超标5 dB(A)' }],
    ['B项', VERDICTS, { choice: '超标5 dB(A)' }],
    ['B.超标5', VERDICTS, { choice: '超标5 dB(A)' }],
    ['应该是B。', VERDICTS, { choice: '超标5 dB(A)' }],
    ['「B」', VERDICTS, { choice: '超标5 dB(A)' }],
    ['2', VERDICTS, { choice: '超标5 dB(A)' }],
    ['第二个', VERDICTS, { choice: '超标5 dB(A)' }],
    ['超标', VERDICTS, { choice: '超标5 dB(A)' }],
    ['超标5分贝', VERDICTS, { choice: '超标5 dB(A)' }],
    ['重测', VERDICTS, { choice: '测量无效,重测' }],
    ['要补背景', VERDICTS, { choice: '无法判定,要补背景值' }],
    ['达标吧', VERDICTS, { choice: '达标' }],
    ['超标', ['达标', '超标5 dB(A)', '超标6 dB(A)'], { unclear: [1, 2] }],
    ['45', LEVELS, { choice: '45' }],
    ['45dB', LEVELS, { choice: '45' }],
    ['45dB(A)', LEVELS, { choice: '45' }],
    ['45分贝', LEVELS, { choice: '45' }],
    ['2', LEVELS, { choice: '50' }],
    ['3类', WATERS, { choice: 'III类' }],
    ['Ⅲ类', WATERS, { choice: 'III类' }],
    ['三类', WATERS, { choice: 'III类' }],
    ['iii', WATERS, { choice: 'III类' }],
    // A digit alone that is one of the values is that value; else it is the place.
    ['3', WATERS, { choice: 'III类' }],
    ['1', WATERS, { choice: 'II类' }],
    ['劣五类', WATERS, { choice: '劣V类' }],
    ['方庄', STREETS, { choice: '方庄街道' }],
    ['北宫', STREETS, { choice: '北宫镇' }],
    ['12月', ['11月期', '12月期', '1月期'], { choice: '12月期' }],
    ['50', ['昼间,限值60', '夜间,限值50', '夜间,限值60'], { choice: '夜间,限值50' }],
    ['60', ['昼间,限值60', '夜间,限值50', '夜间,限值60'], { unclear: [0, 2] }],
    ['夜间限值50', ['昼间,限值60', '夜间,限值50', '夜间,限值60'], { choice: '夜间,限值50' }],
    ['5', VERDICTS, { choice: '超标5 dB(A)' }],
    ['88.5', ['85.00%', '88.50%', '90.00%'], { choice: '88.50%' }],
    ['88.5%', ['85.00%', '88.50%', '90.00%'], { choice: '88.50%' }],
    ['不知道', VERDICTS, 'unknown'],
    ['不会', VERDICTS, 'unknown'],
    ['我不清楚', VERDICTS, 'unknown'],
    ['?', VERDICTS, 'unknown'],
    ['停', VERDICTS, 'stop'],
    ['不练了', VERDICTS, 'stop'],
    ['先不练了', VERDICTS, 'stop'],
    ['63', [], { figure: '63' }],
    ['63.0', [], { figure: '63' }],
    ['63dB', [], { figure: '63' }],
    ['约63分贝', [], { figure: '63' }],
    ['0.6倍', [], { figure: '0.6' }],
    ['五十五', [], { figure: '55' }],
    ['不知道', [], 'unknown'],
  ])('%s', (said, choices, expected) => {
    expect(readQuizReply(said, choices)).toEqual(expected)
  })
})

describe('anything else stays what it is', () => {
  test.each([
    '领哨 128',
    '128 已联系',
    '#128',
    '我的',
    '帮助',
    '方庄芳古园一区11号楼油烟大',
    '好的',
    '收到',
    '谢谢',
    '👍',
    'B座3层有人反映噪声',
    'D',
    '7',
    '128',
    '今天几点开会',
    '1\n2',
  ])('%s', (said) => {
    expect(readQuizReply(said, ['达标', '超标5 dB(A)', '待核'])).toBeUndefined()
  })

  test.each(['B', '好的', '128 已联系', '56.1 背景48', '方庄'])('%s is no number', (said) => {
    expect(readQuizReply(said, [])).toBeUndefined()
  })
})

test.each<[string | undefined, unknown]>([
  [undefined, {}],
  ['噪声', { topic: '噪声' }],
  ['噪音', { topic: '噪声' }],
  ['水质', { topic: '水' }],
  ['空气', { topic: '大气' }],
  ['AQI', { topic: '大气' }],
  ['餐饮油烟', { topic: '油烟' }],
  ['10题', { count: 10 }],
  ['十题', { count: 10 }],
  ['水 5题', { topic: '水', count: 5 }],
  ['来5道噪声题', { topic: '噪声', count: 5 }],
  ['100题', { count: 20, tooMany: true }],
  ['水 一百题', { topic: '水', count: 20, tooMany: true }],
  ['20题', { count: 20 }],
  ['停', { stop: true }],
  ['不练了', { stop: true }],
  ['1题', {}],
  ['成绩', { record: true }],
  ['法律', { unknown: '法律' }],
])('练兵 %s', (said, expected) => {
  expect(readQuizWish(said)).toEqual(expected)
})
