import type { Tx } from '../db/unit.ts'
import type { Case } from '../domain/cases/case.ts'
import { type Hand, handsOf } from '../domain/cases/hands.ts'
import type { Speaker } from '../domain/people/speaker.ts'
import type { Call } from '../domain/reading/command.ts'
import type { Meaning } from '../domain/reading/meaning.ts'
import { fitsHere, known } from './refs.ts'

/**
 * What a message tells of cases, when they may be spoken of here and the speaker has to do with each. Undefined when it
 * is talk, or rather a complaint: under a quoted card only what is back is not.
 */
export function toldHere({ told, quotedRefs, complaints }: Meaning, speaker: Speaker, tx: Tx): Call | undefined {
  if (!told || !speaker.known || complaints.length > 1) return undefined
  if (told.call.quoted && complaints.length && !told.back) return undefined
  const refs = told.call.quoted ? quotedRefs : told.call.refs
  const found = refs.map((ref) => (fitsHere(ref, speaker, tx) ? tx.cases.find(known(ref, tx) ?? 0) : undefined))
  return found.every((c) => c !== undefined && concerns(c, speaker, told.back)) ? told.call : undefined
}

/** Their own hands may tell anything; that it is back, also whoever reported it, leads or sees to it, and of a closed case anybody. */
function concerns(c: Case, speaker: Speaker, back: boolean): boolean {
  if (c.state === 'void' || c.state === 'returned') return false
  if (back && c.state === 'closed') return true
  const hands = handsOf(c, speaker)
  return hands.some((hand) => HANDS.has(hand) || (back && BACK.has(hand)))
}

const HANDS: ReadonlySet<Hand> = new Set(['owner', 'unit', 'helper', 'steward'])
const BACK: ReadonlySet<Hand> = new Set(['lead', 'reporter', 'desk'])
