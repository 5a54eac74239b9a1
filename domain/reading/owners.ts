import data from '../data/owners.json' with { type: 'json' }
import { CATEGORIES, type CategoryId, categoryName, INDUSTRIES, type Industry, readCategory } from './category.ts'

/** Who in Beijing usually owns a category of complaint, with whom, and how sure that is. Source: domain/data/owners.json. */
export interface Ownership {
  owner: string
  with: string
  how: string
  confidence: string
}

const owners: Record<CategoryId, Ownership & { words: readonly string[] }> = data.owners
export const ownersAsOf: string = data.asOf

/** Whose a category usually is. */
export function ownershipOf(category: CategoryId): Ownership {
  return owners[category]
}

/** The category people mean by a word: its name, one of its words, or what a complaint in these words would be. */
export function categoryNamed(said: string): CategoryId | undefined {
  const words = said.trim()
  if (!words) return undefined
  const named = CATEGORIES.find((id) => id === words || categoryName(id) === words)
  const known =
    named ??
    CATEGORIES.find((id) =>
      owners[id].words.some((word) => words.includes(word) || (words.length >= 2 && word.includes(words))),
    )
  if (known) return known
  const read = readCategory(words)
  return read.category === 'other' ? undefined : read.category
}

/** The industry of that name; 其他 is none. */
export function industryNamed(said: string): Industry | undefined {
  return INDUSTRIES.find((name) => name !== '其他' && name === said.trim())
}

/** The category (its id) or industry a word names exactly: 「餐饮油烟」, 「汽修」. */
export function matterNamed(word: string): CategoryId | Industry | undefined {
  return CATEGORIES.find((id) => categoryName(id) === word) ?? industryNamed(word)
}

/** Words people use for a category. */
export function wordsOf(category: CategoryId): readonly string[] {
  return owners[category].words
}
