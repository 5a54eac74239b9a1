/** What time it is. Milliseconds since the epoch. */
export interface Clock {
  now(): number
}

/** A clock that is moved by hand and otherwise runs on: the drill ground's and the tests'. */
export interface HandClock extends Clock {
  /** Never backwards. */
  set(at: number): void
}

/** In: where it starts, and the steady clock that moves it on (none: it stands still). */
export function handClock(start: number, steady: () => number = () => 0): HandClock {
  let base = start - steady()
  return {
    now: () => Math.floor(base + steady()),
    set(at) {
      base = Math.max(base, at - steady())
    },
  }
}
