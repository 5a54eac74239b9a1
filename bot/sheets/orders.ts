import type { KeptSheet } from '../../db/sheets.ts'
import type { Case } from '../../domain/cases/case.ts'
import { summoned } from '../../domain/people/roster.ts'
import type { OrderRow } from '../../domain/reading/order-sheet.ts'
import { mask } from '../../domain/reading/personal.ts'
import { at, type Sentence } from '../../domain/words/sentence.ts'
import { importedList } from '../../domain/words/sheets.ts'
import { type Carrying, rowsOf } from './row.ts'

interface Registering extends Carrying {
  /** Words that were registered already, for rows without a number. */
  known: Set<string>
}

/** Registers some rows as their sender would have, each in a savepoint of its own. Out: rows at which a rule broke. */
export function registerRows(rows: readonly OrderRow[], { known, ...carrying }: Registering): KeptSheet['faults'] {
  const carryOut = rowsOf(carrying)
  return rows.flatMap(({ row, complaint }) => {
    const words = `${mask(complaint.address ?? '')}\0${mask(complaint.content)}`
    if (complaint.externalNo === undefined && known.has(words)) return []
    known.add(words)
    return carryOut({ row, verb: 'report', nos: [], heard: { complaints: [complaint], listed: true } })
  })
}

/** One list to each room the cases belong to. Out: how many rooms. */
export function listOrders(
  cases: readonly Case[],
  { tx, sheet, now }: Pick<Registering, 'tx' | 'sheet' | 'now'>,
): number {
  const byRoom = Map.groupBy(
    cases.filter((c) => c.cardRoom !== undefined && !c.urgent),
    (c) => c.cardRoom as number,
  )
  const look = tx.look(now)
  for (const [room, mine] of byRoom) {
    const key = `import-${sheet.id}-${room}`
    const sentence = importedList(mine, look, calls(mine))
    tx.outbox.say({ to: { room }, class: 'card', key, sentence }, now)
  }
  return new Set(cases.flatMap((c) => c.cardRoom ?? [])).size

  // At most two, as on a card.
  function calls(mine: readonly Case[]): Sentence {
    const people = [...new Set(mine.flatMap((c) => summoned(look, c, now)))].slice(0, 2)
    return people.flatMap((person) => [at(person), ' '])
  }
}
