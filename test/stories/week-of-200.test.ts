import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Case } from '../../domain/cases/case.ts'
import { fold } from '../../domain/cases/fold.ts'
import { stepsBetween } from '../../domain/cases/ladder.ts'
import { isQuiet } from '../../domain/time/quiet.ts'
import { monthDayClock } from '../../domain/time/saying.ts'
import { dateOf, instant, minutes } from '../../domain/time/wall.ts'
import { countedByDay, type HeardThen, sortOf } from '../support/manners.ts'
import { eightRooms, WEEK, weekOf200 } from '../support/week.ts'
import { type Lived, live } from '../support/week-lived.ts'
import { openWorld, type World } from '../support/world.ts'

// Two hundred cases in eight rooms, from Monday morning to Sunday night, as the simulated WeChat heard it.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 400_000 })

const plan = weekOf200(200)
let world: World
let lived: Lived
let inRooms: HeardThen[]

beforeAll(async () => {
  world = await openWorld({ at: `${WEEK[0]}T07:50:00+08:00`, furnished: false })
  lived = await live(world, plan)
  inRooms = lived.heard.filter((one) => one.inRoom)
})
afterAll(() => world[Symbol.asyncDispose]())

test('two hundred cases stand in the log, and most are closed', () => {
  const states = Map.groupBy(world.bot.store.books.cases.all(), ({ state }) => state)
  expect(world.bot.store.books.cases.all()).toHaveLength(200)
  expect(lived.nos.size).toBe(200)
  expect(states.get('closed')?.length).toBeGreaterThan(60)
  expect(states.get('waiting')?.length).toBeGreaterThan(15)
})

test('every room is inside its budget on every day, counted by what was said', () => {
  const byDay = countedByDay(lived.heard)
  tell(byDay)
  const over = [...byDay].filter(([key, { unasked }]) => unasked > (key.startsWith('领导群') ? 3 : 8))
  expect(over).toEqual([])
  // It was needed.
  expect([...byDay.values()].some(({ unasked }) => unasked === 8)).toBe(true)
})

test('今日发言 says what was heard', () => {
  for (const { room, at, counted, limit } of lived.told) {
    const those = inRooms.filter((one) => one.to === room && dateOf(one.at) === dateOf(at) && one.at < at)
    const unasked = those.filter((one) => sortOf(one) === 'unasked').length
    expect(`${room} ${monthDayClock(at)} ${counted}/${limit}`).toBe(
      `${room} ${monthDayClock(at)} ${unasked}/${room === '领导群' ? 3 : 8}`,
    )
  }
})

test('what did not fit is read in the next list', () => {
  const { cases } = world.bot.store.books
  let waited = 0
  for (const { room, at, waits } of lived.told)
    for (const { until, nos } of waits.filter((one) => dateOf(one.until) <= WEEK.at(-1)!)) {
      const then = inRooms.filter((one) => one.to === room && one.at === until).map(({ text }) => text)
      for (const no of nos) {
        // A case that moved on needs no reminder.
        if (cases.log(no).some((logged) => logged.at > at && logged.at <= until)) continue
        expect(then.join('\n'), `#${no} in ${room} at ${monthDayClock(until)}`).toContain(`#${no}`)
        waited++
      }
    }
  expect(waited).toBeGreaterThan(10)
})

test('a list is one message', () => {
  for (const day of WEEK)
    for (const time of ['08:05', '15:00'])
      for (const { topic } of eightRooms.rooms) {
        const at = instant(day, time)
        const those = inRooms.filter((one) => one.to === topic && one.at === at && sortOf(one) !== 'answer')
        const lists = those.filter((one) => ['unasked', 'card'].includes(sortOf(one)))
        if (lists.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) < 1700)
          expect(lists.length, `${topic} ${monthDayClock(at)}`).toBeLessThanOrEqual(1)
      }
})

test('in quiet hours nothing is said unasked but what is urgent', () => {
  const { settings } = world.bot.store.books
  const broken = lived.heard.filter(({ at, answer, text, inRoom }) => {
    if (answer || !isQuiet(at, settings.calendar(), settings.on(dateOf(at)))) return false
    if (/【急】/.test(text)) return false
    return inRoom || !/值班清单/.test(text)
  })
  expect(broken.map(line)).toEqual([])
})

test('no urgent card and no rung of an urgent case is late', () => {
  const { cases, settings } = world.bot.store.books
  let rungs = 0
  const missing: string[] = []
  for (const { no } of cases.all()) {
    const log = cases.log(no)
    const card = fold(log.slice(0, 1)) as Case
    if (card.urgent && !said(no, log[0]!.at)) missing.push(`card #${no}`)
    log.forEach((logged, i) => {
      const c = fold(log.slice(0, i + 1)) as Case
      if (!['waiting', 'claimed', 'handled'].includes(c.state)) return
      const rules = { calendar: settings.calendar(), settings: settings.on(dateOf(logged.at)) }
      const until = (log[i + 1]?.at ?? instant(WEEK.at(-1)!, '23:59')) - 1
      for (const step of stepsBetween(c, { after: logged.at, until }, rules)) {
        if (!step.urgent) continue
        rungs++
        if (!said(no, step.at)) missing.push(`#${no} ${step.step} ${monthDayClock(step.at)}`)
      }
    })
  }
  expect(missing).toEqual([])
  expect(rungs).toBeGreaterThan(30)

  function said(no: number, at: number): boolean {
    return lived.heard.some((one) => one.at >= at && one.at < at + 1000 && one.text.includes(`#${no} `))
  }
})

test('nothing is said twice', () => {
  const unasked = inRooms.filter((one) => ['unasked', 'card', 'urgent'].includes(sortOf(one)))
  const lines = unasked.flatMap(({ to, at, text }) =>
    text
      .split('\n')
      .filter((words) => words.includes('#'))
      .map((words) => `${to} ${dateOf(at)} ${words}`),
  )
  expect(lines.filter((words, i) => lines.indexOf(words) < i)).toEqual([])
  const mine = lived.heard.filter((one) => !one.inRoom && !one.answer).map(({ to, at, text }) => `${to} ${at} ${text}`)
  expect(mine.filter((words, i) => mine.indexOf(words) < i)).toEqual([])
})

test('nobody is called twice in a message, two at most on a card, never everybody', () => {
  for (const one of inRooms) {
    const called = [...one.text.matchAll(/@([^\s\u2005]+)\u2005/g)].map(([, name]) => name)
    expect(new Set(called).size, line(one)).toBe(called.length)
    expect(one.mentions.length, line(one)).toBe(called.length)
    if (sortOf(one) === 'card') expect(called.length, line(one)).toBeLessThanOrEqual(2)
    expect(one.text).not.toMatch(/@(?:所有人|全体成员|all)/)
  }
})

test('no message is too long for WeChat, and no complainant stands in a room', () => {
  for (const { text } of lived.heard) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1900)
  const words = inRooms.map(({ text }) => text).join('\n')
  expect(plan.personal.filter((secret) => words.includes(secret))).toEqual([])
  expect(words).not.toMatch(/1[3-9]\d{9}/)
})

test('who is late is named in private only', () => {
  const names = eightRooms.people.map(({ name }) => name)
  const late = inRooms
    .filter((one) => sortOf(one) === 'unasked')
    .flatMap(({ text }) => text.split('\n'))
    .filter((words) => /已超期|时限到了|还没联系|还没到场/.test(words))
    .map((words) => words.replaceAll(/@\S+\u2005/g, ''))
  expect(late.filter((words) => names.some((name) => words.includes(name)))).toEqual([])
})

test('a muted room reads what waited as one list', () => {
  const until = instant(WEEK[3]!, '12:00')
  const while_ = inRooms.filter((one) => one.to === '方庄群' && one.at > until - minutes(120) && one.at < until)
  expect(while_.filter((one) => ['unasked', 'card'].includes(sortOf(one))).map(line)).toEqual([])
  const after = inRooms.filter((one) => one.to === '方庄群' && one.at === until && !one.answer)
  expect(after.length).toBeLessThanOrEqual(1)
})

function line({ at, to, text }: HeardThen): string {
  return `${monthDayClock(at)} ${to} | ${text}`
}

/** Of each room and day: unasked of its budget · new cases · urgent · reports · answers. */
function tell(byDay: ReturnType<typeof countedByDay>): void {
  const rows = eightRooms.rooms.map(({ topic }) => [
    topic,
    Object.fromEntries(
      WEEK.map((day) => {
        const n = byDay.get(`${topic} ${day}`)
        return [day.slice(5), n ? `${n.unasked} · ${n.card} · ${n.urgent} · ${n.report} · ${n.answer}` : '']
      }),
    ),
  ])
  console.table(Object.fromEntries(rows))
}
