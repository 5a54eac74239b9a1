import { normalise } from '../reading/normal.ts'
import { buildingsInDigits } from '../reading/numerals.ts'

/** Beyond this many, the rest of a text tells nothing new. */
const MOST = 120
const UNIT = /\d+|[a-z]+|\p{Script=Han}/giu
/** What complaints say whatever they are about: pairs of these words make no two of them alike. */
const STOCK = new Set(
  '居民 市民 反映 投诉 举报 希望 要求 请求 相关 关部 部门 有关 尽快 处理 解决 核实 查处 严重 影响 我们 业主 群众 问题 情况 问问 北京 京市 丰台 台区 领导 您好 你好 谢谢'.split(
    ' ',
  ),
)

/**
 * The pairs of neighbouring signs of a text, without punctuation, each once, in order; a number or a Latin word is one
 * sign («11号楼» is 11号, 号楼). Stock phrases of complaints are left out. At most 120.
 */
export function gramsOf(text: string): string[] {
  const found = new Set<string>()
  for (const clause of buildingsInDigits(normalise(text).text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)) {
    const units = clause.match(UNIT) ?? []
    for (let i = 0; i + 1 < units.length && found.size < MOST; i++) {
      const gram = `${units[i]}${units[i + 1]}`
      if (!STOCK.has(gram)) found.add(gram)
    }
  }
  return [...found]
}

/** Sørensen–Dice of two sets of pairs: 1 the same, 0 nothing shared or one of them empty. */
export function diceOf(a: readonly string[], b: readonly string[]): number {
  if (!a.length || !b.length) return 0
  const other = new Set(b)
  return (2 * a.filter((gram) => other.has(gram)).length) / (a.length + b.length)
}
