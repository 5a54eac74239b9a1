import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Heard, Saying, Switches } from '../../bot/drill/gateway.ts'
import { until } from '../support/until.ts'

/** How a gateway process begins. */
export interface FarStart {
  /** Ids of its messages begin so: no two gateways ever give the same one. */
  start: string
  port?: number
  echo: boolean
  ledger: string
  shift: number
  /** With the fifty rooms of the overload. */
  towns: boolean
}

export type FarOrder = { shift: number } | { sends: Switches['sends'] } | { say: Saying }

type Told = { heard: Heard } | { open: { token: string; endpoint: string } }

/** WeChat as another process. What it heard stands in its ledger, however it ends. */
export interface Far {
  readonly address: { token: string; endpoint: string }
  /** Said by somebody; nobody hears it while the gateway is away. */
  say(saying: Saying): void
  sends(how: Switches['sends']): void
  /** So much later than the machine's time it is in this world. */
  clock(shift: number): void
  /** Calls back at the next message of the bot. */
  onceHeard(listener: () => void): void
  /** As a power cut: it forgets everything but its ledger. */
  kill(): Promise<void>
  /** Begins anew on the same port. */
  again(): Promise<void>
  /** Alive but stuck, until `go()`. */
  hang(): void
  go(): void
  heard(): Heard[]
}

interface FarOptions {
  echo: boolean
  ledger: string
  shift: number
  towns?: boolean
}

const FILE = new URL('./gateway.ts', import.meta.url).pathname

/** Starts a gateway process. */
export async function openFar({ echo, ledger, shift, towns = false }: FarOptions): Promise<Far> {
  let child: ChildProcess
  let incarnation = 0
  let port: number | undefined
  let address = { token: '', endpoint: '' }
  let now = shift
  let waiting: (() => void)[] = []

  async function begin(): Promise<void> {
    incarnation++
    child = spawn(process.execPath, ['--disable-warning=DeprecationWarning', FILE], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const open = Promise.withResolvers<void>()
    child.on('message', (told: Told) => {
      if ('heard' in told) {
        const listeners = waiting
        waiting = []
        for (const listener of listeners) listener()
        return
      }
      address = told.open
      port = Number(address.endpoint.split(':')[1])
      open.resolve()
    })
    child.once('exit', () => open.reject(new Error('the gateway ended before it was open')))
    const start: FarStart = { start: `g${incarnation}`, echo, ledger, shift: now, towns, ...(port && { port }) }
    child.send(start)
    await open.promise
  }

  const tell = (order: FarOrder) => {
    if (child.connected) child.send(order, () => {})
  }

  await begin()
  return {
    get address() {
      return address
    },
    say: (saying) => tell({ say: saying }),
    sends: (how) => tell({ sends: how }),
    clock(to) {
      now = to
      tell({ shift: to })
    },
    onceHeard: (listener) => void waiting.push(listener),
    async kill() {
      waiting = []
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      await until(() => !child.connected)
    },
    again: begin,
    hang: () => void child.kill('SIGSTOP'),
    go: () => void child.kill('SIGCONT'),
    heard: () => linesOf(ledger).map((line) => JSON.parse(line) as Heard),
  }
}

function linesOf(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}
