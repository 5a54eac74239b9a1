import { expect, test } from 'vitest'
import { logOf } from '../support/records.ts'
import { openWorld, type World } from '../support/world.ts'

const KNOWN = '芳古园一区11号楼楼下烧烤冒烟'
const AGAIN = '芳古园一区11号楼油烟又来了,味儿特别大'

/** #101 is open and claimed; somebody talks about it. */
async function talkOfKnown(): Promise<World> {
  const world = await openWorld()
  await world.says('小刘', '方庄群', KNOWN)
  await world.says('李强', '方庄群', '领哨 101')
  await world.advance('11-23 09:45')
  for (const where of ['方庄群', '李强', '周敏']) world.heard(where)
  await world.says('周敏', '方庄群', AGAIN)
  expect(world.heard('方庄群')).toEqual(['像是#101(办理中)。补充回「101」,新的一件回「新件」。'])
  expect(world.bot.store.books.cases.all()).toHaveLength(1)
  return world
}

test('talk about a known case opens nothing; answered with its number it is a supplement', async () => {
  await using world = await talkOfKnown()
  await world.says('周敏', '方庄群', '101')
  expect(world.heard('方庄群')).toEqual(['#101 已记补充。'])
  expect(logOf(world, 101).at(-1)).toBe('noted')
  expect(world.heard('李强').join()).toContain('有新的补充')
  await world.advance('11-23 10:00')
  expect(logOf(world, 101).filter((kind) => kind === 'noted')).toHaveLength(1)
})

test('answered with 「新件」, in private too, it is registered as it was said', async () => {
  await using world = await talkOfKnown()
  await world.says('周敏', 'private', '新件')
  expect(world.heard('方庄群')[0]).toMatch(/^#102 待领哨｜/)
  expect(world.bot.store.books.cases.find(102)).toMatchObject({
    reportedBy: world.bot.store.books.cases.find(102)?.reportedBy,
    street: '方庄街道',
  })
  await world.advance('11-23 10:00')
  expect(logOf(world, 101)).not.toContain('noted')
})

test('silence leaves a note on the case after ten minutes', async () => {
  await using world = await talkOfKnown()
  await world.advance('11-23 09:54')
  expect(logOf(world, 101)).not.toContain('noted')
  await world.advance('11-23 09:56')
  expect(logOf(world, 101).at(-1)).toBe('noted')
  expect(world.heard('方庄群')).toEqual([])
  await world.says('周敏', '方庄群', '新件')
  expect(world.bot.store.books.cases.all()).toHaveLength(1)
})

test('only who was asked can answer', async () => {
  await using world = await talkOfKnown()
  await world.says('小刘', '方庄群', '1')
  await world.says('小刘', '方庄群', '新件')
  expect(world.heard('方庄群')).toEqual([])
  expect(world.bot.store.books.cases.all()).toHaveLength(1)
})

test('taken back, it leaves nothing', async () => {
  await using world = await openWorld()
  await world.says('小刘', '方庄群', KNOWN)
  const message = await world.says('周敏', '方庄群', AGAIN)
  await world.bot.handled(world.wechat.recall(message))
  await world.advance('11-23 10:00')
  expect(logOf(world, 101)).toEqual(['registered'])
})

test.each([
  ['another building', '芳古园一区12号楼油烟特别大'],
  ['another nuisance', '芳古园一区11号楼楼下工地后半夜打桩,噪声大'],
  ['another compound', '芳城园二区11号楼油烟特别大'],
])('%s is a new case', async (_what, text) => {
  await using world = await openWorld()
  await world.says('小刘', '方庄群', KNOWN)
  await world.says('周敏', '方庄群', text)
  expect(world.bot.store.books.cases.all()).toHaveLength(2)
})

test('an order of the platform, and what is urgent, are registered at once', async () => {
  await using world = await openWorld()
  await world.says('小刘', '方庄群', KNOWN)
  await world.says(
    '赵蕾',
    'private',
    '【工单编号】202611220107\n【地址】方庄街道芳古园一区11号楼\n【反映内容】烧烤油烟大\n【处理时限】7天',
  )
  expect(world.bot.store.books.cases.all()).toHaveLength(2)
  await world.says('周敏', '方庄群', '芳古园一区11号楼烧烤店液化气泄漏,有人头晕呕吐,油烟味刺鼻')
  expect(world.bot.store.books.cases.all()).toHaveLength(3)
})
