import type { Case, CaseNo, Owner } from './case.ts'
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

/** After a case was merged into this one: what it had counts here, too. */
export function tookIn(c: Case, { other, brings }: Extract<CaseEvent, { kind: 'tookIn' }>): Case {
  const { holds = [], brought = [], ...rest } = letGo(c, other)
  const all = brings ? [...brought, { no: other, ...brings }] : brought
  return { ...rest, holds: [...holds, other], ...(all.length > 0 && { brought: all }) }
}

/** After one was taken out of it again, with what it brought. */
export function letGo({ holds = [], brought = [], ...c }: Case, other: CaseNo): Case {
  const held = holds.filter((no) => no !== other)
  const kept = brought.filter(({ no }) => no !== other)
  return { ...c, ...(held.length > 0 && { holds: held }), ...(kept.length > 0 && { brought: kept }) }
}

/** After 重办 the complainant is called anew, whoever's call it was; when they were revisited last is still known. */
export function calledAnew(before: Case): Case {
  const { brought = [], contactedAt: _t, contactTries: _n, revisit: _v, revisitTries: _m, ...c } = before
  const kept = brought.map(({ contactedAt: _contacted, ...one }) => one)
  return { ...c, ...(kept.length > 0 && { brought: kept }) }
}
