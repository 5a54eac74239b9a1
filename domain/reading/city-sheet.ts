import type { CityRevisit } from '../cases/city-revisit.ts'
import { noAnswer, readCityRevisit, revisitDay, unansweredIn } from './city-revisit.ts'
import { fieldOf } from './labels.ts'
import { type Column, columnOf } from './platform-columns.ts'
import { isBelow, platformHead } from './platform-head.ts'
import { dateCell } from './sheet-date.ts'
import { type Grid, ROUNDED, type SheetFault } from './sheet-fault.ts'

/** One row of the platform's file of revisits. */
export interface CityRow {
  row: number
  externalNo: string
  told: CityRevisit
  /** When the city called, where a column says so. */
  heldAt?: number
}

/**
 * What a file of revisits holds. `contrary`: order numbers that stand there with answers that differ. `open`: orders whose
 * revisit is still to come. `unknown`: columns nobody knows.
 */
export interface CityFile {
  rows: CityRow[]
  faults: SheetFault[]
  contrary: string[]
  open: number
  unknown: string[]
}

const YES = /^(?:是|√|✓|✔|y|yes|有|1|有效|已?接通)$/i
const UNREACHED = /^(?:未|没有?)接通$/
/** What people write where there is nothing to write. */
const NOTHING = /^[-—–/\\]+$/
const NO = /^(?:否|×|✗|✘|x|n|no|无|0|无效|未接通|没接通|未联系|未解决)$/i

/** The revisits of one sheet, by its header and whatever the order of the columns; undefined when it holds none. */
export function readCityRows({ name, rows }: Grid, now: number): Omit<CityFile, 'contrary'> | undefined {
  const head = platformHead(rows, (cells) => isHeader(cells.map(columnOf)))
  if (!head) return undefined
  const header = head.header.map(columnOf)
  const file: Omit<CityFile, 'contrary'> = {
    rows: [],
    faults: [],
    open: 0,
    unknown: head.header
      .filter((cell, i) => cell.trim() && !header[i] && fieldOf(cell) === undefined)
      .map((cell) => cell.trim()),
  }
  rows.slice(head.depth).forEach((one, i) => {
    if (one.every((cell) => cell.trim() === '') || isBelow(one)) return
    take(valuesOf(header, one), { file, sheet: name, row: head.depth + 1 + i, now })
  })
  return file
}

type Values = Partial<Record<Column, string>>

function take(values: Values, at: { file: Omit<CityFile, 'contrary'>; sheet: string; row: number; now: number }): void {
  const { file, sheet, row, now } = at
  const no = values.no ?? ''
  if (no === '' && isTotal(values)) return
  const told = toldIn(values)
  const heldAt = told && heldIn(values.heldAt ?? '', now)
  const why =
    faultOf(no, told) ?? (heldAt === null ? { why: 'unknown-day' as const, said: values.heldAt ?? '' } : undefined)
  if (why) file.faults.push({ sheet, row, ...why })
  else if (told === undefined) file.open++
  else if (!('unread' in told)) file.rows.push({ row, externalNo: no, told, ...(heldAt != null && { heldAt }) })
}

// The period hangs on it: a day that is not understood, or still to come, is a fault and never today.
function heldIn(cell: string, now: number): number | null | undefined {
  const said = dateCell(cell)
  if (said === '') return undefined
  return revisitDay(said, now) ?? null
}

function faultOf(no: string, told: ReturnType<typeof toldIn>): Pick<SheetFault, 'why' | 'said'> | undefined {
  if (no === '') return { why: 'no-order', said: '' }
  if (ROUNDED.test(no)) return { why: 'rounded-number', said: no }
  return told && 'unread' in told ? { why: 'unread-revisit', said: told.unread } : undefined
}

/** What a row says the city heard. Undefined while nothing is filled in: it has not called yet. */
export function toldIn({
  valid,
  contacted,
  solved,
  satisfied,
  result,
}: Values): CityRevisit | { unread: string } | undefined {
  if (valid !== undefined && NO.test(valid)) return noAnswer
  // In this column, and nothing beside it: the city got through to nobody.
  if (contacted !== undefined && UNREACHED.test(contacted) && solved === undefined && satisfied === undefined)
    return noAnswer
  const words = [contacted, solved, satisfied]
  if (words.every((cell) => cell === undefined)) {
    if (result === undefined) return undefined
    return wholly(result) ?? { unread: result }
  }
  const said = [
    spelled(contacted, '已联系', '未联系'),
    spelled(solved, '已解决', '未解决'),
    spelled(satisfied, '满意', '不满意'),
  ]
  return wholly(said.filter(Boolean).join(' ')) ?? { unread: words.filter(Boolean).join(' ') }
}

// A file without a column for it says nothing of contact: whoever answered had been reached.
function wholly(said: string): CityRevisit | undefined {
  return unansweredIn(said).every((answer) => answer === 'contacted') ? readCityRevisit(said) : undefined
}

function spelled(cell: string | undefined, yes: string, no: string): string {
  if (cell === undefined) return ''
  return YES.test(cell) ? yes : NO.test(cell) ? no : cell
}

function isHeader(columns: readonly (Column | undefined)[]): boolean {
  const has = (column: Column) => columns.includes(column)
  return has('no') && ((has('solved') && has('satisfied')) || has('result'))
}

/** The cells of a row under their columns. */
export function valuesOf(header: readonly (Column | undefined)[], cells: readonly string[]): Values {
  const values: Values = {}
  header.forEach((column, i) => {
    const cell = cells[i]?.trim()
    if (column && cell && !NOTHING.test(cell)) values[column] ??= cell
  })
  return values
}

// 「合计」 under the table is no order.
function isTotal(values: Values): boolean {
  return Object.values(values).every((cell) => /^[\d.%/]*$/.test(cell))
}
