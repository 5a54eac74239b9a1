import { describe, expect, test } from 'vitest'
import { untilAt, whistleAt } from '../../../domain/reading/call-said.ts'
import { outsideAt } from '../../../domain/reading/outside.ts'
import { defaults } from '../../../domain/settings.ts'
import { monthDayClock } from '../../../domain/time/saying.ts'
import { NOW } from '../../support/sample.ts'

// Now is Monday, 23 November, 09:30.
describe('by when', () => {
  test.each([
    ['周四前出方案', '11-26 18:00', '出方案'],
    ['本周五前', '11-27 18:00', ''],
    ['12月2日前 提交报告', '12-02 18:00', '提交报告'],
    ['12月2日', '12-02 18:00', ''],
    ['明天上午10点前到场', '11-24 10:00', '到场'],
    ['今天下班前', '11-23 18:00', ''],
    ['1小时内', '11-23 10:30', ''],
    ['明天', '11-24 18:00', ''],
  ])('%s', (words, until, rest) => {
    const found = untilAt(words, { now: NOW, settings: defaults })
    expect(found && monthDayClock(found.until)).toBe(until)
    expect(found?.rest).toBe(rest)
  })

  test.each(['出方案', '3号楼楼顶', '上报材料', '一起去看看', '周边都查一下'])('%s says no time', (words) => {
    expect(untilAt(words, { now: NOW, settings: defaults })).toBeUndefined()
  })
})

describe('the kind of a whistle', () => {
  test.each([
    ['应急', 'emergency', ''],
    ['应急哨 速来', 'emergency', '速来'],
    ['综合执法', 'enforcement', ''],
    ['重点难点 周五前', 'hard', '周五前'],
    ['难点问题', 'hard', ''],
  ])('%s', (words, whistle, rest) => expect(whistleAt(words)).toEqual({ whistle, rest }))

  test.each(['综合执法队', '应急局', '执法一队'])('%s is none', (words) => expect(whistleAt(words)).toBeUndefined())
})

describe('help from outside', () => {
  test.each([
    ['城管', '城管', ''],
    ['城管、交警', '城管', '交警'],
    ['城管委 周五前', '城管委', '周五前'],
    ['综合行政执法队', '综合行政执法队', ''],
    ['交警大队', '交警大队', ''],
    ['派出所', '派出所', ''],
    ['住建委', '住建委', ''],
    ['水务局', '水务局', ''],
    ['市场监管所', '市场监管所', ''],
    ['园林绿化局', '园林绿化局', ''],
    ['消防', '消防', ''],
    ['供电公司', '供电公司', ''],
    ['应急局', '应急局', ''],
    ['物业配合关停', '物业', '配合关停'],
  ])('%s', (words, unit, rest) => expect(outsideAt(words)).toEqual({ unit, rest }))

  test.each(['居民', '执法一队', '商户', '大气科'])('%s is none', (words) => expect(outsideAt(words)).toBeUndefined())
})
