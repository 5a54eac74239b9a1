import type { CategoryId, Industry } from '../reading/category.ts'
import type { Basis, Case, CaseNo, Owner, PersonId, RoomId, TextId, VaultId } from './case.ts'
import type { Channel } from './channel.ts'
import type { Deadline } from './deadlines.ts'
import type { Grade } from './grade.ts'

/** What a report established about a case. Words are texts or sealed; here stand only their ids. */
export interface Registered {
  kind: 'registered'
  channel: Channel
  basis: Basis
  grade: Grade
  urgent: boolean
  confidential: boolean
  category: CategoryId
  industry: Industry
  street?: string
  community?: string
  externalNo?: string
  place?: TextId
  subject?: TextId
  content?: TextId
  complainant?: VaultId
  missing: ('place' | 'problem')[]
  reportedIn?: RoomId
  cardRoom?: RoomId
  deadline?: Deadline
}

/** A place that was corrected: the community decides the street anew. */
export interface PlaceCorrected {
  kind: 'placeCorrected'
  place: TextId
  street?: string
  community?: string
  cardRoom?: RoomId
  /** The room that had the card so far. */
  leftRoom?: RoomId
}

/** Everything that can happen to a case. A verb returns these; nothing else changes a case. */
export type CaseEvent =
  | Registered
  | { kind: 'claimed'; owner: Owner }
  | PlaceCorrected
  | {
      kind: 'contentCorrected'
      content: TextId
      category: CategoryId
      industry: Industry
      subject?: TextId
      urgent: boolean
    }

export type EventKind = CaseEvent['kind']

/** An event as it stands in the log. */
export interface Logged {
  no: CaseNo
  /** 1 for the first event of a case, without gaps. */
  seq: number
  at: number
  /** Who did it; absent when a clock did. */
  by?: PersonId
  /** The message that caused it: the inbox id. */
  cause?: number
  event: CaseEvent
}

/** The state of a case from its events, in order. Never reads a text. Undefined for no events. */
export function fold(log: readonly Logged[]): Case | undefined {
  return log.reduce<Case | undefined>(after, undefined)
}

/** The case after one more event. Throws on an event that cannot follow: a broken log, never a user's error. */
export function after(c: Case | undefined, logged: Logged): Case {
  const { event, seq, at } = logged
  if (event.kind === 'registered') {
    if (c) throw new Error(`case ${logged.no} registered twice`)
    return registered(logged, event)
  }
  if (!c) throw new Error(`case ${logged.no} starts with ${event.kind}`)
  if (seq !== c.seq + 1) throw new Error(`case ${logged.no} has event ${seq} after ${c.seq}`)
  switch (event.kind) {
    case 'claimed':
      return {
        ...c,
        seq,
        state: 'claimed',
        owner: event.owner,
        firstReceiver: c.firstReceiver ?? event.owner.unit,
        claimedAt: at,
        armedBy: { ...c.armedBy, claim: seq },
      }
    case 'placeCorrected': {
      const { street: _street, community: _community, cardRoom, ...rest } = c
      const room = event.cardRoom ?? cardRoom
      return {
        ...rest,
        seq,
        place: event.place,
        ...(event.street !== undefined && { street: event.street }),
        ...(event.community !== undefined && { community: event.community }),
        ...(room !== undefined && { cardRoom: room }),
        missing: c.missing.filter((what) => what !== 'place'),
      }
    }
    case 'contentCorrected':
      return {
        ...c,
        seq,
        content: event.content,
        category: event.category,
        industry: event.industry,
        ...(event.subject !== undefined && { subject: event.subject }),
        urgent: event.urgent,
        missing: c.missing.filter((what) => what !== 'problem'),
      }
  }
}

function registered({ no, seq, at, by }: Logged, { kind: _kind, ...facts }: Registered): Case {
  if (by === undefined) throw new Error(`case ${no} was registered by nobody`)
  return {
    ...facts,
    no,
    seq,
    state: 'waiting',
    reportedBy: by,
    registeredAt: at,
    waitingSince: at,
    armedBy: { waiting: seq, claim: seq, deadline: seq },
  }
}
