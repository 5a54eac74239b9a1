import type { CaseEvent, Logged } from './events.ts'
import { undoneCauses } from './undone.ts'

/** A test in the log of a case. */
export type LoggedTest = Logged & { event: Extract<CaseEvent, { kind: 'tested' }> }

/** The tests that stand, oldest first: neither taken back nor corrected or completed by a later one. In: the log of a case. */
export function standingTests(log: readonly Logged[]): LoggedTest[] {
  const undone = undoneCauses(log)
  const tests = log.filter(isTest).filter(({ cause }) => cause === undefined || !undone.has(cause))
  const replaced = new Set(tests.flatMap(({ event }) => event.inPlaceOf ?? []))
  return tests.filter(({ seq }) => !replaced.has(seq))
}

/** What stands of a log: nothing that was undone, of the tests only those that stand. */
export function standing(log: readonly Logged[]): Logged[] {
  const undone = undoneCauses(log)
  const tests = new Set<Logged>(standingTests(log))
  return log
    .filter(({ cause }) => cause === undefined || !undone.has(cause))
    .filter((logged) => logged.event.kind !== 'tested' || tests.has(logged))
}

/**
 * Whether a test says something: a verdict on one value at least, or a result in words. 无法判定 and 测量无效 are kept, but
 * stand for no test until they are completed.
 */
export function hasResult({ judged, unread }: LoggedTest['event']): boolean {
  return judged ? judged.some(({ verdict }) => verdict !== 'undecided') : !unread
}

const isTest = (logged: Logged): logged is LoggedTest => logged.event.kind === 'tested'
