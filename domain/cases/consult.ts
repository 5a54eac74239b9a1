import { holds, type Speaker } from '../people/speaker.ts'
import type { Case, PersonId, TextId, UnitId } from './case.ts'
import type { CaseEvent } from './events.ts'
import { mustBe, mustHave } from './hands.ts'

/** Who shall come to a consultation: a unit or a person that was entered, or somebody of elsewhere by name. */
export interface Member {
  name: string
  unit?: UnitId
  person?: PersonId
}

/** 会商 that was called and has no conclusion yet. */
export interface Consultation {
  members: Member[]
  at: number
  by?: PersonId
}

/** 会商: members and time; said again it replaces what was called. Refuses: claim-first, wrong-state, not-yours. */
export function consult(
  c: Case,
  by: Speaker,
  { members, at, why }: Omit<Consultation, 'by'> & { why?: TextId },
): CaseEvent[] {
  mayConsult(c, by)
  return [{ kind: 'consultCalled', members, at, ...(why !== undefined && { why }) }]
}

/**
 * 会商结论: what was found, measures, who, by when; also where the consultation was held without being called here.
 * Refuses: claim-first, wrong-state, not-yours.
 */
export function conclude(c: Case, by: Speaker, { text, until }: { text: TextId; until?: number }): CaseEvent[] {
  mayConsult(c, by)
  return [{ kind: 'consultConcluded', text, ...(until !== undefined && { until }) }]
}

/** Whether an unsolved revisit is for the lead to settle, not for another round of work (domain.md section 4, revisit). */
export function leadSettles({ reopened = 0, concluded }: Pick<Case, 'reopened' | 'concluded'>): boolean {
  return reopened > 0 || concluded !== undefined
}

/** 达标扰民: a passed test and an unsolved revisit (domain.md section 4). */
export function isCompliantNuisance({ compliantNuisance }: Pick<Case, 'compliantNuisance'>): boolean {
  return compliantNuisance !== undefined
}

function mayConsult(c: Case, by: Speaker): void {
  mustBe(c, 'claimed', 'handled')
  if (holds(by, 'deputy', 'chief')) return
  mustHave(c, by, 'consult')
}
