import type { SceneState } from './scenes.ts'

/** The drill ground as its page needs it: people to be, rooms to stand in, a clock to move. Built in bot/drill. */
export interface Ground {
  /** Everything but the messages: small, and sent again whenever any of it changes. */
  state(): GroundState
  /** What was said, oldest first: the last few hundred lines of every conversation. */
  lines(): Line[]
  /** Says something as one of the people. Throws GroundRefusal. */
  say(saying: LineSaid): Line
  /** Sends a picture as one of the people. Throws GroundRefusal. */
  photo(photo: { as: string; in: string; name: string; bytes: Buffer }): Line
  /** Takes back a line of one's own, within two minutes of the ground's clock. Throws GroundRefusal. */
  recall(recall: { as: string; id: string }): void
  /** Asks the bot to be a friend, as WeChat offers when a private message was not delivered. Throws GroundRefusal. */
  befriend(as: string, greeting: string): void
  /** Moves the clock; resolves when everything due until then is done and said. Throws GroundRefusal. */
  advance(to: number): Promise<void>
  /** The picture or file of a line. */
  file(line: string): { name: string; bytes: Buffer } | undefined
  /** Calls back for everything new. Returns the way to stop that. */
  watch(listener: (news: GroundNews) => void): () => void
}

export interface GroundState {
  bot: { id: string; name: string }
  people: GroundPerson[]
  rooms: GroundRoom[]
  /** Milliseconds since the epoch. */
  now: number
  /** The clock is on its way to another time. */
  moving: boolean
  /** The next 08:30 of a working day, when the morning dispatch is said. */
  nextMorning: number
  /** Open cases, the most pressing first. */
  cases: GroundCase[]
  /** An order to begin with: who pastes it where, and who answers the card. */
  example: { as: string; in: string; text: string; claimer: string; dispatchIn: string }
  /** The scenario drill this ground is the stage of. */
  scene?: SceneState
}

export interface GroundPerson {
  id: string
  name: string
  /** 「方庄街道 网格员」; 「群成员」 without a role. */
  role: string
  /** Friends of the bot can write to it in private and hear from it. */
  friend: boolean
}

export interface GroundRoom {
  id: string
  topic: string
  /** 「街镇群」 and so on; absent while nobody has bound the room. */
  bound?: string
  members: string[]
}

export interface GroundCase {
  no: number
  /** 「待领哨」 … */
  state: string
  waiting: boolean
  urgent: boolean
  /** 「餐饮油烟」 */
  category: string
  where: string
  /** 「执法一队 李强」 */
  owner?: string
  /** 「余6天12时」, 「超3时」 */
  left?: string
  late: boolean
  /** How many pictures and files are kept of it; absent when none. */
  photos?: number
}

export interface LineSaid {
  /** Contact id of the speaker. */
  as: string
  /** A room id, or the speaker's own contact id for the private conversation with the bot. */
  in: string
  text: string
  /** The id of the line that is quoted. */
  quote?: string
}

/** One message as people see it. */
export interface Line {
  id: string
  /** A room id, or the contact id of the person whose private conversation with the bot it is. */
  in: string
  /** Contact id of the speaker. */
  by: string
  name: string
  text: string
  quote?: { name: string; text: string }
  file?: { name: string; picture: boolean }
  /** Milliseconds since the epoch. */
  at: number
  recalled?: true
  /** WeChat's red exclamation mark: the speaker is no friend of the bot. */
  undelivered?: true
}

/** A line is new or has changed, or the rest has; or the ground is taken down. */
export type GroundNews = { kind: 'line'; line: Line } | { kind: 'state'; state: GroundState } | { kind: 'closed' }

/** Something the ground does not do; the message is for the person at the page. */
export class GroundRefusal extends Error {
  override readonly name = 'GroundRefusal'
}
