import { days, instant } from '../../domain/time/wall.ts'
import { casesOfAMonth, type Happening, inOrder, liveThrough, openStage, restarts, wrongClock } from './month.ts'
import { countMonth, type MonthCounts } from './month-count.ts'
import type { Column } from './table.ts'

export interface MonthsOptions {
  seed: number
  cases: number
  from: string
  days: number
  restarts: number
  tell?(line: string): void
}

/** A span of time lived three times: undisturbed, with restarts, and with restarts and a wrong clock. */
export async function months(options: MonthsOptions): Promise<{ columns: Column[]; wrong: string[] }> {
  const { seed, cases } = options
  const from = instant(options.from, '00:05')
  const span = { from, to: instant(options.from, '00:00') + days(options.days) }
  const acts = casesOfAMonth(seed, cases, span)
  const ended = restarts(seed + 1, options.restarts, span)
  const clocks = Array.from({ length: Math.ceil(options.days / 6) }, (_, i) =>
    wrongClock(span.from + days(6 * i + 1) + MINUTES[i % MINUTES.length]! * 60_000),
  ).flat()
  const lives: [string, Happening[]][] = [
    ['undisturbed', acts],
    [`${ended.length} restarts`, inOrder([...acts, ...ended])],
    [`${ended.length} restarts, the clock wrong ${clocks.length / 2} times`, inOrder([...acts, ...ended, ...clocks])],
  ]
  const columns: Column[] = []
  const wrong: string[] = []
  let calm: string[] | undefined
  for (const [name, happenings] of lives) {
    const began = performance.now()
    await using stage = await openStage(from)
    const month = await liveThrough(stage, happenings, span.to)
    const counts = countMonth(stage, month, span)
    calm ??= month.heard
    const other = month.jumps.length ? 0 : differences(calm, month.heard)
    columns.push({ head: name, values: { cases, ...valuesOf(counts), 'heard otherwise than undisturbed': other } })
    const broken = { lost: counts.lost, twice: counts.twice, reportsWrong: counts.reportsWrong, other }
    wrong.push(...Object.entries(broken).flatMap(([what, n]) => (n ? [`month, ${name}: ${what} ${n}`] : [])))
    options.tell?.(`${options.days} days, ${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
  return { columns, wrong }
}

/** Minutes of the day at which the clock goes wrong: before the first list, across one, in the afternoon, at night. */
const MINUTES = [475, 670, 880, 930, 1400]

function valuesOf({ steps, lost, gathered, spoken, twice, reports, reportsWrong }: MonthCounts): Column['values'] {
  return {
    'steps of the ladder due · **lost** · gathered': `${steps} · **${lost}** · ${gathered}`,
    'messages of the bot · **twice**': `${spoken} · **${twice}**`,
    'lists and reports due · **missing or twice**': `${reports} · **${reportsWrong}**`,
  }
}

function differences(one: readonly string[], other: readonly string[]): number {
  const there = new Set(one)
  return other.filter((line) => !there.has(line)).length + Math.abs(one.length - other.length)
}
