import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import type { Grid } from '../../domain/reading/sheet-fault.ts'

/** More rows are not read in one go. */
const MOST_ROWS = 5000
const DELIMITERS = ['\t', ',', ';', '，']
/** Above the header of a .csv may stand so many lines. */
const HEAD = 10

/** The cells of a file as text: .xlsx, or .csv in UTF-8, UTF-16 or GBK. Out: its sheets, or why it cannot be read. */
export async function gridsOf(bytes: Buffer, name: string): Promise<Grid[] | 'old' | 'broken' | 'large'> {
  // The old binary format, and what Office encrypts.
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') return 'old'
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK'
  try {
    const text = isZip ? '' : decoded(bytes)
    // A page that only bears the name of a spreadsheet: what many platforms export.
    if (/^\s*<(?:!doctype|html|\?xml|meta|table)\b/i.test(text)) return 'old'
    if (text.includes('\0')) return 'broken'
    const grids = isZip ? await workbook(bytes) : [{ name, rows: separated(text) }]
    return grids.some(({ rows }) => rows.length > MOST_ROWS) ? 'large' : grids
  } catch {
    return 'broken'
  }
}

async function workbook(bytes: Buffer): Promise<Grid[]> {
  const sheets = await readWorkbook(bytes)
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(words).map(unwrapped)) }))
}

function words(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return dateWords(cell)
  if (typeof cell === 'number') return numberWords(cell)
  return String(cell)
}

// A spreadsheet's time has no zone; it is read as if it were UTC, to the minute.
function dateWords(cell: Date): string {
  const [date = '', time = ''] = new Date(Math.round(cell.getTime() / 60_000) * 60_000).toISOString().split('T')
  return time.startsWith('00:00') ? date : `${date} ${time.slice(0, 5)}`
}

// Beyond fifteen digits a spreadsheet has rounded already: such a number is shown as the approximation it is.
function numberWords(cell: number): string {
  return Number.isInteger(cell) && Math.abs(cell) >= 1e15 ? cell.toExponential() : String(cell)
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function separated(text: string): string[][] {
  const rows = parse(text, {
    delimiter: delimiterOf(text.split('\n', HEAD)),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    bom: true,
  }) as string[][]
  return rows.map((cells) => cells.map(unwrapped))
}

// A title without columns may stand above the header.
function delimiterOf(head: readonly string[]): string {
  const cut = head.map((line) => DELIMITERS.map((one) => line.split(one).length))
  const widths = cut.find((counts) => counts.some((count) => count > 2)) ?? cut.find((counts) => counts.includes(2))
  return (widths && DELIMITERS[widths.indexOf(Math.max(...widths))]) ?? ','
}

/** What exports wrap around a long number so that no spreadsheet rounds it: 「="2026…"」, 「'2026…」. */
function unwrapped(cell: string): string {
  return cell.replace(/^="(.*)"$/, '$1').replace(/^'(?=\d{6,}$)/, '')
}
