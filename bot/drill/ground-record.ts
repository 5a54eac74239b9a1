import { types } from 'wechaty-puppet'
import { unquote } from '../../domain/reading/quote.ts'
import type { Line } from '../../web/ground.ts'
import type { Heard, Wechat } from './gateway.ts'
import type { FileSaid, Said } from './world.ts'

/** What somebody says, before WeChat has given it an id. */
export interface Spoken {
  as: string
  in: string
  text: string
  quote?: { name: string; text: string }
  file?: FileSaid
}

/** What was said in every conversation, bounded. */
export interface ChatRecord {
  /** All lines, oldest first. */
  lines(): Line[]
  find(id: string): Line | undefined
  /** Says it in WeChat and writes it down. */
  said(spoken: Spoken): Line
  /** Writes down what WeChat did not deliver. */
  undelivered(spoken: Spoken): Line
  /** Writes down what the bot said. */
  heard(heard: Heard): Line
  recall(line: Line): void
}

/** Lines kept of each conversation. */
export const KEPT_LINES = 300

interface Parts {
  wechat: Wechat
  now: () => number
  /** Lines of an earlier run of the program. */
  earlier: readonly Line[]
  /** Hears of every line that is new or has changed. */
  tell(line: Line): void
}

/** Opens the record with what was said before. */
export function openRecord({ wechat, now, earlier, tell }: Parts): ChatRecord {
  const conversations = new Map<string, Line[]>()
  let lost = 0

  function keep(line: Line): Line {
    const kept = conversations.get(line.in) ?? []
    kept.push(line)
    conversations.set(line.in, kept.slice(-KEPT_LINES))
    return line
  }

  function told(line: Line): Line {
    tell(line)
    return line
  }

  function lineOf(id: string, at: number, { as, in: where, text, quote, file }: Spoken): Line {
    return {
      id,
      in: where,
      by: as,
      name: nameIn(wechat, where, as),
      text,
      at,
      ...(quote && { quote }),
      ...(file && { file: { name: file.name, picture: isPicture(file.name) } }),
    }
  }

  for (const line of earlier) keep(withoutFile(line))
  for (const said of wechat.world.said.values()) {
    const spoken = spokenOf(said, wechat)
    if (spoken) keep(lineOf(said.id, said.timestamp, spoken))
  }

  return {
    lines: () => [...conversations.values()].flat().sort((a, b) => a.at - b.at),
    find: (id) => [...conversations.values()].flat().find((line) => line.id === id),
    said(spoken) {
      const { as, in: where, text, quote, file } = spoken
      const group = wechat.world.groups.get(where)
      const marked = group ? withMentions(text, namesIn(wechat, group.members)) : { text, mentions: [] }
      const id = wechat.say({
        as,
        ...(group && { room: where }),
        ...(file ? { files: [file] } : { text: marked.text, mentions: marked.mentions }),
        ...(quote && { quote }),
      })
      return told(keep(lineOf(id, now(), { ...spoken, text: marked.text })))
    },
    undelivered(spoken) {
      lost += 1
      return told(keep({ ...lineOf(`lost-${now()}-${lost}`, now(), spoken), undelivered: true }))
    },
    heard: ({ id, to, text, file, at }) =>
      told(keep(lineOf(id, at, { as: wechat.selfId, in: to, text, ...(file && { file }) }))),
    recall(line) {
      if (!line.undelivered) wechat.recall(line.id)
      line.recalled = true
      line.text = ''
      delete line.quote
      delete line.file
      tell(line)
    },
  }
}

/** What a message on the wire was, when it was said before anybody looked. */
function spokenOf(said: Said, { world, selfId }: Wechat): Spoken | undefined {
  const { id, talkerId: as, roomId, listenerId, text = '', type } = said
  if (!as || type === types.Message.Recalled) return undefined
  const where = roomId ?? (as === selfId ? listenerId : as)
  if (!where) return undefined
  const file = world.files.get(id)
  return { as, in: where, ...unquote(text), ...(file && { file }) }
}

/** Pictures are gone with the WeChat they were sent in. */
function withoutFile({ file, ...line }: Line): Line {
  return file ? { ...line, text: file.picture ? '[图片]' : `[文件]${file.name}` } : line
}

interface Named {
  id: string
  name: string
}

function namesIn({ world }: Wechat, members: readonly string[]): Named[] {
  return members.map((id) => ({ id, name: world.person(id).name }))
}

function nameIn({ world }: Wechat, where: string, who: string): string {
  return world.groups.get(where)?.aliases.get(who) ?? world.people.get(who)?.name ?? who
}

/** WeChat ends a mention with its own space and sends the ids beside the text. */
function withMentions(text: string, members: readonly Named[]): { text: string; mentions: string[] } {
  const mentions = new Set<string>()
  const marked = text.replace(/@([^\s@]+)[ \u2005]?/g, (all, said: string) => {
    const member = members.find(({ name }) => name === said)
    if (!member) return all
    mentions.add(member.id)
    return `@${member.name}\u2005`
  })
  return { text: marked, mentions: [...mentions] }
}

function isPicture(name: string): boolean {
  return /\.(png|jpe?g|gif)$/i.test(name)
}
