import { columnOf } from './platform-columns.ts'

/** A table of the platform's: its header, one word a column, and the row below which its orders stand. */
export interface PlatformHead {
  header: string[]
  /** Rows of the sheet down to the header's last one. */
  depth: number
}

/** The header stands among the first rows: above it a title, a date. */
const HEAD = 10
const BELOW = /^(?:合计|总计|小计|共计|平均|制表|填表|(?:备?注|说明)[:：])/

/**
 * The header of a sheet, wherever it stands among its first rows, in one row or in two where columns stand in groups (市回访
 * over 是否联系, 是否解决, 是否满意). Undefined when no row is one.
 */
export function platformHead(
  rows: readonly (readonly string[])[],
  isHeader: (header: readonly string[]) => boolean,
): PlatformHead | undefined {
  for (let at = 0; at < Math.min(rows.length, HEAD); at++) {
    const upper = rows[at] ?? []
    const parts = partsUnder(upper, rows[at + 1] ?? [])
    const header = parts ?? [...upper]
    if (isHeader(header)) return { header, depth: at + (parts ? 2 : 1) }
  }
  return undefined
}

/** 「合计」, 「注:…」 under the table: no order. */
export function isBelow(cells: readonly string[]): boolean {
  return BELOW.test(cells.find((cell) => cell.trim() !== '')?.trim() ?? '')
}

// At least two words, each of them the name of a column, by itself or with its group; else the row is one of the table.
function partsUnder(upper: readonly string[], lower: readonly string[]): string[] | undefined {
  const filled = lower.flatMap((cell, i) => (cell.trim() === '' ? [] : [i]))
  const words = new Map(filled.map((i) => [i, wordUnder(upper, lower, i)]))
  if (words.size < 2 || [...words.values()].some((word) => word === undefined)) return undefined
  const width = Math.max(upper.length, lower.length)
  return Array.from({ length: width }, (_, i) => words.get(i) ?? upper[i] ?? '')
}

function wordUnder(upper: readonly string[], lower: readonly string[], i: number): string | undefined {
  const part = lower[i] ?? ''
  const group = upper.slice(0, i + 1).findLast((cell) => cell.trim() !== '') ?? ''
  return [part, `${group}${part}`].find((word) => columnOf(word) !== undefined)
}
