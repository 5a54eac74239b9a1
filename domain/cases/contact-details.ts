import { holds, type Speaker } from '../people/speaker.ts'
import { Refusal } from '../refusal.ts'
import { hours } from '../time/wall.ts'
import type { Case, PersonId } from './case.ts'
import { handsOf, hasHand } from './hands.ts'

/** A look at the complainant's number that was written down. */
export interface Look {
  person: PersonId
  at: number
}

/** With one stated reason somebody may look again for so long. */
const GRANT = hours(24)

/**
 * Who may have the complainant's number (domain.md section 10): the owner without a reason; the desk, the tester of a unit
 * that was called for help, and a colleague who says that they revisit, with one, good for 24 hours. Of a confidential case whoever first claimed it, and one
 * person of the desk.
 * Refuses: confidential, not-yours, claim-first, say-why.
 */
export function mayCallComplainant(
  c: Case,
  by: Speaker,
  how: { why?: string; looks: readonly Look[]; now: number },
): void {
  if (c.confidential) mustKnowConfidential(c, by, how.looks)
  else if (c.owner?.person === by.person) return
  else if (mayRevisit(c, by)) mustSayRevisit(c, by, how)
  else if (!isNamed(c, by)) {
    if (c.owner)
      throw new Refusal('not-yours', {
        no: c.no,
        by: c.owner.person,
        ...(isTheirLead(c, by) && { isLead: true as const }),
      })
    throw new Refusal('claim-first', { no: c.no })
  }
  if (c.owner?.person === by.person || c.firstClaimer === by.person || how.why !== undefined) return
  if (!isGranted(by, how)) throw new Refusal('say-why', { no: c.no })
}

function isGranted(by: Speaker, { looks, now }: { looks: readonly Look[]; now: number }): boolean {
  return looks.some(({ person, at }) => person === by.person && now - at < GRANT)
}

/** 换人回访: the work is done, and somebody else of those who have it calls. */
function mayRevisit(c: Case, by: Speaker): boolean {
  const due = (c.state === 'handled' || c.state === 'merged') && c.revisitedAt === undefined
  return due && !holds(by, 'desk') && hasHand(c, by, 'revisit')
}

/** Refuses: say-why, until they name themselves with 「回访」. */
function mustSayRevisit(c: Case, by: Speaker, how: { why?: string; looks: readonly Look[]; now: number }): void {
  if (how.why?.includes('回访') || isGranted(by, how)) return
  throw new Refusal('say-why', { no: c.no, revisit: true })
}

function isTheirLead({ owner }: Case, by: Speaker): boolean {
  return by.roles.some(({ role, unit }) => role === 'lead' && unit === owner?.unit)
}

function isNamed(c: Case, by: Speaker): boolean {
  return holds(by, 'desk') || (holds(by, 'tester') && handsOf(c, by).includes('helper'))
}

/** Whoever first claimed a confidential case, and the first of the desk who looks. Refuses: confidential. */
export function mustKnowConfidential(c: Case, by: Speaker, looks: readonly Look[]): void {
  if (c.firstClaimer === by.person) return
  const others = looks.some(({ person }) => person !== by.person && person !== c.firstClaimer)
  if (!holds(by, 'desk') || others) throw new Refusal('confidential', { no: c.no, by: c.firstClaimer })
}
