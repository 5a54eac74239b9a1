import type { Speaker } from '../people/speaker.ts'
import { Refusal } from '../refusal.ts'
import { type Case, type CaseNo, isOpen, isTicking } from './case.ts'
import { closeWith } from './close.ts'
import type { CaseEvent } from './events.ts'
import { mustBeOpen, mustHave } from './hands.ts'

/** A fact about one of two cases. */
export interface FactOf {
  no: CaseNo
  event: CaseEvent
}

/**
 * Whether a case may go with another: two open cases, the speaker has a hand in the one that stays and in the other if
 * somebody has it; no chains, no cycles. In: the cases that go with the first already.
 * Refuses: merge-self, merged-already, merge-chain, merge-holds, wrong-state, not-yours.
 */
export function mustBeMergeable(c: Case, main: Case, { by, held }: { by: Speaker; held: readonly Case[] }): void {
  if (c.no === main.no) throw new Refusal('merge-self', { no: c.no })
  if (c.state === 'merged') throw new Refusal('merged-already', { no: c.no, into: c.mergedInto ?? c.no })
  if (main.state === 'merged') throw new Refusal('merge-chain', { no: main.no, into: main.mergedInto ?? main.no })
  mustBeOpen(c)
  mustBeOpen(main)
  if (held.length) throw new Refusal('merge-holds', { no: c.no, holds: held.map(({ no }) => no) })
  if (c.owner) mustHave(c, by, 'merge')
  mustHave(main, by, 'mergeInto')
}

/** 并案: measures and tests are those of the case that stays, with what the other had already. `same`: both have one complainant (重复诉求). */
export function merge(c: Case, main: Case, same: boolean): [CaseEvent, CaseEvent] {
  const caller = same ? { same: true as const } : {}
  const brings = {
    ...(c.arrivedAt !== undefined && { arrivedAt: c.arrivedAt }),
    ...(c.testedAt !== undefined && { testedAt: c.testedAt }),
    ...(same && c.contactedAt !== undefined && { contactedAt: c.contactedAt }),
  }
  return [
    { kind: 'merged', into: main.no, ...caller, ...(main.owner && { owner: main.owner }) },
    { kind: 'tookIn', other: c.no, ...caller, ...(Object.keys(brings).length > 0 && { brings }) },
  ]
}

/** 拆案: both go their own way. Refuses: not-merged, not-yours. */
export function unmerge(c: Case, main: Case, by: Speaker): [CaseEvent, CaseEvent] {
  mustHave(main, by, 'mergeInto')
  return apart(c, main)
}

/** The case a merged one goes with. Refuses: not-merged. */
export function mainNoOf(c: Case): CaseNo {
  if (c.state !== 'merged' || c.mergedInto === undefined) throw new Refusal('not-merged', { no: c.no })
  return c.mergedInto
}

/**
 * What a fact about a case means for those that go with it: they follow its owner, close with it where they lack nothing,
 * and go their own way when it is void or returned. In: the case after the fact, and those that go with it.
 */
export function ripplesToMerged(event: CaseEvent, main: Case, held: readonly Case[]): FactOf[] {
  switch (event.kind) {
    case 'claimed':
    case 'assigned':
      return held.map(({ no }) => ({ no, event: { kind: 'ownerFollowed', owner: event.owner } }))
    // 撤销 of one case alone.
    case 'undone':
      return held
        .filter(({ owner }) => owner?.person !== main.owner?.person)
        .map(({ no }) => ({ no, event: { kind: 'ownerFollowed', ...(main.owner && { owner: main.owner }) } }))
    case 'released':
      return held.map(({ no }) => ({ no, event: { kind: 'ownerFollowed' } }))
    case 'closed':
      return held.flatMap((m) => closeWith(m, main).map((fact) => ({ no: m.no, event: fact })))
    case 'voided':
    case 'ruled':
      if (main.state !== 'void' && main.state !== 'returned') return []
      return held.flatMap((m) => goApart(m, main))
    default:
      return []
  }
}

/**
 * What a fact about a merged case means: an unsatisfied complainant opens the work again; when the work is closed already,
 * the case closes as soon as it lacks nothing. In: the merged case after the fact, and the one it goes with.
 */
export function ripplesFromMerged(event: CaseEvent, m: Case, main: Case): FactOf[] {
  // Brought back, while the other went its own way.
  if (main.state !== 'closed' && !isOpen(main)) return event.kind === 'restored' ? goApart(m, main) : []
  if (event.kind === 'reopened') {
    const done = main.state === 'handled' || main.state === 'closed'
    const why = event.why === undefined ? {} : { why: event.why }
    return done ? [{ no: main.no, event: { kind: 'reopened', because: m.no, ...why } }] : []
  }
  if (main.state !== 'closed') return []
  return closeWith(m, main).map((fact) => ({ no: m.no, event: fact }))
}

/** Of these cases the one that is due first and not answered yet. */
export function earliestDue(cases: readonly Case[]): Case | undefined {
  return cases.filter(isTicking).sort((a, b) => a.deadline.at - b.deadline.at || a.no - b.no)[0]
}

/**
 * Whether a case may stand merged again after 撤销: the one it goes with must be open or closed, never merged itself.
 * Refuses: merge-chain, wrong-state.
 */
export function mustStandMerged(c: Case, main: Case | undefined): void {
  if (c.state !== 'merged' || !main || isOpen(main) || main.state === 'closed') return
  if (main.state === 'merged') throw new Refusal('merge-chain', { no: main.no, into: main.mergedInto ?? main.no })
  throw new Refusal('wrong-state', { no: main.no, state: main.state })
}

function goApart(m: Case, main: Case): FactOf[] {
  const [leaves, stays] = apart(m, main)
  return [
    { no: m.no, event: leaves },
    { no: main.no, event: stays },
  ]
}

function apart(c: Case, main: Case): [CaseEvent, CaseEvent] {
  return [
    { kind: 'unmerged', from: main.no },
    { kind: 'letGo', other: c.no },
  ]
}
