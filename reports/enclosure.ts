import writeWorkbook from 'write-excel-file/node'
import { rosterTemplate } from '../domain/words/sheets.ts'
import type { Enclosure } from '../domain/words/speech.ts'

/** Makes the file of a message at the moment it goes out. */
export function enclosure(made: Made): Promise<Buffer> {
  return made.kind === 'table' ? workbook(made.sheets) : rosterWorkbook()
}

/** What is made of rules and figures; kept files lie on the disk. */
type Made = Exclude<Enclosure, { kind: 'kept' }>

function rosterWorkbook(): Promise<Buffer> {
  const { sheets, guide } = rosterTemplate
  return workbook([...sheets.map(({ name, header }) => ({ name, rows: [header] })), guide])
}

/** A workbook of plain text cells; what begins like a formula stays text (domain.md section 10). */
export function workbook(sheets: readonly { name: string; rows: readonly (readonly string[])[] }[]): Promise<Buffer> {
  return writeWorkbook(
    sheets.map(({ name, rows }) => ({
      sheet: name,
      data: rows.map((row) => row.map((cell) => ({ value: harmless(cell), type: String }))),
      columns: (rows[0] ?? []).map((cell) => ({ width: Math.max(12, cell.length * 2) })),
    })),
  ).toBuffer()
}

/** A cell that a spreadsheet would take for a formula, as text. */
export function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}
