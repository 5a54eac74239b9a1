import { believable, borrowed, nextOrdinal, standsAlone } from './belief.ts'
import { type Community, type Mention, mentions, WATERS } from './gazetteer.ts'
import type { Learned, LearnedMention } from './learned.ts'
import { type Choice, locate, type Said } from './locate.ts'
import { normalise } from './normal.ts'
import type { Note } from './note.ts'
import { buildingsInDigits } from './numerals.ts'

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
  /** Names taught by closed cases: below official communities and streets, above the room. */
  learned?: Learned
}

/** What is known beside a text, as a hint. */
export function hintOf({ street, learned }: Pick<PlaceHint, 'street' | 'learned'>): PlaceHint {
  return { ...(street !== undefined && { street }), ...(learned && { learned }) }
}

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
  const learnt = choice || said ? undefined : hint.learned?.find(text)
  const place: Place = {
    named:
      said !== undefined || choice !== undefined || learnt !== undefined || WATERS.some((name) => text.includes(name)),
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
  if (outside && !choice?.community && !said && !learnt) {
    place.notes.push({ kind: 'outside', place: outside })
    place.named = false
  } else if (learnt) takeLearned(place, learnt, hint.street)
  else if (street ?? hint.street) place.street = (street ?? hint.street) as string
  if (!street && !outside && hint.street) place.notes.push(...roadElsewhere(text, found, hint.street))
  locate(place, text, { found, said, choice, learnt, hint })
  return place
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

/** A name of two streets leaves the street open, unless the room is one of them; a road may run through the room's too. */
function takeLearned(place: Place, { name, streets }: LearnedMention, room: string | undefined): void {
  const [street] = streets
  const runsOn = /[路街道巷]$|胡同$/u.test(name)
  if (room !== undefined && (streets.includes(room) || runsOn)) {
    place.street = room
    if (!streets.includes(room)) place.notes.push({ kind: 'road-elsewhere', name, street: room, other: street ?? room })
  } else if (streets.length === 1 && street !== undefined) place.street = street
  else place.notes.push({ kind: 'ambiguous-place', name, candidates: [...streets] })
}

/** «成寿寺路134号院» in another street's room: the road is no proof, but a hint. */
function roadElsewhere(text: string, found: Mention[], street: string): Note[] {
  for (const { entry, start, end } of found) {
    const road = /^[东西南北中]{0,2}(?:大街|路|街(?!道))/u.exec(text.slice(end, end + 5))?.[0]
    const other = entry.street
    if (road && other && other !== street && !entry.fullStreet)
      return [{ kind: 'road-elsewhere', name: text.slice(start, end) + road, street, other }]
  }
  return []
}

function isLandmark(stemOf: Community[]): boolean {
  return stemOf.some((c) => c.name === '')
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
