import { describe, expect, it } from 'vitest'
import { hours, minutes } from '../../domain/time/wall.ts'
import { sweep } from '../../jobs/sweep.ts'
import { runningTown } from '../support/jobs.ts'
import { at } from '../support/town.ts'

const TUESDAY = '2026-11-24'
const NINE = at('09:00')
const run = runningTown(NINE)

const heard = () => run.far.heard.filter(({ text }) => !text.startsWith('【早调度】') && !text.includes('已转'))
const heardBy = (id: string) =>
  heard()
    .filter(({ to }) => to === id)
    .map(({ text }) => text)

/** A case whose card was spoken already; what follows is the ladder. */
async function open(facts: Parameters<typeof run.town.register>[0] = {}) {
  const c = run.town.register(facts)
  const jobs = await run.jobs()
  await jobs.drain()
  run.far.heard.length = 0
  return { no: c.no, jobs }
}

describe('a case nobody claims', () => {
  it('of seven days: in private after 2 hours, in the room after 4, to the lead after 8, in working time', async () => {
    const { jobs } = await open()
    await jobs.advance(at('11:00'))
    expect(heardBy('wx-李强')).toEqual([
      '#101 方庄街道 芳古园一区11号楼 餐饮油烟 已等2时,还没人领。请回「领哨 101」,去不了请安排人',
    ])
    expect(heardBy('wx-刘管家')).toHaveLength(1)
    await jobs.advance(at('13:00'))
    expect(heardBy('room-方庄')).toEqual(['#101 方庄街道 芳古园一区11号楼 餐饮油烟 已等4时,还没人领。请回「领哨 101」'])
    await jobs.advance(at('17:00'))
    expect(heardBy('wx-赵队')).toHaveLength(1)
    expect(heard()).toHaveLength(4)
  })

  it('of two hours: after 5 minutes in the room with the lead, and to the deputy in private', async () => {
    const { jobs } = await open({ grade: '2h' })
    await jobs.advance(at('09:05'))
    expect(heard()).toMatchObject([
      {
        to: 'room-方庄',
        text: '【急】#101 方庄街道 芳古园一区11号楼 餐饮油烟 已等5分,还没人领。@李强\u2005@刘管家\u2005@赵队\u2005请马上回「领哨 101」',
        mentions: ['wx-李强', 'wx-刘管家', 'wx-赵队'],
      },
    ])
    await jobs.advance(at('09:15'))
    expect(heardBy('wx-孙局')).toHaveLength(1)
    expect(heardBy('wx-赵队')).toHaveLength(1)
  })

  it('is dropped from the reminders when somebody claims it before they are spoken', async () => {
    const { no, jobs } = await open()
    jobs.lineDown()
    await jobs.advance(at('11:00'))
    run.town.claim(no)
    jobs.lineUp()
    await jobs.drain()
    expect(heard().filter(({ text }) => text.includes('还没人领'))).toEqual([])
  })

  it('is told to the room when nobody is known who could be told in private', async () => {
    run.town.store.unit((tx) => {
      tx.people.revoke(run.town.people.steward, NINE)
      tx.people.setAreas('执法一队', [])
    })
    const { jobs } = await open()
    await jobs.advance(at('11:00'))
    expect(heard().map(({ to }) => to)).toEqual(['room-方庄'])
  })

  it('is told to the desk when there is no room either', async () => {
    run.town.store.unit((tx) => {
      tx.people.revoke(run.town.people.steward, NINE)
      tx.people.setAreas('执法一队', [])
    })
    run.town.register({}, { card: false })
    const jobs = await run.jobs()
    await jobs.drain()
    run.far.heard.length = 0
    await jobs.advance(at('11:00'))
    expect(heard().map(({ to }) => to)).toEqual(['wx-周敏'])
  })
})

describe('what is said', () => {
  it('is said once, however often it is swept', async () => {
    const { jobs } = await open()
    run.town.clock.set(at('11:00'))
    for (let i = 0; i < 3; i++) jobs.tick()
    sweep(run.town.store, at('11:00'))
    await jobs.drain()
    expect(heardBy('wx-李强')).toHaveLength(1)
  })

  it('after a long absence is the last of its kind, heard by all, not a flood', async () => {
    const { jobs } = await open({ grade: '2h' })
    run.town.clock.set(at('09:50'))
    jobs.tick()
    await jobs.drain()
    expect(heardBy('room-方庄')).toHaveLength(1)
    expect(heardBy('room-方庄')[0]).toContain('已等50分')
    expect(heardBy('wx-孙局')).toHaveLength(1)
    expect(heard()).toHaveLength(2)
  })

  it('waits for the next list when an absence ends at night', async () => {
    const { jobs } = await open()
    run.town.clock.set(at('21:00'))
    jobs.tick()
    await jobs.drain()
    expect(heard()).toEqual([])
    await jobs.advance(at('08:05', TUESDAY))
    expect(heard()).toMatchObject([{ to: 'room-方庄', mentions: ['wx-李强', 'wx-刘管家', 'wx-赵队'] }])
  })

  it('is not lost when something else happens to the case between its time and the sweep', async () => {
    const { no, jobs } = await open()
    run.town.clock.set(at('11:00') + minutes(0.5))
    run.town.store.unit((tx) => {
      const event = { kind: 'placeCorrected', place: tx.texts.keep('芳古园一区12号楼'), street: '方庄街道' } as const
      return tx.record([{ no, at: run.town.clock.now(), by: run.town.people.desk, event }], run.town.clock.now())
    })
    jobs.tick()
    await jobs.drain()
    expect(heardBy('wx-李强')).toHaveLength(1)
  })

  it('goes to urgent cases at night, and to no others', async () => {
    run.town.clock.set(at('22:00'))
    const { jobs } = await open({ grade: '2h' })
    run.town.register()
    await jobs.advance(at('23:00'))
    expect(heard().length).toBeGreaterThan(0)
    expect(heard().every(({ text }) => text.includes('#101') || text.startsWith('#102 待领哨'))).toBe(true)
  })
})

describe('a claimed case', () => {
  it('asks the owner to call, tells the lead a third of the time on, and both when it expires', async () => {
    const { no, jobs } = await open({ grade: '24h' })
    run.town.claim(no)
    await jobs.advance(at('11:00'))
    expect(heardBy('wx-李强')).toEqual([
      '【急】#101 方庄街道 芳古园一区11号楼 餐饮油烟 领哨2时了,还没联系诉求人。请现在就打,号码回「联系方式 101」',
    ])
    await jobs.advance(at('17:00'))
    expect(heardBy('wx-赵队')[0]).toContain('执法一队 李强领哨8时了,还没联系诉求人')
    await jobs.advance(at('09:00', TUESDAY))
    expect(heardBy('wx-李强').at(-1)).toContain('官方时限到了')
    expect(heardBy('room-方庄')).toEqual(['#101 已由执法一队 李强领哨。'])
  })

  it('of seven days is due in lists: in 48 hours, in 24, and on the day', async () => {
    const { no, jobs } = await open()
    run.town.claim(no)
    await jobs.advance(at('09:30', '2026-11-30'))
    const due = heardBy('wx-李强').filter((text) => text.includes('到期'))
    expect(due.length).toBeGreaterThanOrEqual(2)
    expect(heardBy('wx-李强').at(-1)).toMatch(/时限到了|已超期/)
  })
})

describe('who cannot be written to', () => {
  it('is asked once a day in the room to become a friend; the words stay private', async () => {
    run.town.store.unit((tx) => tx.people.meet({ id: 'wx-李强', name: '李强', friend: false }))
    run.town.register()
    const { jobs } = await open()
    await jobs.advance(at('11:00'))
    expect(heardBy('wx-李强')).toEqual([])
    expect(heardBy('room-方庄')).toEqual([])
    await jobs.advance(at('15:00'))
    expect(heardBy('room-方庄').join()).toContain('@李强\u2005 有私信提醒发不到你,请先加我为好友。')
    expect(heardBy('wx-刘管家')).toHaveLength(1)
  })

  it('is mentioned in the room of an urgent case at once', async () => {
    run.town.store.unit((tx) => tx.people.meet({ id: 'wx-李强', name: '李强', friend: false }))
    const { no, jobs } = await open({ grade: '24h' })
    run.town.claim(no)
    await jobs.advance(at('11:00'))
    expect(heardBy('room-方庄').join('\n')).toContain('@李强\u2005')
    expect(heardBy('room-方庄').join('\n')).toMatch(/还没联系诉求人。@李强/)
  })
})

it('overflows the budget into the next list', async () => {
  for (let i = 0; i < 9; i++) {
    run.town.clock.set(NINE + i * minutes(11))
    run.town.register()
  }
  const jobs = await run.jobs()
  await jobs.drain()
  run.far.heard.length = 0
  await jobs.advance(at('14:59'))
  expect(heardBy('room-方庄')).toHaveLength(7)
  await jobs.advance(at('15:00'))
  expect(heardBy('room-方庄')).toHaveLength(8)
  expect(run.town.clock.now()).toBe(NINE + hours(6))
})
