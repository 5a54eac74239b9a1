import { type RoleId, roleNames } from '../../domain/people/roles.ts'
import { type Room, type RoomKind, roomKinds } from '../../domain/people/rooms.ts'
import type { Attachment, Inbound } from '../../domain/reading/inbound.ts'
import { readPlaceLabel, spoken } from '../../domain/reading/quote.ts'
import { readMentions } from '../line/mentions.ts'

/** A message to be read without a WeChat behind it: one line of JSON, every key but `text` optional. */
export interface Message {
  id: string | number | undefined
  inbound: Inbound
  /** Absent in private. */
  room: Room | undefined
  /** False: a room nobody has bound. */
  bound: boolean
  role: RoleId | undefined
  /** Open cases the speaker acted on in this conversation in the last hours. */
  recent: number[]
  now: number
}

/** A line that is no message; the words say why. */
export class LineFault extends Error {}

/**
 * Takes one line apart: `{ id, now, sender: { role, street }, room: { street, kind, unit, bound }, kind, text, quote,
 * recent }`. Without `room` it is a private message; a room without street, kind or unit is the district's.
 * In: the bot's name, for `@小管家` in the text. Throws LineFault.
 */
export function messageOf(line: string, { me, now: clock }: { me: string; now: number }): Message {
  const said = parsed(line)
  const now = timeOf(said.now) ?? clock
  const kind = text(said.kind) ?? 'text'
  const words = spoken(text(said.text) ?? '') ?? { text: '', forwarded: false }
  const location = kind === 'location' ? (readPlaceLabel(text(said.text) ?? '') ?? words.text) : undefined
  const ids = { id: 'me', names: [me] }
  const mentioned = readMentions(location === undefined ? words.text : '', { ids: [], me: ids, members: [] })
  const quote = quoteOf(said.quote) ?? words.quote
  const room = roomOf(object(said.room))
  const sender = object(said.sender)
  const inbound: Inbound = {
    id: 'read',
    ...(room && { room: { id: 'room', topic: room.topic } }),
    speaker: { id: 'speaker', name: text(sender?.name) ?? '', friend: true, self: false },
    text: mentioned.text,
    ...(quote && { quote }),
    mentionsMe: mentioned.mentionsMe,
    mentions: [],
    files: filesOf(kind, location ?? ''),
    forwarded: words.forwarded || FORWARDED.test(kind),
    sentAt: now,
  }
  const id = typeof said.id === 'number' ? said.id : text(said.id)
  const bound = object(said.room)?.bound !== false
  return { id, inbound, room, bound, role: roleOf(sender?.role), recent: numbers(said.recent), now }
}

const FORWARDED = /forward|record|history|card|link|mini/i

type Said = { [key: string]: unknown }

function parsed(line: string): Said {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new LineFault('no JSON')
  }
  const said = object(value)
  if (!said) throw new LineFault('no JSON object')
  return said
}

function roomOf(said: Said | undefined): Room | undefined {
  if (!said) return undefined
  const street = text(said.street)
  const unit = text(said.unit)
  const stated = text(said.kind)
  const kind = stated && stated in roomKinds ? (stated as RoomKind) : street ? 'street' : unit ? 'unit' : 'district'
  return { id: 1, kind, topic: text(said.topic) ?? street ?? '', ...(street && { street }), ...(unit && { unit }) }
}

function filesOf(kind: string, location: string): Attachment[] {
  const kinds = ['image', 'video', 'voice', 'file', 'location'] as const
  return kinds
    .filter((one) => kind.split('+').includes(one))
    .map((one) => ({ id: one, kind: one, name: one === 'location' ? location : '' }))
}

function quoteOf(said: unknown): Inbound['quote'] {
  const words = text(said) ?? text(object(said)?.text)
  return words === undefined ? undefined : { name: text(object(said)?.name) ?? '', text: words }
}

function roleOf(said: unknown): RoleId | undefined {
  const role = text(said)
  return role !== undefined && role in roleNames ? (role as RoleId) : undefined
}

function timeOf(said: unknown): number | undefined {
  const at = typeof said === 'number' ? said : Date.parse(text(said) ?? '')
  return Number.isFinite(at) ? at : undefined
}

function numbers(said: unknown): number[] {
  return Array.isArray(said) ? said.map(Number).filter((no) => Number.isSafeInteger(no) && no > 0) : []
}

function text(said: unknown): string | undefined {
  return typeof said === 'string' && said !== '' ? said : undefined
}

function object(said: unknown): Said | undefined {
  return typeof said === 'object' && said !== null && !Array.isArray(said) ? (said as Said) : undefined
}
