import type { Case, PersonId } from '../cases/case.ts'
import type { Lookup } from './lookup.ts'
import type { Sentence } from './sentence.ts'

/** A late word on a closed case: that it is kept, who hears of it, and how to open the case again. */
export function keptLate(c: Case, { what, by }: { what: string; by: PersonId }, look: Lookup): Sentence {
  const told = c.owner && c.owner.person !== by ? `,已转告${look.name(c.owner.person)}` : ''
  return [`#${c.no} 已办结,${what}已补记${told}。要再办回「重办 ${c.no} 原因」。`]
}
