import { holds, type Speaker } from '../people/speaker.ts'
import { Refusal } from '../refusal.ts'
import type { Case } from './case.ts'

/**
 * Who may have the complainant's number (domain.md section 10): the owner and the desk; of a confidential case the
 * owner alone beside the desk.
 * Refuses: confidential, not-yours.
 */
export function mayCallComplainant(c: Case, by: Speaker): void {
  if (c.owner?.person === by.person || holds(by, 'desk')) return
  if (c.confidential) throw new Refusal('confidential', { no: c.no, by: c.owner?.person })
  if (c.owner) throw new Refusal('not-yours', { no: c.no, by: c.owner.person })
  throw new Refusal('claim-first', { no: c.no })
}
