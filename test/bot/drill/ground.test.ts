import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Wechat } from '../../../bot/drill/gateway.ts'
import { type GroundOptions, type OpenGround, openGround } from '../../../bot/drill/ground.ts'
import { groundFile } from '../../../bot/drill/ground-file.ts'
import { KEPT_LINES } from '../../../bot/drill/ground-record.ts'
import { furnish, populate } from '../../../bot/drill/seed.ts'
import { startWechat } from '../../../bot/drill/simulated.ts'
import { LinePuppet } from '../../../bot/line/puppet.ts'
import { openStore, type Store } from '../../../db/unit.ts'
import type { CaseEvent } from '../../../domain/cases/events.ts'
import { district } from '../../../domain/drill/district.ts'
import type { CategoryId } from '../../../domain/reading/category.ts'
import { hours, minutes } from '../../../domain/time/wall.ts'
import type { GroundNews, Line } from '../../../web/ground.ts'
import { MORNING, until } from '../../support/wechat.ts'

const FANGZHUANG = 'fangzhuang@chatroom'
const LIU = 'wxid_xiaoliu'
const LIQIANG = 'wxid_liqiang'
const XIAOMA = 'wxid_xiaoma'
const BOT = district.bot.id

let now: number
let wechat: Wechat
let ground: OpenGround
/** The bot's side of the wire. */
let client: LinePuppet
let arrived: string[]
let news: GroundNews[]
const closing: (() => void)[] = []

beforeEach(async () => {
  now = MORNING
  wechat = await startWechat({ now: () => now, self: district.bot })
  populate(wechat)
  client = new LinePuppet({ token: wechat.token, endpoint: wechat.endpoint, insecure: true, rpcMs: 2000 })
  arrived = []
  client.on('error', () => {})
  client.on('message', ({ messageId }) => void arrived.push(messageId))
  let isIn = false
  client.on('login', () => {
    isIn = true
  })
  await client.attach(() => {})
  await until(() => isIn)
  open()
})
afterEach(async () => {
  ground.close()
  for (const close of closing.splice(0)) close()
  client.detach()
  await wechat.stop()
})

function open(options: Partial<GroundOptions> = {}): void {
  const advance = async (to: number) => {
    now = to
  }
  ground = openGround({ wechat, clock: () => now, advance, district, ...options })
  news = []
  ground.watch((one) => void news.push(one))
}

/** What the gateway handed out for a line. */
async function onTheWire(line: Line) {
  await until(() => arrived.includes(line.id))
  return client.messagePayload(line.id)
}

const texts = (where: string) => ground.lines().flatMap((line) => (line.in === where ? line.text : []))

describe('what is said', () => {
  test('in a room reaches the gateway and everybody at the page', async () => {
    const line = ground.say({ as: LIU, in: FANGZHUANG, text: ' 早上好 ' })
    expect(await onTheWire(line)).toMatchObject({ roomId: FANGZHUANG, talkerId: LIU, text: '早上好' })
    expect(line).toMatchObject({ in: FANGZHUANG, by: LIU, name: '小刘', text: '早上好', at: now })
    expect(news).toEqual([{ kind: 'line', line }])
    expect(ground.lines()).toEqual([line])
  })

  test('in private is the conversation of that person with the bot', async () => {
    const line = ground.say({ as: LIU, in: LIU, text: '帮助' })
    expect(await onTheWire(line)).toMatchObject({ talkerId: LIU, listenerId: BOT, text: '帮助' })
    await client.messageSendText(LIU, '小刘 · 方庄街道')
    expect(texts(LIU)).toEqual(['帮助', '小刘 · 方庄街道'])
  })

  test('by the bot stands in the record with its name, in the room or beside it', async () => {
    await client.messageSendText(FANGZHUANG, '#131 待领哨\n@李强\u2005', [LIQIANG])
    expect(ground.lines()).toMatchObject([
      { in: FANGZHUANG, by: BOT, name: '小管家', text: '#131 待领哨\n@李强\u2005' },
    ])
  })

  test('mentions members as WeChat does, and only members', async () => {
    const line = ground.say({ as: LIU, in: FANGZHUANG, text: '@李强 @田原 看看,邮箱 a@b.cn' })
    expect(line.text).toBe('@李强\u2005@田原 看看,邮箱 a@b.cn')
    expect(await onTheWire(line)).toMatchObject({ mentionIdList: [LIQIANG] })
  })

  test('with a quote carries the whole quoted message', async () => {
    const id = String(await client.messageSendText(FANGZHUANG, '#131 待领哨｜餐饮油烟\n油烟很大'))
    const line = ground.say({ as: LIQIANG, in: FANGZHUANG, text: '领哨', quote: id })
    expect(line.quote).toEqual({ name: '小管家', text: '#131 待领哨｜餐饮油烟\n油烟很大' })
    expect((await onTheWire(line)).text).toMatch(/^「小管家：#131 待领哨｜餐饮油烟\n油烟很大」\n- - .*\n领哨$/)
  })

  test('before the ground opened is there too, with its quotes', async () => {
    wechat.say({ as: LIU, room: FANGZHUANG, text: '领哨', quote: { name: '小管家', text: '#131 待领哨' } })
    wechat.say({ as: LIU, text: '私下说' })
    await client.messageSendText(LIU, '收到')
    ground.close()
    open()
    expect(ground.lines()).toMatchObject([
      { in: FANGZHUANG, text: '领哨', quote: { name: '小管家', text: '#131 待领哨' } },
      { in: LIU, by: LIU, text: '私下说' },
      { in: LIU, by: BOT, text: '收到' },
    ])
  })

  test('is kept up to a bound in each conversation', () => {
    for (let i = 0; i < KEPT_LINES + 5; i++) ground.say({ as: LIU, in: FANGZHUANG, text: `第${i}条` })
    ground.say({ as: LIU, in: LIU, text: '私下说' })
    expect(texts(FANGZHUANG)).toHaveLength(KEPT_LINES)
    expect(texts(FANGZHUANG)[0]).toBe('第5条')
    expect(texts(LIU)).toEqual(['私下说'])
  })

  test.each([
    [{ as: LIU, in: FANGZHUANG, text: ' \n ' }, '先写点什么再发'],
    [{ as: LIU, in: 'lingdao@chatroom', text: '好' }, '你不在这个群里'],
    [{ as: LIU, in: LIQIANG, text: '好' }, '你不在这个群里'],
    [{ as: 'wxid_nobody', in: 'wxid_nobody', text: '好' }, '没有这个人'],
    [{ as: BOT, in: FANGZHUANG, text: '好' }, '没有这个人'],
  ])('is refused with a reason: %o', (saying, why) => {
    expect(() => ground.say(saying)).toThrow(why)
    expect(ground.lines()).toEqual([])
  })

  test('cannot quote another conversation', () => {
    const there = ground.say({ as: LIU, in: LIU, text: '私下说' })
    expect(() => ground.say({ as: LIU, in: FANGZHUANG, text: '好', quote: there.id })).toThrow(
      '引用的消息不在这个会话里',
    )
  })
})

describe('somebody who is no friend of the bot', () => {
  test('sees that a private message was not delivered', async () => {
    const lost = ground.say({ as: XIAOMA, in: XIAOMA, text: '在吗' })
    expect(lost.undelivered).toBe(true)
    const line = ground.say({ as: XIAOMA, in: FANGZHUANG, text: '群里可以' })
    await onTheWire(line)
    expect(arrived).toEqual([line.id])
    expect(wechat.world.said.has(lost.id)).toBe(false)
  })

  test('can ask to be one, and is heard as soon as the bot accepts', async () => {
    ground.close()
    open({ lookMs: 5 })
    const requests: string[] = []
    client.on('friendship', ({ friendshipId }) => void requests.push(friendshipId))
    ground.befriend(XIAOMA, '我是小马')
    await client.friendshipAccept(await until(() => requests[0]))
    await until(() =>
      news.some((one) => one.kind === 'state' && one.state.people.find(({ id }) => id === XIAOMA)?.friend),
    )
    expect(ground.say({ as: XIAOMA, in: XIAOMA, text: '在吗' }).undelivered).toBeUndefined()
    expect(() => ground.befriend(XIAOMA, '我是小马')).toThrow('已经是好友了')
  })
})

describe('a picture', () => {
  test('reaches the gateway and can be looked at', async () => {
    const line = ground.photo({ as: LIU, in: FANGZHUANG, name: '现场.jpg', bytes: Buffer.from('jpg') })
    expect(line).toMatchObject({ file: { name: '现场.jpg', picture: true }, text: '' })
    await onTheWire(line)
    expect((await (await client.messageFile(line.id)).toBuffer()).toString()).toBe('jpg')
    expect(ground.file(line.id)?.bytes.toString()).toBe('jpg')
    expect(ground.file('m999')).toBeUndefined()
  })

  test('that is empty is refused', () => {
    expect(() => ground.photo({ as: LIU, in: FANGZHUANG, name: 'a.jpg', bytes: Buffer.alloc(0) })).toThrow('文件是空的')
  })
})

describe('taking back', () => {
  test('reaches the gateway and blanks the line', async () => {
    const line = ground.say({ as: LIU, in: FANGZHUANG, text: '发错了' })
    await onTheWire(line)
    now += minutes(2)
    ground.recall({ as: LIU, id: line.id })
    const id = await until(() => arrived.at(-1) !== line.id && arrived.at(-1))
    expect(await client.messagePayload(id)).toMatchObject({ type: 13, text: line.id, roomId: FANGZHUANG })
    expect(ground.lines()).toMatchObject([{ id: line.id, text: '', recalled: true }])
    expect(() => ground.recall({ as: LIU, id: line.id })).toThrow('只能撤回自己的消息')
  })

  test('is refused after two minutes and to others', () => {
    const line = ground.say({ as: LIU, in: FANGZHUANG, text: '发错了' })
    expect(() => ground.recall({ as: LIQIANG, id: line.id })).toThrow('只能撤回自己的消息')
    now += minutes(2) + 1
    expect(() => ground.recall({ as: LIU, id: line.id })).toThrow('超过2分钟,不能撤回')
  })
})

describe('the clock', () => {
  test('moves, tells that it moves, and where it has come to', async () => {
    let arrive = () => {}
    ground.close()
    open({
      advance: (to) =>
        new Promise((resolve) => {
          arrive = () => {
            now = to
            resolve()
          }
        }),
    })
    const moved = ground.advance(MORNING + hours(1))
    expect(news).toMatchObject([{ kind: 'state', state: { moving: true, now: MORNING } }])
    await expect(ground.advance(MORNING + hours(2))).rejects.toThrow('时钟正在走,请稍等')
    arrive()
    await moved
    expect(news.at(-1)).toMatchObject({ kind: 'state', state: { moving: false, now: MORNING + hours(1) } })
  })

  test('goes on after a move that failed', async () => {
    ground.close()
    open({ advance: () => Promise.reject(new Error('no Redis')) })
    await expect(ground.advance(MORNING + 1)).rejects.toThrow('no Redis')
    expect(ground.state().moving).toBe(false)
  })

  test('never goes back, nor further than a month', async () => {
    await expect(ground.advance(MORNING)).rejects.toThrow('时钟只能往后拨')
    await expect(ground.advance(MORNING + 32 * 24 * hours(1))).rejects.toThrow('一次最多拨31天')
  })

  test.each([
    ['2026-11-23T08:00', '2026-11-23T08:30'],
    ['2026-11-23T08:30', '2026-11-24T08:30'],
    ['2026-11-27T18:00', '2026-11-30T08:30'],
    ['2026-09-30T12:00', '2026-10-08T08:30'],
  ])('at %s knows the next dispatch: %s', (at, next) => {
    now = Date.parse(`${at}:00+08:00`)
    expect(new Date(ground.state().nextMorning)).toEqual(new Date(`${next}:00+08:00`))
  })
})

describe('what stands beside the chat', () => {
  test('people with their roles in words, rooms with members and what they are bound to', () => {
    const { bot, people, rooms } = ground.state()
    expect(bot).toEqual(district.bot)
    expect(people.slice(0, 3)).toEqual([
      { id: LIU, name: '小刘', role: '方庄街道 网格员', friend: true },
      { id: 'wxid_zhoumin', name: '周敏', role: '方庄街道 街镇管家', friend: true },
      { id: XIAOMA, name: '小马', role: '群成员', friend: false },
    ])
    expect(rooms[0]).toMatchObject({ topic: '方庄生态环境管家群', bound: '街镇群' })
    expect(rooms[0]?.members).toContain(LIQIANG)
    expect(rooms[0]?.members).not.toContain(BOT)
    expect(rooms.at(-1)).not.toHaveProperty('bound')
  })

  test('an example whose number is new at another time', () => {
    const first = ground.state().example
    now += minutes(1)
    const { example } = ground.state()
    expect(example.text).not.toBe(first.text)
    expect(example).toMatchObject({ as: LIU, in: FANGZHUANG, claimer: LIQIANG, dispatchIn: 'quanqu@chatroom' })
  })

  test('the open cases, as the store has them, and a word when they change', async () => {
    const store = aStore()
    ground.close()
    open({ store, lookMs: 5 })
    expect(ground.state().cases).toEqual([])
    register(store, 'noise.construction', now + hours(3))
    register(store, 'air.catering_fume', now - hours(2))
    await until(() => news.some((one) => one.kind === 'state' && one.state.cases.length === 2))
    expect(ground.state().cases).toMatchObject([
      { no: 102, state: '待领哨', waiting: true, left: '超2时', late: true, where: '方庄街道 芳古园一区11号楼' },
      { no: 101, left: '余3时', late: false },
    ])
    expect(ground.state().cases[0]).not.toHaveProperty('owner')
    expect(ground.state().rooms[0]?.bound).toBe('街镇群')
  })
})

describe('over a restart', () => {
  test('what was said stays, sealed on the disk', () => {
    const path = join(aFolder(), 'talk')
    const file = groundFile(path, Buffer.alloc(32, 7))
    ground.close()
    open({ file })
    ground.say({ as: XIAOMA, in: XIAOMA, text: '在吗' })
    ground.photo({ as: LIU, in: FANGZHUANG, name: '现场.jpg', bytes: Buffer.from('jpg') })
    const line = ground.say({ as: LIU, in: FANGZHUANG, text: '王女士 13800001234' })
    ground.close()
    expect(readFileSync(path).includes('13800001234')).toBe(false)
    wechat.world.said.clear()
    open({ file })
    expect(ground.lines()).toMatchObject([{ undelivered: true }, { text: '[图片]' }, line])
    expect(() => ground.recall({ as: LIU, id: line.id })).toThrow('重启前的消息不能撤回')
    const quoting = ground.say({ as: LIQIANG, in: FANGZHUANG, text: '领哨', quote: line.id })
    expect(quoting.quote).toEqual({ name: '小刘', text: '王女士 13800001234' })
  })

  test('a full disk is tried again, and told at the end', async () => {
    let full = true
    let tries = 0
    const write = (lines: readonly Line[]) => {
      tries++
      if (full) throw new Error('ENOSPC')
      written = lines
    }
    let written: readonly Line[] = []
    ground.close()
    open({ file: { read: () => [], write }, lookMs: 5 })
    const line = ground.say({ as: LIU, in: FANGZHUANG, text: '早' })
    await until(() => tries > 1)
    expect(() => ground.close()).toThrow('ENOSPC')
    full = false
    ground.close()
    expect(written).toEqual([line])
  })

  test('a file of another key, or none, is an empty beginning', () => {
    const path = join(aFolder(), 'talk')
    expect(groundFile(path, Buffer.alloc(32, 7)).read()).toEqual([])
    groundFile(path, Buffer.alloc(32, 7)).write([])
    expect(groundFile(path, Buffer.alloc(32, 8)).read()).toEqual([])
  })
})

test('a closed ground says so, and nothing more', () => {
  ground.close()
  ground.say({ as: LIU, in: FANGZHUANG, text: '还在吗' })
  expect(news).toEqual([{ kind: 'closed' }])
})

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ground-'))
  closing.unshift(() => rmSync(folder, { recursive: true }))
  return folder
}

function aStore(): Store {
  const store = openStore(join(aFolder(), 'lingshao.db'), Buffer.alloc(32, 7))
  closing.unshift(() => store.close())
  furnish(store, now)
  return store
}

function register(store: Store, category: CategoryId, deadline: number): void {
  store.unit((tx) => {
    const by = tx.people.personOf(LIU) as number
    const event: CaseEvent = {
      kind: 'registered',
      channel: '12345',
      basis: 'bureau',
      grade: '7d',
      urgent: false,
      confidential: false,
      category,
      industry: '其他',
      street: '方庄街道',
      place: tx.texts.keep('芳古园一区11号楼'),
      missing: [],
      deadline: { at: deadline, official: true, derived: false },
    }
    tx.record([{ no: tx.cases.nextNo(), at: now, by, event }], now)
  })
}
