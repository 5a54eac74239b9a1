import { withoutClocks } from './called.ts'
import type { Case } from './case.ts'
import { suffers } from './city-revisit.ts'
import type { CaseEvent, Wanted } from './events.ts'
import { alone, calledAnew } from './merge-fold.ts'
import { isRequest } from './needs.ts'

/** After 重办: a merged case stays with the one it goes with; one that was closed with it goes on alone. */
export function reopened(
  c: Case,
  { because }: Extract<CaseEvent, { kind: 'reopened' }>,
  { at, seq }: { at: number; seq: number },
): Case {
  const {
    handledAt: _h,
    closedAt: _c,
    result: _s,
    followUp: _f,
    ...more
  } = c.state === 'merged' ? c : alone(c.state === 'closed' ? uncalled(c) : c)
  const again = {
    state: c.state === 'merged' ? c.state : ('claimed' as const),
    reopened: (c.reopened ?? 0) + 1,
    reopenedAt: at,
    armedBy: { ...c.armedBy, claim: seq },
  }
  // Its own complainant was called and said nothing else.
  if (because !== undefined) return { ...suffers(more, false, at), ...again }
  const { agreed, asked, revisitedAt, ...rest } = calledAnew(more)
  const kept = (agreed ?? []).filter(outlivesReopening)
  const open = (asked ?? []).filter(outlivesReopening)
  return {
    ...rest,
    ...(kept.length > 0 && { agreed: kept }),
    ...(open.length > 0 && { asked: open }),
    // Whoever was called just now, in the revisit that opens it again, need not be called once more.
    ...(revisitedAt === at && { contactedAt: at }),
    ...again,
  }
}

/** Who was told not to come is not awaited any more; whoever is needed again is called again. */
export function uncalled(c: Case): Case {
  return c.helpers ? { ...c, helpers: withoutClocks(c.helpers) } : c
}

// Results are asked for anew; a test that cannot be made, and what the platform is asked, stand.
function outlivesReopening(wanted: Wanted): boolean {
  return wanted === 'noTest' || isRequest(wanted)
}
