import { setTimeout as pause } from 'node:timers/promises'

/** Waits until something holds. Out: the first value that is not false or undefined. Throws when it never does. */
export async function until<T>(holds: () => Maybe<T> | Promise<Maybe<T>>, ms = 10_000): Promise<T> {
  const end = performance.now() + ms
  for (;;) {
    const value = await holds()
    if (value !== false && value !== undefined) return value
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain for ${holds}`)
    await pause(5)
  }
}

type Maybe<T> = T | false | undefined
