import type { CaseNo, PersonId } from '../cases/case.ts'
import type { LearnedPlace } from '../reading/learned.ts'
import { dayClock } from '../time/saying.ts'
import type { Lookup } from './lookup.ts'
import { lines, type Sentence } from './sentence.ts'

const MOST_NOS = 3

/** A learned name with who confirmed it, when, and from which cases. */
export interface Origin extends LearnedPlace {
  by: PersonId
  at: number
  cases: readonly CaseNo[]
}

const arrow = ({ name, street }: LearnedPlace): string => `${name}→${street}`

/** 地名清单: what closed cases suggest, numbered, with how to answer. In: what is shown, and how much more waits. */
export function placeList(
  proposed: readonly (LearnedPlace & { cases: readonly CaseNo[]; others: readonly string[] })[],
  more: number,
): Sentence {
  const rows = proposed.map((place, i) => {
    const known = place.others.length ? `,已记在${place.others.join('、')}` : ''
    return `${i + 1} ${arrow(place)}(${nosOf(place.cases)}${known})`
  })
  const [first] = proposed
  return lines(
    `办结的件里有${proposed.length + more}个没记过的地名:`,
    ...rows,
    more > 0 ? `另有${more}个,定完上面的再列。` : '',
    `对的回「记地名 1」或「记地名 ${first ? arrow(first) : ''}」,不记回「不记 1」。`,
  )
}

/** 记地名: from the next message on. */
export function placesLearned(places: readonly LearnedPlace[]): Sentence {
  return [`已记:${places.map(arrow).join('、')}。以后按它分街镇;不对回「忘地名 ${places[0]?.name ?? ''}」。`]
}

export function placesKnown(places: readonly LearnedPlace[]): Sentence {
  return [`${places.map(arrow).join('、')} 本来就认得,不用再记。`]
}

/** The same name in another street: asked before it stands for two. */
export function twoStreets(place: LearnedPlace, known: readonly string[], code: string): Sentence {
  return lines(
    `「${place.name}」已记在${known.join('、')}。两处都有就回「确认 ${code}」,以后会先问是哪处;`,
    `记错了先回「忘地名 ${place.name}」再记。`,
  )
}

export function placesDropped(places: readonly LearnedPlace[]): Sentence {
  return [`不记:${places.map(arrow).join('、')}。以后不再问。`]
}

export function placeForgotten(places: readonly LearnedPlace[]): Sentence {
  return [`已忘:${places.map(arrow).join('、')}。`]
}

/** 地名 X: where it stands, and why. */
export function placeShown(places: readonly Origin[], look: Lookup): Sentence {
  return lines(...places.map((place) => originLine(place, look)))
}

/** 地名: all of them, the newest first. In: those that fit, and how many there are. */
export function allPlaces(places: readonly Origin[], count: number): Sentence {
  if (!count) return ['还没有记过地名。例:「记地名 望悦家园→石榴庄街道」']
  return lines(
    `记了${count}个地名${places.length < count ? `,最近的${places.length}个` : ''}:`,
    places.map(arrow).join('、'),
  )
}

function originLine(place: Origin, look: Lookup): string {
  const from = place.cases.length ? `,来自${nosOf(place.cases)}` : ''
  return `${arrow(place)}:${look.name(place.by)} ${dayClock(place.at, look.now)}记${from}。`
}

function nosOf(cases: readonly CaseNo[]): string {
  const more = cases.length - MOST_NOS
  return (
    cases
      .slice(0, MOST_NOS)
      .map((no) => `#${no}`)
      .join('、') + (more > 0 ? `等${cases.length}件` : '')
  )
}
