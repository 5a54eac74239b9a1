import { beforeEach, expect, it } from 'vitest'
import { clock as wall } from '../../domain/time/saying.ts'
import { days } from '../../domain/time/wall.ts'
import { runningTown } from '../support/jobs.ts'
import { at } from '../support/town.ts'
import { until } from '../support/until.ts'

const run = runningTown(at('08:00'))
let instants: string[]

beforeEach(() => {
  instants = []
  const { speak } = run.far
  run.far.speak = (to, text, mentions) => {
    instants.push(`${wall(run.town.clock.now())} ${text.slice(0, 5)}`)
    return speak(to, text, mentions)
  }
})

it('stops at every instant at which something is due, in order, and speaks before it goes on', async () => {
  const { store, rooms } = run.town
  const say = (key: string, room: number, notBefore: number) =>
    store.unit((tx) => tx.outbox.say({ to: { room }, class: 'reply', key, sentence: [key], notBefore }, at('08:00')))
  say('九点', rooms.leaders, at('09:00'))
  say('八点十分', rooms.district, at('08:10'))
  const jobs = await run.jobs()
  await jobs.advance(at('10:00'))
  const [first, ...others] = instants
  expect(first).toBe('08:10 八点十分')
  expect(others.slice(0, 3)).toEqual(Array(3).fill('08:30 【早调度】'))
  expect(others.slice(3)).toEqual(['09:00 九点'])
  expect(run.town.clock.now()).toBe(at('10:00'))
})

it('makes one move at a time', async () => {
  const jobs = await run.jobs()
  run.town.register({ grade: '2h' })
  await Promise.all([jobs.advance(at('08:20')), jobs.advance(at('09:00'))])
  expect(instants.map((one) => one.slice(0, 5))).toEqual([...instants.map((one) => one.slice(0, 5))].toSorted())
  expect(run.town.clock.now()).toBe(at('09:00'))
})

it('never turns the clock back', async () => {
  const jobs = await run.jobs()
  await jobs.advance(at('07:00'))
  expect(run.town.clock.now()).toBe(at('08:00'))
})

it('does not wait for a line that is away; what waited is said when it is back', async () => {
  const jobs = await run.jobs()
  run.far.always = 'down'
  run.town.register()
  await jobs.advance(at('08:20'))
  expect(run.far.heard).toEqual([])
  delete run.far.always
  jobs.lineUp()
  await until(() => run.far.heard.length === 2)
})

it('walks a month of an empty district', async () => {
  const jobs = await run.jobs()
  await jobs.advance(at('08:00') + days(30))
  expect(run.far.heardBy('room-全区').length).toBeGreaterThan(20)
})
