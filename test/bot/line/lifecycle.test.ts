import { afterEach, expect, test } from 'vitest'
import { PuppetService } from 'wechaty-puppet-service'
import type { Wechat } from '../../../bot/drill/gateway.ts'
import { startWechat } from '../../../bot/drill/simulated.ts'
import { LinePuppet } from '../../../bot/line/puppet.ts'
import { openLine } from '../../../bot/line/wechaty.ts'
import { aLine, aWechat, type ListeningLine, MORNING, silent, until } from '../../support/wechat.ts'

const ROOM = 'fang@chatroom'
/** The number of the heartbeat event in the gateway's protocol. */
const HEARTBEAT = 1
const quiet = ({ token, endpoint }: Wechat) => ({ token, endpoint, insecure: true, now: () => MORNING, log: silent })
const opened: { stop(): Promise<void> }[] = []

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.stop()
})

async function started(): Promise<{ wechat: Wechat; bot: ListeningLine }> {
  const wechat = await aWechat()
  opened.push(wechat)
  const bot = await aLine(wechat)
  opened.push(bot.line)
  return { wechat, bot }
}

async function hearsAgain(wechat: Wechat, bot: ListeningLine): Promise<void> {
  await until(() => bot.line.health().loggedIn)
  const text = `还在吗 ${bot.inbound.length}`
  wechat.say({ room: ROOM, as: 'wang', text })
  await bot.hears(text)
  await bot.line.speak({ room: ROOM }, '在')
}

test('a started line is up, logged in and knows itself', async () => {
  const { wechat, bot } = await started()
  expect(bot.line.health()).toEqual({ up: true, loggedIn: true, deaf: false, heardAt: MORNING })
  expect(bot.line.self()).toEqual({ id: wechat.selfId, name: '小管家' })
  expect(await bot.called('login')).toEqual([wechat.selfId])
})

test('it starts without a gateway and connects when there is one', async () => {
  const wechat = await aWechat()
  opened.push(wechat)
  await wechat.down()
  const bot = await aLine(wechat)
  opened.push(bot.line)
  expect(bot.line.health()).toMatchObject({ up: false, loggedIn: false })
  await expect(bot.line.speak({ room: ROOM }, '在')).rejects.toMatchObject({ kind: 'down' })
  expect(await bot.called('away')).toEqual([MORNING])
  await wechat.up()
  await hearsAgain(wechat, bot)
  expect(await bot.called('back')).toEqual([MORNING, MORNING])
})

test('it starts with a gateway that hangs and connects when it moves', async () => {
  const wechat = await aWechat()
  opened.push(wechat)
  wechat.freeze()
  const bot = await aLine(wechat)
  opened.push(bot.line)
  expect(bot.line.health()).toMatchObject({ up: false, loggedIn: false })
  wechat.thaw()
  await hearsAgain(wechat, bot)
})

test('a quick restart of the gateway is survived without a word', async () => {
  const { wechat, bot } = await started()
  for (let times = 0; times < 3; times += 1) {
    await wechat.restart()
    await until(() => !bot.line.health().up)
    await hearsAgain(wechat, bot)
  }
  expect(bot.calls.filter((call) => call.name === 'login')).toHaveLength(1)
})

test('a long absence of the gateway is told with its times', async () => {
  const { wechat, bot } = await started()
  await wechat.down()
  await bot.called('away')
  expect(bot.line.health()).toMatchObject({ up: false, loggedIn: false })
  await wechat.up()
  expect(await bot.called('back')).toEqual([MORNING, MORNING])
  await hearsAgain(wechat, bot)
})

test('a broken wire is joined again', async () => {
  const { wechat, bot } = await started()
  wechat.cut()
  await until(() => !bot.line.health().up)
  await hearsAgain(wechat, bot)
})

test('a send on a wire that breaks may have been spoken', async () => {
  const { wechat, bot } = await started()
  wechat.switches.sends = 'hold'
  const sent = bot.line.speak({ room: ROOM }, '在')
  wechat.say({ room: ROOM, as: 'wang', text: '断了' })
  await bot.hears('断了')
  wechat.cut()
  await expect(sent).rejects.toMatchObject({ kind: 'deadline' })
  wechat.release()
  await until(() => wechat.heard(ROOM).length === 1)
})

test('a gateway that hangs is noticed and left, and met again when it moves', async () => {
  const { wechat, bot } = await started()
  wechat.freeze()
  await expect(bot.line.speak({ room: ROOM }, '在')).rejects.toMatchObject({ kind: 'deadline' })
  await bot.called('away')
  expect(bot.line.health().up).toBe(false)
  wechat.thaw()
  await hearsAgain(wechat, bot)
})

test('a gateway without heartbeats is alive as long as it answers', async () => {
  const { wechat, bot } = await started()
  wechat.switches.heartbeats = false
  let beats = 0
  const look = setInterval(() => {
    beats += bot.line.health().up ? 1 : -1_000
  }, 50)
  await until(() => beats > 30 || beats < 0)
  clearInterval(look)
  expect(beats).toBeGreaterThan(0)
  await hearsAgain(wechat, bot)
})

test('a logout and a login are told, and what was not heard between', async () => {
  const { wechat, bot } = await started()
  await wechat.logout()
  await bot.called('logout')
  expect(bot.line.health()).toMatchObject({ up: true, loggedIn: false })
  await expect(bot.line.speak({ room: ROOM }, '在')).rejects.toMatchObject({ kind: 'down' })
  await bot.called('away')
  wechat.login()
  await bot.called('back')
  await hearsAgain(wechat, bot)
  expect(bot.calls.filter((call) => call.name === 'login')).toHaveLength(2)
})

test('a login with new ids is a login of someone else', async () => {
  const { wechat, bot } = await started()
  const before = wechat.selfId
  await wechat.relogin((id) => `neu-${id}`)
  await until(() => bot.calls.filter((call) => call.name === 'login').length === 2)
  expect(bot.calls.findLast((call) => call.name === 'login')?.with).toEqual([`neu-${before}`])
  wechat.say({ room: `neu-${ROOM}`, as: 'neu-wang', text: '128 到场' })
  expect((await bot.hears('128 到场')).speaker).toMatchObject({ id: 'neu-wang', name: '王磊' })
})

test('a QR code waits to be scanned before the first login', async () => {
  const wechat = await startWechat({ now: () => MORNING, loggedIn: false })
  opened.push(wechat)
  wechat.scan('https://login.example/abc')
  const bot = await aLine(wechat)
  opened.push(bot.line)
  expect(await bot.called('scan')).toEqual(['https://login.example/abc', 'Waiting'])
  expect(bot.line.health()).toMatchObject({ up: true, loggedIn: false, qr: 'https://login.example/abc' })
  wechat.login()
  await bot.called('login')
  expect(bot.line.health().qr).toBeUndefined()
})

test('old messages that come again after a reconnect are not heard again', async () => {
  const { wechat, bot } = await started()
  wechat.switches.repeatsOnConnect = 5
  for (const text of ['一', '二', '三']) wechat.say({ room: ROOM, as: 'wang', text })
  await bot.hears('三')
  await wechat.restart()
  await until(() => !bot.line.health().up)
  await until(() => bot.line.health().loggedIn)
  wechat.say({ room: ROOM, as: 'wang', text: '四' })
  await bot.hears('四')
  expect(bot.inbound.map((message) => message.text)).toEqual(['一', '二', '三', '四'])
})

test('a second client with the same token notices that it is deaf, and takes over when the first one goes', async () => {
  const { wechat, bot } = await started()
  const second = await aLine(wechat)
  opened.push(second.line)
  await second.called('deaf')
  expect(second.line.health()).toMatchObject({ up: false, deaf: true, loggedIn: false })
  await hearsAgain(wechat, bot)
  await bot.line.stop()
  await until(() => second.line.health().loggedIn, 20_000)
  expect(second.line.health().deaf).toBe(false)
})

test('a stock client that starts and stops with the same token costs a moment only', async () => {
  const { wechat, bot } = await started()
  const stock = new PuppetService({ token: wechat.token, endpoint: wechat.endpoint, tls: { disable: true } })
  stock.on('error', () => {})
  await stock.start()
  await stock.stop()
  await until(() => !bot.line.health().up)
  await hearsAgain(wechat, bot)
})

test('a line that is stopped while it connects does not keep the stream', async () => {
  const wechat = await aWechat()
  opened.push(wechat)
  for (let times = 0; times < 5; times += 1) {
    const line = openLine({ ...quiet(wechat), on: { message: async () => {} } })
    void line.start()
    await new Promise((resolve) => setImmediate(resolve))
    await line.stop()
  }
  const bot = await aLine(wechat)
  opened.push(bot.line)
  await hearsAgain(wechat, bot)
  expect(bot.calls.map((call) => call.name)).toEqual(['login'])
})

test('a stopped line tells of no logout', async () => {
  const { bot } = await started()
  await bot.line.stop()
  expect(bot.calls.map((call) => call.name)).toEqual(['login'])
  expect(bot.line.health()).toMatchObject({ up: false, loggedIn: false })
})

test('thirty broken wires leave nothing behind', async () => {
  const warnings: string[] = []
  const note = (warning: Error) => void warnings.push(warning.message)
  process.on('warning', note)
  const { wechat, bot } = await started()
  for (let times = 0; times < 30; times += 1) {
    wechat.cut()
    await until(() => !bot.line.health().up)
    await until(() => bot.line.health().loggedIn)
  }
  await hearsAgain(wechat, bot)
  process.off('warning', note)
  expect(warnings.filter((warning) => warning.includes('leak'))).toEqual([])
})

test('a gateway with TLS is reached with TLS', async () => {
  const wechat = await aWechat({ tls: true })
  opened.push(wechat)
  const bot = await aLine(wechat, { insecure: false })
  opened.push(bot.line)
  await hearsAgain(wechat, bot)
})

test('an event that cannot be read breaks nothing', async () => {
  const wechat = await aWechat()
  opened.push(wechat)
  const client = new LinePuppet({ token: wechat.token, endpoint: wechat.endpoint, insecure: true, rpcMs: 1_000 })
  const errors: unknown[] = []
  client.on('error', (error) => void errors.push(error))
  await client.attach(() => {})
  client.grpcManager.emit('data', { getType: () => HEARTBEAT, getPayload: () => 'no JSON' })
  expect(errors).toHaveLength(1)
  expect(await client.roomList()).toEqual([ROOM])
  client.detach()
})

test('a line that stops finishes the messages under way', async () => {
  const wechat = await aWechat()
  opened.push(wechat)
  const kept: string[] = []
  let failures = 2
  const bot = await aLine(wechat, {
    on: {
      message: async ({ text }) => {
        if (failures-- > 0) throw new Error('disk full')
        kept.push(text)
      },
    },
  })
  for (const text of ['一', '二', '三']) wechat.say({ room: ROOM, as: 'wang', text })
  await until(() => failures < 2)
  await bot.line.stop()
  expect(kept).toEqual(['一', '二', '三'])
})

test('a wrong token is no crash', async () => {
  const wechat = await aWechat()
  opened.push(wechat)
  const bot = await aLine({ ...wechat, endpoint: wechat.endpoint, selfId: '', token: 'insecure_wrong' } as Wechat)
  opened.push(bot.line)
  expect(bot.line.health()).toMatchObject({ loggedIn: false })
})
