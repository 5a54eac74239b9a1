import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jpeg, png } from '../support/pictures.ts'
import { openWorld, type World } from '../support/world.ts'

const THREE = ['芳古园一区11号楼楼下烧烤冒烟', '芳城园二区8号楼工地后半夜打桩', '芳星园三区20号楼门口污水横流']

/** Three open cases of 小刘's, reported an hour ago. */
async function threeCases(): Promise<World> {
  const world = await openWorld({ at: '2026-11-23T09:00:00+08:00' })
  for (const text of THREE) await world.says('小刘', '方庄群', text)
  await world.advance('11-23 10:00')
  expect(world.bot.store.books.cases.open().map(({ no }) => no)).toEqual([101, 102, 103])
  for (const where of ['小刘', '方庄群']) world.heard(where)
  return world
}

/** Somebody sends pictures: one message each, as in WeChat. */
async function sends(world: World, who: string, where: string, pictures: Buffer[], kind = 'jpg'): Promise<string[]> {
  const ids: string[] = []
  for (const [i, bytes] of pictures.entries())
    ids.push(await world.says(who, where, '', { files: [{ name: `${i}.${kind}`, bytes }], text: undefined as never }))
  return ids
}

const some = (count: number) => Array.from({ length: count }, (_, i) => jpeg({ seed: i + 1 }))
const photosOf = (world: World, no: number) => world.bot.store.books.cases.find(no)?.photos ?? []

test('pictures sent beside three open cases are asked about once, in private, and the answer puts them there', async () => {
  await using world = await threeCases()
  await sends(world, '小刘', '方庄群', some(9))
  await world.advance('11-23 10:09')
  expect(world.heard('小刘')).toEqual([])
  await world.advance('11-23 10:11')
  expect(world.heard('小刘')).toEqual([
    '9张照片归哪件?1 #101 芳古园一区11号楼楼下 2 #102 芳城园二区8号楼工地 3 #103 芳星园三区20号楼门口\n10分钟内回序号或编号,都不是回「新件」。',
  ])
  expect(world.heard('方庄群')).toEqual([])
  await world.says('小刘', 'private', '2')
  await world.advance('11-23 10:12')
  expect(photosOf(world, 102)).toHaveLength(9)
  expect(world.heard('方庄群')).toEqual(['#102 已存9张照片。'])
  await world.says('小刘', '方庄群', '1')
  await world.advance('11-23 10:30')
  expect([...world.heard('小刘'), ...world.heard('方庄群')]).toEqual([])
})

test.each([
  ['方庄群', '103', 103],
  ['private', '#101', 101],
])('the question about pictures is answered in %s with 「%s」', async (where, answer, no) => {
  await using world = await threeCases()
  await sends(world, '小刘', '方庄群', some(2))
  await world.advance('11-23 10:11')
  await world.says('小刘', where, answer)
  expect(photosOf(world, no)).toHaveLength(2)
})

test('pictures of a new case go to the next report', async () => {
  await using world = await threeCases()
  await sends(world, '小刘', '方庄群', some(2))
  await world.advance('11-23 10:11')
  world.heard('小刘')
  await world.says('小刘', 'private', '新件')
  expect(world.heard('小刘')).toEqual(['好,请接着发新件的地址和问题,2张照片会一起归入。'])
  await world.says('小刘', '方庄群', '芳群园四区12号楼底商油烟直排')
  expect(photosOf(world, 104)).toHaveLength(2)
})

test('nine pictures of the case just named are one acknowledgement, ten seconds after the last', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  world.heard('方庄群')
  for (const picture of some(9)) {
    await sends(world, '李强', '方庄群', [picture])
    await world.advance(new Date(world.clock.now() + 5_000).toISOString())
  }
  expect(world.heard('方庄群')).toEqual([])
  await world.advance(new Date(world.clock.now() + 10_000).toISOString())
  expect(world.heard('方庄群')).toEqual(['#101 已存9张照片。'])
  await sends(world, '李强', '方庄群', [jpeg({ seed: 10 })])
  await world.advance(new Date(world.clock.now() + 10_000).toISOString())
  expect(world.heard('方庄群')).toEqual(['#101 已存1张照片。'])
  expect(photosOf(world, 101)).toHaveLength(10)
  await world.says('李强', '方庄群', '过程 101')
  expect(world.heard('方庄群')[0]).toMatch(/存照片或文件10份\(李强\)/)
  expect(world.bot.store.books.cases.verify().brokenAt).toBeUndefined()
})

test('a picture before its text waits for it', async () => {
  await using world = await openWorld()
  await sends(world, '小刘', '方庄群', some(1))
  await world.advance('11-23 09:36')
  await world.says('小刘', '方庄群', '芳古园一区11号楼楼下烧烤冒烟')
  expect(photosOf(world, 101)).toHaveLength(1)
  await world.advance('11-23 09:50')
  expect(world.heard('方庄群').at(-1)).toBe('#101 已存1张照片。')
})

test('two cases named: the sender is asked at once', async () => {
  await using world = await threeCases()
  await world.says('小刘', '方庄群', '101')
  await world.says('小刘', '方庄群', '103')
  await sends(world, '小刘', '方庄群', some(1))
  await world.advance(new Date(world.clock.now() + 20_000).toISOString())
  expect(world.heard('小刘')[0]).toMatch(/^1张照片归哪件\?1 #101 芳古园.* 2 #103 芳星园/)
})

test('who is no friend of the bot is asked in the room', async () => {
  await using world = await openWorld()
  await world.says('小马', '方庄群', '芳古园一区11号楼楼下烧烤冒烟')
  await world.advance('11-23 10:00')
  world.heard('方庄群')
  await sends(world, '小马', '方庄群', some(1))
  await world.advance('11-23 10:11')
  expect(world.heard('方庄群')[0]).toMatch(/^@小马\u2005 ?1张照片归哪件\?1 #101 /)
})

test('a picture that does not come in five tries is asked for again, once', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  world.heard('方庄群')
  world.wechat.switches.downloads = 'refuse'
  await sends(world, '李强', '方庄群', some(2))
  await world.advance('11-23 09:50')
  expect(world.heard('方庄群')).toEqual([])
  await world.advance('11-23 10:00')
  expect(world.heard('方庄群')).toEqual(['#101 有2张照片没有收到,请再发一次。'])
  world.wechat.switches.downloads = 'answer'
  await sends(world, '李强', '方庄群', some(2))
  await world.advance('11-23 10:05')
  expect(photosOf(world, 101)).toEqual([])
  await world.says('李强', '方庄群', '照片是101的')
  expect(photosOf(world, 101)).toHaveLength(2)
})

test('a picture that failed twice still comes', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  world.wechat.switches.downloads = 'refuse'
  await sends(world, '李强', '方庄群', some(1))
  await world.advance('11-23 09:31')
  world.wechat.switches.downloads = 'answer'
  await world.advance('11-23 09:35')
  expect(photosOf(world, 101)).toHaveLength(1)
})

test('what is kept of a picture is sealed, stripped, and knows where it was taken', async () => {
  await using world = await openWorld({ orders: true })
  const at = { latitude: 39.86512, longitude: 116.42731 }
  await world.says('李强', '方庄群', '领哨 101')
  await sends(world, '李强', '方庄群', [jpeg({ at, comment: '张三家' })])
  const [id = 0] = photosOf(world, 101)
  expect(world.bot.store.books.files.find(id)).toMatchObject({ ...at, stripped: true, state: 'stored', no: 101 })
  const bytes = world.bot.store.disk.read(id)
  expect(bytes?.subarray(0, 2).toString('hex')).toBe('ffd8')
  expect(bytes?.includes(Buffer.from('张三家'))).toBe(false)
  const [name = ''] = readdirSync(join(world.dataDir, 'files'))
  const sealed = readFileSync(join(world.dataDir, 'files', name))
  expect(sealed.includes(Buffer.from('JFIF'))).toBe(false)
})

test('chatter is forgotten after a day: nothing of its pictures is left', async () => {
  await using world = await openWorld()
  await sends(world, '小刘', '方庄群', [png('x')], 'png')
  await sends(world, '孙悦', '新来的群', [png()], 'png')
  expect(readdirSync(join(world.dataDir, 'files'))).toHaveLength(1)
  await world.advance('11-24 09:40')
  expect(readdirSync(join(world.dataDir, 'files'))).toEqual([])
  expect(world.bot.store.books.files.ids().size).toBe(0)
  expect([...world.allHeard('小刘'), ...world.allHeard('新来的群')]).toEqual([])
})

test('the same picture at another case is pointed out to the lead', async () => {
  await using world = await threeCases()
  await world.says('小刘', '方庄群', '101')
  await sends(world, '小刘', '方庄群', some(1))
  await world.advance('11-23 10:15')
  await world.says('小刘', '方庄群', '102')
  world.heard('王磊')
  // Told where and by whom it was taken: what is compared is what is left when that is cut off.
  await sends(world, '小刘', '方庄群', [
    jpeg({ seed: 1, at: { latitude: 39.86, longitude: 116.43 }, comment: '摄于别处' }),
  ])
  expect(world.heard('王磊')).toEqual([
    '#102 芳城园二区8号楼工地:小刘发的照片与#101 芳古园一区11号楼楼下的一张完全相同,请核对。',
  ])
})

test('a voice is asked for as text once a day, in private', async () => {
  await using world = await openWorld()
  const voice = { files: [{ name: '1.silk', bytes: Buffer.from('v') }], text: undefined as never }
  await world.says('小刘', '方庄群', '', voice)
  await world.says('小刘', '方庄群', '', voice)
  expect(world.heard('小刘')).toEqual(['语音我听不到,长按转文字再发。'])
  expect(world.heard('方庄群')).toEqual([])
})

test('a location completes the case just reported without a place', async () => {
  await using world = await openWorld()
  await world.says('小刘', 'private', '楼下烧烤店天天冒烟')
  expect(world.bot.store.books.cases.find(101)?.missing).toEqual(['place'])
  const place = { label: '芳古园一区11号楼', latitude: 39.86, longitude: 116.43 }
  await world.says('小刘', 'private', '', { place, text: undefined as never })
  const c = world.bot.store.books.cases.find(101)
  expect(c).toMatchObject({ missing: [], street: '方庄街道' })
  expect(world.heard('小刘').at(-1)).toBe('#101 已记位置。')
})

test('a late picture on a closed case is kept and reaches its last owner', async () => {
  await using world = await openWorld()
  await world.says('小刘', '方庄群', '芳古园一区11号楼楼下烧烤冒烟')
  await world.says('李强', '方庄群', '领哨 101')
  for (const text of ['101 到场', '101 检测 油烟1.6', '101 整改完 已搬走', '办结 101'])
    await world.says('李强', '方庄群', text)
  expect(world.bot.store.books.cases.find(101)?.state).toBe('closed')
  world.heard('李强')
  await world.says('小刘', '方庄群', '101')
  await sends(world, '小刘', '方庄群', some(3))
  await world.advance('11-23 09:32')
  expect(photosOf(world, 101)).toHaveLength(3)
  expect(
    world
      .heard('李强')
      .join()
      .match(/有新的补充/g),
  ).toHaveLength(1)
})
