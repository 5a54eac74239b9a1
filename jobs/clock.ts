/** What time it is. Live it is the machine's; the drill ground and tests set theirs. */
export interface Clock {
  now(): number
}

/** A clock that is moved by hand. */
export interface SettableClock extends Clock {
  set(at: number): void
}
