import { expect, test } from 'vitest'
import { district } from '../../domain/drill/district.ts'
import { openFile } from '../support/records.ts'
import { openWorld, type World } from '../support/world.ts'
import { chance } from './chance.ts'
import { count, PROMISES } from './count.ts'
import { type Evidence, evidenceIn, faultsIn, snapshot } from './evidence.ts'
import { load, type Said } from './load.ts'
import { plan } from './plan.ts'
import { broken } from './table.ts'

const KEY = Buffer.alloc(32, 7)
const kept = PROMISES.map((name) => [name, 0])

test('a calm hour breaks no promise, and each planted break is found by the count that is named after it', async () => {
  await using world = await openWorld()
  const evidence = await aCalmHour(world)
  const calm = count(evidence)
  expect(PROMISES.map((name) => [name, calm[name]])).toEqual(kept)
  expect(calm).toMatchObject({ messages: 25, committed: 25, neverSeen: 0, unknown: 0, twice: 0, gathered: 0 })
  expect(calm.remindersDue).toBeGreaterThan(3)

  const words = evidence.rows.find(({ state, keys }) => state === 'sent' && keys.some((key) => /^card-\d+$/.test(key)))!
  const without = { ...evidence, heard: evidence.heard.filter((one) => one !== words.words) }
  expect(count(without).unheard).toBe(1)

  const twice = { ...evidence, heard: [...evidence.heard, words.words!] }
  expect(count(twice)).toMatchObject({ twiceWithoutCause: 1, twice: 0 })
  expect(count({ ...twice, uncertain: new Set([words.id]) })).toMatchObject({ twiceWithoutCause: 0, twice: 1 })
  const thrice = { ...twice, heard: [...twice.heard, words.words!], uncertain: new Set([words.id]) }
  expect(count(thrice)).toMatchObject({ twiceWithoutCause: 1, twice: 1 })
  expect(count({ ...twice, rows: changed(evidence, words.id, { personal: true }) }).personalTwice).toBe(1)

  const report = evidence.said.find(({ kind }) => kind === 'report')!
  expect(count({ ...evidence, cases: evidence.cases.filter(({ order }) => order !== report.order) }).lostCases).toBe(1)
  expect(count({ ...evidence, inbox: leavingOut(evidence.inbox, report.id) })).toMatchObject({
    neverSeen: 1,
    lostCases: 0,
  })
  expect(count({ ...evidence, keys: leavingOut(evidence.keys, words.keys[0]!) }).lostAnswers).toBeGreaterThan(0)

  const reminder = evidence.reminders.at(-1)!
  expect(count({ ...evidence, keys: leavingOut(evidence.keys, reminder.key) }).lostReminders).toBe(1)
  expect(count({ ...evidence, rows: changed(evidence, words.id, { state: 'pending' }) }).stuck).toBe(1)
  expect(count({ ...evidence, rows: changed(evidence, words.id, { state: 'refused' }) }).stuck).toBe(1)
  expect(count({ ...evidence, rows: changed(evidence, words.id, { state: 'unknown' }) })).toMatchObject({
    unknown: 1,
    untold: 1,
  })
  expect(count({ ...evidence, facts: [...evidence.facts, evidence.facts[0]!] }).factsTwice).toBe(1)
  expect(count({ ...evidence, heard: [...evidence.heard, 'somebody something'] }).fromNowhere).toBe(1)
})

test('a broken database is found, and whatever is broken fails the run', async () => {
  await using world = await openWorld({ orders: true })
  expect(faultsIn(snapshot(world.dataDir), KEY)).toEqual([])
  const file = openFile(world)
  file.exec("update cases set state = 'claimed', owner_person = 1, owner_unit = 'x' where no = 101")
  file.close()
  const faults = faultsIn(snapshot(world.dataDir), KEY)
  expect(faults).toEqual([expect.stringMatching(/#101/)])
  const calm = count(await aCalmHour(world))
  expect(broken({ ...calm, faults })).toEqual(faults)
  expect(broken({ ...calm, faults: [], lostCases: 2 })).toContain('lostCases: 2')
})

test('the same seed is the same plan, another seed is another', () => {
  expect(plan(chance(5), 200)).toEqual(plan(chance(5), 200))
  expect(plan(chance(6), 200)).not.toEqual(plan(chance(5), 200))
})

test('three hundred kills come at every named moment and in every trouble', () => {
  const lives = plan(chance(20261123), 300)
  expect(new Set(lives.map(({ end }) => end)).size).toBe(12)
  expect(new Set(lives.map(({ trouble }) => trouble)).size).toBe(7)
})

/** Messages as the load makes them, over the real line, with nobody killed; then an hour of reminders. */
async function aCalmHour(world: World): Promise<Evidence> {
  const next = load(chance(3), '1001')
  const said: Said[] = []
  const hear = async (one: ReturnType<typeof next.next>) => {
    said.push(one.said)
    world.wechat.say(one.saying)
    await world.bot.handled(one.said.id)
    await world.quiet()
  }
  await hear(next.witness())
  const { cases } = world.bot.store.books
  for (let i = 0; i < 24; i++) {
    const known = cases.open().map(({ no, state }) => ({
      no,
      room: district.rooms[0]!.id,
      waiting: state === 'waiting',
      witness: no === cases.withExternalNo(said[0]!.order!)?.no,
    }))
    await hear(next.next(known))
  }
  await world.advance('11-23 10:31')
  const file = openFile(world, { readonly: true })
  try {
    const now = world.clock.now()
    const heard = world.wechat.heard()
    return evidenceIn(world.bot.store, file, { said, heard, uncertain: new Set(), now, remindedUntil: now })
  } finally {
    file.close()
  }
}

function changed({ rows }: Evidence, id: number, to: Partial<Evidence['rows'][number]>): Evidence['rows'] {
  return rows.map((row) => (row.id === id ? { ...row, ...to } : row))
}

function leavingOut<T>(map: ReadonlyMap<string, T>, key: string): Map<string, T> {
  return new Map([...map].filter(([one]) => one !== key))
}
