import { expect, test } from 'vitest'
import { runningTown } from '../support/jobs.ts'
import { jpeg } from '../support/pictures.ts'
import { at } from '../support/town.ts'
import { until } from '../support/until.ts'

const running = runningTown(at('09:30'))
const NAME = '张三家门口.jpg'

/** 李强 sent a picture into 方庄. Out: the id of its row. */
function wanted(): number {
  const { store, people, rooms, clock } = running.town
  return store.unit((tx) => {
    const room = rooms.fangzhuang
    const speaker = { id: 'wx-李强', name: '李强', friend: true, self: false }
    const inbound = {
      ...{ id: 'm1', speaker, text: '', mentionsMe: false, mentions: [], forwarded: false, sentAt: clock.now() },
      files: [{ id: 'm1', kind: 'image' as const, name: NAME }],
    }
    const kept = tx.inbox.keep(inbound, { person: people.officer, room }, clock.now())
    const file = { message: kept?.id ?? 0, attachment: 'm1', kind: 'image' as const, name: 'a.jpg' }
    tx.files.want({ ...file, person: people.officer, room, sentAt: clock.now() }, clock.now())
    return tx.files.ofMessage(file.message)[0]?.id ?? 0
  })
}

const fileOf = (id: number) => running.town.store.books.files.find(id)
const rowsOnDisk = () => running.town.store.disk.ids()

test('a picture is loaded through the queue, whose jobs hold nothing but an id', async () => {
  const id = wanted()
  const redis = running.redis.worker()
  const asked: string[] = []
  let job: Record<string, string> = {}
  const jobs = await running.jobs({
    fetch: async (attachment) => {
      asked.push(attachment)
      job = await redis.hgetall(`${running.prefix()}:files:f-${id}-0`)
      return { name: NAME, bytes: jpeg() }
    },
  })
  jobs.nudge()
  await until(() => fileOf(id)?.state === 'held')
  expect(asked).toEqual(['m1'])
  expect(rowsOnDisk()).toEqual([id])
  expect(JSON.parse(job.data ?? '')).toEqual({ id })
})

test('a Redis that lost everything is told again by the next tick', async () => {
  const id = wanted()
  let fails = true
  const jobs = await running.jobs({
    fetch: async () => {
      if (fails) throw new Error('not there')
      return { name: NAME, bytes: jpeg() }
    },
  })
  await until(() => fileOf(id)?.tries === 1)
  await running.redis.worker().flushall()
  fails = false
  running.town.clock.set(running.town.clock.now() + 30_000)
  jobs.tick()
  await until(() => fileOf(id)?.state === 'held')
})

test('a picture taken back while it was on its way leaves nothing', async () => {
  const id = wanted()
  const { promise, resolve } = Promise.withResolvers<void>()
  let asked = false
  const jobs = await running.jobs({
    fetch: async () => {
      asked = true
      await promise
      return { name: NAME, bytes: jpeg() }
    },
  })
  await until(() => asked)
  running.town.store.unit((tx) => tx.files.forget(id))
  resolve()
  await jobs.drain()
  expect(rowsOnDisk()).toEqual([])
})

test('no try is spent while the line is down', async () => {
  const id = wanted()
  const jobs = await running.jobs({ fetch: () => Promise.reject(new Error('no line')), entries: [] })
  await until(() => fileOf(id)?.tries === 1)
  jobs.lineDown()
  running.town.clock.set(running.town.clock.now() + 3_600_000)
  jobs.tick()
  await jobs.drain()
  expect(fileOf(id)?.tries).toBe(1)
})
