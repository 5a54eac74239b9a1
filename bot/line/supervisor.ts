import { connect } from 'node:net'
import type { Log } from './log.ts'
import { pause } from './pause.ts'

/** up: the stream brings signs of life · deaf: connected, but the stream belongs to another client · down: neither. */
export type LineState = 'up' | 'deaf' | 'down'

/** The connection that is kept alive. */
export interface Connection {
  attach(ended: () => void): Promise<void>
  detach(): void
  ding(data: string): void
}

export interface SupervisorOptions {
  connection: Connection
  host: string
  port: number
  /** A sign of life is asked for this often, milliseconds. */
  pingMs: number
  /** Silent for longer than this: dead. */
  deadMs: number
  log: Log
  changed(state: LineState): void
  /** An attempt has ended, well or not. */
  tried?(state: LineState): void
}

/** Connects, and connects again for ever: after a restart, a silent death, a cut wire, a stolen token. */
export class Supervisor {
  readonly #options: SupervisorOptions
  readonly #stop = new AbortController()
  #running: Promise<void> | undefined
  #state: LineState = 'down'
  #heardAt = 0

  constructor(options: SupervisorOptions) {
    this.#options = options
  }

  get state(): LineState {
    return this.#state
  }

  /** Something came through the stream. */
  heard(): void {
    this.#heardAt = performance.now()
  }

  start(): void {
    this.#running ??= this.#run()
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    this.#options.connection.detach()
    await this.#running
  }

  async #run(): Promise<void> {
    const { host, port, log } = this.#options
    let wait = FIRST_WAIT_MS
    let deaf = 0
    while (!this.#stop.signal.aborted) {
      if (!(await reachable(host, port))) {
        this.#become('down')
        wait = Math.min(wait * 2, 1_000)
      } else {
        const ended = Promise.withResolvers<void>()
        const state = await this.#attach(ended.resolve)
        log.debug({ state }, 'tried to attach to the gateway')
        deaf = state === 'deaf' ? deaf + 1 : 0
        if (state === 'up') {
          wait = FIRST_WAIT_MS
          this.#become('up')
          await this.#watch(ended.promise)
          this.#become('down')
        } else {
          // Right after a cut the gateway may hold on to our own old stream for a moment.
          if (state === 'down' || deaf > 1) this.#become(state)
          wait = Math.min(wait * 2, 5_000)
        }
        this.#options.connection.detach()
      }
      this.#options.tried?.(this.#state)
      await pause(wait, this.#stop.signal)
    }
    this.#become('down')
  }

  async #attach(ended: () => void): Promise<LineState> {
    const since = performance.now()
    this.#heardAt = 0
    try {
      await this.#options.connection.attach(ended)
    } catch (error) {
      this.#options.log.debug({ error: String(error) }, 'could not attach to the gateway')
      return 'down'
    }
    for (let waited = 0; this.#heardAt < since && waited < DEAF_MS; waited += 50) {
      if (waited % 500 === 0) this.#ding()
      await pause(50, this.#stop.signal)
    }
    return this.#heardAt >= since ? 'up' : 'deaf'
  }

  /** Returns when the stream is over or has been silent for too long. */
  async #watch(ended: Promise<void>): Promise<void> {
    const { pingMs, deadMs, log } = this.#options
    let over = false
    void ended.then(() => {
      over = true
    })
    while (!over && !this.#stop.signal.aborted) {
      const silentMs = performance.now() - this.#heardAt
      if (silentMs > deadMs) {
        log.warn({ silentMs: Math.round(silentMs) }, 'the gateway is silent')
        return
      }
      this.#ding()
      const next = new AbortController()
      await Promise.race([ended, pause(pingMs, AbortSignal.any([next.signal, this.#stop.signal]))])
      next.abort()
    }
  }

  #ding(): void {
    try {
      this.#options.connection.ding('line')
    } catch (error) {
      this.#options.log.debug({ error: String(error) }, 'could not ask the gateway for a sign of life')
    }
  }

  #become(state: LineState): void {
    if (this.#state === state) return
    this.#state = state
    this.#options.log.info({ state }, 'line')
    this.#options.changed(state)
  }
}

const FIRST_WAIT_MS = 100
const DEAF_MS = 2_000

function reachable(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host)
    const answer = (yes: boolean) => {
      socket.destroy()
      resolve(yes)
    }
    socket.setTimeout(1_000, () => answer(false))
    socket.once('connect', () => answer(true)).once('error', () => answer(false))
  })
}
