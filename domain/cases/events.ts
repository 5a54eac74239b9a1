import type { CategoryId, Industry } from '../reading/category.ts'
import type { Judged } from '../standards/judgement.ts'
import type { Called } from './called.ts'
import type { Basis, CaseNo, Owner, PersonId, RoomId, TextId, UnitId, VaultId } from './case.ts'
import type { Channel } from './channel.ts'
import type { CityRevisit } from './city-revisit.ts'
import type { Member } from './consult.ts'
import type { Deadline } from './deadlines.ts'
import type { Grade } from './grade.ts'
import type { Level } from './supervise.ts'

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
  /** The platform's number, opaque. */
  externalNo?: string
  place?: TextId
  subject?: TextId
  content?: TextId
  /** Name, phone and door of the complainant, sealed. */
  complainant?: VaultId
  /** What the report did not say and somebody was asked for (待补). */
  missing: ('place' | 'problem')[]
  /** Where it was reported; absent for a private conversation. */
  reportedIn?: RoomId
  /** The room that holds the card. */
  cardRoom?: RoomId
  deadline?: Deadline
  /** One of many rows: its room hears one list, its reporter one answer. */
  listed?: true
}

/** A place that was corrected: the community decides the street anew. */
export interface PlaceCorrected {
  kind: 'placeCorrected'
  /** Absent: only the street was wrong. */
  place?: TextId
  street?: string
  community?: string
  cardRoom?: RoomId
  /** The room that had the card so far. */
  leftRoom?: RoomId
}

/**
 * One fact of the report put right. A complainant's new name or phone is a new row of the vault; the old one stays sealed,
 * and neither stands here.
 */
export interface FactCorrected
  extends Pick<Partial<Registered>, 'complainant' | 'externalNo' | 'deadline' | 'category' | 'industry' | 'subject'> {
  kind: 'factCorrected'
  what: 'name' | 'phone' | 'externalNo' | 'deadline' | 'category' | 'subject'
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

/** What only the platform can grant; agreed to here it means 「同意报平台」 (domain.md section 2). */
export const requests = { return: '退单', extend: '延期', suspend: '挂账', exclude: '剔除' } as const
export type Request = keyof typeof requests

/** What somebody with the say is asked: no test, a result other than 已解决, or a request to the platform. */
export type Wanted = 'noTest' | Exclude<Result, 'solved'> | Request

/** Everything that can happen to a case. A verb returns these; nothing else changes a case. */
export type CaseEvent =
  | Registered
  | { kind: 'claimed'; owner: Owner }
  | { kind: 'released'; why: TextId }
  /** By the lead or the desk, inside the unit, or when an offer was taken. */
  | { kind: 'assigned'; owner: Owner; from?: PersonId }
  /** 转办 to another unit: it owns the case only when it says 接. */
  | { kind: 'offered'; to: Owner; why?: TextId; until: number }
  /** Nobody took it in time, or somebody asked said 不接. */
  | { kind: 'offerLapsed'; declined?: true; why?: TextId }
  | { kind: 'urged' }
  | { kind: 'contacted'; text?: TextId }
  | { kind: 'contactTried' }
  | { kind: 'contactWaived'; why: TextId }
  | { kind: 'arrived'; text?: TextId }
  | { kind: 'arrivalWaived'; why: TextId }
  | { kind: 'progressed'; text: TextId }
  /**
   * `judged`: what the figures mean by the standards of the day they were taken on. `inPlaceOf`: the seq of the test it
   * corrects or completes, which stands in the timeline only. `unread`: words without a value that could be read and
   * without a result.
   */
  | { kind: 'tested'; text: TextId; judged?: readonly Judged[]; takenOn?: string; inPlaceOf?: number; unread?: true }
  | { kind: 'handled'; text?: TextId }
  /** `partly` stands beside not solved. */
  | { kind: 'revisited'; solved: boolean; partly?: true; satisfaction: Satisfaction; text?: TextId }
  | { kind: 'revisitTried' }
  | { kind: 'replied' }
  /** 市回访; `heldAt`: when the city called. */
  | ({ kind: 'cityRevisited'; heldAt: number; text?: TextId } & CityRevisit)
  /** The city called on another day than was noted; what it heard stays. */
  | { kind: 'cityRevisitRedated'; heldAt: number }
  /** Asked of who has the say; until the answer the case stays as it is. `until`: the deadline an extension asks for. */
  | { kind: 'asked'; wanted: Wanted; why?: TextId; until?: number }
  | { kind: 'agreed'; wanted: Wanted }
  | { kind: 'denied'; wanted: Wanted; why?: TextId }
  /** 平台批复: what the platform said to a request; `until`: another deadline than was `asked` for. */
  | { kind: 'ruled'; request: Request; granted: boolean; why?: TextId; until?: number; asked?: number }
  /** 取消挂账: the clock goes on, until here. */
  | { kind: 'resumed'; deadline?: Deadline }
  | { kind: 'closed'; result: Result }
  /**
   * `because`: not its own complainant but that of a case merged into it is unsatisfied. `resent`: the platform sent again
   * what had been returned, perhaps with another deadline.
   */
  | { kind: 'reopened'; why?: TextId; because?: CaseNo; resent?: true; deadline?: Deadline }
  /** 并案: it goes with another case, whose owner works for both. `same`: both have one complainant. */
  | { kind: 'merged'; into: CaseNo; same?: true; owner?: Owner }
  /** The other side of it. */
  | { kind: 'tookIn'; other: CaseNo; same?: true; brings?: Brought }
  /** 拆案, and the other side of it. */
  | { kind: 'unmerged'; from: CaseNo }
  | { kind: 'letGo'; other: CaseNo }
  /** The case it goes with has another owner, or none. */
  | { kind: 'ownerFollowed'; owner?: Owner }
  /** 协办, 吹哨: a unit was called, or came by itself. */
  /** `of`: who called it to the case it is taken over from. */
  | ({ kind: 'helpCalled'; of?: PersonId } & Omit<Called, 'at' | 'seq' | 'by' | 'arrivedAt'>)
  /** A called unit says it cannot come; who called it decides. */
  | { kind: 'cannotCome'; unit: UnitId; why?: TextId }
  /** A call was taken back: the unit need not come; `of` called it. */
  | { kind: 'helpCalledOff'; unit: UnitId; person?: PersonId; outside?: true; of?: PersonId }
  /** 报到: a called unit is there. */
  | { kind: 'reportedIn'; unit: UnitId; text?: TextId }
  | { kind: 'urgencyLowered'; why: TextId }
  | { kind: 'snoozed'; until: number; why?: TextId }
  /** 会商: who comes and when; its conclusion, and by when its measures are due. */
  /** `left`: who was to come to the one before and is not asked any more. */
  | { kind: 'consultCalled'; members: Member[]; at: number; why?: TextId; left?: Member[] }
  | { kind: 'consultCancelled'; members: Member[] }
  | { kind: 'consultConcluded'; text: TextId; until?: number }
  /** 回头看: a look again on a day, and what it showed. */
  | { kind: 'followUpSet'; on: number }
  | { kind: 'followedUp'; rebound: boolean; text: TextId }
  /** 督办 by one level, and 销督; the day it is wanted for makes it urgent. */
  /** `from`, `of`: taken over from a case that was merged, and whose wish it is. */
  | { kind: 'supervised'; level: Level; until: number; why?: TextId; from?: CaseNo; of?: PersonId }
  /** `of`: whose wish it was. */
  | { kind: 'unsupervised'; level: Level; of?: PersonId }
  | { kind: 'urgencyRaised' }
  /** 作废, or 撤销 of the message that reported it. */
  | { kind: 'voided'; why?: TextId; undoes?: number }
  | { kind: 'restored' }
  | { kind: 'noted'; text: TextId }
  /** A picture, video or file that was sent about it; `file` is its row among the files. */
  | { kind: 'photoAdded'; file: number }
  | { kind: 'photoDropped'; file: number }
  | PlaceCorrected
  | FactCorrected
  /** 口径: 本局承办 or 行业件. */
  | { kind: 'basisCorrected'; basis: Basis }
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

/** What a merged case had already that counts for the one it goes with, and when: measures, tests, and the call to the same complainant. */
export type Brought = Partial<Record<'contactedAt' | 'arrivedAt' | 'testedAt', number>>

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
