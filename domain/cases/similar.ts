import type { CategoryId } from '../reading/category.ts'
import type { Complaint } from '../reading/complaint.ts'
import type { Settings } from '../settings.ts'
import { type Case, isOpen } from './case.ts'
import { diceOf, gramsOf } from './grams.ts'
import { isSameAddress, type Nearness, nearness, nearnessOf, type Spot } from './nearness.ts'

/** What two reports are compared by: where, whom, what and when. Words are masked; '' where nothing is known. */
export interface Matter extends Spot {
  street?: string
  category: CategoryId
  subject: string
  content: string
  /** Milliseconds since the epoch. */
  at: number
}

type Words = (id: Case['place']) => string

/** A stored case as a matter. In: its masked words by id. */
export function matterOf(c: Case, text: Words): Matter {
  return {
    ...(c.street !== undefined && { street: c.street }),
    ...(c.community !== undefined && { community: c.community }),
    category: c.category,
    place: text(c.place),
    subject: text(c.subject),
    content: text(c.content),
    at: c.registeredAt,
  }
}

/** The words a matter is found by. */
export function wordsOf({ place, subject, content }: Pick<Matter, 'place' | 'subject' | 'content'>): string {
  return `${place}\n${subject}\n${content}`
}

/** Kinds of nuisance that people take for one another; dust and smell are two. */
export function groupOf(category: CategoryId): string {
  return category.startsWith('air.dust') ? 'dust' : (category.split('.')[0] as string)
}

/**
 * Whether a case can still be what a new report is about: open, or registered or closed within the span†. What is
 * confidential, void or merged is never pointed to.
 */
export function isRecent(c: Case, now: number, rules: Settings): boolean {
  if (c.confidential || c.state === 'void' || c.state === 'merged') return false
  return isOpen(c) || Math.max(c.registeredAt, c.closedAt ?? 0) >= now - rules.duplicateSpan
}

/**
 * The cases a case is likely a second report of (domain.md section 6, last line), likeliest first, at most two. Only a
 * hint for people: nothing is decided by it. Of a confidential case nothing is said. In: what an index found.
 */
export function likelyDuplicates(
  c: Case,
  candidates: readonly Case[],
  { text, rules, now }: { text: Words; rules: Settings; now: number },
): Case[] {
  if (c.confidential) return []
  const like = likenessTo(matterOf(c, text), rules)
  return candidates
    .filter((other) => other.no !== c.no && isRecent(other, now, rules))
    .map((other) => ({ other, score: like(matterOf(other, text)) }))
    .filter(({ score }) => score >= rules.duplicateLikeness)
    .sort((a, b) => b.score - a.score || b.other.no - a.other.no)
    .slice(0, MOST_NAMED)
    .map(({ other }) => other)
}

const MOST_NAMED = 2

/**
 * The open case a report without an order number is likely about: same street, same kind of nuisance, and the same
 * address, or the same building of one community or compound. What is urgent is never taken for something known.
 * In: the report, and what an index found. The newest one when several fit.
 */
export function likelyKnown(complaint: Complaint, candidates: readonly Case[], text: Words): Case | undefined {
  const { street, community, category, address, externalNo, missing, confidential } = complaint
  if (externalNo !== undefined || street === undefined || address === undefined || missing.length || confidential)
    return undefined
  const here = { place: address, ...(community !== undefined && { community }) }
  return candidates
    .filter(
      (c) =>
        isOpen(c) &&
        c.street === street &&
        c.category !== 'other' &&
        groupOf(c.category) === groupOf(category) &&
        (c.urgent || !complaint.urgent) &&
        isSameAddress(here, matterOf(c, text)),
    )
    .sort((a, b) => b.no - a.no)[0]
}

const PLACE: Record<Nearness, number> = { building: 35, compound: 25, community: 10, unknown: 0, apart: -15 }
/** Within the distance of its kind†. */
const WITHIN = 15
const SAME_SUBJECT = 25
const OTHER_SUBJECT = -10
const SAME_CATEGORY = 5
/** What a whole span of days† between them takes away. */
const FADES = 10
/** What a report says first names the matter, but a few words are soon alike. */
const LEAD = 0.8

/**
 * How likely another matter is the same, 0–100: the words they share (Dice of pairs of signs, of the whole or of its
 * beginning), more for the same place, subject and category, less for another place or subject and for the time between
 * them. 0 when street or kind of nuisance differ.
 */
export function likenessTo(a: Matter, rules: Settings): (b: Matter) => number {
  const words = gramsOf(wordsOf(a))
  const lead = gramsOf(leadOf(a.content))
  return (b) => {
    if (a.street !== b.street || groupOf(a.category) !== groupOf(b.category)) return 0
    const near = nearnessOf(a, b)
    const shared = Math.max(diceOf(words, gramsOf(wordsOf(b))), LEAD * diceOf(lead, gramsOf(leadOf(b.content))))
    const score =
      100 * shared +
      PLACE[near] +
      (nearness[near] <= reachOf(a.category, rules) ? WITHIN : 0) +
      subjects(a.subject, b.subject) +
      (a.category === b.category && a.category !== 'other' ? SAME_CATEGORY : 0) -
      FADES * Math.min(1, Math.abs(a.at - b.at) / rules.duplicateSpan)
    return Math.max(0, Math.min(100, Math.round(score)))
  }
}

function leadOf(content: string): string {
  return /^[^。!！?？;；\n]{4,40}/u.exec(content.trim())?.[0] ?? ''
}

const ODOURS = new Set<CategoryId>(['air.odor', 'air.industrial', 'air.burning', 'water.black_odor'])

/** How far a nuisance of this kind is felt, metres†. */
function reachOf(category: CategoryId, rules: Settings): number {
  if (category.startsWith('air.dust')) return rules.duplicateDust
  return ODOURS.has(category) ? rules.duplicateOdour : rules.duplicateNoise
}

/** A kind of subject is none: there are many. */
const NOBODY =
  /^(?:某住户|工地|施工方|商户|物业|饭店|餐厅|餐馆|烧烤摊?|医院|学校|音响|广场舞|[渣土货大]{1,3}车|.{0,2}公司)?$/u
const SAME_NAME = 0.6

function subjects(a: string, b: string): number {
  if (NOBODY.test(a) || NOBODY.test(b)) return 0
  const alike = a.includes(b) || b.includes(a) ? 1 : diceOf(gramsOf(a), gramsOf(b))
  return alike >= SAME_NAME ? SAME_SUBJECT : alike === 0 ? OTHER_SUBJECT : 0
}
