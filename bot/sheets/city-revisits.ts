import { perform } from '../../commands/perform.ts'
import type { KeptSheet } from '../../db/sheets.ts'
import type { Tx } from '../../db/unit.ts'
import { isBad } from '../../domain/cases/city-revisit.ts'
import type { CityFile, CityRow } from '../../domain/reading/city-sheet.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { CityTaken } from '../../domain/words/city-sheets.ts'
import type { Log } from '../line/line.ts'

/** Notes rows of the platform's file as their sender would have said them, each in a savepoint. Out: rows at which a rule broke. */
export function noteCityRevisits(
  rows: readonly CityRow[],
  { tx, sheet, now, log }: { tx: Tx; sheet: KeptSheet; now: number; log: Log },
): KeptSheet['faults'] {
  const speaker = tx.people.speaker(sheet.person)
  return rows.flatMap(({ row, externalNo, told, heldAt }) => {
    const c = tx.cases.withExternalNo(externalNo)
    if (!c) return []
    const heard = { text: '', mentions: [], complaints: [], cityRevisit: { told, heldAt }, sentAt: sheet.at }
    try {
      tx.savepoint(() => {
        const wish = { verb: 'cityRevisit' as const, nos: [c.no], rest: '' }
        perform(speaker, wish, { data: tx, on: { now, cause: sheet.message, key: `sheet-${sheet.id}-${row}`, heard } })
      })
      return []
    } catch (error) {
      if (!(error instanceof Refusal) && (error as { code?: string }).code?.startsWith('SQLITE_')) throw error
      log.error({ sheet: sheet.id, row, error: (error as Error).name }, 'a row of a spreadsheet broke')
      return [{ row, why: 'broken' }]
    }
  })
}

/** What became of a file: the cases it changed, rows that were known already, numbers of nobody's. */
export function cityRevisitsTaken(
  { rows }: CityFile,
  { tx, sheet, broken }: { tx: Tx; sheet: KeptSheet; broken: readonly number[] },
): CityTaken {
  const changed = tx.cases.causedBy(sheet.message).flatMap((no) => tx.cases.find(no) ?? [])
  const strangers = rows.filter(({ externalNo }) => !tx.cases.withExternalNo(externalNo))
  return {
    noted: changed.flatMap(({ cityRevisit }) => cityRevisit ?? []),
    bad: changed.filter(({ cityRevisit }) => cityRevisit && isBad(cityRevisit)),
    again: Math.max(0, rows.length - changed.length - strangers.length - broken.length),
    strangers: [...new Set(strangers.map(({ externalNo }) => externalNo))],
  }
}
