import type { CaseEvent, Registered } from '../../domain/cases/events.ts'
import { days, hours, minutes } from '../../domain/time/wall.ts'
import type { MovableJobs } from '../../jobs/open.ts'
import { openJobs } from '../../jobs/open.ts'
import { openRedis } from '../../jobs/redis.ts'
import { type FarSide, farSide } from '../support/far-side.ts'
import { openTown, type Town } from '../support/town.ts'
import { chance } from './chance.ts'

/** What happens to a case, or to the program, and when, milliseconds. `by`: how far the clock is set wrong. */
export type Happening = { at: number } & (
  | { what: 'report'; id: number; facts: Partial<Registered> }
  | { what: 'act'; id: number; event: CaseEvent }
  | { what: 'restart' }
  | { what: 'clock'; by: number }
)

const OWNER = { unit: '执法一队' }

/** Cases of a month and what people do with them, in the order of time; the same for the same seed. */
export function casesOfAMonth(seed: number, count: number, { from, to }: { from: number; to: number }): Happening[] {
  const by = chance(seed)
  const found: Happening[] = []
  for (let id = 0; id < count; id++) {
    const at = minute(from + by.next() * (to - from - days(2)))
    const grade = by.weighed({ '2h': 5, '24h': 15, '7d': 60, '15d': 20 })
    found.push({ at, what: 'report', id, facts: { grade } })
    let next = at
    const then = (event: CaseEvent, low: number, high: number) => {
      next = minute(next + low + by.next() * (high - low))
      found.push({ at: next, what: 'act', id, event })
    }
    const owner = { ...OWNER, person: 0 }
    if (by.is(0.15)) continue
    then({ kind: 'claimed', owner }, minutes(2), hours(by.is(0.3) ? 30 : 4))
    if (by.is(0.1)) {
      then({ kind: 'released', why: 0 }, minutes(5), hours(20))
      then({ kind: 'claimed', owner }, minutes(5), hours(9))
    }
    if (by.is(0.8)) then({ kind: 'contacted' }, minutes(5), hours(30))
    if (by.is(0.1)) continue
    then({ kind: 'handled' }, hours(1), days(6))
    if (by.is(0.1)) then({ kind: 'reopened' }, hours(1), days(2))
    if (by.is(0.7)) then({ kind: 'replied' }, minutes(5), days(1))
    if (by.is(0.7)) then({ kind: 'closed', result: 'solved' }, minutes(5), days(1))
  }
  return inOrder(found.filter((one) => one.at < to))
}

/** The program is ended and started again at random minutes. */
export function restarts(seed: number, count: number, { from, to }: { from: number; to: number }): Happening[] {
  const by = chance(seed)
  return Array.from({ length: count }, () => ({ at: minute(from + by.next() * (to - from)), what: 'restart' as const }))
}

export function inOrder(happenings: readonly Happening[]): Happening[] {
  return happenings.toSorted((a, b) => a.at - b.at)
}

/** A month as people heard it. */
export interface Month {
  /** `instant to text`, sorted. */
  heard: string[]
  /** Instants at which the clock was set, from and to. */
  jumps: { from: number; to: number }[]
}

/** A town with its real database and Redis, whose far side and clock are made up. */
export interface Stage extends AsyncDisposable {
  town: Town
  far: FarSide
  /** Opens speech and clocks; the ones before must be stopped. */
  jobs(): MovableJobs
}

export async function openStage(now: number): Promise<Stage> {
  const town = openTown(now)
  const far = farSide()
  const log = { info() {}, warn() {}, error() {} }
  const redis = await openRedis({ dir: town.dir, log })
  return {
    town,
    far,
    jobs: () =>
      openJobs({
        store: town.store,
        speak: (...words) => far.speak(...words),
        redis,
        prefix: 'month',
        intervalMs: 0,
        clock: town.clock,
        log,
        everyMs: 0,
      }),
    async [Symbol.asyncDispose]() {
      await redis.stop()
      town.close()
    },
  }
}

/** Lives through a month. At every instant everything due happens and is spoken. */
export async function liveThrough(stage: Stage, happenings: readonly Happening[], until: number): Promise<Month> {
  const { town, far } = stage
  const heard: string[] = []
  const jumps: Month['jumps'] = []
  const speak = far.speak
  far.speak = async (to, text, mentions) => {
    heard.push(`${town.clock.now()} ${'room' in to ? to.room : to.contact} ${text}`)
    return speak(to, text, mentions)
  }
  const nos = new Map<number, number>()
  let jobs = stage.jobs()
  for (const one of happenings) {
    await on(jobs, one.at, town)
    if (one.what === 'restart') {
      await jobs.stop()
      town.reopen()
      jobs = stage.jobs()
    } else if (one.what === 'clock') {
      jumps.push({ from: town.clock.now(), to: town.clock.now() + one.by })
      town.clock.set(town.clock.now() + one.by)
      jobs.tick()
    } else if (one.what === 'report') nos.set(one.id, town.register(one.facts).no)
    else act(town, nos.get(one.id), one.event)
    await jobs.drain()
  }
  await on(jobs, until, town)
  await jobs.stop()
  return { heard: heard.sort(), jumps }
}

// A clock that was put forward is there already.
async function on(jobs: MovableJobs, at: number, { clock }: Town): Promise<void> {
  if (at > clock.now()) await jobs.advance(at)
}

/** Does it as the officer, unless the case is not where it could be done. */
function act({ store, people, clock }: Town, no: number | undefined, event: CaseEvent): void {
  const now = clock.now()
  store.unit((tx) => {
    const c = no === undefined ? undefined : tx.cases.find(no)
    if (!c || !MAY[event.kind]?.includes(c.state)) return
    if (event.kind === 'replied' && c.repliedAt !== undefined) return
    const fact =
      event.kind === 'claimed'
        ? { ...event, owner: { ...event.owner, person: people.officer } }
        : event.kind === 'released'
          ? { ...event, why: tx.texts.keep('不在我片区') }
          : event
    tx.record([{ no: c.no, at: now, by: people.officer, event: fact }], now)
  })
}

const MAY: Partial<Record<CaseEvent['kind'], readonly string[]>> = {
  claimed: ['waiting'],
  released: ['claimed'],
  contacted: ['claimed'],
  handled: ['claimed'],
  reopened: ['handled', 'closed'],
  replied: ['claimed', 'handled'],
  closed: ['handled'],
}

function minute(at: number): number {
  return Math.floor(at / minutes(1)) * minutes(1)
}

/** The clock is an hour ahead for twenty minutes, and then right again. */
export function wrongClock(at: number): Happening[] {
  return [
    { at, what: 'clock', by: hours(1) },
    { at: at + hours(1) + minutes(20), what: 'clock', by: -hours(1) },
  ]
}
