import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Wechat } from '../../../bot/drill/gateway.ts'
import { aLine, aWechat, type ListeningLine, MORNING } from '../../support/wechat.ts'

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

test('a text is said exactly as given, with the mentions wherever they stand', async () => {
  const text = '#128 已转方庄群 @执法一队-王磊\u2005 请在2小时内联系'
  const { id } = await bot.line.speak({ room: ROOM }, text, ['wang'])
  expect(wechat.heard(ROOM)).toEqual([{ id, to: ROOM, text, mentions: ['wang'], at: MORNING }])
})
