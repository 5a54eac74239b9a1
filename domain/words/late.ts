import type { Case, PersonId } from '../cases/case.ts'
import type { Lookup } from './lookup.ts'
import type { Sentence } from './sentence.ts'

/** A late word on a closed case: that it is kept, who hears of it, and who can open the case again, and how. */
export function keptLate(
  c: Case,
  { what, by, mayReopen }: { what: string; by: PersonId; mayReopen: boolean },
  look: Lookup,
): Sentence {
  const told = c.owner && c.owner.person !== by ? `,已转告${look.name(c.owner.person)}` : ''
  const next = mayReopen
    ? `要再办回「重办 ${c.no} 原因」`
    : `要再办请${c.owner ? `${look.name(c.owner.person)}或` : ''}负责人回「重办 ${c.no} 原因」`
  return [`#${c.no} 已办结,${what}已补记${told}。${next}。`]
}

/** A word on a case nobody has yet. */
export function keptWaiting(c: Case): Sentence {
  return [`#${c.no} 已补记,还没人领。领哨回「领哨 ${c.no}」。`]
}
