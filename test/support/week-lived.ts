import type { Saying } from '../../bot/drill/gateway.ts'
import { furnish, populate } from '../../bot/drill/seed.ts'
import { clock } from '../../domain/time/saying.ts'
import { instant } from '../../domain/time/wall.ts'
import type { HeardThen } from './manners.ts'
import { sheet } from './tells.ts'
import { type Deed, eightRooms, type Plan, WEEK } from './week.ts'
import type { World } from './world.ts'

/** 今日发言 as a room was told it. */
export interface Told {
  room: string
  at: number
  counted: number
  limit: number
  /** What waits, and until when. */
  waits: { until: number; nos: number[] }[]
}

/** A week as it was heard. */
export interface Lived {
  heard: HeardThen[]
  told: Told[]
  /** The number of each case of the plan. */
  nos: Map<number, number>
}

const ASKED_AT = ['14:59', '19:58']

/**
 * Lives through the week: everybody says what they are to say, and before the afternoon's list and the evening's quiet
 * every room asks 「今日发言」.
 */
export async function live(world: World, { deeds }: Plan): Promise<Lived> {
  populate(world.wechat, eightRooms)
  furnish(world.bot.store, world.clock.now(), eightRooms)
  const lived: Lived = { heard: [], told: [], nos: new Map() }
  const listened = hearing(world, lived.heard)
  const questions = WEEK.flatMap((day) => ASKED_AT.map((time) => instant(day, time)))
  const ask = async (until: number) => {
    for (let at = questions[0]; at !== undefined && at <= until; at = questions[0]) {
      questions.shift()
      await world.advance(new Date(at).toISOString())
      for (const room of eightRooms.rooms) lived.told.push(await askedIn(room, at))
    }
  }
  async function askedIn({ topic, members }: (typeof eightRooms.rooms)[number], at: number): Promise<Told> {
    const answers = await says({ as: idOf(members[0]!), room: roomId(topic), text: '今日发言' })
    return toldOf(topic, at, answers.join('\n'))
  }
  async function says(saying: Saying): Promise<string[]> {
    return listened.during(saying.room ?? saying.as, async () => {
      const id = world.wechat.say(saying)
      await world.bot.handled(id)
      await world.bot.settled()
      await world.quiet()
    })
  }
  async function does(deed: Deed): Promise<void> {
    const no = deed.of === undefined ? undefined : lived.nos.get(deed.of)
    if (deed.of !== undefined && no === undefined && !deed.opens) return
    const files = deed.sheet ? [await sheet('工单.xlsx', deed.sheet.rows)] : undefined
    const saying = {
      as: idOf(deed.as),
      ...(deed.where !== 'private' && { room: roomId(deed.where) }),
      ...(files ? { files } : { text: deed.text(no ?? 0) }),
    }
    const { cases } = world.bot.store.books
    const before = cases.nextNo()
    await says(saying)
    // Like a known case, it is asked back.
    if (deed.opens && cases.nextNo() === before) await says({ ...saying, text: '新件' })
    if (deed.opens && cases.nextNo() > before) lived.nos.set(deed.of!, cases.nextNo() - 1)
    for (const { id, externalNo } of deed.sheet?.opens ?? []) {
      const found = cases.withExternalNo(externalNo)
      if (found) lived.nos.set(id, found.no)
    }
  }

  for (const deed of deeds) {
    await ask(deed.at)
    if (deed.at > world.clock.now()) await world.advance(new Date(deed.at).toISOString())
    await does(deed)
  }
  await ask(Infinity)
  await world.advance(new Date(instant(WEEK.at(-1)!, '23:59')).toISOString())
  listened.stop()
  return lived
}

/** Writes down what is heard, and whether somebody had just spoken there. */
function hearing(world: World, heard: HeardThen[]) {
  let speaking: string | undefined
  const stop = world.wechat.onHeard(({ to, at, text, mentions }) => {
    const room = eightRooms.rooms.find(({ id }) => id === to)
    const name = room?.topic ?? eightRooms.people.find(({ id }) => id === to)?.name ?? to
    heard.push({ to: name, inRoom: room !== undefined, at, text, mentions, answer: to === speaking })
  })
  return {
    stop,
    /** What is heard in a conversation because somebody speaks there. */
    async during(conversation: string, body: () => Promise<void>): Promise<string[]> {
      const before = heard.length
      speaking = conversation
      await body()
      speaking = undefined
      return heard.slice(before).flatMap(({ answer, text }) => (answer ? [text] : []))
    },
  }
}

function toldOf(room: string, at: number, answer: string): Told {
  const [, counted, limit] = /今日主动发言(\d+)\/(\d+)条/.exec(answer) ?? []
  if (counted === undefined) throw new Error(`${room} ${clock(at)}: ${answer}`)
  const waits = [...answer.matchAll(/^等(今天|明天|\d\d-\d\d )(\d\d:\d\d) \d+句:(.*)$/gm)].map(
    ([, day, time, about]) => {
      const date = new Date(at + 8 * 3_600_000 + (day === '明天' ? 86_400_000 : 0)).toISOString().slice(0, 10)
      const until = instant(/\d/.test(day!) ? `2026-${day!.trim()}` : date, time!)
      return { until, nos: [...about!.matchAll(/#(\d+)/g)].map(([, no]) => Number(no)) }
    },
  )
  return { room, at, counted: Number(counted), limit: Number(limit), waits }
}

function idOf(name: string): string {
  return eightRooms.people.find((person) => person.name === name)!.id
}

function roomId(topic: string): string {
  return eightRooms.rooms.find((room) => room.topic === topic)!.id
}
