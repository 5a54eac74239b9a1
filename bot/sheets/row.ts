import type { Heard } from '../../commands/command.ts'
import { perform, type Wish } from '../../commands/perform.ts'
import type { KeptSheet } from '../../db/sheets.ts'
import type { Tx } from '../../db/unit.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Log } from '../line/line.ts'

/** The file a row stands in, and the unit of work it is carried out in. */
export interface Carrying {
  tx: Tx
  sheet: KeptSheet
  now: number
  log: Log
}

/** What a row says, as if its sender had said it. */
export interface SaidInRow extends Omit<Wish, 'rest'> {
  row: number
  heard: Partial<Heard>
}

/**
 * How rows of a spreadsheet are carried out for its sender, each in a savepoint of its own.
 * Out of each: the row as a fault when it was refused or a rule broke. Throws what the database itself refuses.
 */
export function rowsOf({ tx, sheet, now, log }: Carrying): (said: SaidInRow) => KeptSheet['faults'] {
  const speaker = tx.people.speaker(sheet.person)
  return ({ row, heard: told, ...wish }) => {
    const heard = { text: '', mentions: [], complaints: [], sentAt: sheet.at, ...told }
    const on = { now, cause: sheet.message, key: `sheet-${sheet.id}-${row}`, heard }
    try {
      tx.savepoint(() => {
        perform(speaker, { ...wish, rest: '' }, { data: tx, on })
      })
      return []
    } catch (error) {
      if (!(error instanceof Refusal) && (error as { code?: string }).code?.startsWith('SQLITE_')) throw error
      log.error({ sheet: sheet.id, row, error: (error as Error).name }, 'a row of a spreadsheet broke')
      return [{ row, why: 'broken' }]
    }
  }
}
