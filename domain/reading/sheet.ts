import { sameRevisit } from '../cases/city-revisit.ts'
import { type CityFile, type CityRow, readCityRows } from './city-sheet.ts'
import type { Learned } from './learned.ts'
import { type LedgerHead, readLedgerHead } from './ledger-sheet.ts'
import { type OrderRow, readOrderRows } from './order-sheet.ts'
import { type PlatformFile, readPlatformRows } from './platform-sheet.ts'
import { looksLikeRoster, type RosterFile, readRoster } from './roster-sheet.ts'
import { isSecret } from './secrecy.ts'
import type { Grid, SheetFault } from './sheet-fault.ts'

/** What somebody said of the next spreadsheet they would send. */
export type SheetUse = 'cityRevisits' | 'reconcile' | 'ledger'

/** What a spreadsheet turned out to be. `unknown` are column headers nobody knows. */
export type SheetReading =
  | ({ kind: 'roster' } & RosterFile)
  | { kind: 'orders'; rows: OrderRow[]; faults: SheetFault[]; unknown: string[] }
  | ({ kind: 'cityRevisits' } & CityFile)
  /** The platform's own list, to be compared with ours. */
  | ({ kind: 'reconcile' } & PlatformFile)
  /** The bureau's own ledger: only its header is looked at. */
  | ({ kind: 'ledger' } & LedgerHead)
  | { kind: 'noLedger' }
  | { kind: 'neither'; headers: string[] }
  /** It bears a mark of secrecy: not read further. */
  | { kind: 'secret' }

/**
 * Reads a spreadsheet by its headers, in any order of columns: a roster (姓名 单位 角色 …), orders, or the platform's
 * revisits (工单编号 是否解决 是否满意 …). What its sender said of it decides where both would fit. Pure. In: the cells as
 * text, the units known already, the time, names taught by closed cases. Never throws.
 */
export function readSheets(
  grids: readonly Grid[],
  at: { now: number; units: readonly string[]; learned?: Learned; as?: SheetUse },
): SheetReading {
  if (grids.some(({ name, rows }) => isSecret(name) || rows.some((cells) => isSecret(cells.join('\n')))))
    return { kind: 'secret' }
  if (at.as === 'ledger') return ledgerIn(grids)
  if (grids.some(looksLikeRoster)) return { kind: 'roster', ...readRoster(grids, at) }
  if (at.as === 'reconcile') return platformIn(grids, at.now) ?? neither(grids)
  if (at.as === 'cityRevisits') return cityRevisitsIn(grids, at.now) ?? neither(grids)
  const read = grids.map((grid) => readOrderRows(grid, at))
  const rows = read.flatMap((one) => one?.rows ?? [])
  const faults = read.flatMap((one) => one?.faults ?? [])
  if (!rows.length && !faults.length) return cityRevisitsIn(grids, at.now) ?? neither(grids)
  return { kind: 'orders', rows, faults, unknown: [...new Set(read.flatMap((one) => one?.unknown ?? []))] }
}

function ledgerIn(grids: readonly Grid[]): SheetReading {
  const head = readLedgerHead(grids)
  return head ? { kind: 'ledger', ...head } : { kind: 'noLedger' }
}

function cityRevisitsIn(grids: readonly Grid[], now: number): SheetReading | undefined {
  const read = grids.flatMap((grid) => readCityRows(grid, now) ?? [])
  if (!read.length) return undefined
  return {
    kind: 'cityRevisits',
    ...lastCalls(
      read.flatMap(({ rows }) => rows),
      now,
    ),
    faults: read.flatMap(({ faults }) => faults),
    open: read.reduce((sum, { open }) => sum + open, 0),
    unknown: [...new Set(read.flatMap(({ unknown }) => unknown))],
  }
}

// Each order once, by the city's last call, wherever its row stands; a row without a day is of today.
function lastCalls(rows: readonly CityRow[], now: number): Pick<CityFile, 'rows' | 'contrary'> {
  const inTime = rows.toSorted((a, b) => (a.heldAt ?? now) - (b.heldAt ?? now))
  const byNo = [...Map.groupBy(inTime, ({ externalNo }) => externalNo)]
  return {
    rows: byNo.flatMap(([, calls]) => calls.at(-1) ?? []).toSorted((a, b) => a.row - b.row),
    contrary: byNo.flatMap(([no, [first, ...more]]) =>
      more.some(({ told }) => !sameRevisit(first?.told, told)) ? no : [],
    ),
  }
}

function platformIn(grids: readonly Grid[], now: number): SheetReading | undefined {
  const read = grids.flatMap((grid) => readPlatformRows(grid, now) ?? [])
  if (!read.length) return undefined
  return {
    kind: 'reconcile',
    rows: read.flatMap(({ rows }) => rows),
    faults: read.flatMap(({ faults }) => faults),
  }
}

function neither(grids: readonly Grid[]): SheetReading {
  const header = grids.flatMap(({ rows }) => rows.slice(0, 1)).flat()
  return { kind: 'neither', headers: header.filter((cell) => cell !== '').slice(0, 12) }
}
