import type { CaseNo } from '../cases/case.ts'
import type { Call, Wording } from './command.ts'

/** What only the books know when a call is looked at. */
export interface AtHand {
  spokenTo: boolean
  /** Open cases this speaker is at in this conversation. */
  recent: readonly CaseNo[]
  /** Whether a number said alone fits a case that may be spoken of here. */
  fits(ref: string): boolean
  /** Whether a person or unit is called so. */
  isSomebody(who: string): boolean
}

/** Whether a call, once the books are known, was said to the bot; else somebody only talked. */
export function isMeant(call: Call, { spokenTo, recent, fits, isSomebody }: AtHand): boolean {
  if (spokenTo) return true
  if (call.onlyNumber) return call.refs[0] !== undefined && fits(call.refs[0])
  if (call.recent && !recent.length) return false
  return call.who === undefined || isUnmistakable(call, call.who) || isSomebody(call.who)
}

// What is called like a unit is answered also when nobody knows it, 「给水科」; 「请办公室配合」 is talk, 「请城管协办」 is not.
function isUnmistakable({ verb, words }: Call, who: string): boolean {
  return verb === 'cohandle' ? /协办/.test(words) : /(?:队|科|站|室|办|中心|街道|镇)$/.test(who)
}

/** Whether a call names no case though it acts on one: then the one its speaker is at is meant. */
export function namesNone({ verb, refs, quoted }: Call, wordings: readonly Wording[]): boolean {
  return !refs.length && !quoted && wordings.some((wording) => wording.verb === verb && wording.onCase && wording.plain)
}
