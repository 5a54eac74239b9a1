import type { Complaint } from '../reading/complaint.ts'
import type { Settings } from '../settings.ts'
import type { Basis, RoomId, TextId, VaultId } from './case.ts'
import { deadlineOf } from './deadlines.ts'
import type { Registered } from './events.ts'
import { gradeOf, isUrgentGrade } from './grade.ts'

/** Where the words of a complaint were kept, where it was reported and which room holds the card. */
export interface Registration {
  now: number
  rules: Settings
  ids: { place?: TextId; subject?: TextId; content?: TextId; complainant?: VaultId }
  reportedIn?: RoomId
  cardRoom?: RoomId
  /** One of many rows: its room hears one list. */
  listed?: boolean
  /** 行业件 when the order says so; else 本局承办. */
  basis?: Basis
}

/**
 * 登记: what was read of a complaint becomes the first fact of a case: grade, deadline, urgency (domain.md section 5).
 * An order from outside (a platform number or a named source) has the official clock, everything else the internal one.
 */
export function register(
  complaint: Complaint,
  { now, rules, ids, reportedIn, cardRoom, listed, basis = 'bureau' }: Registration,
): Registered {
  const { externalNo, street, community, category, industry, confidential, missing } = complaint
  const channel = complaint.channel ?? (externalNo === undefined ? 'grid' : '12345')
  const grade = gradeOf({
    channel,
    stated: complaint.grade,
    urgent: complaint.urgent,
    dispatchedAt: complaint.receivedAt,
    dueAt: complaint.deadline,
  })
  const urgent = complaint.urgent || isUrgentGrade(grade)
  const named = complaint.deadline === undefined ? undefined : { at: complaint.deadline, derived: isDerived(complaint) }
  const deadline = deadlineOf(
    { channel, grade, urgent, named, receivedAt: complaint.receivedAt ?? now, registeredAt: now },
    rules,
  )
  return {
    kind: 'registered',
    channel,
    basis,
    grade,
    urgent,
    confidential,
    category,
    industry,
    missing,
    deadline,
    ...ids,
    ...(street !== undefined && { street }),
    ...(community !== undefined && { community }),
    ...(externalNo !== undefined && { externalNo }),
    ...(reportedIn !== undefined && { reportedIn }),
    ...(cardRoom !== undefined && { cardRoom }),
    ...(listed && { listed: true as const }),
  }
}

function isDerived({ notes }: Complaint): boolean {
  return notes.some(({ kind }) => kind === 'deadline-derived')
}
