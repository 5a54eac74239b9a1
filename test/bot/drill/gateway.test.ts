import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Wechat } from '../../../bot/drill/gateway.ts'
import { LinePuppet } from '../../../bot/line/puppet.ts'
import { aWechat, until } from '../../support/wechat.ts'

const ROOM = 'fang@chatroom'
let wechat: Wechat
/** A bare client of the gateway, so that each switch shows as it is on the wire. */
let client: LinePuppet
let events: { name: string; id?: string }[]

beforeEach(async () => {
  wechat = await aWechat({ heartbeatMs: 5 })
  client = new LinePuppet({ token: wechat.token, endpoint: wechat.endpoint, insecure: true, rpcMs: 300 })
  events = []
  client.on('error', () => {})
  client.on('message', ({ messageId }) => void events.push({ name: 'message', id: messageId }))
  client.on('dirty', ({ payloadId }) => void events.push({ name: 'dirty', id: payloadId }))
  client.on('heartbeat', ({ data }) => void (data === 'beat' && events.push({ name: 'beat' })))
  client.on('login', ({ contactId }) => void events.push({ name: 'login', id: contactId }))
  await client.attach(() => {})
  await until(() => events.some((event) => event.name === 'login'))
})
afterEach(async () => {
  client.detach()
  await wechat.stop()
})

const messages = () => events.filter((event) => event.name === 'message').map((event) => event.id)
const arrived = async (id: string) => {
  await until(() => messages().includes(id))
  return client.messagePayload(id)
}
/** Events keep their order: when this one is here, whatever was sent before is here too. */
const flushed = async () => arrived(wechat.say({ room: ROOM, as: 'mei', text: '。' }))

describe('what the bot says', () => {
  test('comes back as a message event, or not when echo is off', async () => {
    const id = String(await client.messageSendText(ROOM, '一'))
    expect(await arrived(id)).toMatchObject({ talkerId: wechat.selfId, roomId: ROOM, text: '一' })
    wechat.switches.echo = false
    const silent = String(await client.messageSendText(ROOM, '二'))
    await flushed()
    expect(messages()).not.toContain(silent)
  })

  test('is answered with an id, or without one', async () => {
    expect(await client.messageSendText(ROOM, '一')).toBe(wechat.heard()[0]?.id)
    wechat.switches.returnsId = false
    expect(await client.messageSendText(ROOM, '二')).toBeUndefined()
  })

  test('is cut at 2,048 bytes and never inside a character', async () => {
    await client.messageSendText(ROOM, '件'.repeat(1_000))
    expect(wechat.heard()[0]?.text).toBe('件'.repeat(682))
    wechat.switches.cutAtBytes = 10
    await client.messageSendText(ROOM, '😀😀😀')
    expect(wechat.heard()[1]?.text).toBe('😀😀')
  })

  test('reaches friends privately and everybody in a room', async () => {
    await client.messageSendText('mei', '好')
    await expect(client.messageSendText('zhao', '好')).rejects.toThrow('not a friend')
    await client.messageSendText(ROOM, '@老赵\u2005好', ['zhao'])
    expect(wechat.heard(ROOM)).toMatchObject([{ text: '@老赵\u2005好', mentions: ['zhao'] }])
    expect(wechat.heard('mei')).toMatchObject([{ text: '好' }])
  })

  test('does not reach a room the bot was removed from', async () => {
    wechat.leave(ROOM, [wechat.selfId], 'mei')
    await expect(client.messageSendText(ROOM, '好')).rejects.toThrow('not a member')
    expect(await client.roomList()).toEqual([])
  })

  test('may be refused, held, swallowed or delivered without an answer', async () => {
    wechat.switches.sends = 'refuse'
    await expect(client.messageSendText(ROOM, '拒')).rejects.toThrow('refused')
    wechat.switches.sends = 'swallow'
    await expect(client.messageSendText(ROOM, '吞')).rejects.toThrow('no answer')
    wechat.switches.sends = 'mute'
    await expect(client.messageSendText(ROOM, '哑')).rejects.toThrow('no answer')
    wechat.switches.sends = 'hold'
    const held = client.messageSendText(ROOM, '等')
    await flushed()
    expect(wechat.heard().map((heard) => heard.text)).toEqual(['哑'])
    wechat.release()
    await held
    expect(wechat.heard().map((heard) => heard.text)).toEqual(['哑', '等'])
  })

  test('can be waited for', async () => {
    const heard = Promise.withResolvers<string>()
    const stop = wechat.onHeard(({ text }) => heard.resolve(text))
    await client.messageSendText(ROOM, '一')
    expect(await heard.promise).toBe('一')
    stop()
  })

  test('is refused while nobody is logged in', async () => {
    await wechat.logout()
    await expect(client.messageSendText(ROOM, '一')).rejects.toThrow('not logged in')
  })
})

describe('what people say', () => {
  test('carries mention ids, or not when the gateway gives none', async () => {
    const say = () => wechat.say({ room: ROOM, as: 'mei', text: '@小管家\u2005好', mentions: [wechat.selfId] })
    expect(await arrived(say())).toMatchObject({ mentionIdList: [wechat.selfId] })
    wechat.switches.mentionIds = false
    expect(await arrived(say())).toMatchObject({ mentionIdList: [], text: '@小管家\u2005好' })
  })

  test.each([
    ['text', 7, '「小管家：#128 芳城园一区油烟」\n- - - - - - - - - - - - - - -\n我来'],
    ['cut', 7, '「小管家：#128 芳城园一区油烟…」\n- - - - - - - - - - - - - - -\n我来'],
  ] as const)('quotes in the form %s', async (form, type, text) => {
    wechat.switches.quoteForm = form
    const words = form === 'cut' ? '#128 芳城园一区油烟扰民' : '#128 芳城园一区油烟'
    const id = wechat.say({ room: ROOM, as: 'mei', text: '我来', quote: { name: '小管家', text: words } })
    expect(await arrived(id)).toMatchObject({ type, text })
  })

  test('quotes as XML in a message of unknown type', async () => {
    wechat.switches.quoteForm = 'xml'
    const id = wechat.say({ room: ROOM, as: 'mei', text: '我来', quote: { name: '小管家', text: '#128 <急>' } })
    const payload = await arrived(id)
    expect(payload.type).toBe(0)
    expect(payload.text).toContain('<type>57</type>')
    expect(payload.text).toContain('#128 &lt;急&gt;')
  })

  test('is delivered as often as the switch says, and again on request', async () => {
    wechat.switches.deliveries = 2
    const id = wechat.say({ room: ROOM, as: 'mei', text: '一' })
    wechat.repeat(id)
    await flushed()
    expect(messages().filter((one) => one === id)).toHaveLength(3)
  })

  test('comes again after a reconnect when the switch is on', async () => {
    const id = wechat.say({ room: ROOM, as: 'mei', text: '一' })
    await arrived(id)
    wechat.switches.repeatsOnConnect = 1
    await client.attach(() => {})
    await until(() => messages().filter((one) => one === id).length === 2)
  })

  test('is lost while the gateway is away', async () => {
    await wechat.down()
    const lost = wechat.say({ room: ROOM, as: 'mei', text: '一' })
    await wechat.up()
    await client.attach(() => {})
    await flushed()
    expect(messages()).not.toContain(lost)
  })

  test('is taken back by a recall', async () => {
    const id = wechat.say({ room: ROOM, as: 'mei', text: '错' })
    expect(await arrived(wechat.recall(id))).toMatchObject({ type: 13, text: id, talkerId: 'mei', roomId: ROOM })
  })
})

describe('questions', () => {
  test('may be refused, or held and answered late', async () => {
    wechat.switches.lookups = 'refuse'
    await expect(client.contactPayload('mei')).rejects.toThrow('refused')
    wechat.switches.lookups = 'hold'
    await expect(client.contactPayload('mei')).rejects.toThrow('no answer')
    wechat.switches.lookups = 'answer'
    wechat.release()
    expect((await client.contactPayload('mei')).name).toBe('李梅')
  })

  test('about files may fail or come late', async () => {
    const id = wechat.say({ room: ROOM, as: 'mei', files: [{ name: 'a.xlsx', bytes: Buffer.from('x') }] })
    wechat.switches.downloads = 'refuse'
    await expect(client.messageFile(id)).rejects.toThrow('refused')
    wechat.switches.downloads = 'hold'
    const late = client.messageFile(id)
    await flushed()
    wechat.release()
    expect((await (await late).toBuffer()).toString()).toBe('x')
  })

  test('see changes at once, or only later when changes are not announced', async () => {
    expect((await client.contactPayload('mei')).name).toBe('李梅')
    client.forgetOnChanges()
    wechat.contact({ id: 'mei', name: '李小梅' })
    await until(() => events.some((event) => event.name === 'dirty'))
    expect((await client.contactPayload('mei')).name).toBe('李小梅')
    wechat.switches.announcesChanges = false
    wechat.contact({ id: 'mei', name: '梅' })
    await flushed()
    expect((await client.contactPayload('mei')).name).toBe('李小梅')
  })
})

test('heartbeats can be switched off', async () => {
  await until(() => events.filter((event) => event.name === 'beat').length > 1)
  wechat.switches.heartbeats = false
  await flushed()
  const beats = events.filter((event) => event.name === 'beat').length
  for (let times = 0; times < 20; times += 1) await flushed()
  expect(events.filter((event) => event.name === 'beat')).toHaveLength(beats)
})

test('a login with other ids changes everybody', async () => {
  await wechat.relogin((id) => `v2-${id}`)
  await until(() => events.some((event) => event.id === 'v2-wxid_guanjia'))
  expect(await client.roomMemberList(`v2-${ROOM}`)).toEqual(['v2-wxid_guanjia', 'v2-wang', 'v2-mei', 'v2-zhao'])
  expect(await client.roomMemberPayload(`v2-${ROOM}`, 'v2-wang')).toMatchObject({ roomAlias: '执法一队-王磊' })
  await expect(client.contactPayload('mei')).rejects.toThrow('no contact')
})

test('the port stays the same over a restart', async () => {
  const { endpoint } = wechat
  await wechat.restart()
  expect(wechat.endpoint).toBe(endpoint)
  await client.attach(() => {})
  expect(await client.roomList()).toEqual([ROOM])
})
