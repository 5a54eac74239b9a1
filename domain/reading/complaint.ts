import type { Channel } from '../cases/channel.ts'
import { type CategoryId, type Industry, readCategory } from './category.ts'
import { isNotice } from './circumstances.ts'
import { fromItem, fromOrder } from './from-order.ts'
import { fromSentences } from './from-text.ts'
import { type Entry, mentions } from './gazetteer.ts'
import type { Learned } from './learned.ts'
import { readList } from './list.ts'
import { normalise } from './normal.ts'
import type { Note } from './note.ts'
import { buildingsInDigits } from './numerals.ts'
import { readOrder } from './order.ts'

export interface Complaint {
  street?: string
  community?: string
  /** Compound and building, never the door. */
  address?: string
  /** The door-level part: personal. */
  flat?: string
  /** Whom or what it is about; a private person is 某住户. */
  subject?: string
  /** The problem in the complainant's words, unmasked: personal data may stand in it. */
  content: string
  category: CategoryId
  industry: Industry
  externalNo?: string
  channel?: Channel
  /** The complainant: personal. */
  name?: string
  /** Digits; a landline with 010 in front. */
  phone?: string
  altPhones?: string[]
  /** Milliseconds since the epoch. */
  deadline?: number
  receivedAt?: number
  occurred?: string
  /** When the order states a span or a level. */
  grade?: '2h' | '24h' | '7d' | '15d'
  confidential: boolean
  urgent: boolean
  missing: ('place' | 'problem')[]
  notes: Note[]
}

export interface ComplaintReading {
  /** Two or more known labels, or rows of a spreadsheet. */
  structured: boolean
  complaints: Complaint[]
  /** The text names a pollution problem. */
  pollution: boolean
  /** The text itself names a place of the district. */
  place: boolean
  /** Beside a clear nuisance it names a road or a building that may well be of the room's street. */
  near: boolean
}

export interface ReadingAt {
  now: number
  /** Nobody spoke to the bot: where no order and no nuisance is in sight, nothing further is read. */
  unasked?: boolean
  /** The street of the room: a hint where the text names none. */
  street?: string
  /** Names taught by closed cases. */
  learned?: Learned
}

/** A complaint with what spoke for it. */
export interface Read {
  complaint: Complaint
  /** How much speaks for a pollution problem; see `CategoryReading`. */
  weight: number
  /** The text itself names a place of the district. */
  place: boolean
}

/** Longer texts are not read to their end (domain.md section 7). */
const LONGEST = 20_000
const MOST_CASES = 200
/** From this weight on a text names a pollution problem. */
export const POLLUTION = 4

/**
 * The complaints in a message, in order: structured orders in every layout, spreadsheet rows, numbered lists, several
 * cases in a sentence, free text. Never throws. Whether the text is a report at all the flags tell: of mere chatter
 * `complaints` still holds one, with everything missing. A phone is paired with a case only where the text leaves no doubt.
 */
export function readComplaints(source: string, at: ReadingAt): ComplaintReading {
  const { text: plain, notes } = normalise(source.slice(0, LONGEST))
  const text = buildingsInDigits(plain)
  const order = readOrder(text)
  const list = readList(text)
  const notice = isNotice(text)
  if (order.structured && !(list && labelsInside(list.items))) {
    const read = order.orders.slice(0, MOST_CASES).map((o) => fromOrder(o, order.preamble, at))
    const meant = order.official || (!notice && read.some((r) => r.weight >= POLLUTION || r.place))
    if (meant) return whole(read, notes, true)
  }
  if (at.unasked && readCategory(text).weight < HINT) return NONE
  if (list) {
    const readings = list.items.slice(0, MOST_CASES).map((item) => fromItem(item, list.preamble, at))
    const cases = readings.filter(
      (r) => r.complaint.missing.length < 2 && (r.place || r.weight >= POLLUTION || order.structured),
    )
    if (cases.length >= 2 && cases.some((r) => r.place)) return whole(cases, notes, order.structured)
  }
  const reading = whole(fromSentences(text, at), notes, false)
  return notice ? { ...reading, pollution: false } : reading
}

const NONE: ComplaintReading = { structured: false, complaints: [], pollution: false, place: false, near: false }
/** Below this not even a part of the text can name a pollution problem. */
const HINT = 3

function whole(readings: Read[], notes: Note[], structured: boolean): ComplaintReading {
  const [first] = readings
  if (first) first.complaint.notes.unshift(...notes)
  return {
    structured,
    complaints: readings.map((r) => r.complaint),
    pollution: readings.some((r) => r.weight >= POLLUTION),
    place: readings.some((r) => r.place),
    near: readings.some((r) => r.weight >= CLEAR && isNear(r.complaint)),
  }
}

function isNear({ street, address = '' }: Complaint): boolean {
  return street !== undefined && (ROAD.test(address) || mentions(address).some(({ entry }) => isOf(entry, street)))
}

// 「镇国寺北街」 in the room of the street whose community is 镇国寺.
function isOf({ street, communities, stemOf, weak }: Entry, here: string): boolean {
  return !weak && (street === here || [...communities, ...stemOf].some((one) => one.street === here))
}

const CLEAR = 5
/** A road that a side or a corner makes a place, or a house with its number. */
const ROAD =
  /[\p{Script=Han}]{2,}(?:路|街|大街|胡同|条|巷)(?:口|边|[东西南北中]{1,2}[侧边口段头]|底商|路边|\d{1,4}号)|[\p{Script=Han}]{2,}\d{1,4}号(?:楼|院)|[\p{Script=Han}]{2,}(?:小区|家园|花园|嘉园|公寓)/u

/** Numbered orders carry their labels inside the items; a numbered list inside one order's content does not. */
function labelsInside(items: string[]): boolean {
  return items.filter((item) => readOrder(item).structured).length >= 2
}
