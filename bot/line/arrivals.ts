import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Log } from './log.ts'
import { inTime, pause } from './pause.ts'
import { Seen } from './seen.ts'

/** How messages are opened, read and handed on; `T` is the opened message, `R` the read one. */
export interface ArrivalOptions<T, R> {
  /** Asks the gateway for the message. May fail; it is asked again. */
  open(id: string): Promise<T>
  /** Worth asking again for as long as it takes: the connection, not the message, is at fault. */
  isPassing(error: unknown): boolean
  conversation(opened: T): string
  /** Completes it with names and files. Never rejects. */
  read(opened: T): Promise<R>
  /** Awaited before the next message of the conversation; when it rejects, it is called again. */
  handle(read: R): Promise<void>
  log: Log
  retryMs?: number
  /** So long the others wait for a message that cannot be opened. */
  holdMs?: number
}

/**
 * Hands messages on once each and in the order in which the gateway announced them, conversation by conversation.
 * The look-ups run side by side; a conversation whose handler fails waits with its message, the others go on.
 */
export class Arrivals<T, R> {
  readonly #options: ArrivalOptions<T, R>
  readonly #seen = new Seen(20_000)
  readonly #queues = new Map<string, Promise<void>>()
  readonly #stop = new AbortController()
  #announced: Promise<void> = Promise.resolve()
  #turns: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(options: ArrivalOptions<T, R>) {
    this.#options = options
  }

  /** Takes an announced message in; an id seen before is dropped. */
  announce(id: string): void {
    if (this.#closed || !this.#seen.add(id)) return
    const opened = this.#open(id)
    let isOpen = false
    const late = opened.then(() => {
      isOpen = true
    })
    const held = inTime(late, this.#options.holdMs ?? 10_000, () => new Error('held long enough')).catch(() => {})
    const before = this.#announced
    this.#announced = (async () => {
      await before
      await held
      if (isOpen) this.#enqueue(await opened)
      else void opened.then((message) => this.#enqueue(message))
    })()
  }

  /**
   * Takes no more announcements and waits for the messages under way; after `drainMs` those whose handler fails are
   * given up, and only handlers at work are waited for.
   */
  async stop(drainMs = 5_000): Promise<void> {
    this.#closed = true
    await Promise.race([this.#drained(), pause(drainMs, this.#stop.signal)])
    this.#stop.abort()
    await Promise.all(this.#queues.values())
  }

  async #drained(): Promise<void> {
    await this.#announced
    while (this.#queues.size > 0) await Promise.all(this.#queues.values())
    this.#stop.abort()
  }

  async #open(id: string): Promise<T | undefined> {
    const { open, isPassing, log, retryMs = 250 } = this.#options
    let tries = 0
    for (let wait = retryMs; !this.#stop.signal.aborted; wait = Math.min(wait * 2, 5_000)) {
      try {
        return await open(id)
      } catch (error) {
        if (!isPassing(error)) tries += 1
        if (tries >= TRIES) {
          log.error({ id, error: String(error) }, 'a message was announced that the gateway does not have')
          break
        }
      }
      await pause(wait, this.#stop.signal)
    }
    this.#seen.delete(id)
    return undefined
  }

  #enqueue(opened: T | undefined): void {
    if (opened === undefined || this.#stop.signal.aborted) return
    const key = this.#options.conversation(opened)
    const reading = this.#options.read(opened)
    const before = this.#queues.get(key) ?? Promise.resolve()
    const turn = before
      .then(async () => {
        const read = await reading
        await this.#turn()
        await this.#handle(read)
      })
      .catch((error) => this.#options.log.error({ error: String(error) }, 'a message could not be read'))
    this.#queues.set(key, turn)
    void turn.then(() => {
      if (this.#queues.get(key) === turn) this.#queues.delete(key)
    })
  }

  // Handlers end without waiting for anything: in a storm nothing would be spoken until its last message.
  #turn(): Promise<unknown> {
    this.#turns = this.#turns.then(() => nextTurn())
    return this.#turns
  }

  async #handle(read: R): Promise<void> {
    const { handle, log, retryMs = 250 } = this.#options
    for (let wait = retryMs; !this.#stop.signal.aborted; wait = Math.min(wait * 2, 30_000)) {
      try {
        return await handle(read)
      } catch (error) {
        log.error({ error: String(error) }, 'a message could not be kept, trying again')
      }
      await pause(wait, this.#stop.signal)
    }
  }
}

const TRIES = 5
