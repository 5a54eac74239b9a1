import type { Books } from '../db/unit.ts'
import { type Case, isUnfinished, type PersonId, type UnitId } from '../domain/cases/case.ts'
import { type Decision, decisionsOf } from '../domain/cases/decisions.ts'
import type { Logged } from '../domain/cases/events.ts'
import { fold } from '../domain/cases/fold.ts'
import { decidedBy } from '../domain/cases/say.ts'
import { ratesOfPeriod, spanOfThree, testedOfPeriod } from '../domain/figures/summary.ts'
import type { Room, RoomKind } from '../domain/people/rooms.ts'
import { previousWorkday } from '../domain/time/calendar.ts'
import { periodOf } from '../domain/time/period.ts'
import { dateOf, instant } from '../domain/time/wall.ts'
import { ratesInMorning, testedInMorning } from '../domain/words/figures.ts'
import { type Asked, morningForAll, morningForStreet } from '../domain/words/morning.ts'
import { reconciledUntil } from '../domain/words/reconcile.ts'
import { wantedWords } from '../domain/words/requests.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import type { Speech } from '../domain/words/speech.ts'
import { hasWork, type MorningFigures, morningFigures, ofStreet } from '../reports/morning.ts'
import type { Rendered } from './rendered.ts'

const SNAPSHOT = '08:25'
// Spoken one after the other: those who dispatch first.
const ORDER: readonly RoomKind[] = ['leaders', 'district', 'unit', 'street', 'city']

/**
 * 早调度 of a day, for every room that hears it, and what its numbers mean to the deputies in the leaders' room. In: the books
 * and the instant of the firing, however late it is made up.
 */
export function morning(books: Books, at: number): Rendered {
  const date = dateOf(at)
  const snapshot = instant(date, SNAPSHOT)
  const since = instant(previousWorkday(date, books.settings.calendar()), SNAPSHOT)
  const cases = casesAt(books, snapshot)
  const happened = books.cases.eventsBetween(since + 1, snapshot)
  const kinds = (events: readonly Logged[]) => events.map(({ event }) => event.kind)
  const all = morningFigures(cases, kinds(happened), snapshot)
  const reconciled = reconciledUntil(books.runs.lastDone('reconcile'), at)
  const counted = casesOfPeriods(books, snapshot)
  const ratesLine = ratesOf(books, counted, snapshot)
  const rooms = books.people.boundRooms().sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  const forDeputies = askedOfDeputies(books, cases, at)
  const speeches = rooms.flatMap((room) => {
    const asked = room.kind === 'leaders' ? forDeputies.map((decision) => asAsked(decision, cases)) : []
    const rates = room.unit === undefined ? ratesLine : testedIn(counted.filter(isOf(room.unit)), snapshot)
    const sentence = wordsFor(room, { figures: figuresFor(room), since, asked, rates, reconciled })
    if (!sentence) return []
    const key = `morning-${date}-${room.id}`
    return [
      { to: { room: room.id }, class: 'report', key, sentence, goodUntil: instant(date, '12:00') } satisfies Speech,
    ]
  })
  const leaders = rooms.find(({ kind }) => kind === 'leaders')
  return { speeches, shown: leaders && forDeputies.length ? shownIn(leaders) : [] }

  // Only who is in the room has read them.
  function shownIn({ id }: Room): { person: PersonId; decisions: Decision[] }[] {
    return books
      .look(at)
      .deputies()
      .filter((person) => books.people.memberOf(id, person))
      .map((person) => ({ person, decisions: forDeputies }))
  }

  // A unit reads of its own cases, and of those that wait in its streets.
  function figuresFor({ unit }: Room): MorningFigures {
    if (unit === undefined) return all
    const theirs = happened.filter(({ no }) => isOf(unit)(books.cases.find(no)))
    return morningFigures(cases.filter(isOf(unit)), kinds(theirs), snapshot)
  }

  function isOf(unit: UnitId): (c: Case | undefined) => boolean {
    return (c) => c !== undefined && (c.owner?.unit ?? books.people.unitFor(c)) === unit
  }
}

/** What the leaders are to decide (domain.md section 4, approve): answered by its number, in private. */
function askedOfDeputies({ look }: Books, cases: readonly Case[], at: number): Decision[] {
  const { settings } = look(at)
  return decisionsOf(cases).filter(({ no, wanted }) => {
    const c = cases.find((one) => one.no === no)
    return c !== undefined && decidedBy(c, wanted, settings) === 'deputy'
  })
}

function asAsked({ no, wanted }: Decision, cases: readonly Case[]): Asked {
  const c = cases.find((one) => one.no === no)
  return { no, words: c ? wantedWords(c, wanted) : '' }
}

interface Told {
  figures: MorningFigures
  since: number
  asked: readonly Asked[]
  /** How the city's revisits and 每诉必测率 of this period stand; '' where there is nothing to tell. */
  rates: string
  /** 「已对账至昨日17:00」. */
  reconciled: string
}

function wordsFor(room: Room, { figures, since, asked, rates, reconciled }: Told): Sentence | undefined {
  if (room.kind === 'city') return undefined
  if (room.street === undefined) return morningForAll(figures, since, { decisions: asked, rates, reconciled })
  const mine = ofStreet(figures, room.street)
  return hasWork(mine) ? morningForStreet(mine) : undefined
}

/** The unfinished cases as they stood at an instant, whatever happened since. */
function casesAt(books: Books, at: number): Case[] {
  return asOf(books, at, [...books.cases.open(), ...books.cases.merged()]).filter(isUnfinished)
}

/** How the city's revisits of the period stand, in 考核口径, and how many of what was handled has a test. */
function ratesOf(books: Books, cases: readonly Case[], at: number): string {
  const period = periodOf(at)
  const figures = ratesOfPeriod(cases, period, { settings: books.settings.on(dateOf(at)), assessed: true })
  return [ratesInMorning(figures), testedIn(cases, at)].filter(Boolean).join('｜')
}

function testedIn(cases: readonly Case[], at: number): string {
  return testedInMorning(testedOfPeriod(cases, periodOf(at)))
}

/** Every case that counts in the period of an instant or the two before, as it stood then. */
function casesOfPeriods(books: Books, at: number): Case[] {
  const { from, to } = spanOfThree(periodOf(at))
  return asOf(books, at, books.figures.touching(from, to))
}

/** These cases, and all that changed since an instant, as they stood then. */
function asOf({ cases }: Books, at: number, now: readonly Case[]): Case[] {
  const since = new Set(cases.eventsBetween(at + 1, Number.MAX_SAFE_INTEGER).map(({ no }) => no))
  const untouched = now.filter(({ no }) => !since.has(no))
  const unfolded = [...since].flatMap((no) => fold(cases.log(no).filter((logged) => logged.at <= at)) ?? [])
  return [...untouched, ...unfolded]
}
