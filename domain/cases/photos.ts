import { holds, type Speaker } from '../people/speaker.ts'
import { minutes } from '../time/wall.ts'
import type { Case, CaseNo, PersonId } from './case.ts'
import { isOpen } from './case.ts'
import { type Look, mustKnowConfidential } from './contact-details.ts'
import type { CaseEvent } from './events.ts'
import { mustHave } from './hands.ts'

/** A case was named by somebody in a conversation: a command, a report, a claim, a quote. */
export interface Naming {
  no: CaseNo
  /** Milliseconds since the epoch, when it was sent. */
  at: number
  /** The message: the inbox id. */
  message: number
}

/** Where a picture belongs, as far as it can be known. */
export type Placement = { to: CaseNo } | { among: CaseNo[] } | { waitUntil: number }

/** So long a named case draws pictures to it, and a picture waits for its words (domain.md section 6). */
export const NEARBY = minutes(10)

/**
 * Which case a picture belongs to: the one its sender named in this conversation in the ten minutes before, else the
 * one named first in the ten minutes after. Several named: `among` them. In: when the picture was sent, what its
 * sender named here, in any order, and the time. Nothing named when the wait is over: among none.
 */
export function placementOf(sentAt: number, namings: readonly Naming[], now: number): Placement {
  const before = namings.filter(({ at }) => at >= sentAt - NEARBY && at <= sentAt)
  if (before.length) return oneOf(before)
  const later = namings.filter(({ at }) => at > sentAt && at <= sentAt + NEARBY).sort((a, b) => a.at - b.at)
  const first = later.filter(({ message }) => message === later[0]?.message)
  if (first.length) return oneOf(first)
  return now < sentAt + NEARBY ? { waitUntil: sentAt + NEARBY } : { among: [] }
}

function oneOf(namings: readonly Naming[]): Placement {
  const nos = [...new Set(namings.map(({ no }) => no))]
  return nos.length === 1 ? { to: nos[0] as CaseNo } : { among: nos }
}

/** A picture, video or file of a case, kept sealed on the disk; on a closed case it reaches its last owner. */
export function addPhoto(c: Case, file: number): CaseEvent[] {
  return c.photos?.includes(file) ? [] : [{ kind: 'photoAdded', file }]
}

/** Taken back by its sender. */
export function dropPhoto(c: Case, file: number): CaseEvent[] {
  return c.photos?.includes(file) ? [{ kind: 'photoDropped', file }] : []
}

/**
 * What a recall does to a case its message registered: within two minutes, unclaimed, without an order number and not
 * asked for by the bot it is void; otherwise nothing, the case and its masked text stay (domain.md section 6).
 */
export function recalled(c: Case, { by, sentAt, recalledAt, askedFor }: Recall): CaseEvent[] {
  const mistaken = c.state === 'waiting' && c.externalNo === undefined && c.reportedBy === by && isOpen(c)
  return mistaken && !askedFor && recalledAt - sentAt <= RECALL ? [{ kind: 'voided' }] : []
}

export interface Recall {
  by: PersonId
  sentAt: number
  recalledAt: number
  /** The bot had asked for it: 「可撤回原消息」. */
  askedFor: boolean
}

const RECALL = minutes(2)

/**
 * Who may look at a case's pictures and files: the owner, the unit's lead, the desk, testers, leaders; of a confidential
 * case only who may know its complainant. In: every look at the complainant or the files so far.
 * Refuses: confidential, not-yours.
 */
export function mayLookAtFiles(c: Case, by: Speaker, looks: readonly Look[]): void {
  if (c.confidential) {
    mustKnowConfidential(c, by, looks)
    return
  }
  if (!holds(by, 'deputy', 'chief')) mustHave(c, by, 'photos')
}
