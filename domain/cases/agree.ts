import type { Speaker } from '../people/speaker.ts'
import { Refusal } from '../refusal.ts'
import type { Case, TextId } from './case.ts'
import type { CaseEvent, Wanted } from './events.ts'
import { mustHave } from './hands.ts'
import { needs } from './needs.ts'

/** 同意: the lead agrees; a case that waited only for this result is closed with it. Refuses: not-yours, nothing-asked. */
export function agree(c: Case, by: Speaker, wanted: Wanted): CaseEvent[] {
  mustBeAsked(c, by, wanted)
  const agreed: CaseEvent = { kind: 'agreed', wanted }
  const done = { ...c, agreed: [...(c.agreed ?? []), wanted] }
  if (wanted === 'noTest' || c.state !== 'handled' || needs(done).length) return [agreed]
  return [agreed, { kind: 'closed', result: wanted }]
}

/** 不同意, with a reason. Refuses: not-yours, nothing-asked. */
export function deny(c: Case, by: Speaker, wanted: Wanted, why?: TextId): CaseEvent[] {
  mustBeAsked(c, by, wanted)
  return [{ kind: 'denied', wanted, ...(why !== undefined && { why }) }]
}

function mustBeAsked(c: Case, by: Speaker, wanted: Wanted): void {
  mustHave(c, by, 'lead')
  if (!c.asked?.includes(wanted)) throw new Refusal('nothing-asked', { no: c.no })
}
