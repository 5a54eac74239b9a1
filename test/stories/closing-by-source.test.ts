import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('a grid case closes without a call, a revisit or a reply, and its reporter hears of it', async () => {
  await using world = await openWorld()
  await world.says('小刘', '方庄群', '芳群园四区12号楼南侧工地后半夜还在打桩')
  for (const text of ['领哨 101', '101 到场 工地已停工', '检测 101 夜间 2类 49.1'])
    await world.says('李强', '方庄群', text)
  world.heard('方庄群')
  await world.says('李强', '方庄群', '101 整改完 责令夜间停工')
  expect(world.heard('方庄群')[0]).toMatch(/^#101 已记处置。都齐了,回「办结 101」/)
  world.heard('小刘')
  await world.says('李强', '方庄群', '办结 101')
  expect(world.heard('方庄群')).toEqual(['#101 已办结:已解决。检测:11月23日夜间施工噪声49dB(A) 待核(GB 12523-2025)。'])
  expect(world.heard('小刘')[0]).toMatch(/^你报的#101 .*已办结:已解决/)
})

test('an anonymous order needs no call and no revisit, but the answer on the platform', async () => {
  await using world = await openWorld()
  await world.says(
    '赵蕾',
    'private',
    '【工单编号】202611230007\n【地址】方庄街道芳城园二区8号楼\n【反映内容】楼下面馆油烟直排\n【联系人】匿名\n【处理时限】7天',
  )
  for (const text of ['领哨 101', '101 到场', '检测 101 油烟0.6', '101 整改完 已清洗净化器'])
    await world.says('李强', '方庄群', text)
  world.heard('方庄群')
  await world.says('李强', '方庄群', '办结 101')
  expect(world.heard('方庄群')[0]).toMatch(/^#101 还不能办结:差平台回复。/)
  await world.says('赵蕾', 'private', '已回复 101')
  await world.says('李强', '方庄群', '办结 101')
  expect(world.bot.store.books.cases.find(101)).toMatchObject({ state: 'closed', result: 'solved' })
})

test('who asks not to be called is not called: 免联系 stands for contact and revisit', async () => {
  await using world = await openWorld({ orders: true })
  for (const text of ['领哨 101', '免联系 101 诉求人要求不再打扰', '101 到场', '检测 101 油烟0.6', '101 整改完'])
    await world.says('李强', '方庄群', text)
  world.heard('方庄群')
  await world.says('李强', '方庄群', '办结 101')
  expect(world.heard('方庄群')[0]).toMatch(/^#101 还不能办结:差平台回复。/)
})

test('three tries at different hours, and the lead agrees to 未接通', async () => {
  await using world = await openWorld({ orders: true })
  for (const text of ['领哨 101', '101 已联系', '101 到场', '检测 101 油烟0.6', '101 整改完', '101 回访 未接通'])
    await world.says('李强', '方庄群', text)
  await world.advance('11-23 14:00')
  await world.says('李强', '方庄群', '101 回访 没人接')
  await world.advance('11-23 19:00')
  world.heard('方庄群')
  await world.says('李强', '方庄群', '101 回访 打不通')
  expect(world.heard('方庄群')[0]).toMatch(/已请负责人同意按「未接通」办结/)
  await world.says('赵蕾', 'private', '已回复 101')
  await world.says('王磊', 'private', '同意 101')
  expect(world.bot.store.books.cases.find(101)).toMatchObject({ state: 'closed', result: 'unreached' })
})
