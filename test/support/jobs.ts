import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type JobsOptions, type MovableJobs, openJobs } from '../../jobs/open.ts'
import { type OpenRedis, openRedis } from '../../jobs/redis.ts'
import { type FarSide, farSide } from './far-side.ts'
import { openTown, type Town } from './town.ts'

type Overrides = Partial<Pick<JobsOptions, 'intervalMs' | 'entries' | 'everyMs' | 'redis' | 'fetch'>>

/** A town whose speech and clocks run over a real Redis; only the far side and the clock are made up. */
export interface Running {
  town: Town
  far: FarSide
  redis: OpenRedis
  logged: string[]
  /** BullMQ's prefix of this test. */
  prefix(): string
  /** Opens speech and clocks; a second call stops the first ones and opens them anew. */
  jobs(overrides?: Overrides): Promise<MovableJobs>
}

/** For one test file: Redis runs for all its tests, each test has its own town, opened at `now`, and its own queues. */
export function runningTown(now: number): Running {
  const logged: string[] = []
  const log = {
    info() {},
    warn: (_: object, line: string) => logged.push(line),
    error: (_: object, line: string) => logged.push(line),
  }
  let dir: string
  let count = 0
  const prefix = () => `t${count}`
  const running = { logged, prefix } as Running
  let open: MovableJobs | undefined

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'jobs-'))
    running.redis = await openRedis({ dir, log })
  })
  beforeEach(() => {
    count++
    logged.length = 0
    running.town = openTown(now)
    running.far = farSide()
  })
  afterEach(async () => {
    await open?.stop()
    open = undefined
    running.town.close()
  })
  afterAll(async () => {
    await running.redis.stop()
    rmSync(dir, { recursive: true, force: true })
  })

  running.jobs = async (overrides = {}) => {
    await open?.stop()
    open = openJobs({
      store: running.town.store,
      speak: (...words) => running.far.speak(...words),
      redis: running.redis,
      prefix: prefix(),
      intervalMs: 0,
      clock: running.town.clock,
      log,
      everyMs: 0,
      ...overrides,
    })
    return open
  }
  return running
}
