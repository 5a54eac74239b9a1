import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

// A handful of the cells of test/commands/rights.txt, said in WeChat: the reason and the next step, in a sentence.
test.each([
  ['小刘', '方庄群', '领哨 101', '「领哨」由队员、监测员、负责人、街镇管家来做。需要的话请联系管理员授权。'],
  ['周敏', '方庄群', '督办 101 周五前', '#101 督办由局领导定。你可以回「催 101」,我私信提醒承办人。'],
  ['李强', '成寿寺群', '领哨 101', '#101 不在本群范围。可私聊我回「101」,或到它所属的街镇群说。'],
  ['何涛', '全区群', '认领 101', '#101 在方庄街道,成寿寺街道的管家不能认领。请方庄街道管家或执法队、科室来领。'],
  ['陈曦', '全区群', '作废 101 报重了', '#101 是赵蕾报的,还没人领。请联系赵蕾或专班;要领回「领哨 101」。'],
  ['王磊', '方庄群', '吹哨 101 执法一队 应急', /^#101 吹哨由本街镇管家、街镇负责人或专班来吹。/],
  ['高明', '局领导群', '平台批复 101 同意', '「平台批复」由专班来做。您可以回「催 101」,我提醒承办人。'],
  ['田原', 'private', '同意 101', '「同意」由负责人、专班、分管领导来做。您可以回「催 101」,我提醒承办人。'],
  ['孙悦', 'private', '派给 101 李强', '「派给」由负责人、专班来做。需要的话请联系管理员授权。'],
  ['李强', '方庄群', '回复稿 101', '「回复稿」请私聊我说。'],
  ['周敏', '全区群', '静音 2小时', '「静音」由全区群的管家、负责人、专班来做。需要的话请联系管理员授权。'],
] as const)('%s in %s says 「%s」', async (who, where, text, answer) => {
  await using world = await openWorld({ orders: true })
  await world.says(who, where, text)
  const heard = world.heard(where === 'private' ? who : where)
  expect(heard).toEqual([typeof answer === 'string' ? answer : expect.stringMatching(answer)])
  expect(world.bot.store.books.cases.log(101).map(({ event }) => event.kind)).toEqual(['registered'])
})

test('a city–district room takes in and undoes; everything else is asked for elsewhere', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('孙悦', '新来的群', '绑定 市区')
  world.heard('新来的群')
  const say = async (who: string, text: string) => {
    await world.says(who, '新来的群', text)
    return world.heard('新来的群').join('\n')
  }
  expect(await say('小马', '芳城园二区3号楼底商油烟大,开不了窗')).toMatch(/^#102 已转方庄群/)
  expect(await say('陈曦', '@小管家 102')).toBe('本群只登记来件。「查件」请私聊我说,或到街镇群、单位群说。')
  expect(await say('陈曦', '我的')).toBe('本群只登记来件。「我的」请私聊我说,或到街镇群、单位群说。')
  expect(await say('小马', '撤销')).toMatch(/^已撤销:#102/)
})

test('「我的」 in a room lists that room’s cases, and how many there are besides', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('赵蕾', 'private', '成寿寺街道四方景园5号楼底商油烟大,开不了窗')
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '成寿寺群', '领哨 102')
  world.heard('方庄群')
  for (const [word, head] of [
    ['我的', '你在办1件:'],
    ['今天跑', '今天1件:'],
  ] as const) {
    await world.says('李强', '方庄群', word)
    const heard = world.heard('方庄群').join('\n')
    expect(heard.startsWith(head)).toBe(true)
    expect(heard).not.toContain('#102')
    expect(heard).toContain(`另有1件不在本群范围,私聊我回「${word}」看。`)
  }
})
