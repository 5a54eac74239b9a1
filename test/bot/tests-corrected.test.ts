import { expect, test } from 'vitest'
import { openTalk } from '../support/talk.ts'

const FUMES = '芳古园一区11号楼底商 老灶火锅晚间排油烟'
const NOISE = '芳城园二区8号楼 地下室酒吧夜间音乐噪声扰民'
const WATER = '方庄路凉水河边排污口有黑水直排 河水发臭'

/** What the bot answers to the last of several messages of the owner of #101. */
function last(report: string, ...said: string[]): string {
  using talk = openTalk()
  talk.says('小刘', '方庄群', report)
  talk.says('李强', '方庄群', '领哨 101')
  return said.map((words) => {
    talk.now += 60_000
    return talk.says('李强', '方庄群', words).find((each) => each.startsWith('#101') || each.startsWith('还差')) ?? ''
  })[said.length - 1] as string
}

test.each([
  [NOISE, '夜间 2类 56.1 背景48.2', '背景写错了,是42.1', /^#101 夜间 2类 56\.1 背景42\.1:差14,不修正/],
  [NOISE, '夜间 2类 56.1 背景48.2', '更正 背景42.1', /^#101 夜间 2类 56\.1 背景42\.1/],
  [NOISE, '夜间 2类 56.1 背景48.2', '改为1类', /^#101 夜间 1类 56\.1 背景48\.2.*限值45,超标10/],
  [NOISE, '夜间 2类 56.1 背景48.2', '写错了 是1类区', /^#101 夜间 1类 56\.1 背景48\.2/],
  [NOISE, '夜间 2类 56.1 背景48.2', '不是56.1是51.6', /^#101 夜间 2类 51\.6 背景48\.2/],
  [NOISE, '昼间 2类 58.1 夜间 53.1 背景44', '更正 夜间52.1', /^#101 夜间 2类 52\.1 背景44:/],
  [NOISE, '1#56.2 2#58.4 昼间 2类', '更正 2#58.9', /^还差整组检测值/],
  [FUMES, '油烟1.6', '写错了,应该是0.6', /^#101 油烟 0\.6 mg\/m³,限值1,达标/],
  [FUMES, '油烟1.6', '油烟1.6写错了,应该是0.6', /^#101 油烟 0\.6 mg/],
  [FUMES, '油烟1.6 颗粒物3.2', '油烟写错了 应该是0.6', /^#101 油烟 0\.6 mg/],
  [FUMES, '油烟1.6 非甲烷总烃12', '非甲烷总烃写错了,1.2', /^#101 非甲烷总烃 1\.2 mg/],
])('%s: 检测 101 %s, then 检测 101 %s', (report, first, then, answer) => {
  expect(last(report, `检测 101 ${first}`, `检测 101 ${then}`)).toMatch(answer)
})

test('what is only said beside a new value corrects nothing', () => {
  const said = ['检测 101 夜间 2类 56.1 背景48.2', '检测 101 昼间 2类 52.1 应该是空调的声音', '过程 101']
  expect(last(NOISE, ...said).match(/检测:/g)).toHaveLength(2)
  expect(last(NOISE, ...said)).toMatch(/超标5 dB\(A\)[\s\S]*→ 达标/)
})

test('what a correction says nothing of stays', () => {
  const said = ['检测 101 油烟1.6 颗粒物3.2', '检测 101 油烟写错了 应该是0.6', '过程 101']
  expect(last(FUMES, ...said)).toMatch(/→ 颗粒物达标、油烟达标/)
})

test.each([
  [WATER, '氨氮 1.8', 'Ⅳ类', /^#101 氨氮 IV类 1\.8 mg\/L,限值1\.5,超标0\.2倍/],
  [WATER, '排口 COD 35', 'B级', /^#101 化学需氧量 B\(直接排放\) 35 mg\/L,限值30,待核/],
  ['芳星园工地扬尘很大 土方没苫盖', 'PM10 186', '小时值', /^#101 PM10 小时均值 二级 186 μg\/m³,限值120,高值/],
  [
    NOISE,
    '昼间 2类 62.1 夜间 53.1',
    '昼间背景50.2 夜间背景44',
    /62\.1 背景50\.2:.*超标2 dB\(A\);夜间 2类 53\.1 背景44:/,
  ],
])('what was asked may follow without a figure: %s: 检测 101 %s, then 检测 101 %s', (report, first, then, answer) => {
  expect(last(report, `检测 101 ${first}`, `检测 101 ${then}`)).toMatch(answer)
})

test.each([
  [NOISE, '检测 101 夜间 2类 56.1 背景测不了 设备停不下来', /^#101 夜间 2类 56\.1,限值50,无法判定/],
  [NOISE, '检测 101 昨晚十一点半 五十四点三 二类 背景四十四', /^#101 夜间 2类 54\.3 背景44/],
  [FUMES, '检测 101 油烟一点六', /^#101 油烟 1\.6 mg/],
  [FUMES, '检测 101 合格', /^#101 已记检测/],
  [WATER, '检测 101 水样三项 0.6 3.2', /回「检测 101 氨氮2\.1 总磷0\.3 Ⅳ类」/],
])('%s: %s', (report, said, answer) => expect(last(report, said)).toMatch(answer))
