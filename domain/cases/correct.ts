import type { Deed } from '../people/rights.ts'
import type { Speaker } from '../people/speaker.ts'
import type { CategoryId, Industry } from '../reading/category.ts'
import { Refusal } from '../refusal.ts'
import { type Basis, type Case, isUnfinished, type RoomId, type TextId } from './case.ts'
import type { CaseEvent, FactCorrected } from './events.ts'
import { hasHand } from './hands.ts'

/**
 * 更正 of the place: the community decides the street anew, and the card follows into the right room.
 * Refuses: not-open, may-not-correct.
 */
export function correctPlace(
  c: Case,
  by: Speaker,
  { place, street, community, room }: { place?: TextId; street?: string; community?: string; room?: RoomId },
): CaseEvent[] {
  mayCorrect(c, by)
  const moved = street ?? c.street
  const newRoom = room !== undefined && room !== c.cardRoom && street !== undefined
  return [
    {
      kind: 'placeCorrected',
      ...(place !== undefined && { place }),
      ...(moved !== undefined && { street: moved }),
      ...(community !== undefined && { community }),
      ...(newRoom && { cardRoom: room, ...(c.cardRoom !== undefined && { leftRoom: c.cardRoom }) }),
    },
  ]
}

/** 更正 of the problem. Refuses: not-open, may-not-correct. */
export function correctContent(
  c: Case,
  by: Speaker,
  to: { content: TextId; category: CategoryId; industry: Industry; subject?: TextId },
): CaseEvent[] {
  mayCorrect(c, by)
  return [{ kind: 'contentCorrected', ...to, urgent: c.urgent }]
}

/**
 * 更正 of one other fact. Number and deadline are the platform's: by whoever reported it, or the desk. Whom to call is
 * not for everybody in the street's room.
 * Refuses: not-open, may-not-correct.
 */
export function correctFact(c: Case, by: Speaker, to: Omit<FactCorrected, 'kind'>): CaseEvent[] {
  const platforms = to.what === 'externalNo' || to.what === 'deadline'
  const callers = to.what === 'name' || to.what === 'phone'
  mayCorrect(c, by, platforms ? 'correctOrder' : callers ? 'correctCaller' : 'correct')
  return [{ kind: 'factCorrected', ...to }]
}

/** 更正 of the 口径: 行业件 belong to the street, the bureau steers. By the desk alone. Refuses: not-open, may-not-correct. */
export function correctBasis(c: Case, by: Speaker, basis: Basis): CaseEvent[] {
  mayCorrect(c, by, 'correctBasis')
  return c.basis === basis ? [] : [{ kind: 'basisCorrected', basis }]
}

function mayCorrect(c: Case, by: Speaker, deed: Deed = 'correct'): void {
  if (!isUnfinished(c)) throw new Refusal('not-open', { no: c.no, state: c.state })
  if (hasHand(c, by, deed)) return
  const desk = deed === 'correctOrder' ? '时限和工单编号' : deed === 'correctBasis' ? '口径' : undefined
  throw new Refusal('may-not-correct', { no: c.no, by: c.owner?.person ?? c.reportedBy, ...(desk && { desk }) })
}
