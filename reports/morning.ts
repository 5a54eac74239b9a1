import type { Case, CaseNo, UnitId } from '../domain/cases/case.ts'
import { isOpen, isTicking, isUnfinished } from '../domain/cases/case.ts'
import type { EventKind } from '../domain/cases/events.ts'
import { byDate, ruledBy } from '../domain/cases/supervise.ts'
import { dateOf } from '../domain/time/wall.ts'

/** A case as the dispatch names it; never a person. */
export interface MorningCase {
  no: CaseNo
  street?: string
  /** The unit that has it; absent while it waits. */
  unit?: UnitId
  /** What counts for its list: the deadline, or since when it waits. */
  at: number
}

/** What happened since the last snapshot. A later kind of event is one more row. */
const counted = {
  registered: 'registered',
  claimed: 'claimed',
  replied: 'replied',
  closed: 'closed',
} as const satisfies Partial<Record<EventKind, string>>
export type Flow = Record<keyof typeof counted, number>

/** The figures of one 早调度. */
export interface MorningFigures {
  /** The instant of the snapshot. */
  at: number
  /** 督办, by its date or the deadline before it; each level apart. */
  supervised: (MorningCase & { chief?: true })[]
  overdue: MorningCase[]
  dueToday: MorningCase[]
  waiting: MorningCase[]
  open: number
  /** Orders that go with one of the open cases, with a contact, an answer and a deadline of their own. */
  merged: number
  flow: Flow
}

/**
 * The figures of a snapshot (domain.md section 9). In: the cases as they stood then, the kinds of the events since the
 * last snapshot, and the instant. Out: overdue and due today by deadline, waiting by how long; a case that is answered
 * on the platform is neither overdue nor due.
 */
export function morningFigures(cases: readonly Case[], happened: readonly EventKind[], at: number): MorningFigures {
  const open = cases.filter(isOpen)
  const ticking = cases.filter(isUnfinished).flatMap((c) => (isTicking(c) ? [named(c, c.deadline.at)] : []))
  return {
    at,
    supervised: open.flatMap(supervisedOf).sort(byTime),
    overdue: ticking.filter((c) => c.at <= at).sort(byTime),
    dueToday: ticking.filter((c) => c.at > at && dateOf(c.at) === dateOf(at)).sort(byTime),
    waiting: open
      .filter((c) => c.state === 'waiting')
      .map((c) => named(c, c.waitingSince))
      .sort(byTime),
    open: open.length,
    merged: cases.filter(({ state }) => state === 'merged').length,
    flow: flowOf(happened),
  }
}

/** The figures of one street: the same snapshot, only its cases. */
export function ofStreet(figures: MorningFigures, street: string): MorningFigures {
  const mine = (list: MorningCase[]) => list.filter((c) => c.street === street)
  return {
    ...figures,
    supervised: mine(figures.supervised),
    overdue: mine(figures.overdue),
    dueToday: mine(figures.dueToday),
    waiting: mine(figures.waiting),
  }
}

/** Whether anybody has to act: a street without such cases hears nothing. */
export function hasWork({ supervised, overdue, dueToday, waiting }: MorningFigures): boolean {
  return supervised.length + overdue.length + dueToday.length + waiting.length > 0
}

function supervisedOf(c: Case): MorningFigures['supervised'] {
  return byDate(c).map(({ level, until }) => ({
    ...named(c, ruledBy(c, { until })),
    ...(level === 'chief' && { chief: true as const }),
  }))
}

function named({ no, street, owner }: Case, at: number): MorningCase {
  return { no, at, ...(street !== undefined && { street }), ...(owner && { unit: owner.unit }) }
}

const byTime = (a: MorningCase, b: MorningCase): number => a.at - b.at || a.no - b.no

function flowOf(happened: readonly EventKind[]): Flow {
  const kinds = Object.keys(counted) as (keyof Flow)[]
  return Object.fromEntries(kinds.map((kind) => [kind, happened.filter((one) => one === kind).length])) as Flow
}
