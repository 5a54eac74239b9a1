import { addressEnd, addressStart, looseAddress, tidyAddress } from './address.ts'
import { type Door, findDoors } from './flat.ts'
import { type Community, type Mention, mentions, WATERS } from './gazetteer.ts'
import { normalise } from './normal.ts'
import type { Note } from './note.ts'
import { buildingsInDigits } from './numerals.ts'
import { findDigits } from './phone.ts'

export interface Place {
  street?: string
  community?: string
  /** Compound and building, never the door. */
  address?: string
  /** The door-level part («3单元502»): personal. */
  flat?: string
  /** The text itself names a place of the district, not only the hint. */
  named: boolean
  notes: Note[]
}

export interface PlaceHint {
  /** The street of the room: decides only what the text leaves open. */
  street?: string
  /** The text is an address field: all of it is address. */
  whole?: boolean
}

const LEFT_OPEN =
  /[\s\d,\uff0c。;\uff1b:\uff1a、!\uff01?\uff1f()\uff08\uff09【】[\]\-#@"“”'…·~]|[在到住位于是的区镇道乡办就和与跟有报这河路街桥]/u
const RIGHT_PLACE =
  /^(?:小区|社区|[东西南北][边侧面门口头区里]|这边|那边|附近|门口|对面|周边|一带|路口|河|段|[甲乙]?\d{1,3}号|[一二三四五六七八九十\d]{1,2}[区里]|市场|工地|家园|的)/u
/** After a short name these make a road, a bridge or an institution of it, which may stand elsewhere. */
const BORROWED =
  /^(?:[东西南北中]{1,2}?(?:路|大街|街|里(?!面))|路|大街|街(?!道)|桥|站|地铁|立交|公园|机场|医院|小学|中学|派出所|法院|大桥|火车站)/u
const ELSEWHERE = /(?:朝阳|海淀|东城|西城|石景山|门头沟|房山|大兴|通州|顺义|昌平|怀柔|平谷|密云|延庆)区/u
/** Today's street by what it was called until 2021. */
const RENAMED: Record<string, string> = { 卢沟桥街道: '六里桥街道' }

/**
 * Street, community and address of a text. The community decides the street; a street named otherwise is a note
 * (`street-conflict`, or `old-name` for the names of before 2021). What fits several communities is left empty and
 * noted. Source: the gazetteer in `domain/data/fengtai.json`.
 */
export function readPlace(source: string, hint: PlaceHint = {}): Place {
  const { text: folded, notes } = normalise(source)
  const text = buildingsInDigits(folded)
  const found = mentions(text)
  const said = saidStreet(text, found)
  const choice = choose(text, found, said, hint)
  const place: Place = {
    named: said !== undefined || choice !== undefined || WATERS.some((name) => text.includes(name)),
    notes: [...notes, ...streetNotes(said, choice)],
  }
  const street = choice?.street ?? said?.street
  if (choice?.community) place.community = choice.community.name
  if (choice && choice.candidates.length > 1) {
    place.notes.push({
      kind: 'ambiguous-place',
      name: choice.mention.entry.spelling,
      candidates: choice.candidates.map((c) => c.name),
    })
  }
  const outside = ELSEWHERE.exec(text)?.[0]
  if (outside && !choice?.community && !said) {
    place.notes.push({ kind: 'outside', place: outside })
    place.named = false
  } else if (street ?? hint.street) place.street = (street ?? hint.street) as string
  locate(place, text, { found, said, choice, hint })
  return place
}

interface Said {
  street: string
  mention: Mention
}

interface Choice {
  mention: Mention
  street: string
  community?: Community
  candidates: Community[]
}

function saidStreet(text: string, found: Mention[]): Said | undefined {
  const full = found.find((m) => m.entry.fullStreet)
  if (full?.entry.street) return { street: full.entry.street, mention: full }
  const short = found.find((m, i) => m.entry.street && !borrowed(text, m) && standsAlone(text, m, found[i + 1]))
  return short?.entry.street ? { street: short.entry.street, mention: short } : undefined
}

/** The best community or group of communities: exact before group, official name before short, long before early. */
function choose(text: string, found: Mention[], said: Said | undefined, hint: PlaceHint): Choice | undefined {
  let best: { choice: Choice; rank: number } | undefined
  for (const mention of found) {
    const near = said?.street ?? hint.street
    const choice = choiceOf(text, mention, said, near)
    if (!choice) continue
    const { entry } = mention
    const rank =
      (choice.community ? 100 : 0) +
      (entry.full ? 50 : 0) +
      (choice.street === near ? 40 : 0) -
      (entry.road ? 60 : 0) +
      Math.min(entry.spelling.length, 9)
    if (!best || rank > best.rank) best = { choice, rank }
  }
  return best?.choice
}

function choiceOf(
  text: string,
  mention: Mention,
  said: Said | undefined,
  near: string | undefined,
): Choice | undefined {
  const { entry } = mention
  if (entry.fullStreet || (entry.street && entry.communities.length === 0)) return undefined
  if (entry.street && !entry.full) return undefined
  const exact = entry.communities.filter((c) => c.name === entry.spelling)
  const all = exact.length > 0 ? exact : entry.communities.length > 0 ? entry.communities : entry.stemOf
  const here = all.filter((c) => c.street === near)
  const among = here.length > 0 ? here : all
  const inStreet = here.length > 0
  if (!believable(text, mention, { inStreet, adjacent: said?.mention.end === mention.start })) return undefined
  const streets = new Set(among.map((c) => c.street))
  const street = streets.size === 1 ? among[0]?.street : undefined
  const doubtful = entry.communities.length === 0 || entry.road || (entry.weak && !entry.full)
  if (said?.mention.entry.fullStreet && doubtful && !inStreet) return undefined
  if (!street) return undefined
  const named = among.filter((c) => c.name !== '')
  const siblings = nextOrdinal(text, mention) ? entry.stemOf.filter((c) => !among.includes(c)) : []
  const only = named.length === 1 ? named[0] : undefined
  const community = only && (entry.communities.length > 0 || !isLandmark(entry.stemOf)) ? only : undefined
  return {
    mention,
    street,
    ...(community && { community }),
    candidates: [...named, ...(near === street ? [] : siblings)],
  }
}

/** «彩虹城三区»: a number follows that the gazetteer does not know. */
function nextOrdinal(text: string, mention: Mention): boolean {
  return /^[一二三四五六七八九十\d]{1,2}[区里期]/u.test(text.slice(mention.end, mention.end + 4))
}

function isLandmark(stemOf: Community[]): boolean {
  return stemOf.some((c) => c.name === '')
}

/** Short and common names count only beside something that says place, or inside the street already known. */
function believable(text: string, mention: Mention, near: { inStreet: boolean; adjacent: boolean }): boolean {
  const { entry } = mention
  if (!entry.full && borrowed(text, mention)) return false
  if (entry.road && !entry.full) return near.inStreet
  if (!entry.weak) return true
  const before = text[mention.start - 1]
  const open = before === undefined || near.adjacent || LEFT_OPEN.test(before)
  if (near.adjacent && near.inStreet) return true
  if (!open) return false
  return (
    near.inStreet ||
    (entry.full && (entry.spelling.length > 2 || !/[\u4e00-\u9fff]/u.test(before ?? ''))) ||
    RIGHT_PLACE.test(text.slice(mention.end, mention.end + 5))
  )
}

/** A street's two-letter short name inside a word («权利和义务») is no street. */
function standsAlone(text: string, mention: Mention, next: Mention | undefined): boolean {
  if (mention.entry.spelling.length > 2 || next?.start === mention.end) return true
  const before = text[mention.start - 1]
  const after = text.slice(mention.end, mention.end + 5)
  if (/^(?:务|无反顾|气)/u.test(after)) return false
  return before === undefined || LEFT_OPEN.test(before) || /[映诉报来去给转]/u.test(before) || RIGHT_PLACE.test(after)
}

function borrowed(text: string, mention: Mention): boolean {
  if (mention.entry.fullStreet || mention.entry.road) return false
  return BORROWED.test(text.slice(mention.end, mention.end + 5))
}

function streetNotes(said: Said | undefined, choice: Choice | undefined): Note[] {
  if (!said) return []
  const notes: Note[] = []
  const words = said.mention.entry.spelling
  if (said.mention.entry.oldName && (!choice || choice.street === said.street))
    notes.push({ kind: 'old-name', from: words, to: said.street })
  if (!choice || choice.street === said.street) return notes
  if (RENAMED[said.street] === choice.street)
    return [...notes, { kind: 'old-name', from: said.street, to: choice.street }]
  const community = choice.community?.name ?? choice.mention.entry.spelling
  return [...notes, { kind: 'street-conflict', said: words, street: choice.street, community }]
}

interface Located {
  found: Mention[]
  said: Said | undefined
  choice: Choice | undefined
  hint: PlaceHint
}

function locate(place: Place, text: string, at: Located): void {
  const range = at.hint.whole ? { start: 0, end: text.length } : rangeOf(text, at)
  const doors = findDoors(text).filter((d) => !range || (d.start >= range.start && d.start <= range.end + 2))
  const door = doors[0]
  if (door) place.flat = door.value.replace(/\s+/gu, '')
  if (!range) return
  const streets = at.found
    .filter((m) => m.entry.street && m.entry.communities.length === 0)
    .map((m) => text.slice(m.start, m.end))
  const phones = findDigits(text).map((d): Door => ({ value: '', start: d.start, end: d.end }))
  const words = cut(
    text,
    range,
    [...doors, ...phones].sort((a, b) => a.start - b.start),
  )
  const address = tidyAddress(words, at.said?.mention.entry.fullStreet ? streets : [])
  if (address.length >= 2) place.address = address
}

/** Where the address stands in free text. */
function rangeOf(text: string, { choice, said, found }: Located): { start: number; end: number } | undefined {
  if (choice) {
    const same = found.filter(
      (m) => m.entry === choice.mention.entry || m.entry.communities.some((c) => c === choice.community),
    )
    const ranges = same.map((mention) => rangeAround(text, mention, said))
    return ranges.sort((a, b) => b.end - b.start - (a.end - a.start))[0]
  }
  const from = said ? said.mention.end : 0
  const known = found.find(
    (m) => m.start >= from && (m.entry.stemOf.length > 0 || m.entry.communities.length > 0) && !m.entry.weak,
  )
  if (known) return { start: known.start, end: addressEnd(text, known.end) }
  const loose = looseAddress(text.slice(from))
  if (loose) return { start: loose.start + from, end: loose.end + from }
  if (!said) return undefined
  const end = addressEnd(text, from)
  return end > from ? { start: said.mention.start, end } : undefined
}

function rangeAround(text: string, mention: Mention, said: Said | undefined): { start: number; end: number } {
  const floor = said && said.mention.end <= mention.start ? said.mention.end : 0
  return { start: addressStart(text, mention.start, floor), end: addressEnd(text, mention.end) }
}

function cut(text: string, range: { start: number; end: number }, doors: Door[]): string {
  let words = ''
  let from = range.start
  for (const door of doors) {
    if (door.start < from || door.start > range.end || (door.start === range.end && !door.building)) continue
    words += text.slice(from, door.start) + (door.building ?? '')
    from = door.end
  }
  return words + text.slice(from, Math.max(from, range.end))
}
