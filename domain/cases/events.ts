import type { CategoryId, Industry } from '../reading/category.ts'
import type { Basis, Case, CaseNo, Owner, PersonId, RoomId, TextId, UnitId, VaultId } from './case.ts'
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
  /** One of many rows: its room hears one list, its reporter one answer. */
  listed?: true
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

/** 满意 · 基本满意 · 一般 · 不满意 · 未评价. */
export const satisfactions = {
  good: '满意',
  fair: '基本满意',
  middling: '一般',
  bad: '不满意',
  none: '未评价',
} as const
export type Satisfaction = keyof typeof satisfactions

/** 办结结果 (domain.md section 4). */
export const results = {
  solved: '已解决',
  partly: '部分解决',
  explained: '未解决已解释',
  unfounded: '不属实',
  unreached: '未接通',
} as const
export type Result = keyof typeof results

/** What a unit's lead is asked to agree to: no test, or a result other than 已解决. */
export type Wanted = 'noTest' | Exclude<Result, 'solved'>

/** Everything that can happen to a case. A verb returns these; nothing else changes a case. */
export type CaseEvent =
  | Registered
  | { kind: 'claimed'; owner: Owner }
  | { kind: 'released'; why: TextId }
  /** By the lead or the desk, inside the unit, or when an offer was taken. */
  | { kind: 'assigned'; owner: Owner }
  /** 转办 to another unit: it owns the case only when it says 接. */
  | { kind: 'offered'; to: Owner; why?: TextId; until: number }
  | { kind: 'offerLapsed' }
  | { kind: 'urged' }
  | { kind: 'contacted'; text?: TextId }
  | { kind: 'contactTried' }
  | { kind: 'contactWaived'; why: TextId }
  | { kind: 'arrived'; text?: TextId }
  | { kind: 'arrivalWaived'; why: TextId }
  | { kind: 'progressed'; text: TextId }
  | { kind: 'tested'; text: TextId }
  | { kind: 'handled'; text?: TextId }
  | { kind: 'revisited'; solved: boolean; satisfaction: Satisfaction; text?: TextId }
  | { kind: 'revisitTried' }
  | { kind: 'replied' }
  /** The lead is asked; until the answer the case stays as it is. */
  | { kind: 'asked'; wanted: Wanted; why?: TextId }
  | { kind: 'agreed'; wanted: Wanted }
  | { kind: 'denied'; wanted: Wanted; why?: TextId }
  | { kind: 'closed'; result: Result }
  | { kind: 'reopened'; why?: TextId }
  | { kind: 'helpCalled'; unit: UnitId; person?: PersonId }
  | { kind: 'reportedIn'; unit: UnitId }
  | { kind: 'snoozed'; until: number; why?: TextId }
  | { kind: 'voided'; why?: TextId }
  | { kind: 'restored' }
  | { kind: 'noted'; text: TextId }
  /** A picture, video or file that was sent about it; `file` is its row among the files. */
  | { kind: 'photoAdded'; file: number }
  | { kind: 'photoDropped'; file: number }
  | PlaceCorrected
  | {
      kind: 'contentCorrected'
      content: TextId
      category: CategoryId
      industry: Industry
      subject?: TextId
      urgent: boolean
    }
  /** 撤销: what the message `cause` did counts no more. */
  | { kind: 'undone'; undoes: number }

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

/** The state of a case from its events, in order; what was undone is passed over. Never reads a text. */
export function fold(log: readonly Logged[]): Case | undefined {
  const undone = new Set(log.flatMap(({ event }) => (event.kind === 'undone' ? [event.undoes] : [])))
  const stands = ({ event, cause }: Logged) => event.kind === 'registered' || cause === undefined || !undone.has(cause)
  let c: Case | undefined
  for (const logged of log) {
    if (c && logged.seq !== c.seq + 1) throw new Error(`case ${logged.no} has event ${logged.seq} after ${c.seq}`)
    c = c && !stands(logged) ? { ...c, seq: logged.seq } : after(c, logged)
  }
  return c
}

/** The case after one more event. Throws on an event that cannot follow: a broken log, never a user's error. */
export function after(c: Case | undefined, logged: Logged): Case {
  const { event, seq } = logged
  if (event.kind === 'registered') {
    if (c) throw new Error(`case ${logged.no} registered twice`)
    return registered(logged, event)
  }
  if (!c) throw new Error(`case ${logged.no} starts with ${event.kind}`)
  return { ...apply(c, logged), seq }
}

function apply(c: Case, { event, at, seq }: Logged): Case {
  switch (event.kind) {
    case 'registered':
    case 'undone':
    case 'progressed':
    case 'noted':
      return c
    case 'claimed':
    case 'assigned':
      return owned(c, event.owner, { at, seq })
    case 'released': {
      const { owner: _owner, claimedAt: _claimedAt, offer: _offer, snoozedUntil: _snoozed, ...rest } = c
      return { ...rest, state: 'waiting', waitingSince: at, armedBy: { ...c.armedBy, waiting: seq } }
    }
    case 'offered':
      return { ...c, offer: { to: event.to, until: event.until } }
    case 'offerLapsed':
      return without(c, 'offer')
    case 'urged':
      return { ...c, urged: (c.urged ?? 0) + 1, urgedToldAt: toldOf(c, at) }
    case 'contacted':
      return { ...c, contactedAt: c.contactedAt ?? at }
    case 'contactTried':
      return { ...c, contactTries: [...(c.contactTries ?? []), at] }
    case 'contactWaived':
      return { ...c, contactWaived: true }
    case 'arrived':
      return { ...c, arrivedAt: c.arrivedAt ?? at }
    case 'arrivalWaived':
      return { ...c, arrivalWaived: true }
    case 'tested':
      return { ...c, testedAt: at }
    case 'handled':
      return { ...without(c, 'snoozedUntil'), state: 'handled', handledAt: at }
    case 'revisited':
      return { ...c, revisitedAt: at, revisit: { solved: event.solved, satisfaction: event.satisfaction } }
    case 'revisitTried':
      return { ...c, revisitTries: [...(c.revisitTries ?? []), at] }
    case 'replied':
      return { ...c, repliedAt: c.repliedAt ?? at }
    case 'asked':
      return { ...c, asked: [...(c.asked ?? []).filter((wanted) => wanted !== event.wanted), event.wanted] }
    case 'agreed':
      return { ...answered(c, event.wanted), agreed: [...new Set([...(c.agreed ?? []), event.wanted])] }
    case 'denied':
      return answered(c, event.wanted)
    case 'closed':
      return { ...without(c, 'snoozedUntil'), state: 'closed', closedAt: at, result: event.result }
    case 'reopened': {
      const { handledAt: _h, revisitedAt: _r, closedAt: _c, revisit: _v, result: _s, agreed, ...rest } = c
      const kept = (agreed ?? []).filter((wanted) => wanted === 'noTest')
      return {
        ...rest,
        ...(kept.length > 0 && { agreed: kept }),
        state: 'claimed',
        reopened: (c.reopened ?? 0) + 1,
        armedBy: { ...c.armedBy, claim: seq },
      }
    }
    case 'helpCalled':
      return {
        ...c,
        helpers: [...(c.helpers ?? []).filter(({ unit }) => unit !== event.unit), { unit: event.unit, at }],
      }
    case 'reportedIn':
      return {
        ...c,
        helpers: (c.helpers ?? []).map((helper) =>
          helper.unit === event.unit ? { ...helper, arrivedAt: at } : helper,
        ),
      }
    case 'photoAdded':
      return { ...c, photos: [...(c.photos ?? []), event.file] }
    case 'photoDropped': {
      const photos = (c.photos ?? []).filter((file) => file !== event.file)
      return photos.length ? { ...c, photos } : without(c, 'photos')
    }
    case 'snoozed':
      return { ...c, snoozedUntil: event.until }
    case 'voided':
      return { ...c, state: 'void', stateBefore: c.state }
    case 'restored': {
      const { stateBefore, ...rest } = c
      return { ...rest, state: stateBefore ?? 'waiting' }
    }
    case 'placeCorrected': {
      const { street: _street, community: _community, cardRoom, ...rest } = c
      const room = event.cardRoom ?? cardRoom
      return {
        ...rest,
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
        content: event.content,
        category: event.category,
        industry: event.industry,
        ...(event.subject !== undefined && { subject: event.subject }),
        urgent: event.urgent,
        missing: c.missing.filter((what) => what !== 'problem'),
      }
  }
}

function owned(c: Case, owner: Owner, { at, seq }: { at: number; seq: number }): Case {
  return {
    ...without(without(c, 'offer'), 'snoozedUntil'),
    state: c.state === 'waiting' ? 'claimed' : c.state,
    owner,
    firstReceiver: c.firstReceiver ?? owner.unit,
    claimedAt: at,
    armedBy: { ...c.armedBy, claim: seq },
  }
}

// The owner hears of urging at most once in four hours (domain.md section 4).
function toldOf(c: Case, at: number): number {
  return c.urgedToldAt !== undefined && at - c.urgedToldAt < URGED_ONCE ? c.urgedToldAt : at
}

const URGED_ONCE = 4 * 3_600_000

function answered(c: Case, wanted: Wanted): Case {
  const asked = (c.asked ?? []).filter((other) => other !== wanted)
  return asked.length ? { ...c, asked } : without(c, 'asked')
}

function without<K extends keyof Case>(c: Case, key: K): Case {
  const { [key]: _gone, ...rest } = c
  return rest as Case
}

function registered({ no, seq, at, by }: Logged, { kind: _kind, listed: _listed, ...facts }: Registered): Case {
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
