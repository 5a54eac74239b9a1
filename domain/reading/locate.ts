import { addressEnd, addressStart, looseAddress, tidyAddress } from './address.ts'
import { type Door, findDoors } from './flat.ts'
import type { Community, Mention } from './gazetteer.ts'
import type { LearnedMention } from './learned.ts'
import { findDigits } from './phone.ts'
import type { Place, PlaceHint } from './place.ts'

/** The street a text names as such. */
export interface Said {
  street: string
  mention: Mention
}

/** The community, or group of communities, a text names. */
export interface Choice {
  mention: Mention
  street: string
  community?: Community
  candidates: Community[]
}

export interface Located {
  found: Mention[]
  said: Said | undefined
  choice: Choice | undefined
  learnt: LearnedMention | undefined
  hint: PlaceHint
}

/** Puts address and door into a place: the whole text of an address field, else what stands around the place's name. */
export function locate(place: Place, text: string, at: Located): void {
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
function rangeOf(text: string, { choice, said, found, learnt }: Located): { start: number; end: number } | undefined {
  if (choice) {
    const same = found.filter(
      (m) => m.entry === choice.mention.entry || m.entry.communities.some((c) => c === choice.community),
    )
    const ranges = same.map((mention) => rangeAround(text, mention, said))
    return ranges.sort((a, b) => b.end - b.start - (a.end - a.start))[0]
  }
  if (learnt) return { start: addressStart(text, learnt.start, 0), end: addressEnd(text, learnt.end) }
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
