import type { KeptSheet } from '../../db/sheets.ts'
import type { Tx } from '../../db/unit.ts'
import type { Case } from '../../domain/cases/case.ts'
import { isBad } from '../../domain/cases/city-revisit.ts'
import type { CityFile, CityRow } from '../../domain/reading/city-sheet.ts'
import { periodOf } from '../../domain/time/period.ts'
import type { CityTaken } from '../../domain/words/city-sheets.ts'
import { type Carrying, rowsOf } from './row.ts'

/** Notes rows of the platform's file as their sender would have said them, each in a savepoint. Out: rows at which a rule broke. */
export function noteCityRevisits(rows: readonly CityRow[], carrying: Carrying): KeptSheet['faults'] {
  const carryOut = rowsOf(carrying)
  return rows.flatMap(({ row, externalNo, told, heldAt }) => {
    const c = carrying.tx.cases.withExternalNo(externalNo)
    if (!c) return []
    return carryOut({ row, verb: 'cityRevisit', nos: [c.no], heard: { cityRevisit: { told, heldAt } } })
  })
}

/** What became of a file: the cases it changed, rows that were known already, numbers of nobody's. */
export function cityRevisitsTaken(
  { rows }: CityFile,
  { tx, sheet, broken }: { tx: Tx; sheet: KeptSheet; broken: readonly number[] },
): CityTaken {
  const changed = tx.cases.causedBy(sheet.message).flatMap((no) => tx.cases.find(no) ?? [])
  const isNew = ({ no }: Case) =>
    tx.cases.log(no).some(({ event, cause }) => cause === sheet.message && event.kind === 'cityRevisited')
  const fresh = changed.filter(isNew)
  const of = new Set(fresh.map(({ externalNo }) => externalNo))
  const confirmed = tx.erasure.confirmed()
  const strangers = rows.filter(({ externalNo }) => !tx.cases.withExternalNo(externalNo))
  return {
    noted: fresh.flatMap(({ cityRevisit }) => cityRevisit ?? []),
    undated: rows.some(({ externalNo, heldAt }) => heldAt === undefined && of.has(externalNo)),
    archived: changed
      .map(({ cityRevisitedAt }) => periodOf(cityRevisitedAt ?? 0))
      .filter((period) => confirmed.has(period)),
    redated: changed.length - fresh.length,
    bad: fresh.filter(({ cityRevisit }) => cityRevisit && isBad(cityRevisit)),
    again: Math.max(0, rows.length - changed.length - strangers.length - broken.length),
    strangers: [...new Set(strangers.map(({ externalNo }) => externalNo))],
  }
}
