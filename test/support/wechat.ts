import type { Wechat, WechatOptions } from '../../bot/drill/gateway.ts'
import { startWechat } from '../../bot/drill/simulated.ts'
import type { Line, LineOptions, Log } from '../../bot/line/line.ts'
import { openLine } from '../../bot/line/wechaty.ts'
import type { Inbound } from '../../domain/reading/inbound.ts'

/** A Monday morning in Beijing: the real date plays no part in tests. */
export const MORNING = Date.parse('2026-11-23T09:00:00+08:00')

/** A logger that says nothing. */
export const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }

/** Waits for the thing itself: looks again until it is there, and fails after `ms`. */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  ms = 10_000,
): Promise<T> {
  const end = performance.now() + ms
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain: ${look}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** A simulated WeChat with a street's room: 小管家 (the bot), 王磊 (nickname 执法一队-王磊), 李梅, and 老赵, no friend. */
export async function aWechat(options: Partial<WechatOptions> = {}): Promise<Wechat> {
  const wechat = await startWechat({ now: () => MORNING, ...options })
  wechat.contact({ id: 'wang', name: '王磊' })
  wechat.contact({ id: 'mei', name: '李梅' })
  wechat.contact({ id: 'zhao', name: '老赵', friend: false })
  wechat.room({
    id: 'fang@chatroom',
    topic: '方庄街道管家群',
    members: ['wang', 'mei', 'zhao'],
    aliases: { wang: '执法一队-王磊' },
  })
  return wechat
}

/** A line that remembers what it was called with. */
export interface ListeningLine extends AsyncDisposable {
  line: Line
  inbound: Inbound[]
  /** The callbacks other than messages, as `name` or `name:first argument`. */
  calls: { name: string; with: unknown[] }[]
  /** Waits for the next message that says this. */
  hears(text: string): Promise<Inbound>
  called(name: string): Promise<unknown[]>
}

/** Opens a line to the gateway with short times; `message` may be replaced. */
export async function aLine(wechat: Wechat, options: Partial<LineOptions> = {}): Promise<ListeningLine> {
  const inbound: Inbound[] = []
  const calls: ListeningLine['calls'] = []
  const noted =
    (name: string) =>
    (...args: unknown[]) =>
      void calls.push({ name, with: args })
  const line = openLine({
    token: wechat.token,
    endpoint: wechat.endpoint,
    insecure: true,
    now: () => MORNING,
    log: silent,
    pingMs: 200,
    deadMs: 1_000,
    rpcMs: 2_000,
    awayMs: 300,
    retryMs: 20,
    ...options,
    on: {
      message: async (message) => void inbound.push(message),
      login: noted('login'),
      logout: noted('logout'),
      scan: noted('scan'),
      friendRequest: noted('friendRequest'),
      invited: noted('invited'),
      joined: noted('joined'),
      left: noted('left'),
      away: noted('away'),
      back: noted('back'),
      deaf: noted('deaf'),
      ...options.on,
    },
  })
  await line.start()
  return {
    line,
    inbound,
    calls,
    hears: (text) => until(() => inbound.find((message) => message.text === text)),
    called: (name) => until(() => calls.find((call) => call.name === name)?.with),
    [Symbol.asyncDispose]: () => line.stop(),
  }
}
