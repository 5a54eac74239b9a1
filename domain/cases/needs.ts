import { type Case, doneAt } from './case.ts'
import { isOwnSource } from './channel.ts'
import { type Request, requests, results, type Wanted } from './events.ts'
import { triedEnough } from './tries.ts'

/** A stamp a case needs before it can be closed (domain.md section 4). */
export type Need = 'claim' | 'contact' | 'arrive' | 'test' | 'handle' | 'revisit' | 'reply'

export const needNames: Record<Need, string> = {
  claim: '领哨',
  contact: '联系',
  arrive: '到场',
  test: '检测',
  handle: '处置',
  revisit: '回访',
  reply: '平台回复',
}

/**
 * What is still missing to close a case, in order. A named complainant of an outside order needs all seven; without one,
 * or with 免联系, contact and revisit are waived; our own sources need no contact, revisit or reply. An answer of the lead
 * that is still awaited counts as missing.
 */
export function needs(c: Case): Need[] {
  const called = hasSomebodyToCall(c)
  const missing: [Need, boolean][] = [
    ['claim', c.claimedAt === undefined],
    ['contact', called && doneAt(c, 'contactedAt') === undefined && !triedEnough(c.contactTries ?? [])],
    ['arrive', doneAt(c, 'arrivedAt') === undefined && !c.arrivalWaived],
    ['test', doneAt(c, 'testedAt') === undefined && !c.agreed?.includes('noTest')],
    ['handle', c.handledAt === undefined],
    ['revisit', called && c.revisitedAt === undefined && !c.agreed?.includes('unreached')],
    ['reply', !isOwnSource(c.channel) && c.repliedAt === undefined],
  ]
  const own = missing.filter(([, open]) => open).map(([need]) => need)
  return c.state === 'merged' ? own.filter((need) => OF_ITS_OWN.includes(need)) : own
}

/** What a merged case must have beside the work the case it goes with does for it (domain.md section 4, merge). */
const OF_ITS_OWN: readonly Need[] = ['contact', 'revisit', 'reply']

/**
 * Our own sources (网格上报, 巡查, 预警, 预测) need no contact; nor can anybody call who left nothing or asked for none, and who
 * complained twice is called once, for the case the other was merged into.
 */
export function hasSomebodyToCall({
  channel,
  complainant,
  contactWaived,
  sameCaller,
}: Pick<Case, 'channel' | 'complainant' | 'contactWaived' | 'sameCaller'>): boolean {
  return !isOwnSource(channel) && complainant !== undefined && !contactWaived && !sameCaller
}

/** What is missing before 整改完: contact where somebody must be called, and a test, or the lead asked for none. */
export function toHandle(c: Case): string[] {
  const stated = c.asked?.includes('noTest') === true
  const first = needs(c).filter((need) => need === 'contact' || (need === 'test' && !stated))
  return first.map((need) => needNames[need])
}

/** 「不宜检测」, 「部分解决」, 「退单」: how what is asked is called. */
export function wantedName(wanted: Wanted): string {
  if (wanted === 'noTest') return '不宜检测'
  return isRequest(wanted) ? requests[wanted] : results[wanted]
}

/** Whether the platform has the last word on it. */
export function isRequest(wanted: Wanted): wanted is Request {
  return wanted in requests
}
