import { type Case, isOpen, isTicking } from './case.ts'
import type { LadderCase } from './ladder.ts'

/**
 * A case as the ladder reads it, merged ones included: the open case that stays keeps the deadlines of all (the earliest
 * rules the work); a merged one leaves its deadline to it, and keeps it itself once the other is closed.
 */
export function climbing(
  c: Case,
  { held, main }: { held: readonly Case[]; main?: Case | undefined },
): Case & LadderCase {
  if (c.state === 'merged') return main && isOpen(main) ? { ...c, led: true } : c
  const others = held.filter(isTicking).map((m) => ({ c: m, of: m }))
  if (!others.length) return c
  const all = [...(isTicking(c) ? [{ c }] : []), ...others]
  return { ...c, keeps: all.sort((a, b) => dueOf(a.c) - dueOf(b.c) || a.c.no - b.c.no) }
}

const dueOf = ({ deadline }: Case): number => deadline?.at ?? Number.MAX_SAFE_INTEGER
