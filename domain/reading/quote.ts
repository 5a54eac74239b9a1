import { XMLParser } from 'fast-xml-parser'

/** What was said, apart from what was quoted with it. */
export interface Unquoted {
  text: string
  /** The name shown above the quoted words; the words may be cut short by WeChat. */
  quote?: { name: string; text: string }
}

/** One of WeChat's app messages: a quote is type 57, everything else is a card, a record, a file, a mini program. */
export interface AppMessage extends Unquoted {
  type: number
}

/** Parts `「name：words」`, a line of dashes and a reply. Anything else is all text. */
export function unquote(text: string): Unquoted {
  const [, inside, reply] = text.match(QUOTED) ?? []
  if (inside === undefined || reply === undefined) return { text }
  const colon = inside.search(/[：:]/)
  const name = colon < 0 ? '' : inside.slice(0, colon)
  return { text: reply, quote: { name: name.trim(), text: inside.slice(colon + 1).trim() } }
}

/**
 * What was said in a text of either wire form: a quote as text or as XML, an app message. `forwarded`: a record, a card, a
 * link. Undefined for XML that says nothing.
 */
export function spoken(text: string): (Unquoted & { forwarded: boolean }) | undefined {
  const app = readAppMessage(text)
  if (app) return { text: app.text, ...(app.quote && { quote: app.quote }), forwarded: !app.quote }
  return parsed(text) ? undefined : { ...unquote(text), forwarded: false }
}

/** Reads the XML of an app message: its title is what was said. Undefined for any other text. */
export function readAppMessage(xml: string): AppMessage | undefined {
  const appmsg = part(parsed(xml), 'msg', 'appmsg') ?? part(parsed(xml), 'appmsg')
  if (!appmsg) return undefined
  const type = Number(words(appmsg.type))
  const text = words(appmsg.title)
  const refer = part(appmsg, 'refermsg')
  if (type !== QUOTE || !refer) return { type, text }
  return { type, text, quote: { name: words(refer.displayname).trim(), text: referred(refer) } }
}

/** The label people see on a location message, from its XML; undefined for any other text. */
export function readPlaceLabel(xml: string): string | undefined {
  const location = part(parsed(xml), 'msg', 'location') ?? part(parsed(xml), 'location')
  if (!location) return undefined
  const [label, poi] = [words(location['@_label']), words(location['@_poiname'])]
  if (!poi || poi === '[位置]' || label.includes(poi)) return label || poi || undefined
  return label ? `${label} ${poi}` : poi
}

/** The id a recall takes back: the text itself, or the number in WeChat's revokemsg XML. */
export function readRecalledId(text: string): string | undefined {
  const revoked = part(parsed(text), 'sysmsg', 'revokemsg') ?? part(parsed(text), 'revokemsg')
  return (revoked ? words(revoked.newmsgid) || words(revoked.msgid) : text.trim()) || undefined
}

const QUOTED = /^「([\s\S]*)」\r?\n(?:- ?){5,}\r?\n([\s\S]*)$/
const QUOTE = 57
const PLAIN = 1
const APP = 49

const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, trimValues: false })

type Node = { [key: string]: unknown }

function parsed(text: string): Node | undefined {
  // Some gateways put the sender's id and a line break before the XML.
  const xml = text.replace(/^[\w@.-]+:\s*\n/, '').trimStart()
  if (!xml.startsWith('<')) return undefined
  try {
    return parser.parse(xml) as Node
  } catch {
    return undefined
  }
}

function part(node: Node | undefined, ...path: string[]): Node | undefined {
  const [key, ...rest] = path
  if (!node || key === undefined) return node
  const next = node[key]
  return typeof next === 'object' && next !== null ? part(next as Node, ...rest) : undefined
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function referred(refer: Node): string {
  const content = words(refer.content).replace(/^wxid_[\w-]+:\n/, '')
  const type = Number(words(refer.type))
  if (type === APP) return readAppMessage(content)?.text ?? ''
  return type === PLAIN || !content.trimStart().startsWith('<') ? content : ''
}
