import categories from '../data/categories.json' with { type: 'json' }
import { type CategoryId, categoryName, type Industry } from './category.ts'

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
const BY_NAME = new Map((Object.keys(categories) as CategoryId[]).map((id) => [categoryName(id), id]))

/** The category (its id) or industry a word names exactly: 「餐饮油烟」, 「汽修」. */
export function matterNamed(word: string): CategoryId | Industry | undefined {
  return BY_NAME.get(word) ?? INDUSTRIES.find((industry) => industry === word)
}
