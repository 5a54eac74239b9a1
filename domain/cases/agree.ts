import { holds, type Speaker } from '../people/speaker.ts'
import { Refusal } from '../refusal.ts'
import type { Case, TextId } from './case.ts'
import type { CaseEvent, Wanted } from './events.ts'
import { isOrder } from './grade.ts'
import { mustHave } from './hands.ts'
import { isRequest, needs, wantedName } from './needs.ts'
import type { Say } from './say.ts'

/**
 * 同意: the one with the say agrees. A case that waited only for this result is closed with it; a request means 「同意报
 * 平台」, and of a case that no platform knows it is effective at once. Refuses: not-yours, not-yours-to-decide, nothing-asked.
 */
export function agree(c: Case, by: Speaker, { wanted, say }: { wanted: Wanted; say: Say }): CaseEvent[] {
  mustDecide(c, by, { wanted, say })
  const agreed: CaseEvent = { kind: 'agreed', wanted }
  if (isRequest(wanted))
    return isOrder(c.channel) ? [agreed] : [agreed, { kind: 'ruled', request: wanted, granted: true }]
  const done = { ...c, agreed: [...(c.agreed ?? []), wanted] }
  if (wanted === 'noTest' || c.state !== 'handled' || needs(done).length) return [agreed]
  return [agreed, { kind: 'closed', result: wanted }]
}

/** 不同意, with a reason. Refuses: not-yours, not-yours-to-decide, nothing-asked. */
export function deny(
  c: Case,
  by: Speaker,
  { wanted, say, why }: { wanted: Wanted; say: Say; why?: TextId | undefined },
): CaseEvent[] {
  mustDecide(c, by, { wanted, say })
  return [{ kind: 'denied', wanted, ...(why !== undefined && { why }) }]
}

function mustDecide(c: Case, by: Speaker, { wanted, say }: { wanted: Wanted; say: Say }): void {
  if (!say.deciders.includes(by.person)) {
    if (say.role === 'lead') mustHave(c, by, 'agree')
    else if (say.role === 'deputy' || !holds(by, 'desk', 'deputy'))
      throw new Refusal('not-yours-to-decide', { no: c.no, wanted: wantedName(wanted), who: say.role })
  }
  if (!c.asked?.includes(wanted)) throw new Refusal('nothing-asked', { no: c.no })
}
