import type { Books, Store } from '../db/unit.ts'
import { clock } from '../domain/time/saying.ts'
import { addDays, dateOf, instant } from '../domain/time/wall.ts'
import { lastFiring, nextFiring } from './cron.ts'
import { faultFacts } from './fault.ts'
import type { Log } from './redis-server.ts'
import type { Entry, Listing, Report, Sweep } from './schedule.ts'

/** How many missed firings of a report are looked back for. */
const LOOK_BACK = 31

export interface Ticker {
  /** Does everything that is due, in the order of the schedule. What breaks is logged and does not stop the rest. */
  tick(now: number): void
  /** The next instant after `now` at which something of the schedule wants to happen. */
  next(now: number): number
}

interface TickerParts {
  store: Store
  log: Log
  /** Whether anybody can be spoken to; always, when absent. */
  up?: () => boolean
}

/** What asks, at every nudge, what is due and not done yet. In: the schedule, the store and whether the line is up. */
export function ticker(entries: readonly Entry[], { store, log, up = () => true }: TickerParts): Ticker {
  const swept = new Map<string, number>()

  function tick(now: number): void {
    const since = firstTick(store, now)
    for (const entry of entries) {
      try {
        if ('run' in entry) runSweep(entry, now)
        else if ('list' in entry) makeUpList(entry, { now, since, store })
        else makeUp(entry, { now, since, store })
      } catch (fault) {
        log.error({ job: entry.name, ...faultFacts(fault) }, 'A scheduled thing broke')
      }
    }
  }

  function runSweep(entry: Sweep, now: number): void {
    if (entry.whenUp && !up()) return
    const fired = lastFiring(entry, now)
    const wanted = entry.wanted?.(store.books)
    if (fired <= (swept.get(entry.name) ?? -Infinity) && (wanted === undefined || wanted > now)) return
    entry.run(store, now)
    swept.set(entry.name, fired)
  }

  return {
    tick,
    next(now) {
      const instants = entries.map((entry) => {
        if ('wanted' in entry) return entry.wanted?.(store.books) ?? Infinity
        if ('list' in entry) return nextListing(entry, store.books, now)
        return nextFiring(entry, now)
      })
      return Math.min(...instants.filter((at) => at > now))
    },
  }
}

// On a fresh database nothing of the past is made up.
function firstTick(store: Store, now: number): number {
  const known = store.books.runs.at('first-tick', '')
  if (known !== undefined) return known
  store.unit((tx) => tx.runs.record('first-tick', '', now))
  return now
}

function makeUp(entry: Report, { now, since, store }: { now: number; since: number; store: Store }): void {
  for (const at of missed(entry, { now, since, store })) {
    const period = dateOf(at)
    const inTime = now < entry.madeUpUntil(at)
    const { speeches, shown = [] } = inTime ? entry.say(store.books, at) : { speeches: [] }
    store.unit((tx) => {
      if (!tx.runs.record(entry.name, period, now, inTime ? 'done' : 'skipped')) return
      for (const speech of speeches) tx.outbox.say(speech, now)
      for (const { person, decisions } of shown) tx.shown.keep(person, decisions, now)
    })
  }
}

function makeUpList(entry: Listing, { now, since, store }: { now: number; since: number; store: Store }): void {
  for (const { at, until } of missedListings(entry, { now, since, store }))
    store.unit((tx) => {
      const last = tx.runs.lastDone(entry.name)
      const inTime = now < until
      if (!tx.runs.record(entry.name, periodOf(at), now, inTime ? 'done' : 'skipped')) return
      if (inTime) entry.list(tx, { at, now, until, last })
    })
}

const periodOf = (at: number): string => `${dateOf(at)} ${clock(at)}`

/** Times of a listing, since the first tick, of which nothing is written down; oldest first, each with its end. */
function missedListings(
  entry: Listing,
  { now, since, store: { books } }: { now: number; since: number; store: Store },
): { at: number; until: number }[] {
  const found: { at: number; until: number }[] = []
  let date = dateOf(now)
  for (let i = 0; i < LOOK_BACK && date >= dateOf(since); i++, date = addDays(date, -1)) {
    const times = entry.times(books, date)
    const end = times.length ? instant(date, books.settings.on(date).workUntil) : 0
    const due = times.map((at, n) => ({ at, until: times[n + 1] ?? end })).filter(({ at }) => at <= now && at >= since)
    const open = due.filter(({ at }) => !books.runs.done(entry.name, periodOf(at)))
    found.unshift(...open)
    if (open.length < due.length) break
  }
  return found
}

const DAYS_AHEAD = 14

function nextListing(entry: Listing, books: Books, now: number): number {
  for (let i = 0; i < DAYS_AHEAD; i++) {
    const next = entry.times(books, addDays(dateOf(now), i)).find((at) => at > now)
    if (next !== undefined) return next
  }
  return Infinity
}

/** Firings that count, since the first tick, of which nothing is written down; oldest first. */
function missed(entry: Report, { now, since, store }: { now: number; since: number; store: Store }): number[] {
  const found: number[] = []
  let at = lastFiring(entry, now)
  for (let i = 0; i < LOOK_BACK && at >= since; i++) {
    if (store.books.runs.done(entry.name, dateOf(at))) break
    if (entry.holds(store.books, at)) found.unshift(at)
    at = lastFiring(entry, at - 1)
  }
  return found
}
