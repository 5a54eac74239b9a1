import { type Basis, bases, type Case, type CaseNo, doneAt, isUnfinished } from '../cases/case.ts'
import type { CityRevisit } from '../cases/city-revisit.ts'
import { isContradicted } from '../cases/city-revisit.ts'
import { type Share, type Tally, tallyOf } from './rates.ts'

/** From an instant to another, the second no longer in it. */
export interface Span {
  from: number
  to: number
}

/** Of which cases figures are: 本局承办 or 行业件; 考核口径 leaves out what the platform excluded (剔除). */
export interface Reckoning {
  basis: Basis
  assessed: boolean
}

/** The cases figures are made of: neither void nor taken back by the platform. */
export function reckoned(cases: readonly Case[], { basis, assessed }: Reckoning): Case[] {
  return cases.filter(
    (c) => c.basis === basis && c.state !== 'void' && c.state !== 'returned' && !(assessed && c.excluded),
  )
}

/** What the city heard in a span, counted by the day it called: each case once, by its last 市回访. */
export function cityTally(cases: readonly Case[], span: Span): Tally {
  return tallyOf(cases.flatMap((c) => (within(c.cityRevisitedAt, span) ? (c.cityRevisit ?? []) : [])))
}

/** 预估: what the bureau's own revisits of a span would make, were the city to hear the same. */
export function forecastTally(cases: readonly Case[], span: Span): Tally {
  return tallyOf(cases.flatMap((c) => (within(c.revisitedAt, span) ? (ownAnswer(c) ?? []) : [])))
}

/**
 * 会影响成绩的件: cases the city has not called about yet whose own revisit was unsolved, neither 满意 nor 基本满意, or that
 * were opened again and not called since. In: cases of any period.
 */
export function atRisk(cases: readonly Case[]): CaseNo[] {
  return cases.filter((c) => !c.cityRevisit && !c.excluded && isAtRisk(c)).map(({ no }) => no)
}

/** 局内满意 but 市里不满意, by the day the city called. */
export function contradicted(cases: readonly Case[], span: Span): CaseNo[] {
  return cases.filter((c) => within(c.cityRevisitedAt, span) && isContradicted(c)).map(({ no }) => no)
}

/** 达标扰民: whose complainant said in the span that it is not solved in spite of a passed test, and nothing else since. */
export function compliantNuisances(cases: readonly Case[], span: Span): CaseNo[] {
  return cases.filter((c) => within(c.compliantNuisance, span)).map(({ no }) => no)
}

/** 按时率 = replied in time ÷ due: orders whose official deadline fell into the span and is over. A case at rest (挂账) is not due. */
export function inTime(cases: readonly Case[], span: Span, now: number): Share {
  const due = cases.filter(
    ({ deadline, suspended }) =>
      deadline?.official === true && !suspended && within(deadline.at, span) && deadline.at <= now,
  )
  const kept = due.filter(({ deadline, repliedAt }) => repliedAt !== undefined && repliedAt <= (deadline?.at ?? 0))
  return { n: kept.length, of: due.length }
}

/** 每诉必测率: cases handled in the span with a test, or the lead's word that none can be made. */
export function tested(cases: readonly Case[], span: Span): Share {
  const handled = cases.filter((c) => within(c.handledAt, span))
  return {
    n: handled.filter((c) => doneAt(c, 'testedAt') !== undefined || c.agreed?.includes('noTest')).length,
    of: handled.length,
  }
}

/** 未诉先办 by its sources; 网格上报 is counted apart. */
export function proactive(
  cases: readonly Case[],
  span: Span,
): Record<'patrol' | 'warning' | 'forecast' | 'grid', number> {
  const count = (channel: Case['channel']) =>
    cases.filter((c) => c.channel === channel && within(c.registeredAt, span)).length
  return { patrol: count('patrol'), warning: count('warning'), forecast: count('forecast'), grid: count('grid') }
}

/** Whether an instant lies in a span. */
export function within(at: number | undefined, { from, to }: Span): boolean {
  return at !== undefined && at >= from && at < to
}

/** 本局承办 first. */
export const basesInOrder = Object.keys(bases) as Basis[]

function ownAnswer({ revisit, contactedAt }: Case): CityRevisit | undefined {
  return revisit && { ...revisit, contacted: contactedAt !== undefined }
}

function isAtRisk(c: Case): boolean {
  if (!c.revisit) return isUnfinished(c) && (c.reopened ?? 0) > 0
  return !c.revisit.solved || (c.revisit.satisfaction !== 'good' && c.revisit.satisfaction !== 'fair')
}
