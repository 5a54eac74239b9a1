import { describe, expect, it } from 'vitest'
import { minutes } from '../../domain/time/wall.ts'
import type { Speech } from '../../domain/words/speech.ts'
import { runningTown } from '../support/jobs.ts'
import { at as time } from '../support/town.ts'
import { until } from '../support/until.ts'

const NINE = time('09:00')
const run = runningTown(NINE)
let keys = 0

const say = (speech: Partial<Speech> = {}): number | undefined =>
  run.town.store.unit((tx) =>
    tx.outbox.say(
      { to: { room: run.town.rooms.team }, class: 'reply', key: `k${keys++}`, sentence: ['好'], ...speech },
      run.town.clock.now(),
    ),
  )
const counts = () => run.town.store.books.outbox.counts()
const settled = (state: Record<string, number>) => until(() => JSON.stringify(counts()) === JSON.stringify(state))
const texts = () => run.far.heard.map(({ text }) => text)

describe('speech', () => {
  it('goes from a commit to the room, with names and mentions filled in', async () => {
    const jobs = await run.jobs()
    const { officer, steward } = run.town.people
    say({ to: { room: run.town.rooms.fangzhuang }, sentence: [{ at: steward }, { at: officer }, '请领哨'] })
    jobs.nudge()
    await settled({ sent: 1 })
    expect(run.far.heard).toEqual([
      { to: 'room-方庄', text: '@刘管家\u2005@李强\u2005请领哨', mentions: ['wx-刘管家', 'wx-李强'] },
    ])
  })

  it('keeps the order of a conversation and merges what waits meanwhile', async () => {
    const jobs = await run.jobs()
    const gate = Promise.withResolvers<void>()
    run.far.next.push(gate.promise)
    say({ sentence: ['第一条'] })
    jobs.nudge()
    await until(() => run.far.tried.length === 1)
    for (const word of ['第二条', '第三条', '第四条']) {
      say({ sentence: [word] })
      jobs.nudge()
    }
    gate.resolve()
    await settled({ sent: 2 })
    expect(texts()).toEqual(['第一条', '第二条\n第三条\n第四条'])
  })

  it('speaks to others while one conversation hangs', async () => {
    const jobs = await run.jobs()
    const gate = Promise.withResolvers<void>()
    run.far.next.push(gate.promise)
    say({ sentence: ['卡住'] })
    jobs.nudge()
    await until(() => run.far.tried.length === 1)
    say({ sentence: ['同群下一条'] })
    say({ to: { room: run.town.rooms.district }, sentence: ['别的群'] })
    say({ to: { person: run.town.people.lead }, sentence: ['私聊'] })
    jobs.nudge()
    await until(() => run.far.heard.length === 2)
    expect(texts().toSorted()).toEqual(['别的群', '私聊'])
    gate.resolve()
    await until(() => run.far.heard.length === 4)
    expect(texts().slice(2)).toEqual(['卡住', '同群下一条'])
  })

  it('lets answers and urgent things pass cards, notices, lists and reports', async () => {
    const { team, district, leaders, fangzhuang } = run.town.rooms
    say({ class: 'report', to: { room: leaders }, sentence: ['日报'] })
    say({ class: 'list', to: { room: district }, sentence: ['清单'] })
    say({ class: 'notice', to: { room: team }, sentence: ['提醒'] })
    say({ class: 'card', to: { room: fangzhuang }, sentence: ['卡片'] })
    say({ class: 'reply', to: { room: team }, sentence: ['答复'] })
    say({ class: 'urgent', to: { room: team }, sentence: ['急'] })
    // A pace of one message at a time shows the order at the gate; unsolicited ones keep their own distance.
    const jobs = await run.jobs({ intervalMs: 50 })
    jobs.nudge()
    await until(() => run.far.heard.length === 4)
    expect(texts()).toEqual(['答复', '急', '卡片', '提醒'])
    await jobs.advance(NINE + minutes(1))
    expect(texts().slice(4).toSorted()).toEqual(['日报', '清单'])
  })

  it('keeps 6 to 15 seconds between what nobody asked for', async () => {
    const { team, district, leaders } = run.town.rooms
    for (const room of [team, district, leaders]) say({ class: 'notice', to: { room }, sentence: [`${room}`] })
    const jobs = await run.jobs({ intervalMs: 1 })
    await until(() => run.far.heard.length === 1)
    run.town.clock.set(NINE + 5_999)
    jobs.nudge()
    say({ sentence: ['答复'] })
    jobs.nudge()
    await until(() => run.far.heard.length === 2)
    run.town.clock.set(NINE + 15_000)
    jobs.nudge()
    await until(() => run.far.heard.length === 3)
    expect(texts()).toEqual([`${team}`, '答复', `${district}`])
  })
})

describe('personal data', () => {
  const secret = () => {
    const c = run.town.register()
    const vault = run.town.store.unit((tx) => tx.vault.keep({ name: '王芳', phone: '13800001234' }, NINE))
    return { no: c.no, sentence: ['号码 ', { secret: vault, field: 'phone' } as const] }
  }

  it('is opened at the moment of speaking, to a person, and the look is written down', async () => {
    const { no, sentence } = secret()
    say({ to: { person: run.town.people.officer }, no, sentence })
    const jobs = await run.jobs()
    await jobs.drain()
    expect(run.far.heardBy('wx-李强')).toEqual(['号码 13800001234'])
    const looks = run.town.rows('select no, person, at from disclosures')
    expect(looks).toEqual([{ no, person: run.town.people.officer, at: NINE }])
  })

  it('is never said in a room', async () => {
    const { no, sentence } = secret()
    say({ no, sentence })
    const jobs = await run.jobs()
    await jobs.drain()
    expect(counts()).toMatchObject({ refused: 1 })
    expect(JSON.stringify(run.far.tried)).not.toContain('13800001234')
  })

  it('that may have been spoken is never repeated; the admin is told without its content', async () => {
    const { no, sentence } = secret()
    const jobs = await run.jobs()
    await jobs.drain()
    run.far.next.push('deadline')
    say({ to: { person: run.town.people.officer }, no, sentence })
    await jobs.drain()
    await jobs.advance(NINE + minutes(5))
    expect(counts()).toMatchObject({ unknown: 1 })
    const [told, ...more] = run.far.heardBy('wx-管理员')
    expect(more).toEqual([])
    expect(told).toContain(`#${no}`)
    expect(told).not.toContain('13800001234')
    expect(run.far.tried.filter(({ to }) => to === 'wx-李强')).toHaveLength(1)
  })
})

describe('failures', () => {
  it('down: the row waits, speech rests, and all is said in order when the line is back', async () => {
    const jobs = await run.jobs()
    run.far.always = 'down'
    say({ sentence: ['第一条'] })
    jobs.nudge()
    await until(() => run.far.tried.length === 1)
    say({ to: { room: run.town.rooms.district }, sentence: ['第二条'] })
    jobs.nudge()
    await until(() => JSON.stringify(counts()) === '{"pending":2}')
    delete run.far.always
    jobs.lineUp()
    await settled({ sent: 2 })
    expect(run.far.tried).toHaveLength(3)
  })

  it('says nothing while the line is known to be down', async () => {
    const jobs = await run.jobs()
    jobs.lineDown()
    say()
    jobs.nudge()
    await jobs.advance(NINE + minutes(10))
    expect(run.far.tried).toEqual([])
    jobs.lineUp()
    await settled({ sent: 1 })
  })

  it('drops what became stale while the line was down and says so in one line', async () => {
    const jobs = await run.jobs()
    jobs.lineDown()
    say({ class: 'notice', no: 101, goodUntil: NINE + minutes(5) })
    say({ class: 'list', no: 102, goodUntil: NINE + minutes(6) })
    run.town.clock.set(NINE + minutes(30))
    jobs.lineUp()
    await until(() => run.far.heard.length === 1)
    expect(texts()[0]).toContain('#101、#102')
  })

  it('refused in private: not tried again, the person is asked in the room of the case to become a friend', async () => {
    const c = run.town.register()
    const jobs = await run.jobs()
    await jobs.drain()
    const { officer } = run.town.people
    run.far.next.push('refused')
    say({ to: { person: officer }, no: c.no, class: 'notice' })
    await jobs.drain()
    expect(run.town.store.books.people.reachable(officer)).toBe(false)
    await jobs.advance(time('15:00'))
    expect(run.far.heardBy('room-方庄').at(-1)).toContain('@李强\u2005')
    expect(run.far.heardBy('room-方庄').at(-1)).toContain('请先加我为好友')
  })

  it('counts a person as reachable again when a private message got through', async () => {
    const { officer } = run.town.people
    run.town.store.unit((tx) => tx.people.unreachable(officer, NINE))
    const jobs = await run.jobs()
    say({ to: { person: officer } })
    await jobs.drain()
    expect(run.town.store.books.people.reachable(officer)).toBe(true)
  })

  it('a passed deadline without an echo: once more, before anything later of the same conversation', async () => {
    const jobs = await run.jobs()
    run.far.next.push('deadline')
    say({ sentence: ['第一条'] })
    await jobs.drain()
    say({ sentence: ['第二条'] })
    await jobs.advance(NINE + minutes(1))
    expect(texts()).toEqual(['第一条', '第二条'])
    expect(counts()).toEqual({ sent: 2 })
  })

  it('a passed deadline with an echo: not said again', async () => {
    const jobs = await run.jobs()
    run.far.next.push('deadline')
    say({ sentence: ['说过了'] })
    await jobs.drain()
    const { store, rooms, clock } = run.town
    store.unit((tx) => tx.outbox.echoed({ room: rooms.team }, store.echoHash('说过了'), clock.now(), 'm7'))
    await jobs.advance(NINE + minutes(10))
    expect(run.far.tried).toHaveLength(1)
    expect(counts()).toEqual({ sent: 1 })
  })

  it('two passed deadlines: never a third time', async () => {
    const jobs = await run.jobs()
    run.far.always = 'deadline'
    say()
    await jobs.advance(NINE + minutes(10))
    expect(run.far.tried).toHaveLength(2)
    expect(counts()).toEqual({ unknown: 1 })
  })
})
