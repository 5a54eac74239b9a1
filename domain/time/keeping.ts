import { addDays, dateOf, weekdayOf } from './wall.ts'

/** How many days, weeks and months back a backup is kept. */
export interface Keeping {
  daily: number
  weekly: number
  monthly: number
}

/**
 * Which backups stay: the newest of each of the last so many days, weeks (from Monday) and months that have one, and the
 * newest of all. In: when they were taken. Out: those of them to keep.
 */
export function keptOf(taken: readonly number[], { daily, weekly, monthly }: Keeping): Set<number> {
  const newestFirst = [...taken].sort((a, b) => b - a)
  return new Set([
    ...newestFirst.slice(0, 1),
    ...newestOfEach(newestFirst, dateOf).slice(0, daily),
    ...newestOfEach(newestFirst, mondayOf).slice(0, weekly),
    ...newestOfEach(newestFirst, (at) => dateOf(at).slice(0, 7)).slice(0, monthly),
  ])
}

function newestOfEach(newestFirst: readonly number[], spanOf: (at: number) => string): number[] {
  const spans = new Map<string, number>()
  for (const at of newestFirst) if (!spans.has(spanOf(at))) spans.set(spanOf(at), at)
  return [...spans.values()]
}

function mondayOf(at: number): string {
  const date = dateOf(at)
  return addDays(date, -((weekdayOf(date) + 6) % 7))
}
