import { expect, test } from 'vitest'
import { openFile } from '../support/records.ts'
import { tells } from '../support/tells.ts'
import { openWorld, type World } from '../support/world.ts'

const POLITE = '你好,我是接诉即办小管家,只在工作群里帮忙。需要使用请联系本单位管理员授权。'
const PROVE = '收到。名单上有你的话,会请负责人通过;负责人、专班、局领导请向管理员要口令,回「验证 口令」。'

/** Everything ever said to a contact. */
const heardBy = (world: World, id: string) => world.wechat.heard(id).map(({ text }) => text)

/** A friend of the bot who is in none of its rooms. */
function stranger(world: World, id: string): string {
  world.wechat.contact({ id, name: '张局长', friend: true })
  return id
}

test('a hundred messages of a stranger are answered with one polite line a day, and none of their words are kept', async () => {
  await using world = await openWorld({ orders: true })
  const id = stranger(world, 'wxid_stranger')
  const asked = ['101', '#101', '过程 101', '待领', '成绩', '查 老灶火锅', '领哨 101', '联系方式 101', '帮助', '999']
  const words = Array.from({ length: 100 }, (_, i) => asked[i] ?? `芳城园二区${i}号楼底商油烟大,开不了窗`)
  const last = words.map((text) => world.wechat.say({ as: id, text })).at(-1) as string
  await world.bot.handled(last)
  await world.bot.settled()
  await world.quiet()
  expect(heardBy(world, id)).toEqual([POLITE])

  await world.advance('11-24 10:00')
  await tells(world, id, { text: '101' })
  await tells(world, id, { text: '你好' })
  await tells(world, id, { text: '【机密】某某方案' })
  expect(heardBy(world, id)).toEqual([POLITE, POLITE])
  expect(world.bot.store.books.cases.find(102)).toBeUndefined()
  for (const name of ['孙悦', '赵蕾']) expect(world.heard(name).join()).not.toMatch(/机密|张局长/)
  expect(keptOf(world, id)).toEqual([])
})

test('a stranger may prove themselves, and learns nothing by trying: one answer for every name, five tries a day', async () => {
  await using world = await openWorld({ orders: true })
  const id = stranger(world, 'wxid_stranger')
  for (const text of ['我是 高明', '我是 李强 执法一队', '我是 谁也不是\n101'])
    expect(await tells(world, id, { text })).toEqual([PROVE])
  expect(await tells(world, id, { text: '验证 ABCD2345' })).toEqual(['口令不对或已过期。请向管理员再要一个。'])
  expect(await tells(world, id, { text: '绑定管理员 ABCD2345' })).toEqual([expect.stringMatching(/^口令不对/)])
  expect(await tells(world, id, { text: '绑定管理员 DRILL-2026' })).toEqual([POLITE])
  expect(await tells(world, id, { text: '我是 高明' })).toEqual([])
  expect(world.bot.store.books.people.holders('admin')).toHaveLength(1)
  await world.advance('11-24 10:00')
  expect(await tells(world, id, { text: '绑定管理员 DRILL-2026' })).toEqual([expect.stringMatching(/^你已是管理员/)])
  expect(keptOf(world, id)).toEqual([])
})

test('a member of a bound room whom nobody has proved may report and ask for their street, and no more', async () => {
  await using world = await openWorld({ orders: true })
  world.wechat.contact({ id: 'wxid_xiaoma', name: '小马', friend: true })
  const says = async (text: string) => (await tells(world, 'wxid_xiaoma', { text })).join('\n')
  expect(await says('101')).toMatch(/^#101 待领哨/)
  expect(await says('待领')).toMatch(/^待领1件/)
  expect(await says('成绩')).toMatch(/^【成绩】/)
  expect(await says('领哨 101')).toBe('「领哨」由队员、监测员、负责人、街镇管家来做。需要的话请联系管理员授权。')
  expect(await says('联系方式 101')).toMatch(/^「联系方式」由.*来做。/)
  expect(await says('方庄街道芳城园二区3号楼底商油烟大,开不了窗')).toMatch(/#102/)
  await world.says('赵蕾', 'private', '成寿寺街道四方景园5号楼底商油烟大,开不了窗')
  expect(await says('103')).toBe('#103 不归你所在的街镇或单位。请到它所属的街镇群说,或联系专班。')
})

test('an official account is not answered, in private or in a room', async () => {
  await using world = await openWorld({ orders: true })
  world.wechat.contact({ id: 'gh_news', name: '丰台发布', friend: true, official: true })
  expect(await tells(world, 'gh_news', { text: '101' })).toEqual([])
  expect(await tells(world, 'gh_news', { text: '芳古园一区12号楼底商油烟大', room: 'fangzhuang@chatroom' })).toEqual([])
  expect(world.heard('方庄群')).toEqual([])
  expect(world.bot.store.books.cases.find(102)).toBeUndefined()
})

/** Messages of a contact whose words still stand. */
function keptOf(world: World, id: string): unknown[] {
  const file = openFile(world, { readonly: true })
  try {
    return file
      .prepare('select i.id from inbox i join people p on p.id = i.person where p.contact = ? and i.sealed is not null')
      .all(id)
  } finally {
    file.close()
  }
}
