import type { Inbound } from '../../domain/reading/inbound.ts'
import type { Log } from './log.ts'

export { type FailureKind, SpeakFailure } from './failure.ts'
export type { Log } from './log.ts'

/** A member of a room as the gateway knows them. */
export interface Member {
  id: string
  name: string
  /** The nickname in the room. */
  alias?: string
  friend: boolean
}

/** Where something is said: into a room, or privately to a friend. */
export type Conversation = { room: string } | { contact: string }

/** A request to be a friend of the bot. */
export interface FriendRequest {
  /** The gateway's id of it: it can be accepted later. */
  id: string
  contact: string
  name: string
  greeting: string
  accept(): Promise<void>
}

/** An invitation into a room that has to be accepted: WeChat sends one where a room is large. */
export interface Invitation {
  topic: string
  /** The contact id of the one who invites. */
  by: string
  accept(): Promise<void>
}

/** What the line calls. A callback that rejects is logged; `message` alone is called again until it resolves. */
export interface LineCalls {
  /** Awaited: the next message of the conversation comes after it. */
  message(inbound: Inbound): Promise<void>
  /** A first login, or one with another id, or after a logout; a new connection with the same account is not one. */
  login?(selfId: string): Promise<void> | void
  logout?(): Promise<void> | void
  /** A QR code waits for the account's phone. */
  scan?(qr: string, status: string): Promise<void> | void
  friendRequest?(request: FriendRequest): Promise<void> | void
  invited?(invitation: Invitation): Promise<void> | void
  /** The bot itself may be among them. */
  joined?(to: { room: string; members: Member[] }): Promise<void> | void
  left?(from: { room: string; members: Member[] }): Promise<void> | void
  /** Nothing has been heard since `from`, and for longer than `awayMs`. */
  away?(from: number): Promise<void> | void
  /** The end of an absence that `away` told of. */
  back?(from: number, to: number): Promise<void> | void
  /** Connected, but another client with the same token gets the messages. */
  deaf?(): Promise<void> | void
}

export interface LineOptions {
  token: string
  /** `host:port` of the gateway. */
  endpoint: string
  /** Without TLS: only on loopback or a private network. */
  insecure: boolean
  now: () => number
  log: Log
  on: LineCalls
  pingMs?: number
  deadMs?: number
  /** The deadline of each answer of the gateway. */
  rpcMs?: number
  /** The deadline of a file, up or down. */
  fileMs?: number
  awayMs?: number
  /** The first wait before a failed message is handed over again. */
  retryMs?: number
}

export interface Line {
  /** Resolves when logged in, after the first vain attempt, or after 3 s; the line goes on trying. Never throws for the gateway. */
  start(): Promise<void>
  /** Takes no more messages, waits for those at work, closes the connection. */
  stop(): Promise<void>
  health(): LineHealth
  /**
   * Says the text exactly as given; the caller writes `@name\u2005` for those mentioned. Resolves with the gateway's id
   * when it gave one. Rejects with a `SpeakFailure`.
   */
  speak(to: Conversation, text: string, mentions?: string[]): Promise<{ id?: string }>
  /** Says a file, as `speak` does; a picture is shown as one by its name. */
  speakFile(to: Conversation, file: { name: string; bytes: Buffer }): Promise<{ id?: string }>
  /** Accepts a request to be friends that came earlier. */
  acceptFriend(request: string): Promise<void>
  members(room: string): Promise<Member[]>
  rooms(): Promise<{ id: string; topic: string }[]>
  /** Loads a file named in a message. Rejects after `fileMs`, over 25 MB, and when the gateway does not have it. */
  file(attachmentId: string): Promise<{ name: string; bytes: Buffer }>
  /** The account; it stays known while the connection is away, not after a logout. */
  self(): { id: string; name: string } | undefined
}

export interface LineHealth {
  /** The stream brings signs of life. */
  up: boolean
  loggedIn: boolean
  deaf: boolean
  /** The last sign of life, milliseconds since the epoch. */
  heardAt: number | undefined
  /** The content of the QR code that waits to be scanned. */
  qr?: string
}
