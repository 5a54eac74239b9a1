import type { Case, Owner } from './case.ts'
import type { CaseEvent } from './events.ts'

interface Moment {
  at: number
  seq: number
}

/** After 并案: the owner of the other case has it; what it was before is kept for 拆案. */
export function merged(c: Case, event: Extract<CaseEvent, { kind: 'merged' }>, moment: Moment): Case {
  const { offer: _offer, snoozedUntil: _snoozed, ...rest } = c
  const { state, owner, claimedAt, firstReceiver, firstClaimer } = c
  const beforeMerge = {
    state,
    ...(owner && { owner }),
    ...(claimedAt !== undefined && { claimedAt }),
    ...(firstReceiver !== undefined && { firstReceiver }),
    ...(firstClaimer !== undefined && { firstClaimer }),
  }
  const goes = { state: 'merged' as const, mergedInto: event.into, beforeMerge }
  return followed({ ...rest, ...goes, ...(event.same && { sameCaller: true }) }, event.owner, moment)
}

/** After the other case got another owner, or none: so has this one, and its time to contact begins with the first. */
export function followed({ owner: _owner, ...c }: Case, owner: Owner | undefined, { at, seq }: Moment): Case {
  if (!owner) {
    const { claimedAt: _claimedAt, ...rest } = c
    return rest
  }
  return {
    ...c,
    owner,
    claimedAt: c.claimedAt ?? at,
    firstReceiver: c.firstReceiver ?? owner.unit,
    firstClaimer: c.firstClaimer ?? owner.person,
    armedBy: { ...c.armedBy, claim: seq },
  }
}

/** After 拆案: as it was; what was done for its own complainant meanwhile stays. A case nobody had waits anew. */
export function unmerged(c: Case, { at, seq }: Moment): Case {
  const { owner: _o, claimedAt: _c, firstReceiver: _r, firstClaimer: _f, ...more } = alone(c)
  const before = c.beforeMerge ?? { state: 'waiting' as const }
  const waits = before.state === 'waiting' && { waitingSince: at, armedBy: { ...c.armedBy, waiting: seq } }
  return { ...more, ...before, ...waits }
}

/** A case that goes with none. */
export function alone({ mergedInto: _into, beforeMerge: _before, sameCaller: _same, ...c }: Case): Case {
  return c
}

/** After a case was merged into this one, or taken out of it. */
export function holding(c: Case, holds: Case['holds']): Case {
  const { holds: _holds, ...rest } = c
  return holds?.length ? { ...rest, holds } : rest
}
