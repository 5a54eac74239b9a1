import type { Case, CaseNo } from '../cases/case.ts'
import type { Logged } from '../cases/events.ts'
import { undoneCauses } from '../cases/undone.ts'
import type { Settings } from '../settings.ts'
import type { Share } from './rates.ts'

/** 领哨率 with what stands beside it. */
export interface Claims extends Share {
  /** 吹哨件: a street called units before anybody took it unasked. */
  whistled: number
  /** 派单件: somebody was told to take it. */
  assigned: number
}

/** What 领哨率 reads beside the cases: the log of one by its number, and its limit of time. */
export interface ClaimRules {
  log(no: CaseNo): readonly Logged[]
  settings: Pick<Settings, 'claimInTime'>
}

/**
 * 领哨率: territorial cases first claimed by a bureau unit, unassigned and unwhistled, within 2 h† ÷ territorial cases
 * (本局承办 with a known street); beside it 吹哨件 and 派单件 (domain.md section 9). Every order counts; one that nobody had
 * before it was merged came into its owner's hands by that, in the way of the case it went with.
 */
export function claimsOf(cases: readonly Case[], rules: ClaimRules): Claims {
  const territorial = cases.filter(isTerritorial)
  const ways = territorial.map((c) => wayOf(c, rules))
  const count = (way: Way) => ways.filter((one) => one === way).length
  return { n: count('claimed'), of: territorial.length, whistled: count('whistled'), assigned: count('assigned') }
}

type Way = 'claimed' | 'whistled' | 'assigned' | 'other'

// How it first came into somebody's hands; what was undone counts no more.
function wayOf(c: Case, { log, settings }: ClaimRules): Way {
  let main: CaseNo | undefined
  for (const { event, at } of standing(log(c.no))) {
    if (event.kind === 'helpCalled' && event.whistle !== undefined) return 'whistled'
    if (event.kind === 'assigned') return 'assigned'
    if (event.kind === 'merged') main = event.into
    if (event.kind === 'unmerged') main = undefined
    const owner = 'owner' in event ? event.owner : undefined
    if (!owner) continue
    const told = main === undefined ? undefined : toldTo(log(main))
    if (told) return told
    return owner.unit !== c.street && at - c.registeredAt <= settings.claimInTime ? 'claimed' : 'other'
  }
  return 'other'
}

// Of the case it goes with: whether somebody was called or told to take it before anybody did.
function toldTo(log: readonly Logged[]): 'whistled' | 'assigned' | undefined {
  for (const { event } of standing(log)) {
    if (event.kind === 'helpCalled' && event.whistle !== undefined) return 'whistled'
    if (event.kind === 'assigned') return 'assigned'
    if (event.kind === 'claimed') return undefined
  }
  return undefined
}

function standing(log: readonly Logged[]): Logged[] {
  const undone = undoneCauses(log)
  return log.filter(({ cause }) => cause === undefined || !undone.has(cause))
}

/** 属地件: 本局承办 with a known street; void and returned ones are nobody's. */
export function isTerritorial({ basis, street, state }: Pick<Case, 'basis' | 'street' | 'state'>): boolean {
  return basis === 'bureau' && street !== undefined && state !== 'void' && state !== 'returned'
}
