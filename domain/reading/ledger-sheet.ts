import { bare, type LedgerField, ledgerFieldOf } from './ledger-fields.ts'
import { mask } from './personal.ts'
import type { Grid } from './sheet-fault.ts'

/** A bureau's own ledger: what stands above its table, its header as it is typed, and what each column holds. */
export interface LedgerTemplate {
  sheet: string
  /** The lines above the header. */
  title: string[]
  /** One row, or two where columns stand in groups (市回访 over 响应, 解决, 满意); all of one length. */
  header: string[][]
  /** The field of each column; null: nobody knows, it stays empty. */
  fields: (LedgerField | null)[]
}

/** What was learned of a workbook: the table, in which row its header stands (from 1), and the sheets that were not used. */
export interface LedgerHead {
  template: LedgerTemplate
  row: number
  /** Columns that say the same as one before them: only the first is filled. */
  twice: number[]
  others: string[]
}

/** Above the header stand a title, a unit, a date. */
const HEAD = 10
/** A table of fewer known columns is none. */
const LEAST = 3
export const MOST_COLUMNS = 100
const MOST_TITLE = 80

/**
 * Learns the header of a bureau's ledger, wherever it stands among the first rows of whichever sheet; the rows below are
 * not looked at and nothing of them is kept. Undefined when no row names three fields.
 */
export function readLedgerHead(grids: readonly Grid[]): LedgerHead | undefined {
  const found = grids.flatMap((grid) => candidates(grid).map((head) => ({ grid, ...head })))
  const [best] = found.toSorted((a, b) => b.known - a.known || a.depth - b.depth)
  if (!best) return undefined
  const { grid, at, depth } = best
  const header = headerRows(grid, at, depth)
  const { fields, twice } = fieldsOf(header)
  const title = grid.rows.slice(0, at).flatMap(titleOf)
  return {
    template: { sheet: grid.name.slice(0, 31), title, header, fields },
    row: at + 1,
    twice,
    others: grids.filter(({ name, rows }) => name !== grid.name && rows.length > 0).map(({ name }) => name),
  }
}

/** The words of a column as one: of a group and its part 「市回访·解决」. */
export function columnWords({ header }: Pick<LedgerTemplate, 'header'>, column: number): string {
  const [top = '', part] = header.map((_, depth) =>
    depth === 0 ? groupOf(header, column) : (header[depth]?.[column] ?? ''),
  )
  return [top, part].filter(Boolean).join('·')
}

function candidates(grid: Grid): { at: number; depth: number; known: number }[] {
  const rows = grid.rows.slice(0, HEAD)
  return rows.flatMap((_, at) =>
    [1, 2].flatMap((depth) => {
      if (depth === 2 && !standsUnder(grid.rows[at] ?? [], grid.rows[at + 1] ?? [])) return []
      const header = headerRows(grid, at, depth)
      const { length } = header[0] ?? []
      const known = fieldsOf(header).fields.filter((field) => field !== null).length
      return known >= LEAST && length <= MOST_COLUMNS ? [{ at, depth, known }] : []
    }),
  )
}

function headerRows({ rows }: Grid, at: number, depth: number): string[][] {
  const taken = rows.slice(at, at + depth).map((cells) => cells.map(tidied))
  const width = Math.max(...taken.map((cells) => cells.findLastIndex((cell) => cell !== '') + 1))
  return taken.map((cells) => Array.from({ length: width }, (_, i) => cells[i] ?? ''))
}

// The parts of a group: short words, at least two, all of them under a cell that spans, none under one that does not.
function standsUnder(above: readonly string[], below: readonly string[]): boolean {
  const filled = below.flatMap((cell, i) => (cell.trim() === '' ? [] : [i]))
  const spans = (i: number) => {
    const alone = above[i]?.trim() !== '' && above[i] !== undefined
    const empty = (at: number) => (above[at] ?? '').trim() === ''
    return alone ? empty(i + 1) && filled.includes(i + 1) : above.slice(0, i).some((cell) => cell.trim() !== '')
  }
  return filled.length >= 2 && filled.every((i) => spans(i) && tidied(below[i] ?? '').length <= 12)
}

function fieldsOf(header: readonly (readonly string[])[]): { fields: (LedgerField | null)[]; twice: number[] } {
  const width = header[0]?.length ?? 0
  const hasOrderNo = columns(width).some((i) => ['工单编号', '工单号'].includes(bare(lowest(header, i))))
  const seen = new Set<LedgerField>()
  const twice: number[] = []
  const fields = columns(width).map((i) => {
    const field = fieldAt(header, i)
    // 「编号」 alone is the order's; beside 「工单编号」 our own.
    const meant = field === 'no' && bare(lowest(header, i)) === '编号' && !hasOrderNo ? 'externalNo' : field
    if (meant === undefined) return null
    if (seen.has(meant)) {
      twice.push(i)
      return null
    }
    seen.add(meant)
    return meant
  })
  return { fields, twice }
}

function fieldAt(header: readonly (readonly string[])[], i: number): LedgerField | undefined {
  const [top, part] = [groupOf(header, i), header[1]?.[i] ?? '']
  if (part === '') return ledgerFieldOf(top)
  const of = bare(top)
  return (
    ledgerFieldOf(`${of}${bare(part)}`) ??
    ledgerFieldOf(`${of}${bare(part).replace(/^是否|情况$|结果$/g, '')}`) ??
    (/市/.test(of) ? cityPart(part) : ledgerFieldOf(part))
  )
}

// Under 「市级回访」: 「是否解决」, 「满意率」.
function cityPart(part: string): LedgerField | undefined {
  if (/时间|日期/.test(part)) return 'cityAt'
  if (/响应|联系/.test(part)) return 'cityContacted'
  if (/解决/.test(part)) return 'citySolved'
  return /满意/.test(part) ? 'citySatisfied' : /结果|情况/.test(part) ? 'city' : undefined
}

/** The upper word over a column: its own, or of the merged cell it stands under. */
function groupOf(header: readonly (readonly string[])[], i: number): string {
  const [top = [], below] = header
  if (top[i] || !below?.[i]) return top[i] ?? ''
  return top.slice(0, i).findLast((cell) => cell !== '') ?? ''
}

function lowest(header: readonly (readonly string[])[], i: number): string {
  return header.map((cells) => cells[i] ?? '').findLast((cell) => cell !== '') ?? ''
}

function titleOf(cells: readonly string[]): string[] {
  const words = cells.map(tidied).filter(Boolean).join('  ')
  return words ? [mask(words).slice(0, MOST_TITLE)] : []
}

function tidied(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim().slice(0, 60)
}

function columns(width: number): number[] {
  return Array.from({ length: width }, (_, i) => i)
}
