import { looseAddress, tidyAddress } from './address.ts'
import { compoundOf } from './compound.ts'
import { STREETS, WATERS } from './gazetteer.ts'
import { normalise } from './normal.ts'
import { buildingsInDigits } from './numerals.ts'
import { readPlace } from './place.ts'

const NAME = /^\p{Script=Han}{3,10}$/u
/** A kind of place, not the name of one. */
const NO_NAME =
  /^(?:.?(?:小区|花园|公园|广场|市场|大厦|公寓|工地|学校|医院|商场|停车场|大院|大街|马路|胡同)|某.+|.*[河渠湖](?:边|岸|沿线)?|.*(?:附近|旁边|对面|交叉口|路口|与.+))$/u

/**
 * The compound or road in the words of an address that the gazetteer knows to no street: 「望悦家园3号楼底商」 → 「望悦家园」.
 * In: masked words. Undefined when nothing in them is such a name.
 */
export function nameToLearn(words: string): string | undefined {
  const text = tidyAddress(buildingsInDigits(normalise(words).text), STREETS)
  const loose = looseAddress(text)
  const names = [loose && compoundOf(text.slice(loose.start, loose.end)), compoundOf(text)]
  return names.map((name) => name?.replace(/小区$/u, '')).find((name) => name !== undefined && isNew(name))
}

function isNew(name: string): boolean {
  return isPlaceName(name) && readPlace(`${name}有噪音`).street === undefined
}

/** Whether words could be the name of a compound or road: 3 to 10 Chinese signs, and not merely a kind of place. */
export function isPlaceName(name: string): boolean {
  return NAME.test(name) && !NO_NAME.test(name) && !WATERS.includes(name)
}
