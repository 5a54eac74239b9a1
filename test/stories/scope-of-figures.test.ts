import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { openTalk } from '../support/talk.ts'
import { openWorld } from '../support/world.ts'

test('what is not in one’s range is refused, not counted as nothing', () => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', order({ place: '成寿寺街道四方景园三区5号楼' }))
  for (const text of ['三句话 成寿寺', '成绩 成寿寺', '统计 油烟 本周 成寿寺'])
    expect(talk.says('小刘', 'private', text)[0]).toBe('成寿寺街道不在你的范围,看不了。需要的话请问专班,或在全区群说。')
  expect(talk.says('小刘', 'private', '成绩 执法一队')[0]).toContain('执法一队不在你的范围')
  expect(talk.says('小刘', 'private', '三句话 方庄')[0]).toContain('方庄在办0件')
  for (const who of ['李强', '赵蕾', '高明']) {
    expect(talk.says(who, 'private', '三句话 成寿寺')[0]).toContain('成寿寺在办1件')
    expect(talk.says(who, 'private', '成绩 执法一队')[0]).toContain('【成绩】')
  }
})

test('the three weights never make more than a hundred, and less is named', () => {
  using talk = openTalk()
  const set = (text: string) => talk.says('孙悦', 'private', text)[0]
  expect(set('设置 综合:解决率权重 90%')).toContain('三项权重合计不超过100%(这样是140%),先把另一项调低')
  expect(set('设置 综合:解决率权重 40%')).toContain('三项权重合计90%,还差10%,请把另一项调高。')
  expect(set('设置 综合:响应率权重 20%')).not.toContain('合计')
})

test('a place of an older list that was answered says so', () => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', order())
  talk.says('李强', '方庄群', '领哨 101')
  talk.says('李强', '方庄群', '剔除 101 诉求人要求赔偿')
  talk.says('李强', '方庄群', '挂账 101 等市政管网改造')
  talk.says('高明', 'private', '待批')
  talk.says('高明', 'private', '同意 1')
  expect(talk.says('高明', 'private', '同意 1')[0]).toBe('#101 「剔除」已经答复过了。还有没定的回「待批」看。')
  expect(talk.says('高明', 'private', '同意 2').at(-1)).toContain('「挂账」已同意报平台')
})

test('nobody reads 「建议重办」 on Monday of what was opened again on Sunday', async () => {
  await using world = await openWorld({ orders: true })
  for (const text of ['领哨 101', '101 已联系', '101 到场', '检测 101 油烟0.6', '101 整改完', '101 回访 已解决 满意'])
    await world.says('李强', '方庄群', text)
  await world.says('赵蕾', 'private', '已回复 101')
  await world.says('李强', '方庄群', '办结 101')
  await world.advance('11-29 09:30')
  await world.says('赵蕾', 'private', '市回访 101 未解决 不满意')
  world.heard('王磊')
  await world.says('王磊', 'private', '重办 101 市里回访不满意')
  await world.advance('11-30 10:00')
  expect(world.heard('王磊').join('\n')).not.toContain('建议重办')
})
