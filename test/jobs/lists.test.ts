import { describe, expect, it } from 'vitest'
import { schedule } from '../../jobs/schedule.ts'
import { ticker } from '../../jobs/tick.ts'
import { runningTown } from '../support/jobs.ts'
import { at } from '../support/town.ts'

const TUESDAY = '2026-11-24'
const run = runningTown(at('08:00'))
const log = { info() {}, warn() {}, error: () => {}, debug() {} } as never

const runsOf = (name: string) =>
  run.town.rows<{ period: string; state: string }>(
    `select period, state from job_runs where name = '${name}' order by period`,
  )
const listsTo = (id: string) => run.far.heardBy(id).filter((text) => /^李强,/.test(text))

describe('a listing', () => {
  it('goes out once per time of the day, by however many processes', async () => {
    run.town.claim(run.town.register().no)
    const { store } = run.town
    const [one, two] = [ticker(schedule, { store, log }), ticker(schedule, { store, log })]
    for (const time of ['08:00', '08:05', '08:06', '15:00', '15:01']) {
      one.tick(at(time))
      two.tick(at(time))
    }
    expect(runsOf('personal-list')).toEqual([
      { period: '2026-11-23 08:05', state: 'done' },
      { period: '2026-11-23 15:00', state: 'done' },
    ])
    expect(run.town.rows(`select key from said where key like 'list-%'`)).toHaveLength(2)
  })

  it('after an absence only the last one is said, as things stand then', async () => {
    await (await run.jobs()).stop()
    run.town.claim(run.town.register().no)
    run.town.clock.set(at('15:30'))
    const jobs = await run.jobs()
    await jobs.drain()
    expect(runsOf('personal-list')).toEqual([
      { period: '2026-11-23 08:05', state: 'skipped' },
      { period: '2026-11-23 15:00', state: 'done' },
    ])
    expect(listsTo('wx-李强')).toHaveLength(1)
  })

  it('is not made up after the working time', async () => {
    await (await run.jobs()).stop()
    run.town.claim(run.town.register().no)
    run.town.clock.set(at('20:00'))
    const jobs = await run.jobs()
    await jobs.drain()
    expect(listsTo('wx-李强')).toEqual([])
    expect(runsOf('personal-list').map(({ state }) => state)).toEqual(['skipped', 'skipped'])
    await jobs.advance(at('08:05', TUESDAY))
    expect(listsTo('wx-李强')).toHaveLength(1)
  })

  it('holds the steps that waited for it, and the sweep does not say them too', async () => {
    run.town.clock.set(at('19:30'))
    const jobs = await run.jobs()
    const c = run.town.register({ deadline: { at: at('23:00'), official: true, derived: false } })
    run.town.claim(c.no)
    await jobs.advance(at('08:05', TUESDAY))
    const lead = run.far.heardBy('wx-赵队').filter((text) => text.includes(`#${c.no}`))
    expect(lead).toHaveLength(1)
    expect(lead[0]).toMatch(/^赵队,请留意:\n#101 .*已超期/)
    const owner = run.far.heardBy('wx-李强').filter((text) => text.includes('已超期'))
    expect(owner).toHaveLength(1)
    expect(owner[0]).toMatch(/^李强,今天1件:\n1 #101 已超期9时/)
  })
})
