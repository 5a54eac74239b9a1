import type { Case } from '../domain/cases/case.ts'
import type { Logged } from '../domain/cases/events.ts'
import { type cases, type Details, detailFields, type events } from './schema.ts'

/** An event as a row of the log. */
export function rowOf({ no, seq, at, by, cause, event }: Logged, hash: string): typeof events.$inferInsert {
  return { no, seq, at, by: by ?? null, cause: cause ?? null, kind: event.kind, data: event, hash }
}

/** A row of the log as an event. */
export function loggedOf({ no, seq, at, by, cause, data }: typeof events.$inferSelect): Logged {
  return { no, seq, at, ...(by !== null && { by }), ...(cause !== null && { cause }), event: data }
}

type Row = typeof cases.$inferSelect

/** A case as a row: what is rarely there stands in `details`. */
export function columnsOf({ deadline, owner, ...c }: Case): Row {
  const optional = {
    street: null,
    community: null,
    externalNo: null,
    place: null,
    subject: null,
    content: null,
    complainant: null,
    reportedIn: null,
    cardRoom: null,
    firstReceiver: null,
    claimedAt: null,
    contactedAt: null,
    arrivedAt: null,
    testedAt: null,
    handledAt: null,
    revisitedAt: null,
    repliedAt: null,
    closedAt: null,
    cityRevisitedAt: null,
  }
  const details = pick(c)
  return {
    ...optional,
    ...without(c),
    details: Object.keys(details).length ? details : null,
    deadlineAt: deadline?.at ?? null,
    deadlineOfficial: deadline?.official ?? null,
    deadlineDerived: deadline?.derived ?? null,
    ownerPerson: owner?.person ?? null,
    ownerUnit: owner?.unit ?? null,
  }
}

function pick(c: Omit<Case, 'deadline' | 'owner'>): Details {
  return Object.fromEntries(
    detailFields.flatMap((field) => (c[field] === undefined ? [] : [[field, c[field]]])),
  ) as Details
}

function without(
  c: Omit<Case, 'deadline' | 'owner'>,
): Omit<Case, 'deadline' | 'owner' | (typeof detailFields)[number]> {
  const hidden: readonly string[] = detailFields
  return Object.fromEntries(Object.entries(c).filter(([field]) => !hidden.includes(field))) as never
}

/** A row as a case. */
export function caseOf({
  details,
  deadlineAt,
  deadlineOfficial,
  deadlineDerived,
  ownerPerson,
  ownerUnit,
  ...row
}: Row): Case {
  const present = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as Case
  return {
    ...present,
    ...details,
    ...(deadlineAt !== null && {
      deadline: { at: deadlineAt, official: deadlineOfficial === true, derived: deadlineDerived === true },
    }),
    ...(ownerPerson !== null && ownerUnit !== null && { owner: { person: ownerPerson, unit: ownerUnit } }),
  }
}
