import { CATEGORIES, type CategoryId, categoryName, INDUSTRIES, type Industry } from './category.ts'
import { readSpan, type SpanSaid } from './span-said.ts'

type Span = Pick<SpanSaid, 'from' | 'to'>

/** What is counted beside what: 「油烟 方庄 本周 对比上周」. */
export interface Comparison {
  span: Span
  /** Absent: nothing beside it. */
  other?: Span
  /** 「油烟」 stands for all kinds whose name holds it. */
  categories?: CategoryId[]
  industry?: Industry
  /** A street or unit, as it was said. */
  place?: string
}

/** So is 统计 of a kind or an industry, of a week or days, or of two spans read; undefined: the 考核期 as it is. */
export function readComparison(said: string, now: number): Comparison | undefined {
  const [head = '', tail] = said.split(/[,，]?\s*(?:环比|同比|(?:对|相)比|比较|和|跟|与|比)\s*/u, 2)
  const span = readSpan(head, now)
  const comparison: Comparison = { span: { from: span.from, to: span.to } }
  const left = `${span.left} ${tail ?? ''}`.split(/[\s,，、的]+/).filter(Boolean)
  const beside = tail === undefined ? undefined : otherSpan(tail, span, now)
  if (beside) comparison.other = beside.span
  const words = beside
    ? [...span.left.split(/[\s,，、的]+/), ...beside.left.split(/[\s,，、的]+/)].filter(Boolean)
    : left
  const rest = words.filter((word) => !take(comparison, word))
  if (rest.length) comparison.place = rest.join(' ')
  const plain = span.period !== undefined && !comparison.other && !comparison.categories && !comparison.industry
  return plain ? undefined : comparison
}

// 「对比上周」; 「环比」 alone: as many days before.
function otherSpan(tail: string, span: SpanSaid, now: number): { span: Span; left: string } | undefined {
  if (!tail.trim()) return { span: { from: 2 * span.from - span.to, to: span.from }, left: '' }
  const named = readSpan(tail, now)
  return named.left === tail.trim() ? undefined : { span: { from: named.from, to: named.to }, left: named.left }
}

function take(comparison: Comparison, word: string): boolean {
  const industry = INDUSTRIES.find((one) => one === word)
  if (industry) comparison.industry = industry
  const categories = industry || word.length < 2 ? [] : CATEGORIES.filter((id) => categoryName(id).includes(word))
  if (categories.length) comparison.categories = categories
  return industry !== undefined || categories.length > 0 || /^(?:全区|件|投诉|诉求|情况|数据)$/.test(word)
}
