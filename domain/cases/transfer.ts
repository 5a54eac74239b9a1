import type { Speaker } from '../people/speaker.ts'
import { Refusal } from '../refusal.ts'
import { handedTo } from './assign.ts'
import type { Case, Owner, TextId } from './case.ts'
import type { CaseEvent } from './events.ts'
import { mustBe, mustHave } from './hands.ts'

/**
 * 转办: to a colleague at once; to another unit as an offer, which must be taken until then; so long the owner stays.
 * Refuses: not-yours, claim-first, wrong-state.
 */
export function transfer(
  c: Case,
  by: Speaker,
  { to, why, until }: { to: Owner; why?: TextId; until: number },
): CaseEvent[] {
  mustBe(c, 'claimed')
  mustHave(c, by, 'transfer')
  if (c.owner?.person === to.person) return []
  if (c.owner?.unit === to.unit) return [handedTo(c, to)]
  return [{ kind: 'offered', to, until, ...(why !== undefined && { why }) }]
}

/** 接: the other unit takes what was offered. Refuses: no-offer. */
export function accept(c: Case, by: Speaker, now: number): CaseEvent[] {
  if (!c.offer || !isOfferedTo(c, by, now)) throw new Refusal('no-offer', { no: c.no })
  return [handedTo(c, { person: by.person, unit: c.offer.to.unit })]
}

/** 不接: the offer is turned down, with a reason where one is said; the owner keeps the case. Refuses: no-offer. */
export function decline(c: Case, by: Speaker, { now, why }: { now: number; why?: TextId }): CaseEvent[] {
  if (!isOfferedTo(c, by, now)) throw new Refusal('no-offer', { no: c.no })
  return [{ kind: 'offerLapsed', declined: true, ...(why !== undefined && { why }) }]
}

/** True while a case waits for this person, or somebody of their unit, to say 接. */
export function isOfferedTo({ offer }: Case, by: Speaker, now: number): boolean {
  if (!offer || offer.until < now) return false
  return offer.to.person === by.person || by.roles.some(({ unit }) => unit === offer.to.unit)
}
