// Loaded before the program (`node --import`), which knows nothing of it: moves its clock on, and lets it die of its own
// hand at a named point. What it looks at are the statements and jobs that cross the borders to SQLite and Redis.
import Database from 'better-sqlite3'
import { Queue } from 'bullmq'
import type { Order, Point } from './kills.ts'

interface Statement {
  source: string
  run(...values: unknown[]): unknown
  get(...values: unknown[]): unknown
  all(...values: unknown[]): unknown
}

/** What a transaction did so far, told by its statements. */
const MARKS: readonly { point: Point; statement: RegExp; inside?: true }[] = [
  { point: 'kept', statement: /^insert into "inbox"/, inside: true },
  { point: 'committed', statement: /^insert into "inbox"/ },
  { point: 'claimed', statement: /^update "outbox" set .*"claimed_at" = / },
  { point: 'speaking', statement: /^update "outbox" set "spoken" = \? where/ },
  { point: 'marked', statement: /^update "outbox" set .*"sent_at" = / },
]

let order: Order | undefined
let reached = new Set<Point>()

process.on('message', (told: Order) => {
  order = told
})
// Whoever would end it is gone.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
process.channel?.unref()

moveClock(Number(process.env.CHAOS_CLOCK_SHIFT ?? 0))
watchDatabase()
watchQueue()

/** The order names how often a point is to be passed before it is the last thing that happens. */
function pass(point: Point): void {
  if (order?.point !== point || --order.times > 0) return
  if (order.how === 'die') process.kill(process.pid, 'SIGKILL')
  order = undefined
  process.send?.({ passed: point })
}

function watchDatabase(): void {
  const scratch = new Database(':memory:')
  const prototype = Object.getPrototypeOf(scratch.prepare('select 1')) as Statement
  scratch.close()
  for (const method of ['run', 'get', 'all'] as const) {
    const original = prototype[method]
    prototype[method] = function (this: Statement, ...values) {
      const answer = original.apply(this, values)
      const { source } = this
      if (source === 'COMMIT') committed()
      else if (source.startsWith('BEGIN')) reached = new Set()
      else noted(source)
      return answer
    }
  }
}

function noted(source: string): void {
  for (const { point, statement, inside } of MARKS) {
    if (!statement.test(source)) continue
    if (inside) pass(point)
    else reached.add(point)
  }
}

function committed(): void {
  const points = reached
  reached = new Set()
  for (const point of points) pass(point)
}

function watchQueue(): void {
  const original = Queue.prototype.addBulk
  Queue.prototype.addBulk = async function (this: Queue, jobs: Parameters<typeof original>[0]) {
    const added = await original.call(this, jobs)
    if (this.name === 'send') pass('enqueued')
    return added
  } as typeof original
}

/** The machine's time, so much later: hours pass between one life of the program and the next. */
function moveClock(by: number): void {
  if (!by) return
  const Machine = Date
  const now = () => Machine.now() + by
  const Moved: DateConstructor = new Proxy(Machine, {
    construct: (target, args, made) =>
      Reflect.construct(target, args.length ? args : [now()], made === Moved ? target : made) as Date,
    apply: () => new Machine(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  })
  globalThis.Date = Moved
}
