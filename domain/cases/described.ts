import { readPlace } from '../reading/place.ts'
import type { Case } from './case.ts'
import { isSameAddress } from './nearness.ts'

/** A kind of premises is nobody's name. */
const KIND_ONLY =
  /^(?:某住户|(?:多家|一家)?(?:火锅|饭|面|餐|烧烤|川菜|小吃|麻辣烫)?(?:店|馆|厅|摊)|.{0,2}(?:工地|公司|小区|市场|学校|医院))$/u
const SHORTEST = 3

/**
 * The open cases a text describes without a number: by the name of whom they are about («方庄老灶火锅那个件»), or by their
 * house («芳古园一区11号楼那件»); in the street it names, if it names one. Of what is confidential nothing. Newest first.
 */
export function describedBy(said: string, cases: readonly Case[], text: (id: Case['place']) => string): Case[] {
  const { street, address, community } = readPlace(said)
  const here = address !== undefined && /\d/.test(address) && { place: address, ...(community && { community }) }
  return cases
    .filter((c) => !c.confidential && (street === undefined || c.street === street))
    .filter((c) => names(said, text(c.subject)) || (here && isSameAddress(here, spotOf(c, text(c.place)))))
    .sort((a, b) => b.no - a.no)
}

function names(said: string, subject: string): boolean {
  return subject.length >= SHORTEST && !KIND_ONLY.test(subject) && said.includes(subject)
}

function spotOf({ community }: Case, place: string) {
  return { place, ...(community !== undefined && { community }) }
}
