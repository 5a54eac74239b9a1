import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { furnish } from '../../bot/drill/seed.ts'
import { cannotStore } from '../../domain/words/answers.ts'
import { clientIn, type TestRedis, testRedis } from '../support/own-redis.ts'
import { furnishedHouse, type House, type Program, runProgram } from '../support/program.ts'
import { until } from '../support/until.ts'
import { chance } from './chance.ts'
import { type Counts, count } from './count.ts'
import { evidenceIn, faultsIn, inTheWindow, knownCases, looking, snapshot, unmatched } from './evidence.ts'
import { type Far, openFar } from './far.ts'
import type { Order } from './kills.ts'
import { type Known, load, type Said } from './load.ts'
import { moment } from './moment.ts'
import { type End, type Life, plan, type Trouble } from './plan.ts'
import { type SmallDisk, smallDisk } from './small-disk.ts'

export interface LoopOptions {
  seed: number
  kills: number
  /** The gateway sends the bot's own words back and names their ids; otherwise it does neither. */
  echo: boolean
  /** own: the program's, which dies with it · apart: one that outlives it, with nothing on a disk. */
  redis: 'own' | 'apart'
  /** Tells how far it is. */
  tell(line: string): void
}

export interface LoopResult extends Counts {
  kills: number
  ends: Partial<Record<End, number>>
  troubles: Partial<Record<Trouble, number>>
  /** Kills that found a message between «being spoken» and «spoken», and how many messages that were. */
  killsInWindow: number
  messagesInWindow: number
  /** Sends whose deadline passed. */
  deadlines: number
  /** Said outside the outbox: that nothing can be stored. */
  saidFull: number
  /** Starts that ended by themselves, with the disk full. */
  refusedStarts: number
  checks: number
  faults: string[]
  disk: SmallDisk['kind']
  /** From the first to the last moment of this world's clock. */
  from: number
  to: number
}

/** A Monday morning of the simulated district, before the first report is due. */
const BEGIN = Date.parse('2026-11-23T08:20:00+08:00')
const POINTS = new URL('./points.ts', import.meta.url).pathname
/** Slower than the gateway answers, as in a real account: of several messages one is in the send window. */
const PACE_MS = 40
const KEPT_POINTS: readonly End[] = ['kept', 'committed', 'enqueued', 'claimed', 'speaking', 'marked']

/** One district, one gateway, many lives of the program; at the end everything comes to rest and is counted. */
export async function killLoop(options: LoopOptions): Promise<LoopResult> {
  const { seed, kills, echo } = options
  const folder = mkdtempSync(join(tmpdir(), 'lingshao-chaos-'))
  using _gone = { [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
  using disk = smallDisk(join(folder, 'data'))
  const shift = BEGIN - Date.now()
  const ledger = join(folder, 'heard')
  const far = await openFar({ echo, ledger, shift })
  await using redis = options.redis === 'apart' ? await testRedis() : undefined
  await redis?.start()
  const fill = (store: Parameters<typeof furnish>[0]) => furnish(store, BEGIN)
  const house = furnishedHouse(far.address, { folder: join(folder, 'data'), fill })
  const district = new Lives({ options, far, house, disk, redis, shift })
  try {
    await district.warmUp()
    for (const [i, life] of plan(chance(seed), kills).entries()) {
      await district.live(life)
      if ((i + 1) % 10 === 0)
        options.tell(`${i + 1} of ${kills} kills, it is ${new Date(district.now()).toISOString()}`)
    }
    await district.rest()
    return district.result()
  } finally {
    await district.end()
    far.go()
    await far.kill()
  }
}

interface Parts {
  options: LoopOptions
  far: Far
  house: House
  disk: SmallDisk
  redis: TestRedis | undefined
  shift: number
}

class Lives {
  readonly #parts: Parts
  readonly #said: Said[] = []
  readonly #witnesses = new Set<string>()
  readonly #uncertain = new Set<number>()
  readonly #inWindow = new Set<string>()
  readonly #load: ReturnType<typeof load>
  #known: Known[] = []
  #shift: number
  #startMs = 1500
  #remindedUntil = 0
  #program: Program | undefined
  #result = {
    kills: 0,
    ends: {} as Partial<Record<End, number>>,
    troubles: {} as Partial<Record<Trouble, number>>,
    killsInWindow: 0,
    messagesInWindow: 0,
    deadlines: 0,
    refusedStarts: 0,
    checks: 0,
    faults: [] as string[],
  }

  constructor(parts: Parts) {
    this.#parts = parts
    this.#shift = parts.shift
    const { seed, echo } = parts.options
    this.#load = load(chance(seed + 1), `${echo ? 1 : 2}${String(seed % 1000).padStart(3, '0')}`)
  }

  now(): number {
    return Date.now() + this.#shift
  }

  /** A life nobody disturbs: what it compiled is kept only by a program that ends in order. */
  async warmUp(): Promise<void> {
    const program = this.#start()
    await this.#up(program)
    await program.stop()
  }

  /** One life: it starts, is put under load and into trouble, and is killed. */
  async live(life: Life): Promise<void> {
    const program = this.#start()
    if (life.end === 'starting') await moment(Math.round(life.share * this.#startMs))
    else if (await this.#up(program)) await this.#work(program, life)
    await program.kill()
    this.#result.kills++
    this.#result.ends[life.end] = (this.#result.ends[life.end] ?? 0) + 1
    this.#result.troubles[life.trouble] = (this.#result.troubles[life.trouble] ?? 0) + 1
    this.#calm()
    await this.#look(program, 'killed')
    this.#later(life.gap)
  }

  /** Lives that nobody kills, later and later, until nothing is left to be said. */
  async rest(): Promise<void> {
    const morning = Date.parse('2026-11-24T08:32:00+08:00')
    this.#remindedUntil = this.now()
    for (const gap of [0, morning - this.now(), 150_000, 150_000]) {
      this.#later(gap)
      const program = this.#start(0)
      if (!(await this.#up(program))) throw new Error(`it does not start: ${program.out()}${program.err()}`)
      await this.#quiet()
      await program.stop()
      await this.#look(program, 'stopped')
    }
  }

  result(): LoopResult {
    const { far, house, disk } = this.#parts
    const all = far.heard()
    const heard = all.filter(({ text }) => text !== cannotStore)
    const beside = {
      said: this.#said,
      heard,
      uncertain: this.#uncertain,
      now: this.now(),
      remindedUntil: this.#remindedUntil,
    }
    const counts = looking(snapshot(house.dataDir), house.key, (store, file) => {
      const evidence = evidenceIn(store, file, beside)
      for (const line of unmatched(evidence, { heard, file })) this.#parts.options.tell(line)
      return count(evidence)
    })
    return {
      ...counts,
      ...this.#result,
      saidFull: all.length - heard.length,
      disk: disk.kind,
      from: BEGIN,
      to: this.now(),
    }
  }

  async end(): Promise<void> {
    await this.#program?.kill()
  }

  #start(pace = PACE_MS): Program {
    const { house, redis } = this.#parts
    const env = {
      ...house.env,
      SEND_INTERVAL_MS: String(pace),
      ...(redis && { REDIS_URL: redis.url }),
      CHAOS_CLOCK_SHIFT: String(this.#shift),
    }
    this.#program = runProgram(env, ['--disable-warning=DeprecationWarning', '--import', POINTS], () => this.#passed())
    return this.#program
  }

  #passed: () => void = () => {}

  /** True when it hears; false when it ended by itself. */
  async #up(program: Program): Promise<boolean> {
    const began = performance.now()
    let ended = false
    void program.ended.then(() => {
      ended = true
    })
    const url = () => /领哨已启动.*(http:\S+)\/healthz/.exec(program.out())?.[1]
    const hears = async () => {
      const at = url()
      return (
        ended ||
        (at !== undefined &&
          (await fetch(`${at}/healthz`).then(
            ({ ok }) => ok,
            () => false,
          )))
      )
    }
    await until(hears, 60_000)
    if (!ended) this.#startMs = performance.now() - began
    return !ended
  }

  async #work(program: Program, life: Life): Promise<void> {
    const over = new AbortController()
    const dead = program.ended.then(() => 'dead' as const)
    const talk = this.#talk(life, over.signal)
    try {
      await this.#trouble(program, life, over.signal)
      await Promise.race([dead, this.#reaches(program, life)])
    } finally {
      over.abort()
      await talk
    }
  }

  /** Messages come, a few each tenth of a second. */
  async #talk({ messages, witness }: Life, over: AbortSignal): Promise<void> {
    if (witness) this.#say(this.#load.witness())
    for (let i = 0; i < messages && !over.aborted; i++) {
      this.#say(this.#load.next(this.#known))
      await moment(35, over)
    }
  }

  #say({ said, saying }: ReturnType<ReturnType<typeof load>['next']>): void {
    this.#said.push(said)
    if (said.kind === 'witness' && said.order) this.#witnesses.add(said.order)
    this.#parts.far.say(saying)
  }

  async #trouble(program: Program, { trouble }: Life, over: AbortSignal): Promise<void> {
    const { far, disk, redis, house } = this.#parts
    const written = (words: RegExp) => until(() => words.test(program.out()), 5_000).catch(() => {})
    if (trouble === 'flushall') await this.#redisDoes((client) => client.flushall())
    if (trouble === 'redis' && redis) {
      await redis.kill()
      await written(/Redis does not answer/)
      await redis.start()
    }
    if (trouble === 'redis' && !redis) {
      using client = clientIn(house.dataDir)
      const pid = Number(/process_id:(\d+)/.exec(await client.info('server'))?.[1])
      process.kill(pid, 'SIGKILL')
      await written(/Redis is gone/)
    }
    if (trouble === 'gateway') {
      await far.kill()
      await far.again()
    }
    if (trouble === 'hang') {
      far.hang()
      await moment(400, over)
      far.go()
    }
    if (trouble === 'deadline') {
      far.hang()
      await until(() => /did not answer in time/.test(program.out()), 20_000).catch(() => {})
      far.go()
    }
    if (trouble === 'disk') {
      disk.fill(program.pid)
      await written(/could not be stored|could not be written/)
      disk.free(program.pid)
    }
  }

  async #redisDoes(what: (client: ReturnType<typeof clientIn>) => Promise<unknown>): Promise<void> {
    const { redis, house } = this.#parts
    using client = redis ? redis.client() : clientIn(house.dataDir)
    await what(client)
  }

  /** Resolves when the moment has come to kill it, or when it has died at its point. */
  async #reaches(program: Program, { end, times, under }: Life): Promise<void> {
    const { far, disk } = this.#parts
    const longest = moment(4_000)
    if (KEPT_POINTS.includes(end)) {
      program.tell({ point: end, times, how: 'die' } as Order)
      return Promise.race([program.ended.then(() => {}), longest])
    }
    if (end === 'unheard') {
      far.sends('swallow')
      const arrived = new Promise<void>((resolve) => {
        this.#passed = resolve
      })
      program.tell({ point: 'speaking', times: 1, how: 'tell' } satisfies Order)
      await Promise.race([arrived.then(() => moment(20)), longest])
    } else if (end === 'unanswered') {
      const heard = new Promise<void>((resolve) => far.onceHeard(resolve))
      far.sends('mute')
      await Promise.race([heard, longest])
    } else if (end === 'full') {
      disk.fill(program.pid)
      await moment(under)
    } else if (end === 'hung') {
      far.hang()
      await moment(under)
    } else await moment(under)
  }

  /** Whoever was in the way is well again. */
  #calm(): void {
    const { far, disk } = this.#parts
    this.#passed = () => {}
    far.go()
    far.sends('answer')
    disk.free()
  }

  /** Looks at what a life has left: what it may have been speaking, and whether everything holds together. */
  async #look(program: Program, how: 'killed' | 'stopped'): Promise<void> {
    const { house } = this.#parts
    for (const [, line] of program.out().matchAll(/^(\{.*did not answer in time.*\})$/gm)) {
      this.#uncertain.add((JSON.parse(line as string) as { outbox: number }).outbox)
      this.#result.deadlines++
    }
    const copy = snapshot(house.dataDir)
    const faults = faultsIn(copy, house.key)
    looking(copy, house.key, (_store, file) => {
      const window = how === 'killed' ? inTheWindow(file) : []
      if (window.length) this.#result.killsInWindow++
      for (const { id } of window) {
        this.#uncertain.add(id)
        this.#inWindow.add(`${id}`)
      }
      this.#result.messagesInWindow = this.#inWindow.size
      this.#known = knownCases(file, this.#witnesses)
      this.#result.checks++
      this.#result.faults.push(...faults.map((fault) => `after ${this.#result.kills} kills: ${fault}`))
    })
  }

  /** Resolves when nothing is left that could be spoken now. */
  async #quiet(): Promise<void> {
    using file = beside(this.#parts.house)
    const left = file
      .prepare("select count(*) from outbox where state = 'sending' or (state = 'pending' and not_before <= ?)")
      .pluck()
    await until(() => left.get(this.now()) === 0, 60_000).catch(() => {})
  }

  /** Nobody is there to notice how the time goes by. */
  #later(by: number): void {
    this.#shift += Math.max(0, by)
    this.#parts.far.clock(this.#shift)
  }
}

function beside({ dataDir }: House): Database.Database & Disposable {
  const file = new Database(join(dataDir, 'lingshao.db'), { readonly: true })
  return Object.assign(file, { [Symbol.dispose]: () => void file.close() })
}
