import { Refusal } from '../refusal.ts'
import type { Case, Owner } from './case.ts'
import type { CaseEvent } from './events.ts'

/**
 * 领哨 / 认领: a unit takes a waiting case.
 * In: the case and who takes it. Out: nothing when it is theirs already, else one fact.
 * Refuses: already-claimed, not-waiting.
 */
export function claim(c: Case, owner: Owner): CaseEvent[] {
  if (c.owner?.person === owner.person && c.state === 'claimed') return []
  if (c.owner && c.state === 'claimed')
    throw new Refusal('already-claimed', {
      no: c.no,
      by: c.owner.person,
      unit: c.owner.unit,
      at: c.claimedAt ?? c.registeredAt,
      ...(c.owner.unit === c.street && { byStreet: true as const }),
    })
  if (c.state !== 'waiting') throw new Refusal('not-waiting', { no: c.no, state: c.state })
  return [{ kind: 'claimed', owner }]
}
