import type { Speaker } from '../people/speaker.ts'
import { Refusal } from '../refusal.ts'
import type { Case, TextId } from './case.ts'
import { resend } from './close.ts'
import type { CaseEvent } from './events.ts'
import { mustBe, mustBeOpen, mustHave } from './hands.ts'
import { earliestDue } from './merge.ts'
import { nearestSupervision } from './supervise.ts'

/** 作废: the reporter while nobody has claimed it, the lead or the desk. The number is never used again. Refuses: wrong-state, not-yours. */
export function voidCase(c: Case, by: Speaker, why?: TextId): CaseEvent[] {
  if (c.state === 'void') return []
  // A merged case is an order of its own.
  if (c.state !== 'merged') mustBeOpen(c)
  mustHave(c, by, c.state === 'waiting' ? 'voidWaiting' : 'void')
  return [{ kind: 'voided', ...(why !== undefined && { why }) }]
}

/** 恢复: a void case as it was; a returned one the platform sends again. Refuses: wrong-state, not-yours. */
export function restore(c: Case, by: Speaker): CaseEvent[] {
  if (c.state === 'returned') return resend(c, by)
  if (c.state !== 'void') throw new Refusal('wrong-state', { no: c.no, state: c.state })
  mustHave(c, by, 'restore')
  return [{ kind: 'restored' }]
}

/** 缓: the owner's reminders rest, within the earliest deadline of all it holds and the date of a 督办. Refuses: claim-first, wrong-state, not-yours, past-deadline, past-supervision. */
export function snooze(
  c: Case,
  by: Speaker,
  { until, why, held = [] }: { until: number; why?: TextId; held?: readonly Case[] },
): CaseEvent[] {
  mustBe(c, 'claimed', 'handled')
  mustHave(c, by, 'snooze')
  const first = earliestDue([c, ...held]) ?? c
  if (first.deadline && until > first.deadline.at)
    throw new Refusal('past-deadline', { no: c.no, at: first.deadline.at, ...(first.no !== c.no && { of: first.no }) })
  const wanted = nearestSupervision(c)?.until
  if (wanted !== undefined && until > wanted) throw new Refusal('past-supervision', { no: c.no, at: wanted })
  return [{ kind: 'snoozed', until, ...(why !== undefined && { why }) }]
}

/** 降级: the owner or the lead says that it is not urgent. Nothing when it is not. Refuses: claim-first, wrong-state, not-yours. */
export function lowerUrgency(c: Case, by: Speaker, why: TextId): CaseEvent[] {
  mustBe(c, 'claimed', 'handled', 'merged')
  mustHave(c, by, 'lowerUrgency')
  return c.urgent ? [{ kind: 'urgencyLowered', why }] : []
}
