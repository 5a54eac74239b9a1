import { describe, expect, test } from 'vitest'
import { isTalkOf } from '../../../commands/perform.ts'
import { wordings } from '../../../commands/registry.ts'
import { type Call, readCalls, type Wording } from '../../../domain/reading/command.ts'
import { toComeFor } from '../../../domain/reading/to-come.ts'

const CARD = ['131']

function verbs(text: string, role: Parameters<typeof toComeFor>[0], quotedRefs: string[] = []): string {
  const known = [...(toComeFor(role, []) as unknown as Wording[]), ...wordings]
  const calls: Call[] = readCalls(text, known, { quotedRefs, spokenTo: false })
  const theirs = calls.filter((call) => role === undefined || !isTalkOf({ roles: [{ role }] }, call, false))
  return theirs.map(({ verb, refs, quoted }) => [verb, quoted ? 'quoted' : refs.join('+')].join(' ').trim()).join(' · ')
}

describe('what people say that no command carries out yet', () => {
  test.each([
    ['吹哨 128 执法一队 应急', 'whistle 128'],
    ['会商 128 法制科 监测站 周四14:00', 'consult 128'],
    ['会商结论 128 加高烟道', 'consult 128'],
    ['#128 达标但居民不认,申请疑难会商', 'consult 128'],
    ['督办 128 周五前', 'supervise 128'],
    ['销督 128', 'unsupervise 128'],
    ['退单 128 不在我区 建议大兴区 属地', 'return 128'],
    ['128 退单', 'return 128'],
    ['延期 128 12月2日 设备未到', 'extend 128'],
    ['128 申请延期到12月2日', 'extend 128'],
    ['挂账 128 等市政管网改造', 'suspend 128'],
    ['剔除 128 诉求不合理', 'exclude 128'],
    ['平台批复 128 同意', 'platformReply 128'],
    ['并案 130 到 128', 'merge 130'],
    ['拆案 130', 'unmerge 130'],
    ['市回访 128 已联系 未解决 不满意', 'cityRevisit 128'],
    ['回头看 128 7天', 'followUp 128'],
    ['统计 油烟 本周 对比上周', 'stats'],
    ['练兵', 'drill'],
    ['核实 128 未发现', 'warning 128'],
  ])('%s', (text, expected) => expect(verbs(text, 'officer')).toBe(expected))

  test.each([
    ['这件不属于我们,申请退单', 'return quoted'],
    ['跟上午芳星园那件是一回事', 'merge quoted'],
    ['申请延期 配件没到', 'extend quoted'],
  ])('quoting a card: %s', (text, expected) => expect(verbs(text, 'officer', CARD)).toBe(expected))

  test.each([
    ['王队亲自盯一下这件,明天下班前反馈', 'supervise quoted'],
    ['这个要重点督办', 'supervise quoted'],
  ])('a leader, quoting a card: %s', (text, expected) => {
    expect(verbs(text, 'deputy', CARD)).toBe(expected)
    expect(verbs(text, 'officer', CARD)).toBe('')
  })
})

describe('what was measured or patrolled, by whoever does that', () => {
  test.each([
    ['【平台预警】11月23日14时 新村街道PM10小时浓度286微克/立方米,请核实', 'desk', 'warning'],
    ['凉水河大红门断面 氨氮1.92 总磷0.31 请水科核实', 'tester', 'warning'],
    ['小屯站 PM2.5 小时均值168,高于周边', 'deputy', 'warning'],
    ['【平台预警】11月23日14时 新村街道PM10小时浓度286微克/立方米,请核实', 'grid', ''],
    ['今晚杜家坎路口检查大货车18辆,超标2辆,均已处罚', 'officer', 'patrol'],
    ['#接龙\n热点网格巡查\n1. 云岗 网格3 无', 'steward', 'patrol'],
    ['网格巡查:网格6未发现裸土', 'grid', 'patrol'],
  ] as const)('%s (%s)', (text, role, expected) => expect(verbs(text, role)).toBe(expected))
})

test.each([
  'PM2.5都150了,黄色预警启动,大家戴口罩',
  '会议延期了',
  '统计一下谁还没吃饭',
  '统计局来电话了',
  '今天查了3辆共享单车',
  '别退单',
  '128先别退单',
  '128能不能退单?',
  '确实倒退了',
  '#接龙\n中秋聚餐\n1. 小王',
  '盯一下孩子作业',
])('ordinary talk: %s', (text) => expect(verbs(text, 'deputy')).toBe(''))

test('a verb that a command carries out is no longer to come', () => {
  expect(toComeFor('officer', [{ verb: 'merge' }]).map(({ verb }) => verb)).not.toContain('merge')
})
