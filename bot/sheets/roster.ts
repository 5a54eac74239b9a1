import type { Tx } from '../../db/unit.ts'
import type { RosterFile } from '../../domain/reading/roster-sheet.ts'
import type { SheetFault } from '../../domain/reading/sheet-fault.ts'

/** Takes what a roster holds. The same roster again changes nothing. Out: what it holds, and duty for unknown names. */
export function takeRoster(file: RosterFile, tx: Tx, now: number) {
  let fresh = 0
  for (const { unit, areas, matters } of file.units) {
    tx.people.addUnit(unit)
    if (areas.length && tx.people.areasOf(unit).join() !== [...areas].sort().join()) {
      tx.people.setAreas(unit, areas)
      fresh++
    }
    for (const matter of matters) {
      if (tx.people.ownerOf(matter) === unit) continue
      tx.people.setOwnership(matter, unit)
      fresh++
    }
  }
  for (const entry of file.people) {
    if (entry.unit !== undefined) tx.people.addUnit(entry.unit)
    if (tx.roster.put(entry, now)) fresh++
  }
  const faults: SheetFault[] = [...file.faults]
  for (const { sheet, row, unit, names, from, to } of file.duties)
    for (const name of names)
      if (!tx.roster.setDuty({ unit, name }, { from, to }))
        faults.push({ sheet, row, why: 'unknown-person', said: name })
  const areas = new Set(file.units.flatMap((unit) => unit.areas)).size
  return { taken: { people: file.people.length, units: file.units.length, areas, fresh }, faults }
}
