import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import type { Log } from '../../bot/line/line.ts'
import { rowsOf } from '../support/rows.ts'
import { openWorld, type World } from '../support/world.ts'

// Everybody and everything here is invented. Each value is planted in one way of writing only, so that a find tells
// which way got through; beside it stands what must be found nowhere: as written, and as plain digits.
interface Plant {
  as: string
  where: string
  say: string
  never: string[]
  quote?: string
}

const inOrders: Plant[] = [
  {
    as: '赵蕾',
    where: 'private',
    say: '【工单编号】202611230001\n【地址】方庄街道芳古园一区11号楼3单元402室\n【被反映对象】老灶火锅\n【反映内容】老灶火锅油烟大,请联系欧阳建国,电话 13811110001\n【诉求人】欧阳建国\n【联系电话】13811110001\n【处理时限】7天',
    never: ['欧阳建国', '13811110001', '402室', '3单元402'],
  },
  {
    as: '小刘',
    where: '方庄群',
    say: '工单编号:202611230002\n地址:芳城园二区8号楼2门1503\n反映内容:工地夜间施工噪声扰民,身份证110106198001011237,车牌京A·D1234\n诉求人:慕容晓燕\n联系电话:139 1111 0002\n处理时限:7天',
    never: ['慕容晓燕', '139 1111 0002', '13911110002', '2门1503', '110106198001011237', '京A·D1234', 'D1234'],
  },
  {
    as: '李强',
    where: '全区接诉即办调度群',
    say: '【工单编号】202611230003【地址】成寿寺街道成寿寺路甲3号院4号楼5单元601【反映内容】汽修店喷漆异味刺鼻【诉求人】上官文静女士【联系电话】１３７１１１１０００３【处理时限】7天',
    never: ['上官文静', '１３７１１１１０００３', '13711110003', '5单元601'],
  },
  {
    as: '小刘',
    where: '方庄群',
    say: '【工单编号】202611230004\n【地址】方庄街道芳星园三区20号楼\n【反映内容】底商油烟扰民,固话010-67611104转8\n【诉求人】尉迟国栋\n【联系电话】010-67611104\n【备用电话】138-1111-0004\n【处理时限】7天',
    never: ['尉迟国栋', '67611104', '138-1111-0004', '13811110004'],
  },
  {
    as: '小刘',
    where: '方庄群',
    say: '［工单编号］202611230007［地址］方庄街道芳群园二区9号楼［反映内容］底商油烟大［诉求人］魏无羡［联系电话］13611110007',
    never: ['魏无羡', '13611110007'],
  },
]

const inFreeText: Plant[] = [
  {
    as: '周敏',
    where: '方庄群',
    say: '芳群园四区12号楼南侧工地后半夜打桩,居民张翠花电话138-1111-0005,住3单元502',
    never: ['张翠花', '138-1111-0005', '13811110005', '3单元502'],
  },
  {
    as: '小刘',
    where: '方庄群',
    say: '芳古园二区6号楼楼下烧烤冒烟,大爷说电话幺三八幺幺幺幺零零零六,姓皇甫先生',
    never: ['幺三八幺幺幺幺零零零六', '13811110006', '皇甫先生'],
  },
  {
    as: '何涛',
    where: 'private',
    say: '成寿寺路鑫源汽修厂喷漆味儿大,反映人端木秀兰 +86 138 1111 0007,车牌号京N12Z45',
    never: ['端木秀兰', '138 1111 0007', '13811110007', '京N12Z45'],
  },
  {
    as: '何涛',
    where: '成寿寺群',
    say: '收到,业主令狐大伟 13811110008 今天又问了一遍',
    never: ['令狐大伟', '13811110008'],
  },
]

const inCommands: Plant[] = [
  { as: '小刘', where: '方庄群', say: '领哨 101 诉求人夏侯小明13811110009', never: ['夏侯小明', '13811110009'] },
  { as: '小刘', where: '方庄群', say: '@小管家 帮住13811110010', never: ['13811110010'] },
  { as: '小刘', where: 'private', say: '帮住 13811110011 吗', never: ['13811110011'] },
  { as: '孙悦', where: '方庄群', say: '授权 @李强 执法一队 13811110012', never: ['13811110012'] },
  { as: '孙悦', where: '全区接诉即办调度群', say: '片区 执法一队 13811110013', never: ['13811110013'] },
  { as: '孙悦', where: '全区接诉即办调度群', say: '片区 13811110014 方庄', never: ['13811110014'] },
  { as: '孙悦', where: '新来的群', say: '绑定 13811110015街道', never: ['13811110015'] },
  { as: '周敏', where: '方庄群', say: '更正 101 电话 13811110016', never: ['13811110016'] },
  {
    as: '周敏',
    where: '方庄群',
    say: '更正 101 内容 油烟大,诉求人诸葛小亮电话138 1111 0017,住8单元901',
    never: ['诸葛小亮', '138 1111 0017', '13811110017', '8单元901'],
  },
  { as: '周敏', where: '方庄群', say: '更正 101 地址 芳古园一区12号楼7单元803室', never: ['803室', '7单元803'] },
  { as: '小刘', where: '方庄群', say: '帮助 13811110018', never: ['13811110018'] },
  { as: '小刘', where: '方庄群', say: '13811110019', never: ['13811110019'] },
  { as: '小刘', where: '方庄群', say: '过程 13811110020', never: ['13811110020'] },
  {
    as: '周敏',
    where: '方庄群',
    say: '诉求人太叔文轩电话13811110021',
    quote: '#101 待领哨｜餐饮油烟｜司马相宜 13811110022',
    never: ['太叔文轩', '13811110021', '司马相宜', '13811110022'],
  },
  { as: '孙悦', where: '方庄群', say: '值班 13811110023 @李强 本周', never: ['13811110023'] },
]

// The bare name, once the case knows it: nothing in these words says that it is one.
const inRepeats: Plant[] = [
  '领哨 102',
  '更正 102 内容 慕容晓燕说晚上油烟更大',
  '补充 102 内容 慕容晓燕说厨房也有味',
  '更正 102 地址 慕容晓燕家楼下',
  '进展 102 慕容晓燕今天不在家',
  '102 已联系 慕容晓燕约明天上午',
  '102 到场 慕容晓燕陪同看过',
  '缓 102 2小时 慕容晓燕要出门',
  '免联系 102 慕容晓燕要求不再联系',
  '检测 102 油烟1.6 慕容晓燕在场',
  '102 整改完 慕容晓燕家已无味',
  '102 回访 已解决 满意 慕容晓燕说好多了',
  '放回 102 慕容晓燕找错了',
  '重办 102 慕容晓燕说又有了',
  '作废 102 慕容晓燕撤了',
].map((say) => ({ as: '李强', where: '方庄群', say, never: ['慕容晓燕'] }))

const tooLong: Plant[] = [
  {
    as: '小刘',
    where: '方庄群',
    say: `【工单编号】202611230009\n【地址】芳古园一区1号楼\n【反映内容】油烟${'很大'.repeat(4100)}\n【诉求人】公孙大娘\n【联系电话】13811110024`,
    never: ['公孙大娘', '13811110024'],
  },
]

const inFaults: Plant[] = [
  {
    as: '小刘',
    where: '方庄群',
    say: '【工单编号】202611230010\n【地址】方庄街道芳古园一区3号楼\n【反映内容】夜间油烟直排\n【诉求人】钟离小妹\n【联系电话】13811110025\n【处理时限】7天',
    never: ['钟离小妹', '13811110025'],
  },
]

test('planted personal data is found nowhere as bytes, and only who has the right reads it in private', async () => {
  const logged: string[] = []
  const note = (facts: object, message: string) => void logged.push(`${JSON.stringify(facts)} ${message}`)
  const log: Log = { debug: note, info: note, warn: note, error: note }
  await using world = await openWorld({ log, config: { logLevel: 'debug' } })
  await using redis = await watchRedis(world)

  for (const plant of [...inOrders, ...inFreeText, ...inCommands, ...inRepeats, ...tooLong]) await sow(world, plant)
  breakRegistering(world)
  for (const plant of inFaults) await sow(world, plant)
  await world.advance('11-24 09:00')

  const places = { rooms: spoken(world), log: logged.join('\n'), redis: redis.seen(), ...files(world.dataDir) }
  expect(places.rooms).toContain('#101 ')
  expect(places.rooms).toContain('〔姓名〕家楼下')
  expect(places.log).toContain('a rule broke')
  expect(places.redis).toContain('"say"')
  expect(Object.keys(places)).toEqual(expect.arrayContaining(['lingshao.db', 'lingshao.db-wal', 'lingshao.db-shm']))
  expect(found(places)).toEqual([])
  expect(await redis.keys()).toBeGreaterThan(0)

  await world.says('李强', '方庄群', '领哨 101')
  expect(openings(world)).toBe(0)
  await world.says('周敏', 'private', '联系方式 101')
  await world.says('李强', '方庄群', '联系方式 101')
  const answers = world.allHeard('李强').filter((text) => text.includes('诉求人: '))
  expect(answers).toEqual([
    // 周敏 put the phone right.
    '#101 诉求人: 欧阳建国 13811110016 3单元402室。仅用于办理,查看已留痕。打完回「101 已联系」。',
  ])
  expect(openings(world)).toBe(3)
  expect(world.allHeard('周敏').join()).not.toContain('13811110001')
  expect(found({ rooms: rooms(world), log: logged.join('\n'), redis: redis.seen(), ...files(world.dataDir) })).toEqual(
    [],
  )
})

const withPhone = (no: number) =>
  `【工单编号】2026112302${no}\n【地址】方庄街道芳古园一区${no}号楼\n【反映内容】底商油烟大\n【诉求人】王女士\n【联系电话】138111120${no}\n【处理时限】7天`
const NOTICE = '含诉求人电话,可撤回原消息,案件已登记;下次可私聊发我。'

test('who pastes a number into a room is told once a day, and not in private', async () => {
  await using world = await openWorld()
  await world.says('赵蕾', 'private', withPhone(10))
  expect(world.allHeard('赵蕾').join()).not.toContain(NOTICE)

  const notices = () => world.allHeard('方庄群').join('\n').split(NOTICE).length - 1
  await world.says('小刘', '方庄群', withPhone(11))
  await world.says('小刘', '方庄群', withPhone(12))
  expect(notices()).toBe(1)
  await world.says('周敏', '方庄群', withPhone(13))
  expect(notices()).toBe(2)
  await world.advance('11-24 10:00')
  await world.says('小刘', '方庄群', withPhone(14))
  expect(notices()).toBe(3)
  await world.says('小刘', '方庄群', '芳古园一区15号楼楼下烧烤冒烟')
  expect(notices()).toBe(3)
})

test('a message that can no longer be taken back gets no such notice', async () => {
  await using world = await openWorld()
  await world.says('小刘', '方庄群', withPhone(11), { at: world.clock.now() - 101_000 })
  expect(world.allHeard('方庄群').join()).toContain('#101 待领哨')
  expect(world.allHeard('方庄群').join()).not.toContain(NOTICE)
  await world.says('小刘', '方庄群', withPhone(12), { at: world.clock.now() - 99_000 })
  expect(world.allHeard('方庄群').join()).toContain(NOTICE)
})

async function sow(world: World, { as, where, say, quote }: Plant): Promise<void> {
  if (quote === undefined) await world.says(as, where, say)
  else await world.quotes(as, where, quote, say)
}

/** Any rule may break with the person's own words in its message. */
function breakRegistering(world: World): void {
  world.bot.store.books.cases.nextNo = () => {
    throw new Error(`cannot number:\n${inFaults[0]?.say}`)
  }
}

function spoken({ wechat }: World): string {
  return wechat
    .heard()
    .map(({ text }) => text)
    .join('\n')
}

function rooms({ wechat }: World): string {
  return wechat
    .heard()
    .flatMap(({ to, text }) => (to.endsWith('@chatroom') ? [text] : []))
    .join('\n')
}

function openings({ dataDir }: World): number {
  return rowsOf(dataDir, 'disclosures').filter(({ no }) => no === 101).length
}

/** Every file of the data folder, the append-only file of Redis among them, byte for byte. */
function files(dir: string): Record<string, string> {
  const all = readdirSync(dir, { recursive: true, encoding: 'utf8' })
  return Object.fromEntries(
    all.flatMap((name) => {
      const path = join(dir, name)
      return statSync(path).isFile() ? [[name, readFileSync(path, 'latin1')]] : []
    }),
  )
}

/** Which planted value got where: 'value in place'. */
function found(places: Record<string, string>): string[] {
  // Nor a piece of a number: all of them begin so.
  const begun = ['1381111', '1391111', '1371111', '138-1111', '138 1111', '139 1111']
  const all = [...begun, ...inOrders, ...inFreeText, ...inCommands, ...tooLong, ...inFaults].flatMap((plant) =>
    typeof plant === 'string' ? plant : plant.never,
  )
  return all.flatMap((value) => {
    const bytes = Buffer.from(value).toString('latin1')
    return Object.entries(places).flatMap(([place, text]) => {
      const at = Math.max(text.indexOf(value), text.indexOf(bytes))
      return at < 0 ? [] : [`${value} in ${place}: ${Buffer.from(text.slice(Math.max(0, at - 60), at + 60), 'latin1')}`]
    })
  })
}

/** Listens to every command that reaches the world's Redis, scripts and job data included, byte for byte. */
async function watchRedis({ dataDir }: World) {
  const path = join(dataDir, 'redis', 's')
  const client = new Redis(path)
  // A socket of our own: ioredis loses its count when a command arrives together with the answer to MONITOR.
  const socket = connect(path).setEncoding('latin1')
  const commands: string[] = []
  socket.on('data', (words) => void commands.push(String(words)))
  socket.write('MONITOR\r\n')
  await once(socket, 'data')
  return {
    seen: () =>
      commands.join('').replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    async keys(): Promise<number> {
      return client.dbsize()
    },
    async [Symbol.asyncDispose]() {
      socket.destroy()
      client.disconnect()
    },
  }
}
