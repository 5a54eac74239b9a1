import type { Books, Store, Tx } from '../db/unit.ts'
import { dateOf, instant } from '../domain/time/wall.ts'
import { approvalList, approvalTimes } from './approval-list.ts'
import { blankChatter } from './chatter.ts'
import { contradictionTimes, tellContradictions } from './contradictions.ts'
import type { Timetable } from './cron.ts'
import { eraseOld, forgetOldAnswers } from './erase.ts'
import {
  askForCalendar,
  beforeHolidayTimes,
  calendarIsMissing,
  clearBeforeHoliday,
  holidayList,
  holidayTimes,
} from './holiday.ts'
import { compactLikeCases, tidyLikeCases } from './like-cases.ts'
import { morning } from './morning.ts'
import { newRules } from './new-rules.ts'
import { personalList, personalTimes } from './personal-list.ts'
import { placeListTimes, sayPlaceList } from './place-list.ts'
import type { Rendered } from './rendered.ts'
import { nextSettling, settleFiles, tidyFiles } from './settle-files.ts'
import { sayStale } from './stale.ts'
import { supervisionTimes, tellSupervisors } from './supervision.ts'
import { sweep } from './sweep.ts'
import { unsureList, unsureTimes } from './unsure-list.ts'

/** Something that looks for what is due and does it; doing it twice changes nothing. */
export interface Sweep extends Timetable {
  name: string
  run(store: Store, now: number): void
  /** When it next has something to do, if it knows: time that is moved by hand stops there. */
  wanted?(books: Books): number | undefined
  /** Waits until somebody can be spoken to: what an absence does to the outbox is seen whole, at its end. */
  whenUp?: boolean
}

/** Something said once per period: rendered first, then written down and said in one transaction. */
export interface Report extends Timetable {
  name: string
  /** Whether a firing counts at all (a working day, the first of a month). */
  holds(books: Books, at: number): boolean
  /** Until when a missed firing is made up; later it is recorded as skipped. */
  madeUpUntil(at: number): number
  say(books: Books, at: number): Rendered
}

/**
 * Something said at times of the day that are house rules (†), once per time. A missed one is said as things stand then,
 * until the next of that day or the end of the working time; later it is recorded as skipped.
 */
export interface Listing extends Timetable {
  name: string
  /** The instants of a date, in order; none on a day without it. */
  times(books: Books, date: string): number[]
  /** Says it, in the transaction that writes it down. `last`: when it was said before. */
  list(tx: Tx, when: { at: number; now: number; until: number; last: number | undefined }): void
}

export type Entry = Sweep | Report | Listing

const tz = 'Asia/Shanghai'
const EVERY_MINUTE = '* * * * *'

/** Everything that happens by the clock. */
export const schedule: readonly Entry[] = [
  { name: 'clocks', cron: EVERY_MINUTE, tz, run: sweep, wanted: (books) => books.cases.nextDue() },
  { name: 'stale', cron: EVERY_MINUTE, tz, run: sayStale, wanted: (books) => books.outbox.nextExpiry(), whenUp: true },
  { name: 'rules', cron: '1 0 * * *', tz, run: newRules },
  { name: 'files', cron: EVERY_MINUTE, tz, run: settleFiles, wanted: nextSettling },
  { name: 'disk', cron: '37 3 * * *', tz, run: tidyFiles, wanted: () => undefined },
  // At the first tick after a start too, so that a lost index is built anew.
  { name: 'like-cases', cron: '52 3 * * *', tz, run: tidyLikeCases },
  { name: 'like-cases-anew', cron: '54 3 * * *', tz, run: (store) => compactLikeCases(store, true) },
  {
    name: 'like-cases-merge',
    cron: EVERY_MINUTE,
    tz,
    run: (store) => compactLikeCases(store, false),
    wanted: () => undefined,
  },
  { name: 'chatter', cron: '7 * * * *', tz, run: blankChatter },
  { name: 'erasure', cron: '17 4 * * *', tz, run: eraseOld },
  { name: 'practice', cron: '19 4 * * *', tz, run: forgetOldAnswers },
  {
    name: 'morning',
    cron: '30 8 * * *',
    tz,
    holds: (books, at) => books.settings.calendar().workday(dateOf(at)),
    madeUpUntil: (at) => instant(dateOf(at), '12:00'),
    say: morning,
  },
  // Their times are house rules (†); 08:05 and 15:00, 11:30 and 16:00, and so on unless somebody changed them.
  { name: 'personal-list', cron: EVERY_MINUTE, tz, times: personalTimes, list: personalList },
  // Who waits to be let in, by roster or as a friend.
  { name: 'admissions', cron: EVERY_MINUTE, tz, times: personalTimes, list: (tx, { now }) => tx.admission.tell(now) },
  // What may not have reached anybody.
  { name: 'unsure', cron: EVERY_MINUTE, tz, times: unsureTimes, list: unsureList },
  { name: 'approvals', cron: EVERY_MINUTE, tz, times: approvalTimes, list: approvalList },
  { name: 'supervision', cron: EVERY_MINUTE, tz, times: supervisionTimes, list: tellSupervisors },
  { name: 'contradictions', cron: EVERY_MINUTE, tz, times: contradictionTimes, list: tellContradictions },
  { name: 'places', cron: EVERY_MINUTE, tz, times: placeListTimes, list: sayPlaceList },
  { name: 'before-holiday', cron: EVERY_MINUTE, tz, times: beforeHolidayTimes, list: clearBeforeHoliday },
  { name: 'duty-list', cron: EVERY_MINUTE, tz, times: holidayTimes, list: holidayList },
  {
    name: 'calendar',
    cron: '10 9 * * *',
    tz,
    holds: calendarIsMissing,
    madeUpUntil: (at) => instant(dateOf(at), '20:00'),
    say: askForCalendar,
  },
]
