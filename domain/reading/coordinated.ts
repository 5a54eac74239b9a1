import { type CategoryId, readCategory } from './category.ts'
import { ownershipOf } from './owners.ts'

/** Two nuisances named in one breath («油烟+音响扰民»): what is left of each, and the kinds when they have different owners. */
export interface Coordinated {
  first: CategoryId
  second: CategoryId
  /** The words of the second nuisance. */
  words: string
}

/** Longer texts are one story, whatever they mention. */
const SHORT = 200
const JOINED = /([\u4e00-\u9fff]{2,6})\s*[+\uff0b、和及与跟]\s*([\u4e00-\u9fff]{2,8})/gu
const CLEAR = 5

/**
 * Two kinds of pollution that a short text names side by side, when they are different people's to handle: then each is a
 * case of its own. One owner has one case («油烟和排风机噪音» of a restaurant). Undefined otherwise.
 */
export function readCoordinated(text: string, whole: CategoryId): Coordinated | undefined {
  if (text.length > SHORT) return undefined
  for (const [, left = '', right = ''] of text.matchAll(JOINED)) {
    const [one, other] = [readCategory(left), readCategory(right)]
    if (one.weight < CLEAR || other.weight < CLEAR || groupOf(one.category) === groupOf(other.category)) continue
    const [first, second] = [one, other].map(({ category }) =>
      groupOf(category) === groupOf(whole) ? whole : category,
    )
    if (first === undefined || second === undefined) continue
    if (ownershipOf(first).owner === ownershipOf(second).owner) return undefined
    return { first, second, words: right }
  }
  return undefined
}

function groupOf(id: CategoryId): string {
  return id.split('.')[0] ?? id
}
