import writeWorkbook from 'write-excel-file/node'
import { rosterTemplate } from '../domain/words/sheets.ts'
import type { Enclosure } from '../domain/words/speech.ts'
import { columnsOf, harmless } from './sheet.ts'

/** Makes the file of a message at the moment it goes out. */
export function enclosure(made: Made): Promise<Buffer> {
  return made.kind === 'table' ? workbook(made.sheets) : rosterWorkbook()
}

/** What needs nothing but itself; the rest is made of what the store holds (jobs/enclosures.ts). */
type Made = Extract<Enclosure, { kind: 'rosterTemplate' | 'table' }>

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
      columns: columnsOf(rows.slice(0, 1), rows.slice(1), 12),
    })),
  ).toBuffer()
}
