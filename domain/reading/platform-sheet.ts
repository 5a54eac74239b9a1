import type { CityRevisit } from '../cases/city-revisit.ts'
import { dateOf, days, instant } from '../time/wall.ts'
import { toldIn, valuesOf } from './city-sheet.ts'
import { type Field, fieldOf } from './labels.ts'
import { columnOf } from './platform-columns.ts'
import { isBelow, platformHead } from './platform-head.ts'
import { dateCell } from './sheet-date.ts'
import { type Grid, ROUNDED, type SheetFault } from './sheet-fault.ts'
import { readInstant } from './when.ts'

/** One order as the platform has it. */
export interface PlatformRow {
  row: number
  externalNo: string
  /** `dayOnly`: the file names no hour. */
  deadline?: { at: number; dayOnly: boolean }
  /** When the platform took it in: an instant, or the whole day where the file names no hour. */
  received?: { from: number; to: number }
  /** Answered on the platform, or not yet; absent where no column says so. */
  answered?: boolean
  told?: CityRevisit
}

export interface PlatformFile {
  rows: PlatformRow[]
  faults: SheetFault[]
}

const HOUR = /\d[:：点时]/
const STATES = new Set('状态 工单状态 办理状态 当前状态 是否办结 办结情况 是否回复 回复状态'.split(' '))
const UNANSWERED =
  /^(?:否|×)$|(?:未|待|没有?|申请)(?:按[期时])?(?:办结?|回复|反馈|答复|完成|处理|处置|签收|受理|接单|派单|领取|审核)|办理中|处理中|在办/
/** What comes after the answer: the city's call, the filing. */
const ANSWERED = /^(?:是|√)$|办[结完]|完[结成]|回复|反馈|答复|归档|关闭|结案|回访|评价/

/** The orders of the platform's file, for 对账: by its header, whatever the order of the columns; undefined when no column is 工单编号. */
export function readPlatformRows({ name, rows }: Grid, now: number): PlatformFile | undefined {
  const head = platformHead(rows, (cells) => cells.some((cell) => fieldOf(cell) === 'externalNo'))
  if (!head) return undefined
  const { header, depth } = head
  const file: PlatformFile = { rows: [], faults: [] }
  rows.slice(depth).forEach((cells, i) => {
    if (cells.every((cell) => cell.trim() === '') || isBelow(cells)) return
    const row = depth + 1 + i
    const externalNo = cellOf(header, cells, 'externalNo') ?? ''
    const why = externalNo === '' ? 'no-order' : ROUNDED.test(externalNo) ? 'rounded-number' : undefined
    const { unread, ...facts } = factsOf(header, cells, now)
    if (why) file.faults.push({ sheet: name, row, why, said: externalNo })
    else file.rows.push({ row, externalNo, ...facts })
    // The rest of the row is compared all the same.
    if (!why && unread !== undefined) file.faults.push({ sheet: name, row, why: 'unread-revisit', said: unread })
  })
  return file
}

function factsOf(
  header: readonly string[],
  cells: readonly string[],
  now: number,
): Omit<PlatformRow, 'row' | 'externalNo'> & { unread?: string } {
  const due = dateCell(cellOf(header, cells, 'deadline') ?? '')
  const deadline = /[-/.月]\d/.test(due) ? readInstant(due, now) : undefined
  const received = spanSaid(dateCell(cellOf(header, cells, 'receivedAt') ?? ''), now)
  const state = cells.find((cell, i) => STATES.has((header[i] ?? '').trim()) && cell.trim() !== '')?.trim() ?? ''
  const answered = answeredIn(state)
  const told = toldIn(valuesOf(header.map(columnOf), cells))
  return {
    ...(deadline !== undefined && { deadline: { at: deadline, dayOnly: !HOUR.test(due) } }),
    ...(received && { received }),
    ...(answered !== undefined && { answered }),
    ...(told && ('unread' in told ? told : { told })),
  }
}

// 「超期」 alone says nothing of the answer; 「超期办结」 does.
function answeredIn(state: string): boolean | undefined {
  if (UNANSWERED.test(state)) return false
  return ANSWERED.test(state) ? true : undefined
}

function spanSaid(said: string, now: number): PlatformRow['received'] {
  const at = readInstant(said, now)
  if (at === undefined) return undefined
  return HOUR.test(said) ? { from: at, to: at } : { from: instant(dateOf(at)), to: instant(dateOf(at)) + days(1) - 1 }
}

function cellOf(header: readonly string[], cells: readonly string[], field: Field): string | undefined {
  const at = header.findIndex((word, i) => fieldOf(word) === field && cells[i]?.trim())
  return at < 0 ? undefined : cells[at]?.trim()
}
