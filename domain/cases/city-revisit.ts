import { approvers, type Roster } from '../people/roster.ts'
import { Refusal } from '../refusal.ts'
import { dateOf } from '../time/wall.ts'
import type { Case, PersonId, TextId } from './case.ts'
import type { CaseEvent, Satisfaction } from './events.ts'

/** 市回访: what the complainant told the city after the deadline. It alone makes the three rates (domain.md section 9). */
export interface CityRevisit {
  /** The bureau had been in touch. */
  contacted: boolean
  solved: boolean
  /** Beside not solved. */
  partly?: true
  satisfaction: Satisfaction
  /** The city reached nobody: it counts nowhere. */
  invalid?: true
}

/**
 * 市回访, of a case in any state. A later one takes the place of the former; the same again changes nothing but its day, where
 * another is named: the period hangs on it. In: what was told, when the city called, and whether somebody said so.
 * Refuses: wrong-state (of a void case).
 */
export function cityRevisit(
  c: Case,
  { told, heldAt, dated, text }: { told: CityRevisit; heldAt: number; dated: boolean; text?: TextId },
): CaseEvent[] {
  if (c.state === 'void') throw new Refusal('wrong-state', { no: c.no, state: c.state })
  if (sameRevisit(c.cityRevisit, told)) {
    const sameDay = c.cityRevisitedAt !== undefined && dateOf(c.cityRevisitedAt) === dateOf(heldAt)
    return dated && !sameDay ? [{ kind: 'cityRevisitRedated', heldAt }] : []
  }
  return [{ kind: 'cityRevisited', ...told, heldAt, ...(text !== undefined && { text }) }]
}

/** Whether it speaks for 重办: not contacted, not solved, or 不满意. One that reached nobody says nothing. */
export function isBad({ contacted, solved, satisfaction, invalid }: CityRevisit): boolean {
  return !invalid && (!contacted || !solved || satisfaction === 'bad')
}

/** 局内满意 but 市里不满意: the bureau was told it was well, the city was not. 重办 does not undo that. */
export function isContradicted({ contradicted }: Pick<Case, 'contradicted'>): boolean {
  return contradicted === true
}

/** After 市回访: what it told, whether it contradicts the bureau's own revisit, and whether a passed test left somebody disturbed. */
export function cityRevisited(
  { contradicted: _before, ...c }: Case,
  { told, heldAt, at }: { told: CityRevisit; heldAt: number; at: number },
): Case {
  const pleased = c.revisit?.solved && (c.revisit.satisfaction === 'good' || c.revisit.satisfaction === 'fair')
  const heard = told.invalid ? c : suffers(c, told.solved, at)
  return {
    ...heard,
    cityRevisit: told,
    cityRevisitedAt: heldAt,
    ...(pleased && isBad(told) && { contradicted: true as const }),
  }
}

/** 达标扰民 since a complainant said after a passed test that it is not solved; until one says that it is. */
export function suffers(c: Case, solved: boolean, at: number): Case {
  if (solved) {
    const { compliantNuisance: _over, ...rest } = c
    return rest
  }
  return c.passed ? { ...c, compliantNuisance: c.compliantNuisance ?? at } : c
}

/** Who is asked whether it is done again: the leads of the owner's unit, or those who agree for it. Nobody while it is in hand. */
export function askedToReopen(c: Case, roster: Pick<Roster, 'leadsOf' | 'unitFor' | 'desks'>): readonly PersonId[] {
  return c.cityRevisit && isBad(c.cityRevisit) ? approvers(roster, c) : []
}

/** Whether it says what stands there already. */
export function sameRevisit(before: CityRevisit | undefined, told: CityRevisit): boolean {
  return (
    before !== undefined &&
    before.contacted === told.contacted &&
    before.solved === told.solved &&
    before.partly === told.partly &&
    before.satisfaction === told.satisfaction &&
    before.invalid === told.invalid
  )
}
