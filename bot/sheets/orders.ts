import { perform } from '../../commands/perform.ts'
import type { KeptSheet } from '../../db/sheets.ts'
import type { Tx } from '../../db/unit.ts'
import type { Case } from '../../domain/cases/case.ts'
import { summoned } from '../../domain/people/roster.ts'
import type { OrderRow } from '../../domain/reading/order-sheet.ts'
import { mask } from '../../domain/reading/personal.ts'
import { Refusal } from '../../domain/refusal.ts'
import { at, type Sentence } from '../../domain/words/sentence.ts'
import { importedList } from '../../domain/words/sheets.ts'
import type { Log } from '../line/line.ts'

interface Registering {
  tx: Tx
  sheet: KeptSheet
  now: number
  /** Words that were registered already, for rows without a number. */
  known: Set<string>
  log: Log
}

/** Registers some rows as their sender would have, each in a savepoint of its own. Out: rows at which a rule broke. */
export function registerRows(
  rows: readonly OrderRow[],
  { tx, sheet, now, known, log }: Registering,
): KeptSheet['faults'] {
  const speaker = tx.people.speaker(sheet.person)
  return rows.flatMap(({ row, complaint }) => {
    const words = `${mask(complaint.address ?? '')}\0${mask(complaint.content)}`
    if (complaint.externalNo === undefined && known.has(words)) return []
    known.add(words)
    const heard = { text: '', mentions: [], complaints: [complaint], listed: true as const, sentAt: sheet.at }
    try {
      tx.savepoint(() => {
        const wish = { verb: 'report' as const, nos: [], rest: '' }
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
