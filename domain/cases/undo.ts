import { Refusal } from '../refusal.ts'
import type { CaseNo } from './case.ts'
import type { CaseEvent, Logged } from './events.ts'
import { fold } from './fold.ts'

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

/**
 * Of the cases one message acted on, those that 撤销 of one of them takes back: it alone, and the cases that went with it,
 * before or after. In: each case's log and the message. Out: the logs of them.
 */
export function goingWith<A extends { act: number; log: readonly Logged[] }>(no: CaseNo, acts: readonly A[]): A[] {
  const ties = new Map(acts.map(({ act, log }) => [log[0]?.no ?? 0, tiedTo(log, act)]))
  const found = new Set([no])
  for (const one of found)
    for (const [other, tied] of ties) if (tied.has(one) || ties.get(one)?.has(other)) found.add(other)
  return acts.filter(({ log }) => found.has(log[0]?.no ?? 0))
}

function tiedTo(log: readonly Logged[], act: number): Set<CaseNo> {
  const c = fold(log)
  const said = log.flatMap(({ event, cause }) => {
    if (cause !== act) return []
    if (event.kind === 'merged') return [event.into]
    if (event.kind === 'unmerged') return [event.from]
    return event.kind === 'tookIn' || event.kind === 'letGo' ? [event.other] : []
  })
  return new Set([...said, ...(c?.mergedInto === undefined ? [] : [c.mergedInto]), ...(c?.holds ?? [])])
}
