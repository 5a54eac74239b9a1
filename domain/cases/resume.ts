import { Refusal } from '../refusal.ts'
import { type Case, isUnfinished } from './case.ts'
import type { CaseEvent, Logged } from './events.ts'

/**
 * 取消挂账: the clock goes on. The platform's new deadline rules when it is named; else the deadline moves by the time it
 * rested, marked derived. Nothing of a case that does not rest. In: since when it rested. Refuses: wrong-state.
 */
export function resume(
  c: Case,
  { now, since, named }: { now: number; since: number; named?: number | undefined },
): CaseEvent[] {
  if (!isUnfinished(c)) throw new Refusal('wrong-state', { no: c.no, state: c.state })
  if (!c.suspended) return []
  if (!c.deadline) return [{ kind: 'resumed' }]
  const derived = named === undefined
  return [{ kind: 'resumed', deadline: { ...c.deadline, at: named ?? c.deadline.at + now - since, derived } }]
}

/** When the platform last let a case rest (挂账); undefined when it never did. */
export function suspendedSince(log: readonly Logged[]): number | undefined {
  return log.findLast(({ event }) => event.kind === 'ruled' && event.request === 'suspend' && event.granted)?.at
}
