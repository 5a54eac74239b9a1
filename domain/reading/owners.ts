import data from '../data/owners.json' with { type: 'json' }
import { CATEGORIES, type CategoryId, categoryName, type Industry, readCategory } from './category.ts'

/** Who in Beijing usually owns a category of complaint, with whom, and how sure that is. Source: domain/data/owners.json. */
export interface Ownership {
  owner: string
  with: string
  how: string
  confidence: string
}

const owners: Record<CategoryId, Ownership & { words: readonly string[] }> = data.owners
export const ownersAsOf: string = data.asOf

const INDUSTRIES: readonly Industry[] = [
  '餐饮',
  '汽修',
  '洗染',
  '工地',
  '印刷',
  '医疗',
  '加油站',
  '物业设备',
  '市场物流',
  '道路',
]

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

/** The industry of that name. */
export function industryNamed(said: string): Industry | undefined {
  return INDUSTRIES.find((name) => name === said.trim())
}
