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

const isTest = (logged: Logged): logged is LoggedTest => logged.event.kind === 'tested'
