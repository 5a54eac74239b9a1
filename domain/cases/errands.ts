import type { Settings } from '../settings.ts'
import { dateOf, hours } from '../time/wall.ts'
import { type Case, type CaseNo, isTicking, isUnfinished } from './case.ts'
import { contactBy, contactSince } from './deadlines.ts'
import { rowOf } from './grade.ts'
import { earliestDue } from './merge.ts'
import { type Need, needs } from './needs.ts'
import { nearestSupervision } from './supervise.ts'

/** Why a case stands in somebody's list, most pressing first: over · due today · supervised · to be called · to be visited · due soon. */
export type Why = 'overdue' | 'dueToday' | 'supervised' | 'consult' | 'contact' | 'visit' | 'dueSoon'

/** One case in somebody's list of the day. */
export interface Errand {
  c: Case
  why: Why
  /** What counts for it: the deadline, by when to call, when one is expected there. Absent: some time. */
  at?: number
  missing: Need[]
  compound?: string
  /** An errand before this one in the same compound: on the way. */
  near?: CaseNo
  /** The deadline is that of a case merged into this one: the earliest rules the work. */
  dueWith?: CaseNo
}

/** What the list reads beside the cases. */
export interface Day {
  now: number
  settings: Settings
  /** Compound of a case, to group by; undefined when its address names none. */
  compound(c: Case): string | undefined
  /** When its owner agreed to come. */
  appointment(c: Case): number | undefined
  /** The cases that were merged into it. */
  held?(c: Case): Case[]
}

/**
 * What somebody has to do about their open cases, by when; cases of one compound stand together (「顺路」). In: their
 * cases. Left out: what rests (缓), unless it is over or due today, and what needs nothing soon.
 */
export function errands(cases: readonly Case[], day: Day): Errand[] {
  const all = cases.filter(isUnfinished).flatMap((c) => errandOf(c, day) ?? [])
  return together(
    all.sort((a, b) => rank(a, day) - rank(b, day) || (a.at ?? Infinity) - (b.at ?? Infinity) || a.c.no - b.c.no),
  )
}

/** Cases that rest until later than now. */
export function resting(cases: readonly Case[], now: number): Case[] {
  return cases.filter((c) => isUnfinished(c) && c.snoozedUntil !== undefined && c.snoozedUntil > now)
}

/** Unfinished cases whose official or internal deadline is at most so far away, not answered yet; the nearest first. */
export function dueWithin(cases: readonly Case[], now: number, ms: number): Case[] {
  return ticking(cases)
    .filter((c) => c.deadline.at > now && c.deadline.at - now <= ms)
    .sort(byDeadline)
}

/** Unfinished cases whose deadline is over, not answered yet; the longest first. */
export function overdue(cases: readonly Case[], now: number): Case[] {
  return ticking(cases)
    .filter((c) => c.deadline.at <= now)
    .sort(byDeadline)
}

type Ticking = Case & { deadline: NonNullable<Case['deadline']> }

function ticking(cases: readonly Case[]): Ticking[] {
  return cases.filter((c): c is Ticking => isUnfinished(c) && isTicking(c))
}

const byDeadline = (a: Ticking, b: Ticking): number => a.deadline.at - b.deadline.at || a.no - b.no

function errandOf(c: Case, day: Day): Errand | undefined {
  const found = reasonFor(c, day)
  if (!found) return undefined
  const compound = c.confidential ? undefined : day.compound(c)
  return { c, ...found, missing: needs(c), ...(compound !== undefined && { compound }) }
}

function reasonFor(c: Case, day: Day): Pick<Errand, 'why' | 'at' | 'dueWith'> | undefined {
  const { now, settings } = day
  const first = earliestDue([c, ...(day.held?.(c) ?? [])])
  const due = first?.deadline?.at
  const dueWith = first && first.no !== c.no ? { dueWith: first.no } : {}
  if (due !== undefined && due <= now) return { why: 'overdue', at: due, ...dueWith }
  if (due !== undefined && dateOf(due) === dateOf(now)) return { why: 'dueToday', at: due, ...dueWith }
  if (c.snoozedUntil !== undefined && c.snoozedUntil > now) return undefined
  const missing = c.owner ? needs(c) : []
  const supervision = nearestSupervision(c)
  if ((c.state === 'claimed' || c.state === 'merged') && missing.includes('contact'))
    return { why: 'contact', at: contactBy(contactSince(c) ?? now, rowOf(c), settings) }
  if (c.state === 'claimed' && missing.includes('arrive')) {
    const at = day.appointment(c)
    if (at === undefined) return { why: 'visit' }
    if (dateOf(at) <= dateOf(now)) return { why: 'visit', at }
  }
  if (c.consultation && dateOf(c.consultation.at) === dateOf(now)) return { why: 'consult', at: c.consultation.at }
  if (supervision) return { why: 'supervised', at: supervision.until }
  return due !== undefined && due - now <= settings.generalReminder
    ? { why: 'dueSoon', at: due, ...dueWith }
    : undefined
}

const RANKS: Record<Why, number> = {
  overdue: 0,
  dueToday: 1,
  supervised: 1,
  consult: 1,
  contact: 1,
  visit: 2,
  dueSoon: 4,
}

// What has an hour today goes by the hour; what can be done some time comes after it.
function rank({ why, at }: Errand, { now }: Day): number {
  if (why === 'supervised' && at !== undefined && at <= now) return RANKS.overdue
  if (why === 'visit' && at === undefined) return 3
  return why === 'contact' && at !== undefined && dateOf(at) > dateOf(now) ? 2 : RANKS[why]
}

function together(sorted: readonly Errand[]): Errand[] {
  const done = new Set<Errand>()
  return sorted.flatMap((errand) => {
    if (done.has(errand)) return []
    const others = sorted.filter((other) => other !== errand && !done.has(other) && sameWay(errand, other))
    for (const one of [errand, ...others]) done.add(one)
    return [errand, ...others.map((other) => ({ ...other, near: errand.c.no }))]
  })
}

// What is only due needs nobody on the road; what must be seen there does.
function sameWay(a: Errand, b: Errand): boolean {
  return (
    a.compound !== undefined && a.compound === b.compound && a.c.street === b.c.street && b.missing.includes('arrive')
  )
}

/** How long before its deadline a case counts as 临期. */
export const SOON = hours(48)
