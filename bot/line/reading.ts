import { type payloads, types } from 'wechaty-puppet'
import type { Attachment, Contact, Inbound } from '../../domain/reading/inbound.ts'
import { readAppMessage, readPlaceLabel, readRecalledId, spoken, unquote } from '../../domain/reading/quote.ts'
import { hasUnknownName, type Nameable, readMentions } from './mentions.ts'
import type { LinePuppet } from './puppet.ts'

/** The questions that complete a message. */
export type Gateway = Pick<
  LinePuppet,
  'contactPayload' | 'roomPayload' | 'roomMemberList' | 'roomMemberPayload' | 'messageLocation'
>

/** Who asks, and what the time is. */
export interface Reader {
  gateway: Gateway
  selfId: string
  now: number
}

/**
 * Completes a message of the gateway to an `Inbound`. Never rejects: what the gateway does not answer stays empty
 * (a name), because a message without names is better than no message.
 */
export async function readInbound(payload: payloads.Message, reader: Reader): Promise<Inbound> {
  const words = wordsOf(payload)
  const [topic, speaker, mentioned, files] = await Promise.all([
    payload.roomId ? topicOf(payload.roomId, reader.gateway) : '',
    speakerOf(payload, reader),
    mentionsOf(words.text, payload, reader),
    filesOf(payload, reader.gateway),
  ])
  const room = payload.roomId ? { id: payload.roomId, topic } : undefined
  const recalls = payload.type === types.Message.Recalled ? readRecalledId(payload.text ?? '') : undefined
  return {
    id: payload.id,
    ...(room ? { room } : {}),
    speaker,
    text: mentioned.text,
    ...(words.quote ? { quote: words.quote } : {}),
    mentionsMe: mentioned.mentionsMe,
    mentions: mentioned.mentions,
    files,
    ...(recalls ? { recalls } : {}),
    forwarded: words.forwarded,
    sentAt: milliseconds(payload.timestamp) ?? reader.now,
  }
}

/** Messages of one conversation are kept in order: the room, or the one who is not the bot. */
export function conversationOf(payload: payloads.Message, selfId: string | undefined): string {
  if (payload.roomId) return payload.roomId
  return (payload.talkerId === selfId ? payload.listenerId : payload.talkerId) ?? ''
}

interface Words {
  text: string
  quote?: { name: string; text: string }
  forwarded: boolean
}

function wordsOf({ type, text = '' }: payloads.Message): Words {
  const { Text, Unknown, GroupNote } = types.Message
  if (type === Text || type === GroupNote) return { ...unquote(text), forwarded: false }
  if (type === Unknown) return spoken(text) ?? SILENT
  if (FORWARDED.has(type)) return { text: readAppMessage(text)?.text ?? text, forwarded: true }
  return SILENT
}

const SILENT: Words = { text: '', forwarded: false }

const FORWARDED = new Set<types.Message>([
  types.Message.ChatHistory,
  types.Message.Contact,
  types.Message.MiniProgram,
  types.Message.Url,
  types.Message.Post,
])

const FILE_KINDS = new Map<types.Message, Attachment['kind']>([
  [types.Message.Image, 'image'],
  [types.Message.Video, 'video'],
  [types.Message.Audio, 'voice'],
  [types.Message.Attachment, 'file'],
])

async function filesOf(payload: payloads.Message, gateway: Gateway): Promise<Attachment[]> {
  const { id, type, filename, text = '' } = payload
  if (type === types.Message.Location) {
    const label = readPlaceLabel(text) ?? (await quietly(gateway.messageLocation(id)))?.name
    return [{ id, kind: 'location', name: label && label !== 'NONAME' ? label : '' }]
  }
  const kind = FILE_KINDS.get(type)
  return kind ? [{ id, kind, name: filename ?? '' }] : []
}

async function mentionsOf(text: string, payload: payloads.Message, { gateway, selfId }: Reader) {
  const room = payload.roomId
  const given = ('mentionIdList' in payload && payload.mentionIdList) || []
  const ids = given.filter((id) => !id.endsWith('@all'))
  if (ids.length === 0 && !text.includes('@')) return { text, mentionsMe: false, mentions: [] }
  const me = await nameable(room, selfId, gateway)
  let members = await Promise.all(ids.map((id) => nameable(room, id, gateway)))
  if (room && hasUnknownName(text, [me, ...members], selfId)) {
    const all = (await quietly(gateway.roomMemberList(room))) ?? ids
    members = await Promise.all([...new Set([...ids, ...all])].map((id) => nameable(room, id, gateway)))
  }
  const read = readMentions(text, { ids, me, members })
  const names = new Map(members.map((member) => [member.id, member.names[0] ?? '']))
  const clear = read.others.map((id) => ({ id, name: names.get(id) ?? '' }))
  return { ...read, mentions: [...clear, ...read.unclear.map((name) => ({ id: '', name }))] }
}

async function nameable(room: string | undefined, id: string, gateway: Gateway): Promise<Nameable> {
  const member = room ? await quietly(gateway.roomMemberPayload(room, id)) : undefined
  const name = member?.name || (await quietly(gateway.contactPayload(id)))?.name
  return { id, names: [member?.roomAlias, name].filter((one) => one !== undefined && one !== '') as string[] }
}

async function speakerOf({ roomId, talkerId = '' }: payloads.Message, { gateway, selfId }: Reader): Promise<Contact> {
  const [contact, member] = await Promise.all([
    quietly(gateway.contactPayload(talkerId)),
    roomId ? quietly(gateway.roomMemberPayload(roomId, talkerId)) : undefined,
  ])
  const name = contact?.name || member?.name || ''
  const alias = member?.roomAlias
  return {
    id: talkerId,
    name,
    ...(alias ? { alias } : {}),
    friend: contact?.friend ?? false,
    self: talkerId === selfId,
    ...(contact?.type === types.Contact.Official && { official: true as const }),
  }
}

async function topicOf(room: string, gateway: Gateway): Promise<string> {
  return (await quietly(gateway.roomPayload(room)))?.topic ?? ''
}

async function quietly<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch(() => undefined)
}

/** Some gateways count in seconds. */
function milliseconds(timestamp: number | undefined): number | undefined {
  if (!timestamp) return undefined
  return Math.round(timestamp < 1e12 ? timestamp * 1_000 : timestamp)
}
