import { expect, test } from 'vitest'
import { nearestItems, standardAsked } from '../../../domain/reading/limit-question.ts'
import { limits, unverified } from '../../../domain/standards/limits.ts'
import {
  aqiAnswer,
  limitsAnswer,
  ruleAnswer,
  unknownClassSaid,
  unverifiedAnswer,
} from '../../../domain/words/limits.ts'

function asked(said: string): string {
  const found = standardAsked(said, '2026-11-23')
  if (!found) return ''
  if ('rule' in found) return ruleAnswer(found.rule).join('')
  if ('aqi' in found) return aqiAnswer(found.aqi, true).join('')
  const { unknownClass } = found
  return (unknownClass ? unknownClassSaid(unknownClass, found.limits) : limitsAnswer(found.limits, true)).join('')
}

test.each([
  [
    '噪声 2类 夜间',
    '社会生活噪声 夜间:2类 50 dB(A)(GB 22337-2008);厂界噪声 夜间:2类 50 dB(A)(GB 12348-2008);环境噪声 夜间:2类 50',
  ],
  ['酒吧 夜间 2类', '社会生活噪声 夜间:2类 50 dB(A)(GB 22337-2008)'],
  ['广场舞', '社会生活噪声 昼间:0类 50'],
  ['水泵房 夜间 2类 卧室', '结构传声(室内) 夜间:2,3,4类 A类房间 35 dB(A)(GB 22337-2008)'],
  ['低频噪声', '结构传声(室内) 昼间:'],
  ['4b', '社会生活噪声 昼间:4类 70'],
  ['12348', '厂界噪声 昼间:0类 50'],
  ['DB11-1488', '油烟:1 mg/m³(DB11/1488-2018)'],
  ['臭气 二级', '臭气浓度:二级-新扩改建 20、二级-现有 30(GB 14554-93)'],
  ['施工噪声 昼间', '施工噪声 昼间:70 dB(A)(GB 12523-2025,待核)'],
  ['GB12523 昼间 2025-12-31', '施工噪声 昼间:70 dB(A)(GB 12523-2011)'],
  ['社会生活噪声4a 夜间', '社会生活噪声 夜间:4类 55'],
  ['PM2.5 日均', 'PM2.5 日均值:一级 35、二级 60 μg/m³(GB 3095-2026)'],
  ['PM2.5日均 2026-02-28', 'PM2.5 日均值:一级 35、二级 75 μg/m³(GB 3095-2012)'],
  ['餐饮油烟', '油烟:1 mg/m³(DB11/1488-2018);颗粒物:5 mg/m³(DB11/1488-2018);非甲烷总烃:10'],
  ['氨氮 Ⅲ类', '氨氮:III类 1 mg/L(GB 3838-2002)'],
  ['溶解氧', '溶解氧:I类 ≥7.5、II类 ≥6、III类 ≥5'],
  ['pH', 'pH:6~9(GB 3838-2002)'],
])('标准 %s', (said, answer) => {
  expect(asked(said).startsWith(answer)).toBe(true)
  expect(asked(said).split('\n')).toHaveLength(2)
})

test.each([
  ['2类夜间', '社会生活噪声 夜间:2类 50 dB(A)(GB 22337-2008);厂界噪声 夜间:2类 50'],
  ['2类夜间噪声多少', '社会生活噪声 夜间:2类 50'],
  ['昼间 3类', '社会生活噪声 昼间:3类 65'],
  [
    '4b类夜间',
    '社会生活噪声 夜间:4类 55 dB(A)(GB 22337-2008);厂界噪声 夜间:4类 55 dB(A)(GB 12348-2008);环境噪声 夜间:4b类 60',
  ],
  ['工地夜间', '施工噪声 夜间:55 dB(A)(GB 12523-2025,待核)'],
  ['Lmax 夜间 2类', '夜间频发最大声级 夜间:2类 60 dB(A)(GB 12348-2008);夜间偶发最大声级 夜间:2类 65'],
  ['夜间突发', '夜间突发最大声级 夜间:0类 55'],
  ['卧室噪声 夜间', '结构传声(室内) 夜间:0类 A类房间 30、1类 A类房间 30、2,3,4类 A类房间 35 dB(A)'],
  ['结构传声 2类 夜间 B类房', '结构传声(室内) 夜间:2,3,4类 B类房间 40 dB(A)'],
  ['倍频带 63Hz 夜间 1类 A类房', '倍频带声压级(室内) 夜间:1类 A类房间 63Hz 51 dB'],
  ['DB11/1488', '油烟:1 mg/m³(DB11/1488-2018);颗粒物:5'],
  ['HJ 554', '餐饮边界距离:≥9 m(HJ 554-2010)'],
  ['餐饮 距离', '餐饮边界距离:≥9 m(HJ 554-2010)'],
  ['油烟净化效率', '油烟去除效率:小型 ≥60、中型 ≥75、大型 ≥85 %(GB 18483-2001)'],
  ['污水 COD', '化学需氧量:A(直接排放) 20、B(直接排放) 30、公共污水处理系统(间接) 500 mg/L(DB11/307-2013,待核)'],
  ['地表水 五类', '溶解氧:V类 ≥2 mg/L'],
  ['排气筒 臭气 25米', '排气筒臭气浓度:H=25m 6000(GB 14554-93)'],
  ['排气筒 臭气 30米', '排气筒臭气浓度:H=35m 15000(GB 14554-93)'],
  ['柴油车', '柴油车烟度:限值a 1.2、限值b 0.7 m⁻¹(GB 3847-2018,待核);林格曼黑度:1 级'],
  ['基站', '功率密度:0.4 W/m²(GB 8702-2014);射频电场强度:12 V/m'],
  ['变电站', '工频电场:4000 V/m(GB 8702-2014);工频磁场:100 μT'],
  ['VOCs', '周界非甲烷总烃:1 mg/m³(DB11/501-2017,待核);非甲烷总烃:10'],
])('标准 %s', (said, answer) => {
  expect(asked(said).slice(0, answer.length)).toBe(answer)
  expect(asked(said).split('\n')).toHaveLength(2)
})

test.each([
  ['PM2.5 24小时 2025年', '二级 75 μg/m³(GB 3095-2012)', '2016-01-01起至2026-02-28施行'],
  ['PM2.5 日均 去年', '二级 75 μg/m³(GB 3095-2012)', '施行'],
  ['PM2.5 日均 2026年2月', '二级 75 μg/m³(GB 3095-2012)', '施行'],
  ['PM2.5 日均 2026年3月1日', '二级 60 μg/m³(GB 3095-2026)', '2026-03-01起至2030-12-31施行'],
  ['PM2.5 日均 2026年', '二级 60 μg/m³(GB 3095-2026)', '施行'],
  ['PM2.5 24小时 2031年', '二级 50 μg/m³(GB 3095-2026)', '2031-01-01起施行'],
  ['施工噪声 2025年', '施工噪声 昼间:70 dB(A)(GB 12523-2011)', '2012-07-01起至2025-12-31施行'],
  ['油烟 2018年', '油烟:2 mg/m³(GB 18483-2001)', '2002-01-01起施行'],
  ['AQI 2025-12-31', 'PM2.5 24h 35/75/115', 'HJ 633-2012'],
  ['AQI', 'PM2.5 24h 35/60/115', 'HJ 633-2026'],
])('of its day: %s', (said, limit, version) => {
  expect(asked(said)).toContain(limit)
  expect(asked(said)).toContain(version)
})

test('how it is judged at all', () => {
  expect(asked('背景修正')).toContain('小于3不能修正')
  expect(asked('夜间是几点')).toContain('夜间22:00–次日06:00')
  expect(asked('修约')).toContain('GB/T 8170')
  expect(asked('噪声 风速')).toContain('5 m/s')
})

test('the words of the note stay whole, and how a figure came into the data is left out', () => {
  expect(asked('4b 环境噪声 夜间')).toContain('(含新开廊道的增建铁路)干线两侧')
  for (const limit of limits) {
    const said = limitsAnswer([limit], true).join('')
    expect(said).not.toMatch(/原文|扫描|GitHub|凭记忆|AI汇编/)
    expect(said.match(/[（(]/g)?.length).toBe(said.match(/[)）]/g)?.length)
  }
})

test('nothing known: the nearest is named', () => {
  expect(standardAsked('厂房 租金', '2026-11-23')).toBeUndefined()
  expect(nearestItems('甲醛')).toContain('甲苯')
  expect(nearestItems('总锰').length).toBeGreaterThan(0)
  expect(asked('噪声 5类')).toBe('社会生活噪声没有「5类」,可查0类、1类、2类、3类、4类、4a类、4b类。')
})

test('what the station must verify: every limit that is not sure, by standard', () => {
  const list = unverifiedAnswer(unverified(), false).join('')
  for (const standard of new Set(unverified().map((limit) => limit.standard))) expect(list).toContain(standard)
  expect(unverifiedAnswer(unverified(), true).join('').split('\n')).toHaveLength(2)
})
