import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { expect, it } from 'vitest'
import { whenReady } from '../../jobs/redis.ts'
import { schedule } from '../../jobs/schedule.ts'
import { runningTown } from '../support/jobs.ts'
import { at } from '../support/town.ts'
import { until } from '../support/until.ts'

const NINE = at('09:00')
const run = runningTown(NINE)
let keys = 0

const say = (words: string, room = run.town.rooms.team) =>
  run.town.store.unit((tx) =>
    tx.outbox.say({ to: { room }, class: 'reply', key: `loss-${keys++}`, sentence: [words] }, run.town.clock.now()),
  )
const texts = () => run.far.heard.map(({ text }) => text)

async function client(): Promise<Redis> {
  const redis = run.redis.worker()
  await whenReady(redis)
  return redis
}

it('FLUSHALL between commit and send: the next tick finds every row, and says it once', async () => {
  const jobs = await run.jobs()
  const redis = await client()
  const gate = Promise.withResolvers<void>()
  // All ten places at the gate hang, so that the eleventh stands in Redis only.
  run.far.next.push(...Array.from({ length: 10 }, () => gate.promise))
  const { people, rooms } = run.town
  for (const person of Object.values(people)) sayTo(person)
  for (const room of Object.values(rooms)) say('群里', room)
  jobs.nudge()
  await until(() => run.far.tried.length === 10)
  run.town.store.unit((tx) =>
    tx.outbox.say({ to: { room: rooms.team }, class: 'urgent', key: `loss-${keys++}`, sentence: ['最后一条'] }, NINE),
  )
  jobs.nudge()
  await until(async () => (await waiting(redis)) === 1)
  await redis.flushall()
  gate.resolve()
  await until(() => run.far.heard.length === 10)
  jobs.tick()
  await until(() => run.far.heard.length === 11)
  expect(texts().at(-1)).toBe('最后一条')
  expect(run.town.store.books.outbox.counts()).toEqual({ sent: 11 })
})

it('FLUSHALL takes the schedule away; it is put back', async () => {
  await run.jobs()
  const redis = await client()
  const queue = new Queue('tick', { connection: redis, prefix: run.prefix() })
  queue.on('error', () => {})
  const names = async () => (await queue.getJobSchedulers(0, -1)).map(({ key }) => key).toSorted()
  const wanted = schedule.map(({ name }) => name).toSorted()
  const inLine = async () => JSON.stringify(await names()) === JSON.stringify(wanted)
  await until(inLine)
  await redis.flushall()
  await redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes')
  await until(inLine)
  await queue.close()
})

it('Redis killed while rows wait: they are said when it is back', async () => {
  const jobs = await run.jobs()
  const redis = await client()
  const pid = Number(/process_id:(\d+)/.exec(await redis.info('server'))?.[1])
  process.kill(pid, 'SIGKILL')
  say('Redis 不在')
  jobs.nudge()
  await until(() => run.far.heard.length === 1)
  expect(texts()).toEqual(['Redis 不在'])
})

it('gives Redis nothing but the id of a row', async () => {
  const jobs = await run.jobs()
  jobs.lineDown()
  const redis = await client()
  await redis.flushall()
  jobs.lineUp()
  const gate = Promise.withResolvers<void>()
  run.far.next.push(gate.promise)
  say('诉求人 王芳 13800001234')
  jobs.nudge()
  await until(() => run.far.tried.length === 1)
  const kept = await everything(redis)
  expect(kept).toContain('{"id":1}')
  expect(kept).not.toMatch(/王芳|13800001234/)
  gate.resolve()
})

function sayTo(person: number): void {
  run.town.store.unit((tx) =>
    tx.outbox.say({ to: { person }, class: 'reply', key: `loss-${keys++}`, sentence: ['私聊'] }, NINE),
  )
}

/** How many jobs wait in Redis to be spoken. */
async function waiting(redis: Redis): Promise<number> {
  return redis.llen(`${run.prefix()}:send:wait`)
}

async function everything(redis: Redis): Promise<string> {
  const parts: string[] = []
  for (const key of await redis.keys('*')) {
    const kind = await redis.type(key)
    parts.push(key)
    if (kind === 'hash') parts.push(...Object.values(await redis.hgetall(key)))
    if (kind === 'string') parts.push(String(await redis.get(key)))
    if (kind === 'list') parts.push(JSON.stringify(await redis.lrange(key, 0, -1)))
    if (kind === 'zset') parts.push(JSON.stringify(await redis.zrange(key, '0', '-1')))
    if (kind === 'stream') parts.push(JSON.stringify(await redis.xrange(key, '-', '+')))
  }
  return parts.join('\n')
}
