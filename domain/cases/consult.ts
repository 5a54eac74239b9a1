import { actingFor, answeringFor } from '../people/roster.ts'
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
  /** What it is about, where it is held: in the caller's words. */
  why?: TextId
}

/** Who comes: a person, or whoever acts and answers for a unit. */
export function comingTo(
  members: readonly Member[],
  look: Parameters<typeof actingFor>[0] & { now: number },
): PersonId[] {
  return members.flatMap(({ unit, person }) => {
    if (person !== undefined) return [person]
    return unit === undefined ? [] : [...actingFor(look, unit, look.now), ...answeringFor(look, unit)]
  })
}

/**
 * 会商: members and time; said again it replaces what was called, and those left out are told. The same again changes
 * nothing. Refuses: claim-first, wrong-state, not-yours.
 */
export function consult(c: Case, by: Speaker, { members, at, why }: Omit<Consultation, 'by'>): CaseEvent[] {
  mayConsult(c, by)
  const before = c.consultation?.members ?? []
  const left = before.filter((one) => !members.some((member) => isSame(one, member)))
  const told = why === undefined || why === c.consultation?.why
  if (c.consultation?.at === at && told && !left.length && before.length === members.length) return []
  return [{ kind: 'consultCalled', members, at, ...(why !== undefined && { why }), ...(left.length > 0 && { left }) }]
}

/** 取消会商. Nothing when none was called. Refuses: claim-first, wrong-state, not-yours. */
export function cancelConsultation(c: Case, by: Speaker): CaseEvent[] {
  mayConsult(c, by)
  return c.consultation ? [{ kind: 'consultCancelled', members: c.consultation.members }] : []
}

/**
 * 会商结论: what was found, measures, who, by when; also where the consultation was held without being called here.
 * The same words again change nothing.
 * Refuses: claim-first, wrong-state, not-yours.
 */
export function conclude(c: Case, by: Speaker, { text, until }: { text: TextId; until?: number }): CaseEvent[] {
  mayConsult(c, by)
  if (c.concluded?.text === text && !c.consultation) return []
  return [{ kind: 'consultConcluded', text, ...(until !== undefined && { until }) }]
}

/** A consultation as it was called. */
export function consultation(
  { members, at, why }: Extract<CaseEvent, { kind: 'consultCalled' }>,
  by: PersonId | undefined,
): Consultation {
  return { members, at, ...(by !== undefined && { by }), ...(why !== undefined && { why }) }
}

/** A case behind its conclusion; those who were at the consultation hear of a second one too. */
export function concluded(c: Case, event: Extract<CaseEvent, { kind: 'consultConcluded' }>, at: number): Case {
  const { consultation, ...rest } = c
  const until = event.until === undefined ? {} : { until: event.until }
  const members = consultation?.members ?? c.concluded?.members ?? []
  return { ...rest, concluded: { at, text: event.text, ...until, members } }
}

/** Whether an unsolved revisit is for the lead to settle, not for another round of work (domain.md section 4, revisit). */
export function leadSettles({ reopened = 0, concluded }: Pick<Case, 'reopened' | 'concluded'>): boolean {
  return reopened > 0 || concluded !== undefined
}

/** 达标扰民: a passed test and an unsolved revisit (domain.md section 4). */
export function isCompliantNuisance({ compliantNuisance }: Pick<Case, 'compliantNuisance'>): boolean {
  return compliantNuisance !== undefined
}

function isSame(one: Member, other: Member): boolean {
  if (one.person !== undefined || other.person !== undefined) return one.person === other.person
  return (one.unit ?? one.name) === (other.unit ?? other.name)
}

function mayConsult(c: Case, by: Speaker): void {
  mustBe(c, 'claimed', 'handled')
  if (holds(by, 'deputy', 'chief')) return
  mustHave(c, by, 'consult')
}
