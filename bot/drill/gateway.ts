import type { types } from 'wechaty-puppet'
import type { QuoteForm, Switches } from './switches.ts'
import type { FileSaid, Group, Person, World } from './world.ts'

export type { QuoteForm, Switches } from './switches.ts'
export type { FileSaid, Group, Person } from './world.ts'

/** How a simulated WeChat is started. */
export interface WechatOptions {
  /** The time of messages and of what is heard, milliseconds. */
  now: () => number
  /** Ids of messages and requests; counted from 1 when absent. Must never repeat where a database outlives the gateway. */
  newId?: () => string
  /** Default: `insecure_` and a fixed word. */
  token?: string
  /** Default: a free one. */
  port?: number
  /** The account of the bot. Default: wxid_guanjia, 小管家. */
  self?: { id: string; name: string }
  /** False: nobody is logged in until `login()`; see `scan`. */
  loggedIn?: boolean
  heartbeatMs?: number
  /** With TLS and Wechaty's own certificate; without it when absent. */
  tls?: boolean
  switches?: Partial<Switches>
}

/** One message of the bot, as the people in the conversation see it. */
export interface Heard {
  id: string
  /** The room, or the contact in a private conversation. */
  to: string
  text: string
  mentions: string[]
  file?: FileSaid
  /** Milliseconds since the epoch. */
  at: number
}

/** What a person does in WeChat: speaks, quotes, sends a file, a place, a card. */
export interface Saying {
  /** Absent: a private message to the bot. */
  room?: string
  /** The contact id of the speaker; the bot's own id stands for its phone. */
  as: string
  text?: string
  quote?: { name: string; text: string }
  quoteForm?: QuoteForm
  /** Contact ids mentioned; the `@name\u2005` stands in the text. */
  mentions?: string[]
  /** One message each, as in WeChat; a text comes last. */
  files?: FileSaid[]
  /** A location message. `xml`: its words stand in the text as XML, otherwise only a question answers them. */
  place?: { label: string; latitude: number; longitude: number; xml?: boolean }
  /** The kind of message, where it is none of text, file and place: ChatHistory, MiniProgram, Contact, Url … */
  type?: keyof typeof types.Message
  /** When it was said, milliseconds; now when absent. */
  at?: number
  /** A chosen message id. */
  id?: string
}

/** A running simulated WeChat: a real gRPC gateway with people behind it. */
export interface Wechat extends AsyncDisposable {
  readonly endpoint: string
  readonly token: string
  readonly selfId: string
  readonly switches: Switches
  readonly world: World
  /** Adds or changes a person. Names can be changed by calling it again. */
  contact(person: { id: string; name: string; friend?: boolean; official?: boolean }): Person
  /** Adds or changes a room. The bot is a member unless `without` says otherwise. */
  room(room: {
    id: string
    topic: string
    members: string[]
    aliases?: Record<string, string>
    without?: boolean
  }): Group
  alias(room: string, contact: string, alias: string): void
  join(room: string, contacts: string[], by?: string): void
  leave(room: string, contacts: string[], by?: string): void
  topic(room: string, topic: string, by?: string): void
  /** Says it and returns the id of the last message it became. */
  say(saying: Saying): string
  /** Takes a message back, as its speaker or another. Returns the id of the recall. */
  recall(id: string, by?: string): string
  /** Delivers the event of an old message once more. */
  repeat(id: string): void
  /** A request to be a friend of the bot; the bot may accept it. */
  befriend(request: { contact: string; greeting: string }): string
  /** Invites the bot into a room that it has to enter by accepting, as WeChat does with large rooms. */
  invite(invitation: { room: string; by: string }): string
  /** What the bot said, oldest first, in one conversation or in all. */
  heard(to?: string): Heard[]
  /** Calls back for every message of the bot. Returns the way to stop that. */
  onHeard(listener: (heard: Heard) => void): () => void
  /** Answers, and where asked delivers, everything that the switches hold. */
  release(): void
  /** A QR code is shown, as before a login. */
  scan(qr: string): void
  login(): void
  logout(reason?: string): Promise<void>
  /** Logs out and in again with other ids for everybody. */
  relogin(renamed: (id: string) => string): Promise<void>
  /** The network stands still: connections stay, nothing answers. */
  freeze(): void
  thaw(): void
  /** Every connection breaks; the gateway lives on. */
  cut(): void
  /** The gateway goes away; what is said meanwhile is never delivered. */
  down(): Promise<void>
  up(): Promise<void>
  /** Away and back on the same port. */
  restart(): Promise<void>
  stop(): Promise<void>
}
