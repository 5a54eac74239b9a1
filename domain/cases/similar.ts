import type { Complaint } from '../reading/complaint.ts'
import { normalise } from '../reading/normal.ts'
import { buildingsInDigits } from '../reading/numerals.ts'
import { type Case, isOpen } from './case.ts'

/**
 * The open case a report without an order number is likely about: same street, same kind of nuisance, and the same
 * address, or the same building of one community or compound. What is urgent is never taken for something known.
 * In: the report, the cases of its street, and the masked words of a text. The newest one when several fit.
 */
export function likelyKnown(
  complaint: Complaint,
  cases: readonly Case[],
  text: (id: Case['place']) => string,
): Case | undefined {
  const { street, category, address, externalNo, missing, confidential } = complaint
  if (externalNo !== undefined || street === undefined || address === undefined || missing.length || confidential)
    return undefined
  return cases.findLast(
    (c) =>
      isOpen(c) &&
      c.street === street &&
      sameKind(c.category, category) &&
      (c.urgent || !complaint.urgent) &&
      samePlace({ address, community: complaint.community }, { address: text(c.place), community: c.community }),
  )
}

function sameKind(a: string, b: string): boolean {
  return a !== 'other' && groupOf(a) === groupOf(b)
}

const groupOf = (category: string): string => category.split('.')[0] ?? category

interface Where {
  address: string
  community: string | undefined
}

function samePlace(a: Where, b: Where): boolean {
  const [one, other] = [partsOf(a.address), partsOf(b.address)]
  if (one.whole === other.whole) return one.whole !== ''
  if (one.building === undefined || one.building !== other.building) return false
  if (a.community !== undefined && a.community === b.community) return true
  return one.compound !== '' && one.compound === other.compound
}

const BUILDING = /(?<![\d-])([甲乙丙丁]?\d{1,4}(?:-\d{1,4})?)\s?(?:号楼|号院|栋|幢|座|楼|号)/u

function partsOf(address: string): { whole: string; compound: string; building: string | undefined } {
  const whole = buildingsInDigits(normalise(address).text)
    .replace(/\s+/g, '')
    .replace(/^.{0,6}?(?:街道|地区|镇|乡)/u, '')
  const found = BUILDING.exec(whole)
  return { whole, compound: found ? whole.slice(0, found.index) : '', building: found?.[1] }
}
