import { normalise } from '../reading/normal.ts'
import { buildingsInDigits } from '../reading/numerals.ts'

/** How near two addresses are by their words alone: about how many metres that is. */
export const nearness = { building: 30, compound: 100, community: 400, unknown: Infinity, apart: Infinity } as const
export type Nearness = keyof typeof nearness

/** Compound and building, masked, and the community where it is known. */
export interface Spot {
  place: string
  community?: string
}

/** Where two spots lie to one another, as far as their words tell: two compounds that differ are apart. */
export function nearnessOf(a: Spot, b: Spot): Nearness {
  const [one, other] = [partsOf(a.place), partsOf(b.place)]
  const community = a.community !== undefined && a.community === b.community
  if (isSameBuilding(one, other, community)) return 'building'
  if (one.compound !== '' && (one.compound === other.compound || within(one.compound, other.compound)))
    return RUNS_ON.test(shorter(one.compound, other.compound)) ? 'community' : 'compound'
  if (community) return 'community'
  return one.compound !== '' && other.compound !== '' ? 'apart' : 'unknown'
}

/** The same words for the place, or the same building of one community or compound. */
export function isSameAddress(a: Spot, b: Spot): boolean {
  const [one, other] = [partsOf(a.place), partsOf(b.place)]
  if (one.whole === other.whole) return one.whole !== ''
  return isSameBuilding(one, other, a.community !== undefined && a.community === b.community)
}

/** A road, a river or a village is no one place. */
const RUNS_ON = /(?:路|街|大街|胡同|段|河|村|镇)$/u
const BUILDING = /(?<![\d-])([甲乙丙丁]?\d{1,4}(?:-\d{1,4})?)\s?(?:号楼|号院|栋|幢|座|楼|号)/u
const BESIDE = /(?:底商|楼下|门口|门前|附近|旁边|对面|[东西南北]侧|周边|院内|楼顶|地下)/u

interface Parts {
  whole: string
  compound: string
  building: string | undefined
}

function partsOf(address: string): Parts {
  const whole = buildingsInDigits(normalise(address).text)
    .replace(/\s+/g, '')
    .replace(/^.{0,6}?(?:街道|地区|镇|乡)/u, '')
  const found = BUILDING.exec(whole)
  const end = found?.index ?? BESIDE.exec(whole)?.index ?? whole.length
  return { whole, compound: whole.slice(0, end).replace(/小区$/u, ''), building: found?.[1] }
}

function isSameBuilding(one: Parts, other: Parts, community: boolean): boolean {
  if (one.building === undefined || one.building !== other.building) return false
  return community || (one.compound !== '' && one.compound === other.compound)
}

function within(a: string, b: string): boolean {
  const short = shorter(a, b)
  return short.length >= 3 && a.includes(short) && b.includes(short)
}

const shorter = (a: string, b: string): string => (a.length < b.length ? a : b)
