import { pause } from './pause.ts'

export interface SessionCalls {
  login(selfId: string): Promise<void> | void
  logout(): Promise<void> | void
  away(from: number): Promise<void> | void
  back(from: number, to: number): Promise<void> | void
}

export interface SessionOptions {
  now: () => number
  /** An absence is told only when it lasts longer than this, milliseconds. */
  awayMs: number
  calls: SessionCalls
}

/** Who is logged in, whether anything is heard, and since when not. */
export class Session {
  readonly #options: SessionOptions
  #connected = false
  #selfId: string | undefined
  #lastId: string | undefined
  #heardAt: number | undefined
  #goneSince: number | undefined
  #told = false
  #loggedOut = false
  #stopped = false
  #waiting = new AbortController()

  constructor(options: SessionOptions) {
    this.#options = options
  }

  get loggedIn(): boolean {
    return this.#connected && this.#selfId !== undefined
  }

  /** The account; it stays known while the connection is away. */
  get selfId(): string | undefined {
    return this.#selfId ?? this.#lastId
  }

  get heardAt(): number | undefined {
    return this.#heardAt
  }

  /** The watch begins: whoever does not come is away from now on. */
  start(): void {
    this.#gone(this.#options.now())
  }

  /** Nothing is told from now on. */
  stop(): void {
    this.#stopped = true
    this.#waiting.abort()
  }

  heard(): void {
    this.#heardAt = this.#options.now()
  }

  connected(): void {
    this.#connected = true
    this.#entered()
    this.#returned()
  }

  /** Whether the account is still logged in is not known until the gateway says so again. */
  disconnected(): void {
    const since = this.#heardAt ?? this.#options.now()
    this.#connected = false
    this.#selfId = undefined
    this.#gone(since)
  }

  login(selfId: string): void {
    this.#selfId = selfId
    this.#loggedOut = false
    this.#entered()
    this.#returned()
  }

  /** Told once, however often the gateway says so. */
  logout(): void {
    if (this.#stopped || this.#loggedOut) return
    this.#loggedOut = true
    this.#selfId = undefined
    this.#lastId = undefined
    void this.#options.calls.logout()
    this.#gone(this.#options.now())
  }

  // The stream names the account before it counts as up: told only when one can really speak.
  #entered(): void {
    if (!this.loggedIn || this.#selfId === undefined || this.#lastId === this.#selfId) return
    this.#lastId = this.#selfId
    void this.#options.calls.login(this.#selfId)
  }

  #gone(since: number): void {
    if (this.#stopped || this.#goneSince !== undefined) return
    this.#goneSince = since
    this.#waiting = new AbortController()
    const { signal } = this.#waiting
    void pause(this.#options.awayMs, signal).then(() => {
      if (signal.aborted) return
      this.#told = true
      void this.#options.calls.away(since)
    })
  }

  #returned(): void {
    const since = this.#goneSince
    if (!this.loggedIn || since === undefined) return
    this.#goneSince = undefined
    this.#waiting.abort()
    if (this.#told) void this.#options.calls.back(since, this.#options.now())
    this.#told = false
  }
}
