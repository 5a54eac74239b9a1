import type { Case, CaseNo } from '../cases/case.ts'
import type { Logged } from '../cases/events.ts'
import type { Settings } from '../settings.ts'
import { type Claims, claimsOf } from './claims.ts'
import { cityTally, inTime, type Span, within } from './period.ts'
import type { Share, Tally } from './rates.ts'

/** What came in during a span, and what became of it. */
export interface SpanFigures {
  span: Span
  /** Still running: counted until now. */
  running: boolean
  received: number
  closed: number
  claims: Claims
  inTime: Share
  city: Tally
}

/** One row of 统计 … 对比. In: cases that count (neither void nor returned), of any span. */
export function spanFigures(
  cases: readonly Case[],
  span: Span,
  { settings, now, log }: { settings: Settings; now: number; log(no: CaseNo): readonly Logged[] },
): SpanFigures {
  const received = cases.filter((c) => within(c.registeredAt, span))
  return {
    span,
    running: now < span.to,
    received: received.length,
    closed: received.filter(({ state }) => state === 'closed').length,
    claims: claimsOf(received, { log, settings }),
    inTime: inTime(cases, span, now),
    city: cityTally(cases, span),
  }
}

/** The same stretch of another span as has passed of a running one: its first days, or all of it. */
export function sameStretch(other: Span, { span, running }: SpanFigures, now: number): Span {
  return running ? { from: other.from, to: Math.min(other.to, other.from + (now - span.from)) } : other
}
