import type { Basis, Case, CaseNo } from '../cases/case.ts'
import type { Logged } from '../cases/events.ts'
import type { Settings } from '../settings.ts'
import { before, type Period, spanOfPeriod } from '../time/period.ts'
import { type Claims, claimsOf } from './claims.ts'
import {
  atRisk,
  basesInOrder,
  cityTally,
  compliantNuisances,
  contradicted,
  forecastTally,
  inTime,
  proactive,
  reckoned,
  type Span,
  tested,
  within,
} from './period.ts'
import { type Rates, ratesOf, type Share, type Tally } from './rates.ts'

/** A tally and the rates it makes; none without a valid revisit. */
export interface Rated {
  tally: Tally
  rates?: Rates
}

/** 三率 and what threatens them, of one 口径. */
export interface BasisFigures {
  basis: Basis
  city: Rated
  /** 近3期合计. */
  three: Rated
  /** 预估, from the bureau's own revisits. */
  forecast: Rated
  atRisk: CaseNo[]
  contradicted: CaseNo[]
}

/** How the work itself went, all channels together: 按时率, 领哨率 and 每诉必测率 of 本局承办, 行业件 beside it. */
export interface WorkFigures {
  inTime: Share
  claims: Claims
  tested: Share
  industry: { inTime: Share; tested: Share }
  compliantNuisances: CaseNo[]
  proactive: ReturnType<typeof proactive>
}

/** The last three periods: what 近3期合计 reads. */
export function spanOfThree(period: Period): Span {
  return { from: spanOfPeriod(before(period, 2)).from, to: spanOfPeriod(period).to }
}

/** 三率 of a period by 口径, 本局承办 first. In: the cases of the last three periods, and the settings that hold at its end. */
export function ratesOfPeriod(
  cases: readonly Case[],
  period: Period,
  { settings, assessed }: { settings: Settings; assessed: boolean },
): BasisFigures[] {
  const span = spanOfPeriod(period)
  const rated = (tally: Tally): Rated => {
    const rates = ratesOf(tally, settings)
    return { tally, ...(rates && { rates }) }
  }
  return basesInOrder.map((basis) => {
    const mine = reckoned(cases, { basis, assessed })
    return {
      basis,
      city: rated(cityTally(mine, span)),
      three: rated(cityTally(mine, spanOfThree(period))),
      forecast: rated(forecastTally(mine, span)),
      atRisk: atRisk(mine),
      contradicted: contradicted(mine, span),
    }
  })
}

/** The work of a period. In: its cases, the log of one by its number, the settings, now, and by which 口径. */
export function workOfPeriod(
  cases: readonly Case[],
  period: Period,
  at: { settings: Settings; now: number; assessed: boolean; log(no: CaseNo): readonly Logged[] },
): WorkFigures {
  const { settings, now, assessed, log } = at
  const span = spanOfPeriod(period)
  const [bureau, industry] = [
    reckoned(cases, { basis: 'bureau', assessed }),
    reckoned(cases, { basis: 'industry', assessed }),
  ]
  const standing = [...bureau, ...industry]
  return {
    inTime: inTime(bureau, span, now),
    claims: claimsOf(
      bureau.filter((c) => within(c.registeredAt, span)),
      { log, settings },
    ),
    tested: tested(bureau, span),
    industry: { inTime: inTime(industry, span, now), tested: tested(industry, span) },
    compliantNuisances: compliantNuisances(standing, span),
    proactive: proactive(standing, span),
  }
}

/** 每诉必测率 of a period, of 本局承办 in 考核口径: cases handled in it with a test or the lead's word that none can be made ÷ cases handled. */
export function testedOfPeriod(cases: readonly Case[], period: Period): Share {
  return tested(reckoned(cases, { basis: 'bureau', assessed: true }), spanOfPeriod(period))
}
