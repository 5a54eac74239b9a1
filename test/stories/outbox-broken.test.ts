import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { countOf, logOf, openFile } from '../support/records.ts'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

const CANNOT = '暂时不能登记,消息已留住,恢复后自动补记。'
const FANGZHUANG = 'fangzhuang@chatroom'
const ORDER =
  '【工单编号】202611222147003\n【地址】方庄街道芳古园一区11号楼底商\n【反映内容】老灶火锅晚间排油烟\n【联系电话】13800001234'

test.each(['said', 'outbox'])(
  'while nothing can be written into %s a claim changes nothing; afterwards it happens once',
  async (table) => {
    await using world = await openWorld({ orders: true })
    const before = counts(world)
    withFile(world, `create trigger broken before insert on ${table} begin select raise(abort, 'broken'); end`)
    const claim = world.wechat.say({ as: 'wxid_liqiang', room: FANGZHUANG, text: '领哨 101' })

    await hears(world, FANGZHUANG, CANNOT)
    expect(world.bot.store.books.cases.find(101)?.state).toBe('waiting')
    expect(logOf(world, 101)).toEqual(['registered'])
    expect(counts(world)).toEqual(before)

    withFile(world, 'drop trigger broken')
    await world.bot.handled(claim)
    await world.quiet()
    expect(logOf(world, 101)).toEqual(['registered', 'claimed'])
    expect(world.heard('方庄群')).toEqual([CANNOT, expect.stringMatching(/^#101 已领哨:执法一队 李强/)])
  },
)

test('while the disk is full nothing is registered and it is said once; afterwards each message is, once and in order', async () => {
  await using world = await openWorld()
  const before = counts(world)
  fillDisk()
  let messages: string[]
  try {
    messages = [
      world.wechat.say({ as: 'wxid_xiaoliu', room: FANGZHUANG, text: ORDER }),
      world.wechat.say({ as: 'wxid_liqiang', room: FANGZHUANG, text: '领哨 101' }),
      world.wechat.say({ as: 'wxid_zhoumin', room: FANGZHUANG, text: '101 我们领' }),
    ]
    await hears(world, FANGZHUANG, CANNOT)
    expect(counts(world)).toEqual(before)
  } finally {
    emptyDisk()
  }
  await Promise.all(messages.map((id) => world.bot.handled(id)))
  await world.quiet()
  expect(logOf(world, 101)).toEqual(['registered', 'claimed'])
  expect(countOf(world, 'cases')).toBe(1)
  const said = world.heard('方庄群').join('\n')
  expect(said.match(/暂时不能登记/g)).toHaveLength(1)
  expect(said.match(/#101 待领哨/g)).toHaveLength(1)
  expect(said.match(/#101 已领哨/g)).toHaveLength(1)
  expect(said.match(/#101 已由执法一队 李强/g)).toHaveLength(1)
})

test('in private, too, it is said once that nothing can be stored', async () => {
  await using world = await openWorld()
  withFile(world, `create trigger broken before insert on said begin select raise(abort, 'broken'); end`)
  const message = world.wechat.say({ as: 'wxid_zhaolei', text: ORDER })
  await hears(world, 'wxid_zhaolei', CANNOT)
  withFile(world, 'drop trigger broken')
  await world.bot.handled(message)
  await world.quiet()
  expect(world.heard('赵蕾')).toEqual([CANNOT, '#101 已转方庄群'])
  expect(world.heard('方庄群')).toEqual([expect.stringMatching(/^#101 待领哨/)])
})

test('a stranger hears nothing of it', async () => {
  await using world = await openWorld()
  withFile(world, `create trigger broken before insert on said begin select raise(abort, 'broken'); end`)
  world.wechat.contact({ id: 'wxid_nobody', name: '路人' })
  const strange = world.wechat.say({ as: 'wxid_nobody', text: '在吗' })
  const known = world.wechat.say({ as: 'wxid_zhaolei', text: ORDER })
  await hears(world, 'wxid_zhaolei', CANNOT)
  expect(world.wechat.heard('wxid_nobody')).toEqual([])
  withFile(world, 'drop trigger broken')
  await Promise.all([world.bot.handled(strange), world.bot.handled(known)])
})

async function hears(world: World, where: string, text: string): Promise<void> {
  await until(() => world.wechat.heard(where).some((heard) => heard.text === text))
}

/** No file may grow any more, as on a full disk: the writes of this process fail. */
function fillDisk(): void {
  execFileSync('prlimit', ['--pid', String(process.pid), '--fsize=0:'])
}

function emptyDisk(): void {
  execFileSync('prlimit', ['--pid', String(process.pid), '--fsize=unlimited:'])
}

function withFile(world: World, sql: string): void {
  const file = openFile(world)
  file.exec(sql)
  file.close()
}

function counts(world: World): Record<string, number> {
  const tables = ['cases', 'events', 'texts', 'vault', 'inbox', 'outbox', 'said']
  return Object.fromEntries(tables.map((table) => [table, countOf(world, table)]))
}
