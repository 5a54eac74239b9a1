/** Chance that is told: the same seed, the same draws. Questions are new to people and repeatable to tests. */
export interface Chance {
  /** A whole number from one to another, both included. */
  whole(from: number, to: number): number
  /** A number with so many decimals, as a text: «56.1». */
  decimal(from: number, to: number, places: number): string
  /** True n times in a hundred. */
  percent(n: number): boolean
  /** One of a list that is not empty. */
  one<T>(list: readonly T[]): T
  /** So many of a list, none twice, in any order. */
  some<T>(list: readonly T[], most: number): T[]
}

/** Draws from a seed of any words. */
export function chanceOf(seed: string): Chance {
  let state = hashOf(seed)
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const one = <T>(list: readonly T[]): T => list[whole(0, list.length - 1)] as T
  return {
    whole,
    one,
    decimal: (from, to, places) => {
      const scale = 10 ** places
      return (whole(Math.round(from * scale), Math.round(to * scale)) / scale).toFixed(places)
    },
    percent: (n) => next() * 100 < n,
    some: (list, most) => {
      const left = [...list]
      const drawn: (typeof list)[number][] = []
      while (drawn.length < most && left.length) drawn.push(...left.splice(whole(0, left.length - 1), 1))
      return drawn
    },
  }
}

// FNV-1a
function hashOf(words: string): number {
  let hash = 0x811c9dc5
  for (const char of words) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
