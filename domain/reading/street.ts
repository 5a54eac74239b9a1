import { distance } from 'fastest-levenshtein'
import { STREETS } from './gazetteer.ts'

/** The street a word names exactly, with or without 街道 or 镇: what an administrator types. */
export function streetNamed(word: string): string | undefined {
  return STREETS.find((street) => street === word || shortName(street) === word)
}

/** The street whose name looks most like a word, for a question back. */
export function nearestStreet(word: string): string | undefined {
  const near = STREETS.map((street) => ({
    street,
    far: Math.min(distance(word, street), distance(word, shortName(street))),
  }))
  const best = near.sort((a, b) => a.far - b.far)[0]
  return best && best.far <= 1 ? best.street : undefined
}

function shortName(street: string): string {
  return street.replace(/(街道|镇)$/, '')
}
