import { expect, test } from 'vitest'
import { limitsAsked } from '../../../domain/reading/limit-question.ts'
import { unverified } from '../../../domain/standards/limits.ts'
import { limitsAnswer, unverifiedAnswer } from '../../../domain/words/limits.ts'

const asked = (said: string, today = '2026-11-23') => limitsAnswer(limitsAsked(said, today), true).join('')

test.each([
  [
    '噪声 2类 夜间',
    '社会生活噪声 夜间:2类 50 dB(A)(GB 22337-2008);厂界噪声 夜间:2类 50 dB(A)(GB 12348-2008);环境噪声 夜间:2类 50',
  ],
  ['施工噪声 昼间', '施工噪声 昼间:70 dB(A)(GB 12523-2025,待核)'],
  ['GB12523 昼间 2025-12-31', '施工噪声 昼间:70 dB(A)(GB 12523-2011)'],
  ['社会生活噪声4a 夜间', '社会生活噪声 夜间:4类 55'],
  ['PM2.5 日均', 'PM2.5 日均值:一级 35、二级 60 μg/m³(GB 3095-2026)'],
  ['PM2.5日均 2026-02-28', 'PM2.5 日均值:一级 35、二级 75 μg/m³(GB 3095-2012)'],
  ['餐饮油烟', '油烟:1 mg/m³(DB11/1488-2018);颗粒物:5 mg/m³(DB11/1488-2018);非甲烷总烃:10'],
  ['臭气 二级', '臭气浓度:二级-新扩改建 20(GB 14554-93)'],
  ['氨氮 Ⅲ类', '氨氮:III类 1 mg/L(GB 3838-2002)'],
  ['溶解氧', '溶解氧:I类 ≥7.5、II类 ≥6、III类 ≥5'],
  ['pH', 'pH:6~9(GB 3838-2002)'],
])('标准 %s', (said, answer) => {
  expect(asked(said).startsWith(answer)).toBe(true)
  expect(asked(said).split('\n')).toHaveLength(2)
})

test('nothing known', () => {
  expect(limitsAsked('厂房 租金', '2026-11-23')).toEqual([])
})

test('what the station must verify: every limit that is not sure, by standard', () => {
  const list = unverifiedAnswer(unverified(), false).join('')
  for (const standard of new Set(unverified().map((limit) => limit.standard))) expect(list).toContain(standard)
  expect(unverifiedAnswer(unverified(), true).join('').split('\n')).toHaveLength(2)
})
