import type { Speaker } from '../people/speaker.ts'
import { Refusal } from '../refusal.ts'
import type { Case, TextId } from './case.ts'
import type { CaseEvent } from './events.ts'
import { mustBe, mustHave } from './hands.ts'

/** 放回: the owner (or the lead, the desk) gives a case back; it waits again. Refuses: not-yours, not-taken, wrong-state. */
export function release(c: Case, by: Speaker, why: TextId): CaseEvent[] {
  if (c.state === 'waiting') throw new Refusal('not-taken', { no: c.no })
  mustBe(c, 'claimed')
  mustHave(c, by, 'release')
  return [{ kind: 'released', why }]
}
