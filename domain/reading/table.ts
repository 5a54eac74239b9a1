import { readCategory } from './category.ts'
import { mentions } from './gazetteer.ts'
import { type Field, fieldOf } from './labels.ts'
import { findDigits } from './phone.ts'

const POLLUTION = 4
/** A row of an order is not wider. */
const MOST_CELLS = 60

export type Row = Partial<Record<Field, string>>

const TITLE = /^[\u4e00-\u9fff]{1,4}(?:先生|女士|小姐|师傅|阿姨|大爷|大妈|某某|某|同志)?$/u
const DATE = /20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}|^\d{1,2}[/月]\d{1,2}|^\d{1,2}\s*天$/u

/**
 * Rows pasted from a spreadsheet (tabs; or | and commas under a header): one record a row, by header where there is
 * one, else by what the cells hold. Undefined when the text is no table.
 */
export function readTable(text: string): Row[] | undefined {
  const separator = separatorOf(text)
  if (!separator) return undefined
  const rows = split(text, separator).filter((cells) => cells.filter((c) => c !== '').length >= 2)
  const at = rows.findIndex((cells) => headerOf(cells) !== undefined)
  if (at >= 0) {
    const header = headerOf(rows[at] ?? []) ?? []
    if (!header.some((f) => f === 'content' || f === 'title' || f === 'address')) return undefined
    const records = rows.slice(at + 1).map((cells) => record(header, cells))
    return records.length > 0 ? records : undefined
  }
  if (separator !== '\t' || rows.some((cells) => cells.length === 2)) return undefined
  const records = rows.map(guess).filter((row) => row.content !== undefined)
  return records.some((row) => readCategory(row.content ?? '').weight >= POLLUTION) ? records : undefined
}

function separatorOf(text: string): string | undefined {
  if (text.includes('\t')) return '\t'
  const lines = text.split('\n', 6)
  return ['|', ',', '\uff0c'].find((s) =>
    lines.some((line) => (headerOf(line.split(s).map((c) => c.trim()))?.length ?? 0) >= 3),
  )
}

/** The fields of a header row, undefined where a cell names none; undefined when this is no header. */
export function headerOf(cells: string[]): (Field | undefined)[] | undefined {
  const fields = cells.map((cell) => fieldOf(cell))
  const known = fields.filter((f) => f !== undefined).length
  return known >= 2 && known >= cells.filter((c) => c !== '').length / 2 ? fields : undefined
}

/** The cells of a row under their fields. */
export function record(header: (Field | undefined)[], cells: string[]): Row {
  const row: Row = {}
  header.forEach((field, i) => {
    const cell = cells[i]?.trim()
    if (!field || !cell) return
    row[field] =
      row[field] && (field === 'content' || field === 'remark') ? `${row[field]};${cell}` : (row[field] ?? cell)
  })
  return row
}

/** Without a header each cell is taken for what it looks like; the longest of the rest is the problem. */
export function guess(cells: string[]): Row {
  const row: Row = {}
  const rest: string[] = []
  cells.slice(0, MOST_CELLS).forEach((raw, i) => {
    const cell = raw.trim()
    if (cell === '') return
    const digits = findDigits(cell)[0]
    if (digits && digits.kind !== 'id' && cell.length < 24) row[row.phone ? 'otherPhone' : 'phone'] ??= cell
    else if (DATE.test(cell) && cell.length < 24) row.deadline = cell
    else if (/^[A-Za-z]{0,4}-?\d{1,24}(?:-\d{1,6})?$/u.test(cell) && i < 2) row.externalNo ??= cell
    else if (/^[\u4e00-\u9fff]{2,6}(?:街道|镇)$/u.test(cell)) row.street ??= cell
    else rest.push(cell)
  })
  const problem = [...rest].sort((a, b) => weight(b) - weight(a))[0]
  if (problem) row.content = problem
  for (const cell of rest) {
    if (cell === problem) continue
    if (!row.address && (mentions(cell).length > 0 || /\d号|小区|路|街|村/u.test(cell))) row.address = cell
    else if (!row.name && TITLE.test(cell) && row.address) row.name = cell
    else if (!row.subject && cell.length <= 20) row.subject = cell
  }
  return row
}

function weight(cell: string): number {
  return readCategory(cell).weight * 10 + Math.min(cell.length, 60)
}

/** Cells of each line; a quoted cell may hold line breaks, as spreadsheets copy them. */
function split(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let cells: string[] = []
  let from = 0
  for (let i = 0; i <= text.length; i++) {
    if (i === from && text[i] === '"') {
      const close = text.indexOf('"', i + 1)
      const after = text[close + 1]
      if (close > 0 && close - i < 4000 && (after === separator || after === '\n' || after === undefined)) i = close + 1
    }
    const char = text[i]
    if (char !== undefined && char !== separator && char !== '\n') continue
    cells.push(
      text
        .slice(from, i)
        .replace(/^"([\s\S]*)"$/u, '$1')
        .trim(),
    )
    from = i + 1
    if (char === separator) continue
    rows.push(cells)
    cells = []
  }
  return rows
}
