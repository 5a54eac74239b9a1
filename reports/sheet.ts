import writeWorkbook from 'write-excel-file/node'
import type { LedgerSheet } from '../domain/words/ledger.ts'

/** A cell that a spreadsheet would take for a formula, as text (domain.md section 10). */
export function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

const FONT = { fontFamily: '宋体', fontSize: 10 } as const
const BORDER = { borderStyle: 'thin', borderColor: '#BFBFBF' } as const
const HEADER = {
  ...FONT,
  ...BORDER,
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
  backgroundColor: '#E8EEF4',
} as const
/** In characters of a Latin letter; a Chinese one takes two. */
const WIDEST = 44
const NARROWEST = 6

/** A ledger as a workbook: title over all columns, header that stays in sight, cells that wrap; plain text throughout. */
export function ledgerWorkbook({ name, title, header, rows, foot }: LedgerSheet): Promise<Buffer> {
  const width = header[0]?.length ?? 1
  const above = title.map((line, i) =>
    wide(line, width, {
      ...FONT,
      fontSize: i === 0 ? 16 : 10,
      align: i === 0 ? 'center' : 'left',
      ...(i === 0 && { fontWeight: 'bold', height: 30 }),
    }),
  )
  const body = rows.map((cells) =>
    cells.map((cell) => text(cell, { ...FONT, ...BORDER, alignVertical: 'center', wrap: true })),
  )
  const below = foot.map((line) =>
    wide(line, width, { ...FONT, align: 'left', wrap: true, height: 32, alignVertical: 'center' }),
  )
  return writeWorkbook([...above, ...headerCells(header), ...body, ...below], {
    sheet: sheetName(name),
    orientation: 'landscape',
    columns: columnsOf(header, rows),
    stickyRowsCount: title.length + header.length,
  }).toBuffer()
}

type Style = Record<string, string | number | boolean>

function text(value: string, style: Style) {
  return { value: harmless(value), type: String, ...style }
}

function wide(line: string, width: number, style: Style) {
  return [{ ...text(line, style), columnSpan: width }, ...Array.from({ length: width - 1 }, () => null)]
}

// Groups over their parts are one cell, as the bureau drew them.
function headerCells(header: readonly (readonly string[])[]) {
  const [top = [], parts] = header
  if (!parts) return [top.map((cell) => text(cell, HEADER))]
  const upper = top.map((cell, i) => {
    const spans = spanOf(top, parts, i)
    if (cell === '') return parts[i] === '' ? text('', HEADER) : null
    return { ...text(cell, HEADER), ...(spans > 1 ? { columnSpan: spans } : parts[i] === '' ? { rowSpan: 2 } : {}) }
  })
  return [upper, parts.map((cell, i) => (cell === '' && top[i] !== '' ? null : text(cell, HEADER)))]
}

function spanOf(top: readonly string[], parts: readonly string[], at: number): number {
  let end = at + 1
  if (parts[at] === '') return 1
  while (end < top.length && top[end] === '' && parts[end] !== '') end++
  return end - at
}

/** How wide columns are, by what stands in them. */
export function columnsOf(
  header: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
  narrowest = NARROWEST,
): { width: number }[] {
  return (header[0] ?? []).map((_, i) => {
    const heads = header.map((cells) => Math.min(wideness(cells[i] ?? ''), 16))
    const longest = Math.max(...heads, ...rows.slice(0, 500).map((cells) => wideness(cells[i] ?? '')))
    return { width: Math.max(narrowest, Math.min(WIDEST, longest + 2)) }
  })
}

function wideness(cell: string): number {
  let sum = 0
  for (const char of cell) sum += char.charCodeAt(0) > 0xff ? 2 : 1
  return sum
}

// Excel forbids these in the name of a sheet.
function sheetName(name: string): string {
  return (
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .trim()
      .slice(0, 31) || '台账'
  )
}
