import type { Complaint, ReadingAt } from './complaint.ts'
import { fromOrder } from './from-order.ts'
import { normalise } from './normal.ts'
import { buildingsInDigits } from './numerals.ts'
import { dateCell } from './sheet-date.ts'
import { type Grid, ROUNDED, type SheetFault } from './sheet-fault.ts'
import { guess, headerOf, type Row, record } from './table.ts'

/** One row of a spreadsheet as a complaint. */
export interface OrderRow {
  row: number
  complaint: Complaint
}

/** The header stands among the first rows: above it a title, a date. */
const HEAD = 10
const DATED = new Set(['deadline', 'receivedAt'])

/**
 * The orders of one sheet: by its header, whatever the order of the columns; without a header by what the cells look
 * like. Undefined when it holds none.
 */
export function readOrderRows(
  { name, rows }: Grid,
  at: Pick<ReadingAt, 'now' | 'learned'>,
): { rows: OrderRow[]; faults: SheetFault[]; unknown: string[] } | undefined {
  const head = rows.slice(0, HEAD).findIndex((cells) => tells(headerOf([...cells])))
  const header = head < 0 ? undefined : headerOf([...(rows[head] ?? [])])
  const found: OrderRow[] = []
  const faults: SheetFault[] = []
  rows.slice(head + 1).forEach((cells, i) => {
    const row = head + 2 + i
    const filled = cells.filter((cell) => cell.trim() !== '')
    if (!filled.length) return
    const fields = cleaned(header ? record(header, [...cells]) : guess([...cells]))
    if (!header && (fields.content === undefined || fields.address === undefined)) return
    const why = faultOf(fields)
    if (why) faults.push({ sheet: name, row, why, said: why === 'rounded-number' ? (fields.externalNo ?? '') : '' })
    else found.push({ row, complaint: fromOrder({ fields, morePhones: [] }, '', at).complaint })
  })
  if (!header && !found.length) return undefined
  const unknown = header ? [...(rows[head] ?? [])].filter((cell, i) => cell.trim() !== '' && !header[i]) : []
  return { rows: found, faults, unknown: unknown.map((cell) => cell.trim()) }
}

function tells(header: ReturnType<typeof headerOf>): boolean {
  return header?.some((field) => field === 'content' || field === 'title' || field === 'address') ?? false
}

function faultOf({ externalNo, content, title, address, home, community, street }: Row): SheetFault['why'] | undefined {
  if (externalNo !== undefined && ROUNDED.test(externalNo)) return 'rounded-number'
  const nothing = [content, title, address, home, community, street].every((value) => value === undefined)
  return nothing ? 'empty-order' : undefined
}

function cleaned(row: Row): Row {
  const entries = Object.entries(row).map(([field, value]) => {
    const said = DATED.has(field) ? dateCell(value) : value
    return [field, buildingsInDigits(normalise(said).text)]
  })
  return Object.fromEntries(entries.filter(([, said]) => said !== '')) as Row
}
