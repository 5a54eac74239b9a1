import type { Settings } from '../settings.ts'
import { type Calendar, nextWorkday } from '../time/calendar.ts'
import { dateOf, instant } from '../time/wall.ts'
import { currentOrLast, isWorking } from '../time/working.ts'
import type { Channel } from './channel.ts'
import { type Grade, isOrder, letterAcceptance, officialTerms, type Row } from './grade.ts'

/** When a case is due. */
export interface Deadline {
  /** Milliseconds since the epoch. */
  at: number
  /** The platform's (官方时限), not the bureau's own term (内部时限). */
  official: boolean
  /** Computed because the order named none: marked 推算. */
  derived: boolean
}

export interface Due {
  channel: Channel
  grade: Grade
  urgent: boolean
  /** The deadline the order or the person named; derived when it was a span («7天»). */
  named?: { at: number; derived: boolean } | undefined
  /** When the platform dispatched it; if it does not say, when it was registered. */
  receivedAt: number
  registeredAt: number
}

/**
 * The deadline of a new case (domain.md section 5). The order's own rules. Without one an order's runs by grade from
 * receipt, natural time, marked derived. Every other source has the internal term† from registering.
 */
export function deadlineOf(due: Due, settings: Settings): Deadline {
  const official = isOrder(due.channel)
  if (due.named) return { at: due.named.at, official, derived: due.named.derived }
  if (official && due.grade !== 'internal')
    return { at: due.receivedAt + officialTerms[due.grade], official, derived: true }
  const term = due.urgent ? settings.internalTermUrgent : settings.internalTerm
  return { at: due.registeredAt + term, official: false, derived: false }
}

/** By when a letter must be accepted (受理); its deadline is that of the answer. */
export function acceptanceOf(receivedAt: number): number {
  return receivedAt + letterAcceptance
}

/** From when on contact is awaited: the claim, or the last 重办. Undefined while nobody has the case. */
export function contactSince({
  claimedAt,
  reopenedAt,
}: {
  claimedAt?: number
  reopenedAt?: number
}): number | undefined {
  return claimedAt === undefined ? undefined : Math.max(claimedAt, reopenedAt ?? 0)
}

/** By when the owner must have contacted the complainant: natural time from the claim, or the last 重办. */
export function contactBy(claimedAt: number, row: Row, settings: Settings): number {
  const terms = {
    emergency: settings.emergencyContact,
    day: settings.dayContact,
    general: settings.generalContact,
  } satisfies Record<Row, number>
  return claimedAt + terms[row]
}

/** The deadline the bureau sets itself, so that the revisit fits before the official one. */
export function internalDeadline(deadline: Deadline, row: Row, settings: Settings): number {
  const margins = {
    emergency: settings.emergencyInternal,
    day: settings.dayInternal,
    general: settings.generalInternal,
  } satisfies Record<Row, number>
  return deadline.at - margins[row]
}

/** The instant a bare date stands for as a deadline: 18:00† of that day. */
export function dueOn(date: string, settings: Settings): number {
  return instant(date, settings.dueTime)
}

/**
 * 督办 without a date: half of what remains, never before 17:00† of the next working day. A half that falls into quiet is the
 * 18:00† of the working day before it: nobody is asked for something at midnight.
 */
export function supervisedUntil(
  now: number,
  deadline: Deadline | undefined,
  { calendar, settings }: { calendar: Calendar; settings: Settings },
): number {
  const earliest = instant(nextWorkday(dateOf(now), calendar), settings.superviseTime)
  const left = deadline ? Math.max(0, deadline.at - now) : 0
  const half = now + left / 2
  const day = currentOrLast(half, { calendar, settings })
  const spoken = isWorking(half, { calendar, settings }) ? half : instant(dateOf(day.from), settings.dueTime)
  return Math.max(earliest, spoken)
}
