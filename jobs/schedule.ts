import type { Books, Store } from '../db/unit.ts'
import { dateOf, instant } from '../domain/time/wall.ts'
import type { Speech } from '../domain/words/speech.ts'
import { blankChatter } from './chatter.ts'
import type { Timetable } from './cron.ts'
import { morning } from './morning.ts'
import { sayStale } from './stale.ts'
import { sweep } from './sweep.ts'

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
  say(books: Books, at: number): Speech[]
}

export type Entry = Sweep | Report

const tz = 'Asia/Shanghai'
const EVERY_MINUTE = '* * * * *'

/** Everything that happens by the clock. */
export const schedule: readonly Entry[] = [
  { name: 'clocks', cron: EVERY_MINUTE, tz, run: sweep, wanted: (books) => books.cases.nextDue() },
  { name: 'stale', cron: EVERY_MINUTE, tz, run: sayStale, wanted: (books) => books.outbox.nextExpiry(), whenUp: true },
  { name: 'chatter', cron: '7 * * * *', tz, run: blankChatter },
  {
    name: 'morning',
    cron: '30 8 * * *',
    tz,
    holds: (books, at) => books.settings.calendar().workday(dateOf(at)),
    madeUpUntil: (at) => instant(dateOf(at), '12:00'),
    say: morning,
  },
]
