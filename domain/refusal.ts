import type { CaseNo, PersonId, RoomId, State } from './cases/case.ts'

/** Every reason to refuse, with the facts its sentence needs. The sentences stand in domain/words/refusals.ts. */
export interface RefusalFacts {
  'unknown-case': { no: CaseNo }
  'out-of-scope': { no: CaseNo; alone?: true }
  'already-claimed': { no: CaseNo; by: PersonId; unit: string; at: number; byStreet?: true }
  'not-waiting': { no: CaseNo; state: State }
  'not-allowed': { verb: string; who: string; leader?: CaseNo }
  'no-unit': { no: CaseNo }
  'other-unit': { no: CaseNo; said: string; unit: string }
  'other-street': { no: CaseNo; street: string; own: string }
  'not-open': { no: CaseNo; state: State }
  'may-not-correct': { no: CaseNo; by: PersonId; desk?: '时限和工单编号' | '口径' }
  'missing-argument': { verb: string; what: string; example: string }
  'code-wrong': Record<string, never>
  'private-only': { verb: string }
  'room-only': { verb: string }
  'intake-only': { verb: string }
  'unknown-street': { said: string; nearest?: string; example: string }
  'unknown-scope': { said: string; nearest?: string; example: string }
  'unknown-unit': { said: string; nearest?: string }
  'unknown-role': { said: string }
  'last-admin': { name: string }
  'street-bound': { street: string; room: RoomId }
  'nobody-mentioned': { verb: string }
  'several-called': { said: string }
  'several-named': { people: readonly PersonId[]; said: string }
  'unknown-party': { example?: string }
  'assign-or-help': { no: CaseNo; unit: string }
  'order-known': { no: CaseNo; other: CaseNo }
  'nothing-to-correct': { no: CaseNo }
  'not-yours': { no: CaseNo; by: PersonId; isLead?: true; waits?: true; mayClaim?: true }
  'claim-first': { no: CaseNo }
  'not-taken': { no: CaseNo }
  'unknown-order': Record<string, never>
  'nothing-offered': Record<string, never>
  'say-why': { no: CaseNo; revisit?: true }
  'no-complainant': { no: CaseNo }
  confidential: { no: CaseNo; by: PersonId | undefined }
  'not-friends': Record<string, never>
  'wrong-state': { no: CaseNo; state: State }
  'not-ready': { no: CaseNo; what: string; missing: readonly string[] }
  'revisit-instead': { no: CaseNo }
  'not-handled': { no: CaseNo }
  'merge-self': { no: CaseNo }
  'merged-already': { no: CaseNo; into: CaseNo }
  'merge-chain': { no: CaseNo; into: CaseNo }
  'merge-holds': { no: CaseNo; holds: readonly CaseNo[] }
  'not-merged': { no: CaseNo }
  'leaders-supervise': { no: CaseNo }
  'goes-with': { no: CaseNo; into: CaseNo }
  'lead-refused': { no: CaseNo; wanted: string }
  'lead-asked': { no: CaseNo; wanted: string }
  'not-solved': { no: CaseNo; revisit?: string; agreed?: string }
  'not-yours-to-decide': { no: CaseNo; wanted: string; who: 'lead' | 'desk' | 'deputy' }
  'waits-for-platform': { no: CaseNo; wanted: string }
  'request-undecided': { no: CaseNo; wanted: string }
  'which-request': { no: CaseNo; wanted: readonly string[] }
  'no-request': { no: CaseNo }
  'not-later': { no: CaseNo; at: number }
  'nothing-asked': { no: CaseNo }
  'no-offer': { no: CaseNo }
  'not-whistler': { no: CaseNo }
  'past-deadline': { no: CaseNo; at: number; of?: CaseNo }
  'still-open': { no: CaseNo; into: CaseNo }
  'foreign-scope': { said: string }
  'answered-already': { no: CaseNo; wanted: string }
  'past-wish': { no: CaseNo; at: number; what: string; example: string }
  'past-supervision': { no: CaseNo; at: number }
  'not-in-a-unit': { name: string }
  'which-case': { nos: readonly CaseNo[]; said: string }
  'nothing-to-undo': Record<string, never>
  'undo-acted-on': { no: CaseNo }
  'undo-elsewhere': Record<string, never>
  'unknown-time': { said: string; example: string }
  'too-long': { limit: number }
  'unknown-setting': { said: string; nearest?: string }
  'unreadable-setting': { said: string; label: string; expected: string }
  'past-date': { said: string }
  'unknown-category': { said: string }
  'not-listed': { n: number; count: number }
  'not-confirmed': Record<string, never>
  'code-unknown': Record<string, never>
  'not-on-roster': { said: string }
  'nothing-shown': Record<string, never>
  'no-places-shown': Record<string, never>
  'not-a-place': { said: string }
  'official-place': { said: string; street: string }
  'unknown-place': { said: string }
  'nobody-waits': { said: string }
  'several-wait': { said: string }
  'bind-where': Record<string, never>
  'not-in-list': { n: number }
  'ambiguous-quote': { nos: readonly CaseNo[] }
}

export type RefusalCode = keyof RefusalFacts

/** A rule said no. Not a fault: it is told to the person in one sentence with the next step. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  readonly code: C
  readonly facts: RefusalFacts[C]

  constructor(code: C, facts: RefusalFacts[C]) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
  }
}
