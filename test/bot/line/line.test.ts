import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Wechat } from '../../../bot/drill/gateway.ts'
import { aLine, aWechat, type ListeningLine, MORNING, until } from '../../support/wechat.ts'

const ROOM = 'fang@chatroom'
let wechat: Wechat
let bot: ListeningLine

beforeEach(async () => {
  wechat = await aWechat()
  bot = await aLine(wechat)
})
afterEach(async () => {
  await bot.line.stop()
  await wechat.stop()
})

describe('hearing', () => {
  test('a message in a room arrives with its speaker, nickname, room and time', async () => {
    const id = wechat.say({ room: ROOM, as: 'wang', text: '128 到场', at: MORNING - 60_000 })
    expect(await bot.hears('128 到场')).toEqual({
      id,
      room: { id: ROOM, topic: '方庄街道管家群' },
      speaker: { id: 'wang', name: '王磊', alias: '执法一队-王磊', friend: true, self: false },
      text: '128 到场',
      mentionsMe: false,
      mentions: [],
      files: [],
      forwarded: false,
      sentAt: MORNING - 60_000,
    })
  })

  test('a private message has no room, and loses the name of the bot like any other', async () => {
    wechat.say({ as: 'mei', text: '@小管家 绑定管理员 7F3A' })
    const inbound = await bot.hears('绑定管理员 7F3A')
    expect(inbound.room).toBeUndefined()
    expect(inbound.speaker).toEqual({ id: 'mei', name: '李梅', friend: true, self: false })
  })

  test('someone who is not a friend is told apart', async () => {
    wechat.say({ room: ROOM, as: 'zhao', text: '油烟大' })
    expect((await bot.hears('油烟大')).speaker.friend).toBe(false)
  })

  test('the bot is mentioned by id and others by name, and only the mention of the bot leaves the text', async () => {
    const text = '@小管家\u2005派给 128 @李梅\u2005'
    wechat.say({ room: ROOM, as: 'wang', text, mentions: [wechat.selfId, 'mei'] })
    const inbound = await bot.hears('派给 128 @李梅')
    expect(inbound).toMatchObject({ mentionsMe: true, mentions: [{ id: 'mei', name: '李梅' }] })
  })

  test('without ids the names in the text are enough, the nickname of the bot too', async () => {
    wechat.switches.mentionIds = false
    wechat.alias(ROOM, wechat.selfId, '环境管家')
    const text = '@环境管家\u2005转办 128 @执法一队-王磊\u2005'
    wechat.say({ room: ROOM, as: 'mei', text, mentions: [wechat.selfId, 'wang'] })
    const inbound = await bot.hears('转办 128 @执法一队-王磊')
    expect(inbound).toMatchObject({ mentionsMe: true, mentions: [{ id: 'wang', name: '执法一队-王磊' }] })
  })

  test('@所有人 is not the bot', async () => {
    wechat.say({ room: ROOM, as: 'mei', text: '@所有人 开会', mentions: ['notify@all', wechat.selfId] })
    expect(await bot.hears('@所有人 开会')).toMatchObject({ mentionsMe: false, mentions: [] })
  })

  test.each([
    ['text', '#128 方庄街道芳城园一区油烟扰民'],
    ['cut', '#128 方庄街道芳城园…'],
    ['xml', '#128 方庄街道芳城园一区油烟扰民'],
  ] as const)('a quote arrives in the form %s', async (quoteForm, words) => {
    const quote = { name: '小管家', text: '#128 方庄街道芳城园一区油烟扰民' }
    wechat.say({ room: ROOM, as: 'wang', text: '@小管家\u2005我来', quote, quoteForm })
    const inbound = await bot.hears('我来')
    expect(inbound).toMatchObject({ mentionsMe: true, forwarded: false, quote: { name: '小管家', text: words } })
  })

  test('a recall names the message it takes back', async () => {
    const id = wechat.say({ room: ROOM, as: 'wang', text: '说错了' })
    await bot.hears('说错了')
    wechat.recall(id)
    const recall = await until(() => bot.inbound.find((message) => message.recalls))
    expect(recall).toMatchObject({ recalls: id, text: '', speaker: { id: 'wang' } })
  })

  test.each(['ChatHistory', 'MiniProgram', 'Contact', 'Url'] as const)('a %s is forwarded', async (type) => {
    wechat.say({ room: ROOM, as: 'wang', text: '办结 128', type })
    expect((await bot.hears('办结 128')).forwarded).toBe(true)
  })

  test('a card that travels as Unknown is forwarded, with its title', async () => {
    const text = '<msg><appmsg><title>办结 128</title><type>33</type></appmsg></msg>'
    wechat.say({ room: ROOM, as: 'wang', text, type: 'Unknown' })
    expect(await bot.hears('办结 128')).toMatchObject({ forwarded: true })
  })

  test.each([
    ['image', '现场.jpg'],
    ['video', '现场.mp4'],
    ['voice', 'voice.sil'],
    ['file', '工单.xlsx'],
  ] as const)('a file of kind %s is named and not loaded', async (kind, name) => {
    wechat.switches.downloads = 'refuse'
    wechat.say({ room: ROOM, as: 'wang', files: [{ name, bytes: Buffer.from('x') }] })
    const inbound = await until(() => bot.inbound[0])
    expect(inbound).toMatchObject({ text: '', files: [{ id: inbound.id, kind, name }] })
  })

  test.each([true, false])('a location brings its label (in XML: %s)', async (xml) => {
    const place = { label: '方庄路1号', latitude: 39.86, longitude: 116.43, xml }
    wechat.say({ room: ROOM, as: 'wang', place })
    const inbound = await until(() => bot.inbound[0])
    expect(inbound).toMatchObject({ text: '', files: [{ kind: 'location', name: '方庄路1号' }] })
  })

  test('the echo of its own words is its own speech', async () => {
    await bot.line.speak({ room: ROOM }, '#128 已领')
    expect((await bot.hears('#128 已领')).speaker).toMatchObject({ id: wechat.selfId, self: true })
  })

  test('a renamed member is known by the new name', async () => {
    wechat.say({ room: ROOM, as: 'mei', text: '一' })
    await bot.hears('一')
    wechat.contact({ id: 'mei', name: '李小梅' })
    wechat.alias(ROOM, 'mei', '梅姐')
    wechat.say({ room: ROOM, as: 'mei', text: '二' })
    expect((await bot.hears('二')).speaker).toMatchObject({ name: '李小梅', alias: '梅姐' })
  })

  test('a message whose speaker the gateway does not know arrives without a name', async () => {
    wechat.say({ room: ROOM, as: 'ghost', text: '谁' })
    expect((await bot.hears('谁')).speaker).toEqual({ id: 'ghost', name: '', friend: false, self: false })
  })

  test('people who join and leave are named', async () => {
    wechat.contact({ id: 'new', name: '新人', friend: false })
    wechat.join(ROOM, ['new'])
    expect(await bot.called('joined')).toEqual([{ room: ROOM, members: [{ id: 'new', name: '新人', friend: false }] }])
    wechat.leave(ROOM, ['wang'])
    expect(await bot.called('left')).toMatchObject([{ room: ROOM, members: [{ id: 'wang', name: '王磊' }] }])
    expect((await bot.line.members(ROOM)).map((member) => member.name)).toEqual(['小管家', '李梅', '老赵', '新人'])
  })
})

describe('order', () => {
  test('messages of talkers nobody has looked up yet keep their order', async () => {
    const many = 120
    for (let at = 0; at < many; at += 1) wechat.contact({ id: `p${at}`, name: `人${at}` })
    const members = Array.from({ length: many }, (_, at) => `p${at}`)
    for (const id of ['a@chatroom', 'b@chatroom']) wechat.room({ id, topic: id, members })
    for (let at = 0; at < many; at += 1) {
      wechat.say({ room: at % 2 ? 'a@chatroom' : 'b@chatroom', as: `p${at}`, text: String(at) })
    }
    await until(() => bot.inbound.length === many)
    for (const odd of [0, 1]) {
      const texts = bot.inbound.map((message) => Number(message.text)).filter((at) => at % 2 === odd)
      expect(texts).toEqual(texts.toSorted((a, b) => a - b))
    }
  })

  test('a message delivered twice is heard once', async () => {
    wechat.switches.deliveries = 3
    const id = wechat.say({ room: ROOM, as: 'wang', text: '一' })
    await bot.hears('一')
    wechat.repeat(id)
    wechat.say({ room: ROOM, as: 'wang', text: '二' })
    await bot.hears('二')
    expect(bot.inbound.map((message) => message.text)).toEqual(['一', '二'])
  })

  test('a message that cannot be kept is handed over again and not overtaken in its conversation', async () => {
    await bot.line.stop()
    const kept: string[] = []
    let failures = 3
    await using other = await aLine(wechat, {
      on: {
        message: async ({ text }) => {
          if (text === '一' && failures > 0) {
            failures -= 1
            throw new Error('disk full')
          }
          kept.push(text)
        },
      },
    })
    wechat.say({ room: ROOM, as: 'wang', text: '一' })
    wechat.say({ room: ROOM, as: 'wang', text: '二' })
    wechat.say({ as: 'mei', text: '私聊' })
    await until(() => kept.length === 3)
    expect(kept.filter((text) => text !== '私聊')).toEqual(['一', '二'])
    expect(kept[0]).toBe('私聊')
    expect(other.line.health().up).toBe(true)
  })

  test('look-ups that fail for a while cost no message', async () => {
    wechat.switches.lookups = 'refuse'
    wechat.say({ room: ROOM, as: 'wang', text: '一' })
    setTimeout(() => {
      wechat.switches.lookups = 'answer'
    }, 30)
    expect((await bot.hears('一')).text).toBe('一')
  })
})

describe('speaking', () => {
  test('a text is said exactly as given, with the mentions wherever they stand', async () => {
    const text = '#128 已转方庄群 @执法一队-王磊\u2005 请在2小时内联系'
    const { id } = await bot.line.speak({ room: ROOM }, text, ['wang'])
    expect(wechat.heard(ROOM)).toEqual([{ id, to: ROOM, text, mentions: ['wang'], at: MORNING }])
  })

  test('a gateway that gives no id is no failure', async () => {
    wechat.switches.returnsId = false
    expect(await bot.line.speak({ contact: 'mei' }, '好')).toEqual({})
  })

  test('who is not a friend cannot be spoken to privately', async () => {
    await expect(bot.line.speak({ contact: 'zhao' }, '好')).rejects.toMatchObject({ kind: 'refused' })
    expect(wechat.heard()).toEqual([])
  })

  test('a send that is not answered fails at its deadline, spoken or not', async () => {
    await bot.line.stop()
    await using quick = await aLine(wechat, { rpcMs: 200 })
    wechat.switches.sends = 'swallow'
    await expect(quick.line.speak({ room: ROOM }, '一')).rejects.toMatchObject({ kind: 'deadline' })
    wechat.switches.sends = 'mute'
    await expect(quick.line.speak({ room: ROOM }, '二')).rejects.toMatchObject({ kind: 'deadline' })
    wechat.switches.sends = 'hold'
    await expect(quick.line.speak({ room: ROOM }, '三')).rejects.toMatchObject({ kind: 'deadline' })
    wechat.release()
    await until(() => wechat.heard().length === 2)
    expect(wechat.heard().map((heard) => heard.text)).toEqual(['二', '三'])
  })

  test.each([1_000, 3_000_000])('a file of %d bytes arrives whole', async (size) => {
    const bytes = randomBytes(size)
    await bot.line.speakFile({ room: ROOM }, { name: '日报.xlsx', bytes })
    expect(wechat.heard(ROOM)[0]?.file?.name).toBe('日报.xlsx')
    expect(wechat.heard(ROOM)[0]?.file?.bytes.equals(bytes)).toBe(true)
  })

  test('a file that is refused is not sent a second time', async () => {
    wechat.switches.sends = 'refuse'
    await expect(
      bot.line.speakFile({ room: ROOM }, { name: '日报.png', bytes: Buffer.from('x') }),
    ).rejects.toMatchObject({ kind: 'refused' })
    wechat.switches.sends = 'answer'
    await bot.line.speak({ room: ROOM }, '后一句')
    expect(wechat.heard().map((heard) => heard.text)).toEqual(['后一句'])
  })
})

describe('files and rooms', () => {
  test.each([
    ['现场.jpg', 10_000],
    ['现场.jpg', 3_000_000],
    ['工单.xlsx', 50_000],
  ])('%s of %d bytes is loaded whole', async (name, size) => {
    const bytes = randomBytes(size)
    const id = wechat.say({ room: ROOM, as: 'wang', files: [{ name, bytes }] })
    const file = await bot.line.file(id)
    expect(file.name).toBe(name)
    expect(file.bytes.equals(bytes)).toBe(true)
  })

  test('a late file fails at the deadline and can be asked for again', async () => {
    await bot.line.stop()
    await using quick = await aLine(wechat, { fileMs: 150 })
    const id = wechat.say({ room: ROOM, as: 'wang', files: [{ name: 'a.jpg', bytes: Buffer.from('x') }] })
    wechat.switches.downloads = 'hold'
    await expect(quick.line.file(id)).rejects.toThrow('150 ms')
    wechat.switches.downloads = 'refuse'
    await expect(quick.line.file(id)).rejects.toThrow('refused')
    wechat.switches.downloads = 'answer'
    wechat.release()
    expect((await quick.line.file(id)).bytes.toString()).toBe('x')
  })

  test('a file over 25 MB is refused', async () => {
    const bytes = Buffer.alloc(25 * 1024 * 1024 + 1)
    const id = wechat.say({ room: ROOM, as: 'wang', files: [{ name: '大.zip', bytes }] })
    await expect(bot.line.file(id)).rejects.toThrow('larger')
  })

  test('members are named, and friends marked', async () => {
    expect(await bot.line.members(ROOM)).toEqual([
      { id: wechat.selfId, name: '小管家', friend: false },
      { id: 'wang', name: '王磊', alias: '执法一队-王磊', friend: true },
      { id: 'mei', name: '李梅', friend: true },
      { id: 'zhao', name: '老赵', friend: false },
    ])
    expect(await bot.line.rooms()).toEqual([{ id: ROOM, topic: '方庄街道管家群' }])
  })

  test('a friend request is accepted, and the new friend can be spoken to', async () => {
    wechat.befriend({ contact: 'zhao', greeting: '绑定管理员 7F3A' })
    const [request] = (await bot.called('friendRequest')) as [{ accept(): Promise<void> }]
    expect(request).toMatchObject({ contact: 'zhao', name: '老赵', greeting: '绑定管理员 7F3A' })
    await request.accept()
    await bot.line.speak({ contact: 'zhao' }, '你好')
    expect(wechat.heard('zhao')).toHaveLength(1)
    wechat.say({ as: 'zhao', text: '我是 老赵' })
    expect((await bot.hears('我是 老赵')).speaker.friend).toBe(true)
    expect(bot.calls.filter((call) => call.name === 'friendRequest')).toHaveLength(1)
  })

  test('an invitation into a large room is accepted', async () => {
    wechat.room({ id: 'da@chatroom', topic: '区级管家群', members: ['wang', 'mei'], without: true })
    await expect(bot.line.speak({ room: 'da@chatroom' }, '你好')).rejects.toMatchObject({ kind: 'refused' })
    wechat.invite({ room: 'da@chatroom', by: 'mei' })
    const [invitation] = (await bot.called('invited')) as [{ accept(): Promise<void> }]
    expect(invitation).toMatchObject({ topic: '区级管家群', by: 'mei' })
    await invitation.accept()
    expect(await bot.called('joined')).toMatchObject([{ room: 'da@chatroom', members: [{ name: '小管家' }] }])
    await bot.line.speak({ room: 'da@chatroom' }, '你好')
  })
})
