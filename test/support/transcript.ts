import { district } from '../../domain/drill/district.ts'
import { shortStreet } from '../../domain/people/rooms.ts'
import { wallOf } from '../../domain/time/wall.ts'
import type { World } from './world.ts'

/** One thing the bot said: 'MM-DD HH:MM', the room's short name or the person's, and the words. */
export interface Line {
  at: string
  to: string
  text: string
}

/** Everything the bot said since the first `from` messages, in order. */
export function transcript(world: World, from = 0): Line[] {
  return world.wechat
    .heard()
    .slice(from)
    .map(({ at, to, text }) => ({ at: clockOf(at), to: nameOf(to), text }))
}

/** 'MM-DD HH:MM 方庄群 | words', one string a message: easy to compare and to read. */
export function told(world: World, from = 0): string[] {
  return transcript(world, from).map(({ at, to, text }) => `${at} ${to} | ${text.replaceAll('\u2005', '')}`)
}

/** Only when and to whom: 'MM-DD HH:MM 方庄群'. */
export function whenAndWho(world: World, from = 0): string[] {
  return transcript(world, from).map(({ at, to }) => `${at} ${to}`)
}

/** True for lists and reports by the clock. */
export function isList(text: string): boolean {
  return /【早调度】|【节前清零】|值班清单|今天\d+件:|谁值班|放假安排/.test(text)
}

/** The steps of the ladder, also where they stand in a list; without the lists and reports, which have their own tests. */
export function reminders(world: World, from = 0): string[] {
  return told(world, from)
    .filter((line) => !isList(line))
    .map((line) => line.replace(/\| [^,|]+,请留意:\n/, '| '))
}

function clockOf(at: number): string {
  const { date, time } = wallOf(at)
  return `${date.slice(5)} ${time}`
}

function nameOf(id: string): string {
  const room = district.rooms.find((one) => one.id === id)
  if (!room) return district.people.find((person) => person.id === id)?.name ?? id
  const { street, unit, kind } = room.bound ?? {}
  if (street !== undefined) return `${shortStreet(street)}群`
  return unit === undefined
    ? (({ district: '全区群', leaders: '领导群' } as Record<string, string>)[kind ?? ''] ?? room.topic)
    : `${unit}群`
}
