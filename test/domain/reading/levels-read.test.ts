import { describe, expect, test } from 'vitest'
import type { CategoryId } from '../../../domain/reading/category.ts'
import { measurementsIn } from '../../../domain/reading/measurements.ts'
import { judge } from '../../../domain/standards/judge.ts'
import { kept, verdicts } from '../../../domain/standards/judgement.ts'

const today = '2026-11-23'
const social: CategoryId = 'noise.social.equipment'

/** 「夜56.1(48.2) 超标5」: period, value, background and verdict of everything that was read. */
function judged(text: string, category: CategoryId = social): string[] {
  return measurementsIn(text, { today, category })
    .samples.flatMap((sample) => kept(judge(sample)))
    .map(
      ({ period, measured, background, verdict, exceed = '' }) =>
        `${period === 'day' ? '昼' : period === 'night' ? '夜' : ''}${measured ?? ''}${background ? `(${background})` : ''} ${verdicts[verdict]}${verdict === 'over' ? exceed : ''}`,
    )
}

describe('figures that are no level', () => {
  test.each([
    ['2类区夜间限值50,实测52.8', ['夜52.8 无法判定']],
    ['夜间 2类 实测52.8,标准50,超标2.8', ['夜52.8 无法判定']],
    ['昼间达标58.2,夜间超标56.1 2类 背景44', ['昼58.2 达标', '夜56.1(44) 超标6']],
    ['第三方检测报告编号FT20261123-018 夜间 2类 54.2 背景41', ['夜54.2(41) 超标4']],
    ['夜间 2类 Leq51.2 L10 54 L50 49 L90 45 Lmin 41.0 SD 2.3 背景 44', ['夜51.2(44) 达标']],
    ['点位1:56.2,点位2:61.8,昼间,2类,背景52', ['昼56.2 达标', '昼61.8(52) 超标1']],
    ['夜间 56.1-48.2 2类', []],
    ['室外 夜间 56.1 室内 38.2 2类 背景44', []],
    ['夜间 2类 56.1,背景44,修正值-1,结果55,超标5', ['夜56.1(44) 超标6']],
    ['夜间 2类 背景44 修正后55', []],
    ['夜间 2类 噪声55-57', []],
    ['夜间 2类 Leq 55~57 背景44', []],
    ['夜间 2类 56.1 背景44 住户8号楼2单元502', ['夜56.1(44) 超标6']],
    ['点位1 56.2 点位2 61.8 昼间 2类 背景52', ['昼56.2 达标', '昼61.8(52) 超标1']],
  ])('%s', (text, expected) => expect(judged(text)).toEqual(expected))
})

describe('backgrounds', () => {
  test.each([
    ['昼间 61.2 夜间 52.3 2类 背景 昼48.1 夜44.0', ['昼61.2(48.1) 超标1', '夜52.3(44) 超标1']],
    ['昼间背景48.1 夜间背景44.0 昼间62.2 夜间52.3 2类', ['昼62.2(48.1) 超标2', '夜52.3(44) 超标1']],
    ['昼间62.2 背景48.1 夜间52.3 背景44.0 2类', ['昼62.2(48.1) 超标2', '夜52.3(44) 超标1']],
    ['夜间 2类 (56.1) 背景(44.0)', ['夜56.1(44) 超标6']],
    ['昼夜56.1/52.2 2类 背景44', ['昼56.1 达标', '夜52.2(44) 超标1']],
    ['23:00-23:20 53.6dB 背景44.1dB 二类声环境功能区', ['夜53.6(44.1) 超标3']],
    ['昼间58.2达标,夜间56.1超标,2类,背景44', ['昼58.2 达标', '夜56.1(44) 超标6']],
    ['风机开启56.1,关闭后48.2,夜间2类', ['夜56.1(48.2) 超标5']],
  ])('%s', (text, expected) => expect(judged(text)).toEqual(expected))
})

test.each([
  ['有小雨 夜间2类 56.1 背景48.2', 'badWeather'],
  ['下着雨 夜间2类 56.1 背景48.2', 'badWeather'],
])('the weather counts: %s', (text, kind) => {
  const [sample] = measurementsIn(text, { today, category: social }).samples
  expect(sample && judge(sample).remarks.map((each) => each.kind)).toContain(kind)
})

test.each([
  ['无雨雪 风速2.1m/s 夜间2类 56.1 背景48.2', ['夜56.1(48.2) 超标5']],
  ['没下雨 夜间2类 56.1 背景48.2', ['夜56.1(48.2) 超标5']],
  ['夜间 2类 56。1 背景48。2', ['夜56.1(48.2) 超标5']],
  ['4a 夜间 56.8 背景50', ['夜56.8(50) 超标1']],
  ['突发 66 2类 夜间', ['夜66 超标1']],
])('%s', (text, expected) => expect(judged(text)).toEqual(expected))

test('with closed windows the room’s own limits hold, wherever 室内 stands', () => {
  const [sample] = measurementsIn('室内关窗夜间 36.2 背景28 2类 卧室', { today, category: social }).samples
  expect(sample && judge(sample)).toMatchObject({ item: 'noise_structureborne_indoor_leq', limit: '35' })
})

describe('concentrations', () => {
  test.each([
    ['臭气浓度 上风向<10 下风向13、18、22', 'air.odor', ['<10 达标', '13 达标', '18 达标', '22 超标0.1']],
    ['1#<10 2#12 3#23', 'air.odor', ['<10 达标', '12 达标', '23 超标0.15']],
    ['臭气10以下', 'air.odor', ['<10 达标']],
    ['非甲烷总烃 厂界1.2', 'air.odor', []],
    ['非甲烷总烃 1.2', 'air.odor', ['1.2 待核']],
    ['扬尘 颗粒物 上风向0.12 下风向0.35', 'air.dust.construction', ['0.12 待核', '0.35 待核']],
    ['PM10年均 61', 'air.dust.construction', ['61 超标0.02']],
    ['油烟0.8-1.2', 'air.catering_fume', ['0.8 达标', '1.2 超标0.2']],
    ['油烟0.8~1.2 颗粒物3', 'air.catering_fume', ['0.8 达标', '1.2 超标0.2', '3 达标']],
    ['油烟0.6 3.2颗粒物 8非甲烷总烃', 'air.catering_fume', ['0.6 达标', '3.2 达标', '8 达标']],
    ['0.6油烟 3.2颗粒物', 'air.catering_fume', ['0.6 达标', '3.2 达标']],
    ['油烟0.6,3.2颗粒物', 'air.catering_fume', ['0.6 达标', '3.2 达标']],
    ['油烟0.6、1.2 颗粒物3.2', 'air.catering_fume', ['0.6 达标', '1.2 超标0.2', '3.2 达标']],
    ['0.6、1.2油烟', 'air.catering_fume', ['0.6 达标', '1.2 超标0.2']],
    ['油烟0,6 颗粒物3,2', 'air.catering_fume', ['0.6 达标', '3.2 达标']],
    ['进口油烟8.2 出口油烟0.6', 'air.catering_fume', ['0.6 达标']],
    ['油烟ND 颗粒物小于检出限', 'air.catering_fume', ['未检出 达标', '未检出 达标']],
    ['CO2 600ppm 油烟0.6', 'air.catering_fume', ['0.6 达标']],
    ['臭气浓度:上风向1#<10;下风向2#12;下风向3#24', 'air.odor', ['<10 达标', '12 达标', '24 超标0.2']],
    ['厂界VOCs 1.2mg/m3', 'air.odor', []],
    ['基站 13V/m', 'air.catering_fume', ['13 超标0.08']],
    ['油烟 1.6ppm', 'air.catering_fume', [' 无法判定']],
    ['油烟 1.6g/m3', 'air.catering_fume', [' 无法判定']],
    ['油烟实测浓度0.7mg/m3,折算浓度1.4mg/m3', 'air.catering_fume', ['1.4 超标0.4']],
    ['油烟基准风量排放浓度1.62mg/m3', 'air.catering_fume', ['1.62 超标0.62']],
    ['油烟检测结果1.6', 'air.catering_fume', ['1.6 超标0.6']],
    ['COD45mg/L 氨氮2.1mg/L 五类水体', 'water.discharge', ['45 超标0.12', '2.1 超标0.05']],
    ['COD 35 五类水体', 'water.discharge', ['35 达标']],
    ['排口 COD 65', 'water.discharge', ['65 无法判定']],
    ['排口 COD 35 B排放限值', 'water.discharge', ['35 待核']],
    ['油烟1.5 2018年', 'air.catering_fume', ['1.5 达标']],
    ['PM2.5 日均 61 2025年11月', 'air.dust.construction', ['61 达标']],
    ['非甲烷总烃 12 2019年6月', 'air.catering_fume', [' 无法判定']],
  ] as const)('%s', (text, category, expected) => expect(judged(text, category)).toEqual(expected))
})
