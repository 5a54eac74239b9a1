import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handClock } from '../../bot/clock.ts'
import type { LiveConfig } from '../../bot/config.ts'
import type { Heard, Saying, Wechat } from '../../bot/drill/gateway.ts'
import { furnish, populate } from '../../bot/drill/seed.ts'
import { startWechat } from '../../bot/drill/simulated.ts'
import type { Log } from '../../bot/line/line.ts'
import { type Bot, startBot } from '../../bot/program.ts'
import { district, personCalled, roomCalled } from '../../domain/drill/district.ts'
import type { SettableClock } from '../../jobs/clock.ts'
import type { MovableJobs } from '../../jobs/open.ts'
import { silent, until } from './wechat.ts'

/** A Monday at half past nine in Beijing, unless a story says otherwise. */
export const MONDAY = '2026-11-23T09:30:00+08:00'

export interface WorldOptions {
  /** When the story begins, ISO with offset. */
  at?: string
  /** The demo district's people, roles and bound rooms; false for an empty house. */
  furnished?: boolean
  /** An order pasted before the story begins: 赵蕾's #101 in 方庄. */
  orders?: boolean
  /** Backups are taken, in the world's own folder. */
  backups?: boolean
  config?: Partial<LiveConfig>
  log?: Log
}

/**
 * A whole district for one story: a simulated WeChat reached over real gRPC, real Redis, real SQLite, the real program.
 * Only WeChat's far side and the clock are ours. `await using` closes everything.
 */
export interface World extends AsyncDisposable {
  wechat: Wechat
  clock: SettableClock
  /** The running program; another after `restart`. */
  readonly bot: Bot
  dataDir: string
  /** Somebody says something; resolves when it was taken in and everything due was spoken. Out: the message's id. */
  says(who: string, where: string, text: string, more?: Partial<Saying>): Promise<string>
  /** The same, quoting the bot. */
  quotes(who: string, where: string, quoted: string, text: string): Promise<string>
  /** What the bot said in a conversation since the last look: a room by name, or a person by name for private words. */
  heard(where: string): string[]
  /** Everything the bot ever said there. */
  allHeard(where: string): string[]
  /** Everything due until then happens, in its order. In: ISO, or 'MM-DD HH:MM' of this year, Beijing time. */
  advance(to: string): Promise<void>
  /** Resolves when nothing is left to be spoken. */
  quiet(): Promise<void>
  /** What the program showed to whoever started it. */
  printed: string[]
  /** Ends the program in order and starts it on the same data; `meanwhile` happens between the two. */
  restart(meanwhile?: () => void | Promise<void>): Promise<void>
}

/** Opens a world. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const clock = handClock(Date.parse(options.at ?? MONDAY))
  const dataDir = mkdtempSync(join(tmpdir(), 'lingshao-'))
  let count = 0
  const wechat = await startWechat({
    now: clock.now,
    newId: () => `m${++count}`,
    self: district.bot,
    heartbeatMs: 100,
  })
  populate(wechat)
  const config: LiveConfig = {
    mode: 'live',
    dataDir,
    redisUrl: undefined,
    queuePrefix: 'test',
    vaultKey: Buffer.alloc(32, 7),
    backup: options.backups ? { dir: join(dataDir, 'backups'), make: true, key: undefined } : undefined,
    alertWebhook: undefined,
    sendIntervalMs: 0,
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    district: '丰台区',
    botName: undefined,
    gateway: { token: wechat.token, endpoint: wechat.endpoint, tls: false },
    ...options.config,
  }
  const printed: string[] = []
  let faults = 0
  const start = () =>
    startBot(config, {
      clock,
      log: options.log ?? silent,
      newId: () => `F${++faults}`,
      print: (lines) => void printed.push(lines),
    })
  let bot = await start()
  if (options.furnished !== false) furnish(bot.store, clock.now())
  const movable = () => bot.jobs as MovableJobs
  const looked = new Map<string, number>()

  const world: World = {
    wechat,
    clock,
    dataDir,
    printed,
    get bot() {
      return bot
    },
    async says(who, where, text, more = {}) {
      const room = where === 'private' ? undefined : conversationOf(where)
      const id = wechat.say({ as: contactOf(who), text, ...(room !== undefined && { room }), ...more })
      await bot.handled(id)
      await bot.settled()
      await world.quiet()
      return id
    },
    quotes: (who, where, quoted, text) =>
      world.says(who, where, text, { quote: { name: district.bot.name, text: quoted } }),
    heard(where) {
      const all = world.allHeard(where)
      const since = looked.get(idOf(where)) ?? 0
      looked.set(idOf(where), all.length)
      return all.slice(since)
    },
    allHeard: (where) =>
      wechat.heard(idOf(where)).map(({ text, file }: Heard) => (file ? `〔文件〕${file.name}` : text)),
    async advance(to) {
      await movable().advance(
        Date.parse(/^\d\d-\d\d \d\d:\d\d$/.test(to) ? `2026-${to.replace(' ', 'T')}:00+08:00` : to),
      )
    },
    quiet: () => movable().drain(),
    async restart(meanwhile) {
      await bot.stop()
      await meanwhile?.()
      bot = await start()
      await world.quiet()
    },
    async [Symbol.asyncDispose]() {
      await bot.stop()
      await wechat.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  await until(() => bot.line.health().loggedIn)
  if (options.orders) for (const { as, in: where, say } of district.orders) await world.says(as, where, say)
  if (options.orders)
    for (const name of [...district.rooms.map(({ topic }) => topic), ...district.people.map((p) => p.name)])
      world.heard(name)
  return world
}

/** The WeChat id of a room or, in private, of a person. */
function idOf(where: string): string {
  return roomCalled(where)?.id ?? contactOf(where)
}

function conversationOf(where: string): string {
  const room = roomCalled(where)
  if (!room) throw new Error(`no room called ${where}`)
  return room.id
}

function contactOf(who: string): string {
  const person = personCalled(who)
  if (!person) throw new Error(`nobody called ${who}`)
  return person.id
}
