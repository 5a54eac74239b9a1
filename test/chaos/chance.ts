/** Chance from a seed: the same seed, the same plan. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  between(low: number, high: number): number
  pick<T>(from: readonly T[]): T
  /** True with a probability. */
  is(probability: number): boolean
  /** One of the keys, as often as its weight says. */
  weighed<T extends string>(weights: Readonly<Record<T, number>>): T
}

/** mulberry32. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (from) => from[Math.floor(next() * from.length)]!,
    is: (probability) => next() < probability,
    weighed(weights) {
      const all = Object.entries(weights) as [keyof typeof weights & string, number][]
      let left = next() * all.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of all) {
        left -= weight
        if (left < 0) return key as never
      }
      return all.at(-1)![0] as never
    },
  }
}
