import { expect, test } from 'vitest'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

const ROOMS = 10
const EACH = 6
const INTERVAL_MS = 1000

test('60 replies in 10 rooms at one message a second: merged by room, none lost, in order, nobody starved', async () => {
  await using world = await openWorld({ config: { sendIntervalMs: INTERVAL_MS } })
  const rooms = addRooms(world)
  const saidAt = new Map<string, number>()
  const heardAt: { room: string; text: string; ms: number }[] = []
  world.wechat.onHeard(({ to, text }) => heardAt.push({ room: to, text, ms: performance.now() }))

  for (let n = 0; n < EACH; n++)
    for (const [i, room] of rooms.entries()) {
      const no = 900 + n * ROOMS + i
      saidAt.set(`${room} ${no}`, performance.now())
      world.wechat.say({ as: `wxid_pace${i}`, room, text: `过程 ${no}` })
    }
  await until(() => answersIn(heardAt).length >= ROOMS * EACH, 25_000)

  const answers = answersIn(heardAt)
  const waits = answers.map(({ room, no, ms }) => ms - (saidAt.get(`${room} ${no}`) as number)).sort((a, b) => a - b)
  const firsts = rooms.map(
    (room) =>
      (heardAt.find((heard) => heard.room === room)?.ms ?? Infinity) -
      (saidAt.get(`${room} ${900 + rooms.indexOf(room)}`) as number),
  )
  const lasted = (heardAt.at(-1)?.ms ?? 0) - (heardAt[0]?.ms ?? 0)
  const median = waits[Math.floor(waits.length / 2)] as number
  console.table({
    replies: answers.length,
    messages: heardAt.length,
    'median wait (s)': seconds(median),
    'longest wait (s)': seconds(waits.at(-1) as number),
    'longest first answer of a room (s)': seconds(Math.max(...firsts)),
    'one message every (s)': seconds(lasted / (heardAt.length - 1)),
  })

  // none lost, none twice, each room in the order of its questions
  for (const [i, room] of rooms.entries())
    expect(answers.filter((answer) => answer.room === room).map(({ no }) => no)).toEqual(
      Array.from({ length: EACH }, (_, n) => 900 + n * ROOMS + i),
    )
  // merged: far fewer messages than replies, one a second
  expect(heardAt.length).toBeLessThanOrEqual(2 * ROOMS)
  expect(lasted).toBeGreaterThan(0.9 * INTERVAL_MS * (heardAt.length - 1))
  // nobody starved: every room has heard once before the others have heard all of theirs
  expect(new Set(heardAt.slice(0, ROOMS + 4).map(({ room }) => room)).size).toBe(ROOMS)
  expect(median).toBeLessThan(12_000)
})

test('a room that floods and a queue of notices keep nobody else from their answer', async () => {
  await using world = await openWorld({ config: { sendIntervalMs: INTERVAL_MS } })
  const [noisy = '', calm = '', ...others] = addRooms(world)
  const { store, jobs } = world.bot
  for (const room of others) {
    const { id } = store.books.people.boundRoom(room) as { id: number }
    const notice = { to: { room: id }, class: 'notice', key: `notice-${id}`, sentence: ['今天有检查'] } as const
    store.unit((tx) => tx.outbox.say(notice, world.clock.now()))
  }
  jobs.nudge()
  for (let n = 0; n < 60; n++) world.wechat.say({ as: 'wxid_pace0', room: noisy, text: `过程 ${900 + n}` })
  await until(() => world.wechat.heard(noisy).length > 0)
  const before = world.wechat.heard().length
  world.wechat.say({ as: 'wxid_pace1', room: calm, text: '过程 999' })
  await until(() => world.wechat.heard(calm).length > 0)
  expect(world.wechat.heard().length - before).toBeLessThanOrEqual(3)
})

/** Ten rooms of a unit each, bound without a word, with one member who asks. */
function addRooms({ wechat, bot, clock }: World): string[] {
  return Array.from({ length: ROOMS }, (_, i) => {
    const id = `pace${i}@chatroom`
    wechat.contact({ id: `wxid_pace${i}`, name: `网格员${i}` })
    wechat.room({ id, topic: `执法${i}队`, members: [`wxid_pace${i}`] })
    bot.store.unit((tx) => {
      const person = tx.people.meet({ id: `wxid_pace${i}`, name: `网格员${i}`, friend: true })
      tx.people.bind({ contact: id, topic: `执法${i}队`, kind: 'unit', unit: `执法${i}队` }, person, clock.now())
    })
    return id
  })
}

/** The single replies in what was heard: 「没有#907这个件…」. */
function answersIn(heard: readonly { room: string; text: string; ms: number }[]) {
  return heard.flatMap(({ room, text, ms }) =>
    [...text.matchAll(/没有#(\d+)这个件/g)].map((match) => ({ room, ms, no: Number(match[1]) })),
  )
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1)
}
