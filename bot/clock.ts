import type { SettableClock } from '../jobs/clock.ts'

/**
 * A clock that is moved by hand: the drill ground's and the tests'. Never runs backwards.
 * In: where it starts, and what moves it on by itself (nothing: it stands still).
 */
export function handClock(start: number, steady: () => number = () => 0): SettableClock {
  let base = start - steady()
  return {
    now: () => Math.floor(base + steady()),
    set(at) {
      base = Math.max(base, at - steady())
    },
  }
}
