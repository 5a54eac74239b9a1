import { Refusal } from '../refusal.ts'
import type { CaseEvent, Logged } from './events.ts'

/**
 * 撤销: what a message did to a case counts no more. A registration is not undone but made void: its number was seen.
 * In: the case's log and the message. Refuses: undo-acted-on, when somebody else acted since.
 */
export function undoable(log: readonly Logged[], act: number): CaseEvent[] {
  const first = log.findIndex(({ cause }) => cause === act)
  const by = log[first]?.by
  const no = log[0]?.no ?? 0
  if (log.slice(first).some((logged) => logged.by !== undefined && logged.by !== by))
    throw new Refusal('undo-acted-on', { no })
  return log[first]?.event.kind === 'registered' ? [{ kind: 'voided', undoes: act }] : [{ kind: 'undone', undoes: act }]
}
