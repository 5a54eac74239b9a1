import { Queue } from 'bullmq'
import { beforeEach, describe, expect, it } from 'vitest'
import { hours, minutes } from '../../domain/time/wall.ts'
import { lastFiring, nextFiring } from '../../jobs/cron.ts'
import { reconcile } from '../../jobs/reconcile.ts'
import { whenReady } from '../../jobs/redis.ts'
import { type Entry, schedule } from '../../jobs/schedule.ts'
import { ticker } from '../../jobs/tick.ts'
import { runningTown } from '../support/jobs.ts'
import { at } from '../support/town.ts'

const TUESDAY = '2026-11-24'
const FRIDAY = '2026-11-27'
const run = runningTown(at('08:00'))
const errors: string[] = []
const log = { info() {}, warn() {}, error: (facts: object) => errors.push(JSON.stringify(facts)) }

beforeEach(() => {
  errors.length = 0
})

const heardInDistrict = () => run.far.heardBy('room-全区').map((text) => text.split('\n')[0])
const runsOf = (name: string) =>
  run.town.rows(`select period, state from job_runs where name = '${name}' order by period`)

describe('a timetable', () => {
  const eightThirty = { cron: '30 8 * * *', tz: 'Asia/Shanghai' }

  it('knows its last and next firing in Beijing time, wherever the machine stands', () => {
    expect(lastFiring(eightThirty, at('08:29', TUESDAY))).toBe(at('08:30'))
    expect(lastFiring(eightThirty, at('08:30', TUESDAY))).toBe(at('08:30', TUESDAY))
    expect(nextFiring(eightThirty, at('08:30', TUESDAY))).toBe(at('08:30', '2026-11-25'))
  })

  it('fires at the instant itself and not a millisecond before', () => {
    expect(lastFiring(eightThirty, at('08:30') - 1)).toBe(at('08:30', '2026-11-22'))
    expect(nextFiring(eightThirty, at('08:30') - 1)).toBe(at('08:30'))
  })
})

describe('早调度', () => {
  it('is said once per working day, to every room that hears it', async () => {
    const jobs = await run.jobs()
    await jobs.advance(at('12:00', '2026-11-30'))
    expect(heardInDistrict()).toEqual([
      '【早调度】11月23日 周一(截至08:25)',
      '【早调度】11月24日 周二(截至08:25)',
      '【早调度】11月25日 周三(截至08:25)',
      '【早调度】11月26日 周四(截至08:25)',
      '【早调度】11月27日 周五(截至08:25)',
      '【早调度】11月30日 周一(截至08:25)',
    ])
    expect(run.far.heardBy('room-领导')).toHaveLength(6)
    expect(run.far.heardBy('room-一队')).toHaveLength(6)
    expect(run.far.heardBy('room-方庄')).toEqual([])
  })

  it('is made up until noon when nobody was there at 08:30, with the figures of 08:25', async () => {
    await (await run.jobs()).stop()
    run.town.clock.set(at('10:00', TUESDAY))
    run.town.register()
    const jobs = await run.jobs()
    await jobs.drain()
    expect(run.far.heardBy('room-全区')).toEqual([
      '【早调度】11月24日 周二(截至08:25)\n待领0｜昨日新收0 领哨0 回复0 办结0｜在办0',
    ])
    jobs.tick()
    await jobs.drain()
    expect(run.far.heardBy('room-全区')).toHaveLength(1)
  })

  it('is recorded as skipped after noon, every missed day of it', async () => {
    await (await run.jobs()).stop()
    run.town.clock.set(at('12:00', FRIDAY))
    const jobs = await run.jobs()
    await jobs.drain()
    expect(heardInDistrict()).toEqual([])
    expect(runsOf('morning')).toEqual(
      ['23', '24', '25', '26', '27'].map((day) => ({ period: `2026-11-${day}`, state: 'skipped' })),
    )
  })

  it('is not made up for a time before the first start', async () => {
    run.town.clock.set(at('09:00'))
    const jobs = await run.jobs()
    await jobs.advance(at('09:00', TUESDAY))
    expect(heardInDistrict()).toEqual(['【早调度】11月24日 周二(截至08:25)'])
    expect(runsOf('morning')).toEqual([{ period: TUESDAY, state: 'done' }])
  })

  it('is said on a Saturday that is worked, and not on a holiday', async () => {
    run.town.store.unit((tx) => {
      tx.settings.setDay('2026-11-28', true)
      tx.settings.setDay('2026-11-26', false)
    })
    run.town.clock.set(at('08:00', '2026-11-26'))
    const jobs = await run.jobs()
    await jobs.advance(at('12:00', '2026-11-29'))
    expect(heardInDistrict()).toEqual(['【早调度】11月27日 周五(截至08:25)', '【早调度】11月28日 周六(截至08:25)'])
  })

  it('is said once by two processes', () => {
    const { store } = run.town
    const [one, two] = [ticker(schedule, { store, log }), ticker(schedule, { store, log })]
    one.tick(at('08:00'))
    one.tick(at('08:30'))
    two.tick(at('08:30'))
    const reports = run.town.rows<{ n: number }>(`select count(*) n from outbox where class = 'report'`)
    expect(reports).toEqual([{ n: 3 }])
  })
})

describe('a tick', () => {
  it('goes on with the rest when one thing breaks, and says what broke', () => {
    const said: string[] = []
    const broken: Entry = {
      name: 'broken',
      cron: '* * * * *',
      tz: 'Asia/Shanghai',
      run() {
        throw new Error('no')
      },
    }
    const sound: Entry = { name: 'sound', cron: '* * * * *', tz: 'Asia/Shanghai', run: () => void said.push('ran') }
    ticker([broken, sound], { store: run.town.store, log }).tick(at('09:00'))
    expect(said).toEqual(['ran'])
    expect(errors.join()).toContain('"job":"broken"')
  })

  it('leaves a report unsaid and unrecorded when it cannot be rendered, and tries again', () => {
    let broken = true
    const report: Entry = {
      name: 'report',
      cron: '30 8 * * *',
      tz: 'Asia/Shanghai',
      holds: () => true,
      madeUpUntil: (fired) => fired + hours(3),
      say: () => {
        if (broken) throw new Error('no figures')
        return { speeches: [{ to: { room: run.town.rooms.team }, class: 'report', key: 'report', sentence: ['好'] }] }
      },
    }
    const ticking = ticker([report], { store: run.town.store, log })
    ticking.tick(at('08:00'))
    ticking.tick(at('08:30'))
    expect(runsOf('report')).toEqual([])
    broken = false
    ticking.tick(at('08:31'))
    ticking.tick(at('08:32'))
    expect(run.town.store.books.outbox.counts()).toEqual({ pending: 1 })
  })

  it('blanks the words of old chatter', () => {
    const { store, people, rooms } = run.town
    const inbound = {
      id: 'm1',
      speaker: { id: 'wx-李强', name: '李强', friend: true, self: false },
      text: '中午吃什么',
      mentionsMe: false,
      mentions: [],
      files: [],
      forwarded: false,
      sentAt: at('08:00'),
    }
    const kept = store.unit((tx) => {
      const message = tx.inbox.keep(inbound, { person: people.officer, room: rooms.team }, at('08:00'))
      tx.inbox.mark(message?.id ?? 0, 'chatter')
      return message?.id ?? 0
    })
    const ticking = ticker(schedule, { store, log })
    ticking.tick(at('08:00') + hours(71))
    expect(store.books.inbox.find(kept)?.inbound.text).toBe('中午吃什么')
    ticking.tick(at('08:00') + hours(73))
    expect(store.books.inbox.find(kept)).toBeUndefined()
  })

  it('names every entry once', () => {
    expect(new Set(schedule.map(({ name }) => name)).size).toBe(schedule.length)
  })
})

it('writes only schedulers that are missing or changed, and takes away what is no longer wanted', async () => {
  const connection = run.redis.worker()
  await whenReady(connection)
  const queue = new Queue('tick', { connection, prefix: 'reconcile' })
  const [first, ...others] = schedule as [Entry, ...Entry[]]
  await reconcile(queue, schedule)
  const before = await addedTo(queue)
  await reconcile(queue, schedule)
  expect(await addedTo(queue)).toBe(before)
  await reconcile(queue, [{ ...first, cron: '*/5 * * * *' } as Entry, ...others.slice(1)])
  const now = await queue.getJobSchedulers(0, -1)
  expect(now.find(({ key }) => key === first.name)?.pattern).toBe('*/5 * * * *')
  expect(now.map(({ key }) => key)).not.toContain(others[0]?.name)
  await queue.close()

  async function addedTo({ name }: Queue): Promise<number> {
    const events = await connection.xrange(`reconcile:${name}:events`, '-', '+')
    return events.filter(([, fields]) => fields.includes('added')).length
  }
})

it('is nudged by Redis as well: a firing asks the database what is due', async () => {
  await run.jobs()
  run.town.clock.set(at('08:30'))
  const queue = new Queue('tick', { connection: run.redis.worker(), prefix: run.prefix() })
  await queue.add('morning', {})
  await expect.poll(() => run.far.heardBy('room-全区').length, { timeout: minutes(0.2) }).toBe(1)
  await queue.close()
})
