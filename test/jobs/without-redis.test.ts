import { type AddressInfo, createServer } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type OpenRedis, openRedis } from '../../jobs/redis.ts'
import { runningTown } from '../support/jobs.ts'
import { at } from '../support/town.ts'
import { until } from '../support/until.ts'

const run = runningTown(at('08:00'))
const log = { info() {}, warn() {}, error() {} }
let nowhere: OpenRedis

beforeEach(async () => {
  nowhere = await openRedis({ url: `redis://127.0.0.1:${await freePort()}`, dir: run.town.dir, log })
})
afterEach(() => nowhere.stop())

it('the clocks go on by the timer of the process, and what they say waits in the outbox', async () => {
  await run.jobs({ redis: nowhere, everyMs: 10 })
  run.town.clock.set(at('08:30'))
  await until(() => run.town.store.books.runs.done('morning', '2026-11-23'))
  expect(run.town.store.books.outbox.counts()).toEqual({ pending: 3 })
})

it('a committed answer waits, and is spoken when there is a Redis', async () => {
  const jobs = await run.jobs({ redis: nowhere })
  run.town.register()
  jobs.nudge()
  jobs.nudge()
  await jobs.stop()
  await run.jobs()
  await until(() => run.far.heard.length === 2)
})

it('jobs are stopped without waiting for it', async () => {
  const jobs = await run.jobs({ redis: nowhere })
  await jobs.stop()
  expect(run.far.tried).toEqual([])
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
