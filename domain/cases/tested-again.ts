import type { Judged } from '../standards/judgement.ts'
import { minutes } from '../time/wall.ts'
import type { PersonId } from './case.ts'
import type { Logged } from './events.ts'
import { undoneCauses } from './undone.ts'

/** Told again sooner than this, a reading is the same one. */
const SOON = minutes(10)

/**
 * Whether somebody only tells a test of theirs again: each value stands in one of the same case that they told within the
 * last ten minutes. In: the log of the case, what was judged now, who says it and when (milliseconds).
 */
export function isToldAgain(
  log: readonly Logged[],
  judged: readonly Judged[],
  { by, now }: { by: PersonId; now: number },
): boolean {
  const undone = undoneCauses(log)
  const before = log
    .filter((logged) => logged.by === by && now - logged.at <= SOON)
    .filter(({ cause }) => cause === undefined || !undone.has(cause))
    .flatMap(({ event }) => (event.kind === 'tested' ? (event.judged ?? []) : []))
    .map(reading)
  return judged.length > 0 && judged.every((each) => before.includes(reading(each)))
}

// What was read off, without what was made of it.
function reading({ item, measured, unit, class: of, period, room, freqHz, background }: Judged): string {
  return JSON.stringify([item, measured, unit, of, period, room, freqHz, background])
}
