import type { Called } from './called.ts'
import type { CityRevisit } from './city-revisit.ts'
import type { Consultation, Member } from './consult.ts'
import type { Deadline } from './deadlines.ts'
import type { Brought, Registered, Result, Satisfaction, Wanted } from './events.ts'
import type { Supervision } from './supervise.ts'

/** Running number of a case, from 101, never reused. Written `#128`. */
export type CaseNo = number
export type PersonId = number
export type RoomId = number
/** The unit's name at the time it was entered; stays its id when the shown name changes. */
export type UnitId = string
/** A masked text kept beside the log, so that it can be blanked without breaking the chain. */
export type TextId = number
/** A sealed piece of personal data. */
export type VaultId = number

/** 待领哨 → 办理中 → 已处置 → 办结; aside 已退单, 已并案, 作废 (domain.md section 4). */
export type State = 'waiting' | 'claimed' | 'handled' | 'closed' | 'returned' | 'merged' | 'void'

/** 本局承办 or 行业件 (the street handles, the bureau steers). */
export const bases = { bureau: '本局承办', industry: '行业件' } as const
export type Basis = keyof typeof bases

export interface Owner {
  person: PersonId
  unit: UnitId
}

/** One complaint, as its events tell it: what the report established, and what became of it. Never a word of the complainant. */
export interface Case extends Omit<Registered, 'kind' | 'listed'> {
  no: CaseNo
  state: State
  reportedBy: PersonId
  registeredAt: number
  owner?: Owner
  /** 首接: the unit that first took it; never changes. */
  firstReceiver?: UnitId
  /** Who first took it: of a confidential case the one who may call. */
  firstClaimer?: PersonId
  waitingSince: number
  claimedAt?: number
  contactedAt?: number
  arrivedAt?: number
  testedAt?: number
  handledAt?: number
  revisitedAt?: number
  repliedAt?: number
  closedAt?: number
  /** 转办 to another unit, until it says 接 or the time is over. */
  offer?: { to: Owner; until: number }
  /** How often it was urged (催). */
  urged?: number
  /** When the owner was last told of it. */
  urgedToldAt?: number
  /** When nobody answered a contact or a revisit. */
  contactTries?: number[]
  revisitTries?: number[]
  /** 免联系, 免到场: stated with a reason. */
  contactWaived?: true
  arrivalWaived?: true
  /** What the lead was asked and has not answered; what the lead agreed to. */
  asked?: Wanted[]
  agreed?: Wanted[]
  /** The result the lead did not agree to; until more was done or heard. */
  refused?: Wanted
  /** Why, of each that was asked. */
  askedWhy?: Partial<Record<Wanted, TextId>>
  /** How often 退单 was asked for; the deadline an extension asks for. */
  returns?: number
  /** Who asked last for something only the platform can grant. */
  requestedBy?: PersonId
  extension?: number
  /** The order's own deadline, once the platform granted another. */
  deadlineBefore?: Deadline
  /** 挂账, 剔除: granted by the platform. */
  suspended?: true
  excluded?: true
  /** What the complainant said in the bureau's own revisit. */
  revisit?: { solved: boolean; partly?: true; satisfaction: Satisfaction }
  /** 市回访: the last one, and when the city called. */
  cityRevisit?: CityRevisit
  cityRevisitedAt?: number
  result?: Result
  reopened?: number
  /** When it was last opened again. */
  reopenedAt?: number
  /** 协办, 吹哨: who was called or came, and when they reported in. */
  helpers?: Called[]
  /** 缓: reminders rest until then. */
  snoozedUntil?: number
  /** Pictures, videos and files kept for it, in the order they came. */
  photos?: number[]
  /** 已并案: the case it goes with, and what it was before: 拆案 restores it. */
  mergedInto?: CaseNo
  beforeMerge?: { state: State } & Pick<Case, 'owner' | 'claimedAt' | 'firstReceiver' | 'firstClaimer'>
  /** 重复诉求: its complainant is that of the case it goes with, called once for both. */
  sameCaller?: true
  /** Cases that were merged into it, and what they had already. */
  holds?: CaseNo[]
  brought?: ({ no: CaseNo } & Brought)[]
  /** 督办, one a level; when there was progress last since; and that it is urgent for this alone. */
  supervised?: Supervision[]
  supervisedWordAt?: number
  supervisedToday?: true
  /** 会商 that is to be held; what the last one came to. */
  consultation?: Consultation
  concluded?: { at: number; text: TextId; until?: number; members: Member[] }
  /** The last test that was judged was passed. */
  passed?: true
  /** 达标扰民: since when a complainant suffers in spite of a passed test. */
  compliantNuisance?: number
  /** The bureau was told that it was well, the city that it was not. */
  contradicted?: true
  /** 回头看: when the owner reads that it is to be looked at again. */
  followUp?: number
  /** What a void case was before. */
  stateBefore?: State
  /** The seq of the event that armed each clock: a step is said once per arming. */
  armedBy: { waiting: number; claim: number; deadline: number }
  /** The seq of the last event. */
  seq: number
}

/** Cases a clock still runs for. */
export const OPEN: readonly State[] = ['waiting', 'claimed', 'handled']

/** True while the deadline's clock runs: not after 已回复, and not while the platform lets it rest (挂账). */
export function isTicking<C extends Pick<Case, 'deadline' | 'repliedAt' | 'suspended'>>(
  c: C,
): c is C & { deadline: Deadline } {
  return c.deadline !== undefined && c.repliedAt === undefined && !c.suspended
}

/** True while somebody still has to do something about it. */
export function isOpen(c: Pick<Case, 'state'>): boolean {
  return OPEN.includes(c.state)
}

/** True while something runs for it: an open case, and a merged one with its own contact, reply and deadline. */
export function isUnfinished(c: Pick<Case, 'state'>): boolean {
  return isOpen(c) || c.state === 'merged'
}

/** When it was done, of the case itself or of one that was merged into it. */
export function doneAt(c: Pick<Case, 'brought'> & Brought, what: keyof Brought): number | undefined {
  return c[what] ?? c.brought?.find((one) => one[what] !== undefined)?.[what]
}
