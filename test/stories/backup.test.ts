import { readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { restoreBackup } from '../../db/restore.ts'
import { openStore, type Store } from '../../db/unit.ts'
import { picture } from '../support/pictures.ts'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

const KEY = Buffer.alloc(32, 7)

test('an administrator asks for a backup in private and reads what was taken; it gives back every case, photo and figure', async () => {
  await using world = await openWorld({ orders: true, backups: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '101 到场', { files: [{ name: 'p.jpg', bytes: picture() }] })
  await world.advance('11-23 09:31')
  await world.says('孙悦', 'private', '备份')
  expect(world.heard('孙悦')).toEqual([
    expect.stringMatching(/^备份好了:2026-11-23-0931\n案件1、照片文件1、\d+ KB,未加密,已打开核对。$/),
  ])
  using restored = given(world, '2026-11-23-0931')
  const { books, disk } = world.bot.store
  expect(restored.store.books.cases.all()).toEqual(books.cases.all())
  expect(restored.store.books.cases.log(101)).toEqual(books.cases.log(101))
  const [photo] = books.files.onDisk()
  expect(restored.store.disk.read(photo!.id)).toEqual(disk.read(photo!.id))
  expect(restored.checks.flatMap(({ faults }) => faults)).toEqual([])
})

test('asked for twice at once it is taken once; who is no administrator is told so', async () => {
  await using world = await openWorld({ backups: true })
  const first = world.wechat.say({ as: 'wxid_sunyue', text: '备份' })
  const second = world.wechat.say({ as: 'wxid_sunyue', text: '备份' })
  await Promise.all([world.bot.handled(first), world.bot.handled(second)])
  await world.bot.settled()
  await world.quiet()
  expect(world.heard('孙悦').join('\n')).toMatch(/已经在备份[\s\S]*备份好了/)
  expect(namesIn(world)).toEqual(['2026-11-23-0930'])
  await world.says('李强', 'private', '备份')
  expect(world.heard('李强')[0]).toMatch(/管理员/)
  expect(namesIn(world)).toHaveLength(1)
})

test('every night one is taken without a word; health and 开通进度 know when', async () => {
  await using world = await openWorld({ orders: true, backups: true })
  expect(await health(world)).toMatchObject({ backupAt: null })
  await world.advance('11-24 02:31')
  await world.bot.settled()
  await world.advance('11-25 08:10')
  await world.bot.settled()
  expect(namesIn(world)).toHaveLength(2)
  expect(world.heard('孙悦').filter((text) => text.includes('备份'))).toEqual([])
  const at = (await health(world)).backupAt
  expect(at).toBe(world.bot.store.books.backups.last()?.at)
  await world.says('孙悦', 'private', '开通进度')
  expect(world.heard('孙悦')[0]).toMatch(/\n上次可用的备份:(今天|昨天)?\d\d:\d\d,\d+ KB。$/)
})

test('a night without a backup is told to the administrator once, by day; mended, 备份 takes one', async () => {
  await using world = await openWorld({ orders: true, backups: true })
  const dir = join(world.dataDir, 'backups')
  writeFileSync(dir, 'a file where the disk should be')
  await world.advance('11-24 02:31')
  await world.bot.settled()
  expect(world.heard('孙悦')).toEqual([])
  await world.advance('11-24 12:00')
  expect(told(world)).toEqual([
    expect.stringMatching(
      /【备份】今天的自动备份没有成功:备份文件夹不在或不能写,请检查磁盘是否挂好。\n还没有可用的备份。处理好后回「备份」。/,
    ),
  ])
  await world.says('孙悦', 'private', '备份')
  expect(told(world)[0]).toMatch(/^备份没有成功:备份文件夹不在/)
  await world.advance('11-25 12:00')
  await world.bot.settled()
  await world.quiet()
  expect(told(world)).toHaveLength(1)
  rmSync(dir)
  await world.says('孙悦', 'private', '备份')
  expect(told(world)).toEqual([expect.stringMatching(/^备份好了:2026-11-25-1200/)])
})

test('a photo that is gone is told with the night, and the older backups stay', async () => {
  await using world = await openWorld({ orders: true, backups: true })
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '101 到场', { files: [{ name: 'p.jpg', bytes: picture() }] })
  await world.advance('11-24 02:31')
  await world.bot.settled()
  renameSync(join(world.dataDir, 'files/1.sealed'), join(world.dataDir, 'gone'))
  await world.advance('11-25 09:00')
  await world.bot.settled()
  await world.quiet()
  expect(told(world)).toEqual([expect.stringMatching(/核对时发现问题[\s\S]*上次可用的备份:昨天/)])
  expect(namesIn(world)).toHaveLength(2)
})

test('taken in the midst of a burst it holds a whole moment of it, and nobody waits', async () => {
  await using world = await openWorld({ backups: true })
  const say = (i: number) =>
    world.wechat.say({
      as: 'wxid_zhaolei',
      text: `【工单编号】2026112300${100 + i} 【地址】芳古园一区${(i % 9) + 1}号楼 【反映内容】油烟`,
    })
  const early = Array.from({ length: 30 }, (_, i) => say(i))
  const asked = world.wechat.say({ as: 'wxid_sunyue', text: '备份' })
  const late = Array.from({ length: 60 }, (_, i) => say(30 + i))
  await Promise.all([...early, asked, ...late].map((id) => world.bot.handled(id)))
  await world.bot.settled()
  expect(world.bot.store.books.cases.all()).toHaveLength(90)
  using restored = given(world, '2026-11-23-0930')
  const cases = restored.store.books.cases.all()
  expect(cases.length).toBeGreaterThan(0)
  expect(restored.checks.flatMap(({ faults }) => faults)).toEqual([])
  for (const { no } of cases)
    expect(restored.store.books.cases.log(no)[0]).toEqual(world.bot.store.books.cases.log(no)[0])
})

test('stopped in the midst of one, it takes it after the next start', async () => {
  await using world = await openWorld({ backups: true })
  await world.bot.handled(world.wechat.say({ as: 'wxid_sunyue', text: '备份' }))
  await world.restart()
  await until(() => world.allHeard('孙悦').some((text) => text.startsWith('备份好了')))
  expect(namesIn(world)).toHaveLength(1)
  expect(readdirSync(world.dataDir)).not.toContain('.backup')
})

function given(world: World, name: string): { store: Store; checks: { faults: string[] }[] } & Disposable {
  const into = join(world.dataDir, 'again')
  const { checks } = restoreBackup({ from: join(world.dataDir, 'backups', name), into, vaultKey: KEY })
  const store = openStore(join(into, 'lingshao.db'), KEY)
  return { store, checks, [Symbol.dispose]: () => store.close() }
}

function told(world: World): string[] {
  return world.heard('孙悦').filter((text) => text.includes('备份'))
}

function namesIn(world: World): string[] {
  return readdirSync(join(world.dataDir, 'backups')).filter((name) => !name.startsWith('.'))
}

async function health(world: World): Promise<{ backupAt?: number | null }> {
  return (await fetch(`${world.bot.url}/healthz`)).json() as Promise<{ backupAt?: number | null }>
}
