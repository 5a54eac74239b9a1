import type { Speaker } from '../people/speaker.ts'
import type { Case, Owner } from './case.ts'
import type { CaseEvent } from './events.ts'
import { mustBe, mustHave } from './hands.ts'

/** 派给: the lead or the desk gives a case to somebody. Nothing when it is theirs. Refuses: not-yours, wrong-state. */
export function assign(c: Case, by: Speaker, to: Owner): CaseEvent[] {
  if (c.state !== 'waiting') mustBe(c, 'claimed')
  mustHave(c, by, 'assign')
  return c.owner?.person === to.person ? [] : [handedTo(c, to)]
}

/** The fact that somebody else owns it now, and who did so far. */
export function handedTo(c: Case, owner: Owner): CaseEvent {
  return { kind: 'assigned', owner, ...(c.owner !== undefined && { from: c.owner.person }) }
}
