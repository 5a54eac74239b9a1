import { describe, expect, it } from 'vitest'
import { normalise } from '../../../domain/reading/normal.ts'
import { buildingsInDigits, numberOf, phonesInDigits } from '../../../domain/reading/numerals.ts'
import { findDigits } from '../../../domain/reading/phone.ts'
import { readDeadline, readGrade, readInstant, readOccurred } from '../../../domain/reading/when.ts'

const now = Date.parse('2026-11-23T09:30:00+08:00')
const wall = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

describe('numbers as people say them', () => {
  it.each([
    ['十一', 11],
    ['二十', 20],
    ['两', 2],
    ['一百零五', 105],
    ['幺洞三', 103],
    ['37', 37],
    ['楼', undefined],
    ['', undefined],
  ])('«%s» is %s', (words, value) => expect(numberOf(words)).toBe(value))

  it('buildings are written in digits', () => {
    expect(buildingsInDigits('三号楼后边、十二单元、二十一栋')).toBe('3号楼后边、12单元、21栋')
    expect(buildingsInDigits('芳星园二区')).toBe('芳星园二区')
  })

  it('a phone said digit by digit becomes digits', () => {
    expect(phonesInDigits('电话幺三九零零零零两三四五')).toBe('电话13900002345')
  })
})

describe('phones', () => {
  it.each([
    ['电话13800001234', ['13800001234']],
    ['138 0000 1234', ['13800001234']],
    ['1380000-1234', ['13800001234']],
    ['+86 138-0000-1234', ['13800001234']],
    ['8613800001234', ['13800001234']],
    ['1-3-8-0-0-0-0-1-2-3-4', ['13800001234']],
    ['座机63800001', ['01063800001']],
    ['010-63800001转802', ['01063800001-802']],
    ['幺三八零零零零五六七八', ['13800005678']],
    ['138零零零零1234', ['13800001234']],
    ['1380000123413900001234', ['13800001234', '13900001234']],
    ['工单202611222147003', []],
    ['日期20261123', []],
    ['案件20261123-017', []],
    ['3号楼12层1801', []],
  ])('in «%s»', (text, phones) => expect(findDigits(text).map((d) => d.value)).toEqual(phones))

  it('an identity number is one, an order number of 18 digits is not', () => {
    expect(findDigits('11010119900307001X')[0]?.kind).toBe('id')
    expect(findDigits('202611222147003001')).toEqual([])
  })
})

describe('instants and deadlines', () => {
  it.each([
    ['2026-11-29 21:47', '2026-11-29 21:47'],
    ['2026/11/30 10:00:00', '2026-11-30 10:00'],
    ['2026年12月1日', '2026-12-01 18:00'],
    ['11/29 21:47', '2026-11-29 21:47'],
    ['12月2号', '2026-12-02 18:00'],
    ['十二月二号上午九点', '2026-12-02 09:00'],
    ['周五前', '2026-11-27 18:00'],
    ['下周一下午三点半', '2026-11-30 15:30'],
    ['明天上午10点', '2026-11-24 10:00'],
    ['后天', '2026-11-25 18:00'],
    ['7天', '2026-11-30 09:30'],
    ['7个自然日', '2026-11-30 09:30'],
    ['24小时内', '2026-11-24 09:30'],
    ['两小时', '2026-11-23 11:30'],
    ['25号前', '2026-11-25 18:00'],
    ['1月5日', '2027-01-05 18:00'],
    ['今天下班前', '2026-11-23 18:00'],
    ['2026-02-30', undefined],
    ['尽快', undefined],
    ['', undefined],
  ])('«%s» is %s', (text, at) => expect(wall(readInstant(text, now))).toBe(at))

  it('a span is a derived deadline, a date is a stated one', () => {
    expect(readDeadline('7天', now)?.derived).toBe(true)
    expect(readDeadline('2026-11-29 21:47', now)?.derived).toBe(false)
    expect(readGrade('24小时')).toBe('24h')
    expect(readGrade('15日内')).toBe('15d')
    expect(readGrade('3天')).toBeUndefined()
  })
})

describe('when the nuisance happens', () => {
  it.each([
    ['昨晚十点半到十二点还在施工', '2026-11-22 22:30~24:00'],
    ['昨天夜里十一点到一点打桩', '2026-11-22 23:00~2026-11-23 01:00'],
    ['11/22 6:30左右', '2026-11-22 06:30'],
    ['昨天下午三点多', '2026-11-22 15:00'],
    ['后半夜还在打桩', '后半夜'],
    ['夜里一点多太吵', '夜里一点多'],
    ['每天早上六点就叫卖', '每天早上六点'],
    ['油烟很大', undefined],
  ])('«%s»', (text, occurred) => expect(readOccurred(text, now)).toBe(occurred))
})

describe('normal text', () => {
  it('folds width and drops what cannot be seen, and keeps Chinese punctuation', () => {
    expect(normalise('１３８\u200b００００１２３４,地址:芳古园(一区)。').text).toBe('13800001234,地址:芳古园(一区)。')
    expect(normalise('芳城园\u3000二区，３号楼！').text).toBe('芳城园 二区，3号楼！')
    expect(normalise('上\r\n下\u0007').text).toBe('上\n下')
  })

  it('mends slips and says so once', () => {
    expect(normalise('花香街道杨尘大，杨尘呛人')).toEqual({
      text: '花乡街道扬尘大，扬尘呛人',
      notes: [
        { kind: 'typo', from: '花香街道', to: '花乡街道' },
        { kind: 'typo', from: '杨尘', to: '扬尘' },
      ],
    })
    expect(normalise('油焰').text).toBe('油烟')
    expect(normalise('嗓音大').text).toBe('噪音大')
    expect(normalise('芦沟桥').text).toBe('卢沟桥')
  })
})
