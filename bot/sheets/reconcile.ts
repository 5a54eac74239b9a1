import type { KeptSheet } from '../../db/sheets.ts'
import type { Tx } from '../../db/unit.ts'
import { reconcile } from '../../domain/figures/reconcile.ts'
import type { PlatformFile } from '../../domain/reading/platform-sheet.ts'
import { differenceSheets, differencesFile, isLong, reconciled } from '../../domain/words/reconcile.ts'
import type { Sentence } from '../../domain/words/sentence.ts'

/** Compares the platform's file with our cases; that it was done, and as of when, is kept. Out: the answer. A long one is followed by a file. */
export function takePlatformFile(
  { rows }: PlatformFile,
  faults: readonly string[],
  { tx, sheet, now }: { tx: Tx; sheet: KeptSheet; now: number },
): { answer: Sentence; enclose(): void } {
  const found = reconcile(rows, { caseOf: tx.cases.withExternalNo, between: tx.cases.registeredBetween })
  // The file shows the platform as it was when it was sent.
  tx.runs.record('reconcile', `sheet-${sheet.id}`, sheet.at)
  return {
    answer: reconciled(found, faults),
    enclose() {
      if (!isLong(found)) return
      const file = { name: differencesFile, kind: 'table' as const, sheets: differenceSheets(found) }
      const sentence = [differencesFile]
      tx.outbox.say(
        { to: { person: sheet.person }, class: 'reply', key: `differences-${sheet.id}`, sentence, file },
        now,
      )
    },
  }
}
