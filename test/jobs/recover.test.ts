import { expect, it } from 'vitest'
import type { Speech } from '../../domain/words/speech.ts'
import { runningTown } from '../support/jobs.ts'
import { at } from '../support/town.ts'
import { until } from '../support/until.ts'

const NINE = at('09:00')
const run = runningTown(NINE)

const say = (speech: Partial<Speech>): number =>
  run.town.store.unit((tx) =>
    tx.outbox.say(
      { to: { person: run.town.people.officer }, class: 'reply', key: 'k', sentence: ['好'], ...speech },
      NINE,
    ),
  ) as number

/** The power goes while a row is being spoken: claimed, its words remembered, nothing more. */
function dieWhileSpeaking(id: number, words: string): void {
  run.town.store.unit((tx) => tx.outbox.claim(id, NINE))
  run.town.store.unit((tx) => tx.outbox.speaking(id, run.town.store.echoHash(words)))
  run.town.reopen()
}

it('says once more what was being spoken when the power went and has no echo', async () => {
  dieWhileSpeaking(say({ sentence: ['答复'] }), '答复')
  await run.jobs()
  await until(() => run.far.heard.length === 1)
  expect(run.far.heardBy('wx-李强')).toEqual(['答复'])
  expect(run.logged).toContain('A message was interrupted while it was spoken')
})

it('says nothing again whose echo came before the power went', async () => {
  const id = say({ sentence: ['答复'] })
  run.town.store.unit((tx) => tx.outbox.claim(id, NINE))
  run.town.store.unit((tx) => tx.outbox.speaking(id, run.town.store.echoHash('答复')))
  run.town.store.unit((tx) =>
    tx.outbox.echoed({ person: run.town.people.officer }, run.town.store.echoHash('答复'), NINE, 'm1'),
  )
  run.town.reopen()
  const jobs = await run.jobs()
  await jobs.drain()
  expect(run.far.tried).toEqual([])
})

it('never repeats personal data; the admin is told', async () => {
  const c = run.town.register()
  const vault = run.town.store.unit((tx) => tx.vault.keep({ phone: '13800001234' }, NINE))
  dieWhileSpeaking(say({ no: c.no, sentence: ['号码 ', { secret: vault, field: 'phone' }] }), '号码 13800001234')
  const jobs = await run.jobs()
  await jobs.drain()
  expect(run.far.heardBy('wx-李强')).toEqual([])
  expect(run.far.heardBy('wx-管理员')).toHaveLength(1)
  expect(run.town.store.books.outbox.counts()).toMatchObject({ unknown: 1 })
})

it('tells the administrator once a day of what was given up, in one line', async () => {
  const c = run.town.register()
  for (const [key, to] of [
    ['a', { room: run.town.rooms.fangzhuang }],
    ['b', { person: run.town.people.officer }],
  ] as const) {
    const id = say({ key, to, no: c.no, class: 'reply' })
    for (const again of [NINE, NINE]) {
      run.town.store.unit((tx) => tx.outbox.claim(id, again))
      run.town.store.unit((tx) => tx.outbox.uncertain(id, again, again))
    }
  }
  expect(run.town.store.books.outbox.counts()).toMatchObject({ unknown: 2 })
  const jobs = await run.jobs()
  await jobs.advance(at('19:00'))
  const told = () => run.far.heardBy('wx-管理员').filter((text) => text.includes('不确定是否送达'))
  expect(told()).toEqual([])
  await jobs.advance(at('19:00', '2026-11-25'))
  expect(told()).toEqual([
    `有2条消息不确定是否送达,没有再发:方庄群1条(#${c.no})、李强1条(#${c.no})。要紧的请到群里看一眼。`,
  ])
})

it('says what was committed and never offered', async () => {
  say({ sentence: ['答复'] })
  run.town.reopen()
  await run.jobs()
  await until(() => run.far.heard.length === 1)
})

it('leaves alone what this process is speaking', async () => {
  const jobs = await run.jobs()
  const gate = Promise.withResolvers<void>()
  run.far.next.push(gate.promise)
  say({ sentence: ['慢'] })
  jobs.nudge()
  await until(() => run.far.tried.length === 1)
  jobs.tick()
  gate.resolve()
  await until(() => run.town.store.books.outbox.counts().sent === 1)
  expect(run.far.tried).toHaveLength(1)
})
