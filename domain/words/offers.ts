import type { Case } from '../cases/case.ts'
import { needNames, needs } from '../cases/needs.ts'
import type { Lookup } from './lookup.ts'
import type { Sentence } from './sentence.ts'

/** 接 of a case whose complainant was called already: who has it now, and what is missing. */
export function acceptedAnswer(c: Case, look: Lookup): Sentence {
  const missing = needs(c).map((need) => needNames[need])
  const left = missing.length ? `还差:${missing.join('、')}` : `都齐了,回「办结 ${c.no}」。`
  return [`#${c.no} 已接办:${c.owner ? `${c.owner.unit} ${look.name(c.owner.person)}` : ''}。${left}`]
}

/** 不接: the case stays with its owner, who is told. */
export function declinedAnswer(c: Case, look: Lookup): Sentence {
  return [`#${c.no} 已记不接,仍由${c.owner ? `${c.owner.unit} ${look.name(c.owner.person)}` : '原单位'}办理。`]
}
