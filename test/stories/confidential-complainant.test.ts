import { expect, test } from 'vitest'
import { confirms } from '../support/confirms.ts'
import { sayer } from '../support/sayer.ts'
import { openWorld } from '../support/world.ts'

const ORDER =
  '【工单编号】202611230011\n【地址】方庄街道芳古园一区11号楼底商\n【被反映对象】老灶火锅\n【反映内容】昨晚23:40老灶火锅排油烟\n【诉求人】王女士\n【联系电话】13811110026\n【是否保密】是\n【处理时限】7天'
const NOBODY = '#101 有保密要求,号码不能发给你。确需联系请找承办人李强。'

test('a complainant who asks for confidence: rooms read the community and no hour, the number goes to who first claimed and one of the desk, to the end', async () => {
  await using world = await openWorld()
  const say = sayer(world)
  await confirms(world, ['孙悦', '方庄群', '授权 @周敏 专班'])
  await say('赵蕾', 'private', ORDER)
  expect(world.heard('方庄群').join('\n')).toContain('#101 待领哨｜餐饮油烟｜方庄街道')
  await say('李强', '方庄群', '领哨 101')
  for (const text of ['101', '过程 101', '待领', '查 方庄']) await say('小刘', '方庄群', text)

  for (const who of ['王磊', '陈曦']) expect(await say(who, 'private', '联系方式 101 核对')).toBe(NOBODY)
  expect(await say('李强', 'private', '联系方式 101')).toContain('13811110026')
  expect(await say('赵蕾', 'private', '联系方式 101 平台核对')).toContain('13811110026')
  // One person of the desk, no second.
  expect(await say('周敏', 'private', '联系方式 101 平台核对')).toBe(NOBODY)

  for (const text of [
    '101 已联系 住11号楼,晚上最呛',
    '101 到场',
    '检测 101 油烟0.6',
    '101 整改完 换了净化器',
    '101 回访 已解决 满意',
  ])
    await say('李强', '方庄群', text)
  const trail = await say('小刘', '方庄群', '过程 101')
  expect(trail).toContain('已联系诉求人(李强)')
  expect(trail).not.toMatch(/11号楼|晚上/)
  const draft = await say('赵蕾', 'private', '回复稿 101')
  expect(draft).toContain('换了净化器')
  await say('赵蕾', 'private', '已回复 101')
  expect(await say('李强', '方庄群', '办结 101')).toMatch(/^#101 已办结:已解决。/)

  // Handed to a colleague afterwards it stays with who first claimed it.
  await say('王磊', '方庄群', '重办 101 又有味')
  await say('王磊', '方庄群', '派给 101 @王磊')
  expect(await say('王磊', 'private', '联系方式 101')).toBe(NOBODY)
  await world.advance('11-24 09:00')
  const rooms = ['方庄群', '全区群', '局领导群', '执法一队群'].flatMap((room) => world.allHeard(room)).join('\n')
  for (const secret of ['11号楼', '老灶', '23:40', '王女士', '13811110026']) {
    expect(rooms).not.toContain(secret)
    if (secret !== '11号楼' && secret !== '老灶') expect(draft).not.toContain(secret)
  }
})
