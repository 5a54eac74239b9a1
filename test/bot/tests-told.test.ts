import { expect, test } from 'vitest'
import { instant } from '../../domain/time/wall.ts'
import { openTalk, type Talk } from '../support/talk.ts'

function claimed(): Talk {
  const talk = openTalk()
  talk.says(
    '赵蕾',
    'private',
    '【工单编号】202611220101\n【地址】方庄街道芳古园一区11号楼\n【反映内容】油烟大\n【诉求人】王女士\n【联系电话】13800001234\n【处理时限】7天',
  )
  talk.says('李强', '方庄群', '领哨 101')
  talk.says('李强', '方庄群', '101 已联系')
  talk.says('李强', '方庄群', '101 到场 净化器滤芯堵塞')
  return talk
}

test('办结 names what is missing, and by which test it closes: what was found first and last, with the standard', () => {
  using talk = claimed()
  const says = (words: string) => talk.says('李强', '方庄群', words).find((each) => each.startsWith('#101')) ?? ''
  says('检测 101 昨天中午十二点采的 油烟1.6 颗粒物3.2')
  expect(says('办结 101')).toMatch(/^#101 还不能办结:差处置、回访、平台回复。/)
  says('检测 101 油烟1.2')
  says('101 整改完 更换净化器滤芯')
  says('复测 101 油烟0.6')
  expect(says('办结 101')).toMatch(/^#101 还不能办结:差回访、平台回复。/)
  talk.says('赵蕾', 'private', '101 回访 已解决 满意')
  talk.says('赵蕾', 'private', '已回复 101')
  expect(says('办结 101')).toBe(
    '#101 已办结:已解决。检测(共3次):11月22日油烟1.6mg/m³ 超标0.6倍、颗粒物3.2mg/m³ 达标;11月23日油烟0.6mg/m³ 达标(DB11/1488-2018)。',
  )
  const [draft = ''] = talk.says('赵蕾', 'private', '回复稿 101')
  const text = draft.split('\n').slice(1).join('\n')
  expect(text).toContain('11月22日检测油烟1.6mg/m³,超过DB11/1488-2018限值1;颗粒物3.2mg/m³,符合DB11/1488-2018限值5')
  expect(text).toContain('11月23日检测油烟0.6mg/m³,符合DB11/1488-2018限值1(以监测报告为准)。')
  expect(text.length).toBeLessThanOrEqual(300)
  expect(text).not.toMatch(/王|1380000/)
})

test('a test that is taken back does not close a case, nor does it stand in what is said', () => {
  using talk = claimed()
  const says = (words: string) => talk.says('李强', '方庄群', words).find((each) => each.startsWith('#101')) ?? ''
  says('检测 101 油烟16')
  says('撤销')
  talk.now += 60_000
  expect(says('办结 101')).toMatch(/差检测/)
  says('检测 101 油烟0.6')
  for (const words of ['101 整改完 换了滤芯', '101 回访 已解决 满意', '已回复 101']) talk.says('赵蕾', 'private', words)
  says('101 整改完 换了滤芯')
  expect(says('办结 101')).not.toContain('16')
})

test('不宜检测 stands where the lead agreed, and a test without a figure says so', () => {
  using talk = claimed()
  const says = (words: string) => talk.says('李强', '方庄群', words).find((each) => each.startsWith('#101')) ?? ''
  says('101 不宜检测 店铺已停业')
  talk.says('王磊', 'private', '同意 101')
  says('101 整改完 已停业')
  talk.says('赵蕾', 'private', '101 回访 已解决 满意')
  talk.says('赵蕾', 'private', '已回复 101')
  expect(says('办结 101')).toBe('#101 已办结:已解决。检测:不宜检测(负责人已同意)。')
})

test('what is missing is asked once, the answer completes the test, and the time said decides', () => {
  using talk = openTalk(instant('2026-11-24', '09:30'))
  talk.says('小刘', '方庄群', '芳群园四区12号楼楼下KTV音响吵')
  const says = (words: string) => talk.says('李强', '方庄群', words).find((each) => each.startsWith('#101')) ?? ''
  says('领哨 101')
  const asked = says('检测 101 昨晚十一点半测 52.3')
  expect(asked).toMatch(/^#101 夜间 52\.3,无法判定\n/)
  expect(asked.match(/请补/g)).toHaveLength(1)
  expect(asked).toMatch(/请补:类别、背景值,回「检测 101 …」/)
  expect(says('检测 101 2类 背景41')).toMatch(
    /^#101 夜间 2类 52\.3 背景41:差11\.3≈11,不修正 → 52\.3≈52,限值50,超标2 dB\(A\)\nGB 22337-2008/,
  )
  expect(says('昨天下午两点测的 58.2 2类')).toMatch(/^#101 昼间 2类 58\.2≈58,限值60,达标/)
})

test('what was asked for may be answered by a word without a figure; alone it is no test', () => {
  using talk = claimed()
  const says = (words: string) => talk.says('李强', '方庄群', words).at(-1) ?? ''
  expect(says('检测 101 频发')).toMatch(/^还差检测值/)
  expect(says('检测 101 厂界 2类 夜间 Lmax 63')).toMatch(/请补:频发还是偶发,回「检测 101 …」/)
  expect(says('检测 101 频发')).toMatch(/^#101 夜间频发最大声级 夜间 2类 63,限值60,超标3 dB\(A\)/)
  expect(says('检测 101 PM2.5 61')).toMatch(/请补:小时值还是日均值/)
  expect(says('检测 101 日均')).toMatch(/^#101 PM2\.5 日均值 二级 61 μg\/m³,限值60,超标0\.02倍/)
})

test.each([
  ['检测 101 油烟1.2 非甲烷总烃 8.5 颗粒物 3', /^#101 油烟 1\.2 mg\/m³,限值1,超标0\.2倍;非甲烷总烃 8\.5/],
  ['检测 101 油烟1600', /1600 mg\/m³ 不像真值,是不是 1600 μg\/m³\?/],
  ['检测 101 油烟 1600微克/立方米', /^#101 油烟 1\.6 mg\/m³,限值1,超标0\.6倍/],
  ['101 复测 油烟0.6', /^#101 油烟 0\.6 mg\/m³,限值1,达标/],
  ['监测报告出来了 油烟0.6', /^#101 油烟 0\.6 mg\/m³,限值1,达标/],
  ['昨天采的样 油烟0.6 颗粒物3.2', /^#101 油烟 0\.6 mg\/m³,限值1,达标;颗粒物 3\.2/],
  ['101 检测 臭气浓度<10 <10 12', /^#101 臭气浓度 二级-新扩改建 <10,限值20,达标/],
  ['检测 101:COD 45 氨氮2.1 总磷0.3 Ⅳ类', /^#101 化学需氧量 IV类 45 mg\/L,限值30,超标0\.5倍;氨氮/],
])('「%s」', (words, answer) => {
  using talk = claimed()
  expect(talk.says('李强', '方庄群', words)[0]).toMatch(answer)
})

test('a corrected test takes the place of the one that was wrong, which stays in the timeline', () => {
  using talk = openTalk()
  talk.says('小刘', '方庄群', '芳群园四区12号楼楼下KTV音响吵')
  const says = (words: string) => talk.says('李强', '方庄群', words).find((each) => each.startsWith('#101')) ?? ''
  says('领哨 101')
  says('101 到场')
  says('检测 101 夜间 2类 56.1 背景40')
  expect(says('101 检测值写错了,应该是51.6')).toMatch(
    /^#101 夜间 2类 51\.6 背景40:差11\.6≈12,不修正 → 51\.6≈52,限值50,超标2/,
  )
  expect(says('检测 101 更正 夜间 2类 50.4 背景40')).toMatch(/^#101 夜间 2类 50\.4 背景40:.*达标/)
  expect(talk.says('李强', '方庄群', '更正 101 检测 50.2')[0]).toMatch(/检测 101 更正/)
  expect(says('过程 101')).toMatch(/检测:夜间 2类 56\.1.*超标.*检测\(代前次\):.*51\.6.*检测\(代前次\):/s)
  says('101 整改完 调低音量')
  expect(says('办结 101')).toBe('#101 已办结:已解决。检测:11月23日夜间社会生活噪声49dB(A) 达标(GB 22337-2008)。')
})

test.each([
  [
    '芳城园二区8号楼 地下室酒吧夜间音乐噪声扰民',
    '刚测的数 56.1 背景48.2 夜间2类',
    /^#101 夜间 2类 56\.1 背景48\.2:.*超标5/,
  ],
  ['芳城园二区8号楼 地下室酒吧夜间音乐噪声扰民', '噪声56.1 背景48.2 夜间2类', /^#101 夜间 2类 56\.1 背景48\.2/],
  ['芳城园二区8号楼 地下室酒吧夜间音乐噪声扰民', '56.1 背景48.2 夜间 2类 超了没', /^#101 夜间 2类 56\.1 背景48\.2/],
  ['芳城园二区8号楼 地下室酒吧夜间音乐噪声扰民', '101 56.1 背景48.2', /^#101 56\.1 背景48\.2,无法判定/],
  ['芳城园二区8号楼 地下室酒吧夜间音乐噪声扰民', '夜间56.1 超了吗', /^#101 夜间 56\.1,无法判定/],
  ['芳古园一区11号楼底商 老灶火锅晚间排油烟', '油烟快检 1.6', /^#101 油烟 1\.6 mg/],
  ['芳古园一区11号楼底商 老灶火锅晚间排油烟', '101油烟测了,1.6', /^#101 油烟 1\.6 mg/],
  ['芳古园一区11号楼底商 老灶火锅晚间排油烟', '油烟测了 1.6 超了', /^#101 油烟 1\.6 mg/],
  [
    '芳古园一区11号楼底商 老灶火锅晚间排油烟',
    '三项检测:油烟0.6 颗粒物3.2 非甲烷总烃6',
    /^#101 油烟 0\.6 .*颗粒物 3\.2/,
  ],
  ['芳古园一区11号楼底商 老灶火锅晚间排油烟', '居民反映油烟检测结果1.6', undefined],
  ['芳古园一区11号楼底商 老灶火锅晚间排油烟', '油烟1.0是限值', undefined],
  ['芳城园二区8号楼 地下室酒吧夜间音乐噪声扰民', '二类区夜间标准50分贝,昼间60', undefined],
  ['芳城园二区8号楼 地下室酒吧夜间音乐噪声扰民', '昼间60夜间50是2类标准', undefined],
  ['芳城园二区8号楼 地下室酒吧夜间音乐噪声扰民', '101 背景音乐20点停', undefined],
  [
    '芳古园一区11号楼底商 老灶火锅晚间排油烟',
    '101 检测报告已出,油烟0.6 颗粒物3.2 均达标',
    /^#101 油烟 0\.6 .*颗粒物 3\.2/,
  ],
  ['方庄路凉水河边排污口有黑水直排 河水发臭', '水样结果 COD45 氨氮2.1', /^#101 化学需氧量 V类 45 mg\/L/],
])('within four hours of the claim, %s: 「%s」', (report, words, answer) => {
  using talk = openTalk()
  talk.says('小刘', '方庄群', report)
  talk.says('李强', '方庄群', '领哨 101')
  talk.now += 3_600_000
  const [heard] = talk.says('李强', '方庄群', words)
  if (answer) expect(heard).toMatch(answer)
  else expect(heard).toBeUndefined()
})

test.each([
  ['101 整改完 换了净化器 复测油烟0.6', /^#101 已记(?:处置、检测|检测、处置)[^\n]*\n油烟 0\.6 mg\/m³,限值1,达标/],
  ['101 复测油烟0.6 整改完 换了净化器', /^#101 已记检测、处置[^\n]*\n油烟 0\.6 mg/],
  ['101 整改完 换了净化器 复测油烟', /还不能处置完成:差检测/],
])('what is told first may need what is told behind it: 「%s」', (words, answer) => {
  using talk = openTalk()
  talk.says('小刘', '方庄群', '芳古园一区11号楼底商 老灶火锅晚间排油烟')
  for (const said of ['领哨 101', '101 到场']) talk.says('李强', '方庄群', said)
  expect(talk.says('李强', '方庄群', words).find((each) => each.startsWith('#101'))).toMatch(answer)
})

test.each([
  ['夜间 2类 56.1', '背景48.2'],
  ['夜间 2类 56.1', '101 背景值是48.2分贝'],
  ['夜间 56.1 背景48.2', '101 2类'],
  ['夜间 2类 56.1 背景42', '背景写错了 是48.2'],
  ['夜间 2类 58 背景48.2', '刚才写错了 应该是56.1'],
])('检测 101 %s is completed by 「%s」', (first, then) => {
  using talk = openTalk()
  talk.says('小刘', '方庄群', '芳城园二区8号楼 地下室酒吧夜间音乐噪声扰民')
  talk.says('李强', '方庄群', '领哨 101')
  talk.says('李强', '方庄群', `检测 101 ${first}`)
  talk.now += 60_000
  expect(talk.says('李强', '方庄群', then)[0]).toMatch(
    /^#101 夜间 2类 56\.1 背景48\.2:差7\.9≈8,修正−1 → 55\.1≈55,限值50,超标5/,
  )
})
