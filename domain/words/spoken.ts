/** 今日发言 and 静音: what was said in a room unasked, and what waits. */
import type { CaseNo } from '../cases/case.ts'
import { clock, dayClock } from '../time/saying.ts'
import { lines, type Sentence } from './sentence.ts'
import type { SpeechClass } from './speech.ts'

/** A message of the bot in a room: said (`at`), or waiting until then. */
export interface Spoken {
  class: SpeechClass
  /** Out of the room's budget. */
  counted: boolean
  at: number
  nos: readonly CaseNo[]
  /** The natural keys of its sentences: what stands before the first hyphen says what each is. */
  keys: readonly string[]
}

/** One room's day. */
export interface RoomDay {
  said: readonly Spoken[]
  waiting: readonly Spoken[]
  limit: number
  counted: number
  mutedUntil: number | undefined
}

/** More than a screen of them nobody reads. */
const MOST = 10

/** 今日发言 in a room: what counted today and when, what waits and until when, and what does not count. */
export function spokenToday({ said, waiting, limit, counted, mutedUntil }: RoomDay, now: number): Sentence {
  const mine = said.filter((one) => one.counted)
  const free = said.filter((one) => !one.counted)
  return lines(
    `今日主动发言${counted}/${limit}条。`,
    ...mine.slice(-MOST).map((one) => `${clock(one.at)} ${aboutOf(one)}`),
    ...waitingLines(waiting, now),
    free.length ? `不计数:${kinds(free)}。` : '',
    mutedUntil === undefined ? '' : `静音到${dayClock(mutedUntil, now)},急件除外。`,
  )
}

/** The same over all rooms, in private: the fullest first. */
export function spokenEverywhere(rooms: readonly ({ name: string } & RoomDay)[], now: number): Sentence {
  const spoke = rooms
    .filter(({ counted, waiting, mutedUntil }) => counted || waiting.length || mutedUntil !== undefined)
    .sort((a, b) => b.counted - a.counted || b.waiting.length - a.waiting.length)
  const shown = spoke.slice(0, MOST)
  const silent = rooms.length - spoke.length
  return lines(
    `今日主动发言,${rooms.length}个群:`,
    ...shown.map((room) => `${room.name} ${room.counted}/${room.limit}${standing(room, now)}`),
    spoke.length > shown.length ? `还有${spoke.length - shown.length}个群,进群回「今日发言」看。` : '',
    silent ? `其余${silent}个群今天没有。` : '',
  )
}

function standing({ waiting, mutedUntil }: RoomDay, now: number): string {
  const next = waiting.map(({ at }) => at).sort((a, b) => a - b)[0]
  const waits = next === undefined ? '' : `,等${dayClock(next, now)} ${sentencesIn(waiting)}句`
  return `${waits}${mutedUntil === undefined ? '' : `,静音到${dayClock(mutedUntil, now)}`}`
}

function waitingLines(waiting: readonly Spoken[], now: number): string[] {
  const byTime = Map.groupBy(waiting, ({ at }) => at)
  return [...byTime]
    .sort(([a], [b]) => a - b)
    .map(([at, those]) => {
      const all = { nos: [...new Set(those.flatMap(({ nos }) => nos))], keys: those.flatMap(({ keys }) => keys) }
      return `等${dayClock(at, now)} ${sentencesIn(those)}句:${aboutOf(all)}`
    })
}

function sentencesIn(messages: readonly Spoken[]): number {
  return messages.reduce((sum, { keys }) => sum + keys.length, 0)
}

// What is about no case.
const OTHERS: Record<string, string> = {
  away: '恢复接收',
  befriend: '请加好友',
  bound: '绑定本群',
  stale: '过时的提醒',
  welcome: '欢迎新成员',
}

function aboutOf({ nos, keys }: Pick<Spoken, 'nos' | 'keys'>): string {
  const shown = nos.slice(0, MOST).map((no) => `#${no}`)
  const more = nos.length > MOST ? [`等${nos.length}件`] : []
  const others = keys.flatMap((key) => OTHERS[key.slice(0, key.indexOf('-'))] ?? [])
  return [...new Set([...shown, ...more, ...others])].join('、')
}

const CLASS_NAMES: Record<SpeechClass, string> = {
  urgent: '急件',
  reply: '答复',
  card: '新件',
  notice: '提醒',
  list: '清单',
  report: '调度',
}

function kinds(said: readonly { class: SpeechClass }[]): string {
  const order = Object.keys(CLASS_NAMES) as SpeechClass[]
  return order
    .flatMap((kind) => {
      const n = said.filter((one) => one.class === kind).length
      return n ? [`${CLASS_NAMES[kind]}${n}`] : []
    })
    .join('、')
}

export function muted(until: number, now: number): Sentence {
  return [`本群静音到${dayClock(until, now)},只说急件和答复。要恢复回「静音 取消」。`]
}

export function unmuted(): Sentence {
  return ['本群静音已取消。']
}
