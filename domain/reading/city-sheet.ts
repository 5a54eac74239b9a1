import type { CityRevisit } from '../cases/city-revisit.ts'
import { noAnswer, readCityRevisit, revisitDay, unansweredIn } from './city-revisit.ts'
import { fieldOf } from './labels.ts'
import { type Grid, ROUNDED, type SheetFault } from './sheet-fault.ts'

/** One row of the platform's file of revisits. */
export interface CityRow {
  row: number
  externalNo: string
  told: CityRevisit
  /** When the city called, where a column says so. */
  heldAt?: number
}

/** What a file of revisits holds. `open`: orders whose revisit is still to come. `unknown`: columns nobody knows. */
export interface CityFile {
  rows: CityRow[]
  faults: SheetFault[]
  open: number
  unknown: string[]
}

type Column = 'no' | 'valid' | 'contacted' | 'solved' | 'satisfied' | 'result' | 'heldAt'

const NAMES: Record<Exclude<Column, 'no'>, string> = {
  valid: '是否有效回访 有效回访 回访是否有效 是否有效 是否接通 接通情况',
  contacted:
    '是否联系 联系情况 联系 是否响应 响应情况 响应 是否联系诉求人 是否联系市民 工作人员是否联系市民 承办单位是否联系',
  solved: '是否解决 解决情况 解决 解决结果 问题是否解决 诉求是否解决 是否已解决',
  satisfied:
    '是否满意 满意情况 满意 满意度 满意程度 评价 最终满意度 市民满意度 诉求人满意度 对结果是否满意 办理结果是否满意',
  result: '回访结果 市回访结果 回访情况 市回访 回访内容',
  heldAt: '回访时间 回访日期 市回访时间 市回访日期',
}
const COLUMNS = new Map(
  Object.entries(NAMES).flatMap(([column, words]) => words.split(' ').map((word) => [word, column as Column] as const)),
)
/** The header stands among the first rows: above it a title, a date. */
const HEAD = 10
const YES = /^(?:是|√|✓|✔|y|yes|有|1|有效|已?接通)$/i
const NO = /^(?:否|×|✗|✘|x|n|no|无|0|无效|未接通|没接通|未联系|未解决)$/i

/** The revisits of one sheet, by its header and whatever the order of the columns; undefined when it holds none. */
export function readCityRows({ name, rows }: Grid, now: number): CityFile | undefined {
  const head = rows.slice(0, HEAD).findIndex((cells) => isHeader(cells.map(columnOf)))
  if (head < 0) return undefined
  const cells = rows[head] ?? []
  const header = cells.map(columnOf)
  const file: CityFile = {
    rows: [],
    faults: [],
    open: 0,
    unknown: cells
      .filter((cell, i) => cell.trim() && !header[i] && fieldOf(cell) === undefined)
      .map((cell) => cell.trim()),
  }
  rows.slice(head + 1).forEach((one, i) => {
    if (one.every((cell) => cell.trim() === '')) return
    take(valuesOf(header, one), { file, sheet: name, row: head + 2 + i, now })
  })
  return file
}

type Values = Partial<Record<Column, string>>

function take(values: Values, at: { file: CityFile; sheet: string; row: number; now: number }): void {
  const { file, sheet, row, now } = at
  const no = values.no ?? ''
  if (no === '' && isTotal(values)) return
  const told = toldIn(values)
  const why = faultOf(no, told)
  if (why) file.faults.push({ sheet, row, ...why })
  else if (told === undefined) file.open++
  else if (!('unread' in told)) {
    const heldAt = values.heldAt === undefined ? undefined : revisitDay(values.heldAt, now)
    file.rows.push({ row, externalNo: no, told, ...(heldAt !== undefined && { heldAt }) })
  }
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

/** The column a header's cell names. */
export function columnOf(cell: string): Column | undefined {
  const word = cell.replace(/[\s*?？:：]/g, '')
  return fieldOf(word) === 'externalNo' ? 'no' : COLUMNS.get(word)
}

/** The cells of a row under their columns. */
export function valuesOf(header: readonly (Column | undefined)[], cells: readonly string[]): Values {
  const values: Values = {}
  header.forEach((column, i) => {
    const cell = cells[i]?.trim()
    if (column && cell) values[column] ??= cell
  })
  return values
}

// 「合计」 under the table is no order.
function isTotal(values: Values): boolean {
  return Object.values(values).every((cell) => /^[\d.%/]*$/.test(cell))
}
