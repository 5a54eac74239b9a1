import type { Case } from '../cases/case.ts'
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

/**
 * 领哨率: territorial cases first claimed by a bureau unit, unassigned and unwhistled, within 2 h† ÷ territorial cases
 * (本局承办 with a known street); beside it 吹哨件 and 派单件 (domain.md section 9). In: the cases and the log of each.
 */
export function claimsOf(
  cases: readonly { c: Case; log: readonly Logged[] }[],
  { claimInTime }: Pick<Settings, 'claimInTime'>,
): Claims {
  const territorial = cases.filter(({ c }) => isTerritorial(c))
  const ways = territorial.map(({ c, log }) => wayOf(c, log, claimInTime))
  const count = (way: Way) => ways.filter((one) => one === way).length
  return { n: count('claimed'), of: territorial.length, whistled: count('whistled'), assigned: count('assigned') }
}

type Way = 'claimed' | 'whistled' | 'assigned' | 'other'

// How it first came into somebody's hands; what was undone counts no more.
function wayOf(c: Case, log: readonly Logged[], inTime: number): Way {
  const undone = undoneCauses(log)
  for (const { event, at, cause } of log) {
    if (cause !== undefined && undone.has(cause)) continue
    if (event.kind === 'helpCalled' && event.whistle !== undefined) return 'whistled'
    if (event.kind === 'assigned') return 'assigned'
    if (event.kind === 'claimed')
      return event.owner.unit !== c.street && at - c.registeredAt <= inTime ? 'claimed' : 'other'
  }
  return 'other'
}

/** 属地件: 本局承办 with a known street; void and returned ones are nobody's. */
export function isTerritorial({ basis, street, state }: Pick<Case, 'basis' | 'street' | 'state'>): boolean {
  return basis === 'bureau' && street !== undefined && state !== 'void' && state !== 'returned'
}
