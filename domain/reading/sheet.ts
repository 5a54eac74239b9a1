import type { Learned } from './learned.ts'
import { type OrderRow, readOrderRows } from './order-sheet.ts'
import { looksLikeRoster, type RosterFile, readRoster } from './roster-sheet.ts'
import { isSecret } from './secrecy.ts'
import type { Grid, SheetFault } from './sheet-fault.ts'

/** What a spreadsheet turned out to be. `unknown` are column headers nobody knows. */
export type SheetReading =
  | ({ kind: 'roster' } & RosterFile)
  | { kind: 'orders'; rows: OrderRow[]; faults: SheetFault[]; unknown: string[] }
  | { kind: 'neither'; headers: string[] }
  /** It bears a mark of secrecy: not read further. */
  | { kind: 'secret' }

/**
 * Reads a spreadsheet by its headers, in any order of columns: a roster (姓名 单位 角色 …) or orders. Pure. In: the cells
 * as text, the units known already, the time, names taught by closed cases. Never throws.
 */
export function readSheets(
  grids: readonly Grid[],
  at: { now: number; units: readonly string[]; learned?: Learned },
): SheetReading {
  if (grids.some(({ name, rows }) => isSecret(name) || rows.some((cells) => isSecret(cells.join('\n')))))
    return { kind: 'secret' }
  if (grids.some(looksLikeRoster)) return { kind: 'roster', ...readRoster(grids, at) }
  const read = grids.map((grid) => readOrderRows(grid, at))
  const rows = read.flatMap((one) => one?.rows ?? [])
  const faults = read.flatMap((one) => one?.faults ?? [])
  if (!rows.length && !faults.length) {
    const header = grids.flatMap(({ rows: all }) => all.slice(0, 1)).flat()
    return { kind: 'neither', headers: header.filter((cell) => cell !== '').slice(0, 12) }
  }
  return { kind: 'orders', rows, faults, unknown: [...new Set(read.flatMap((one) => one?.unknown ?? []))] }
}
