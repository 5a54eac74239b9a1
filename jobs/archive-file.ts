import { setImmediate as breath } from 'node:timers/promises'
import type { Store } from '../db/unit.ts'
import type { CaseNo } from '../domain/cases/case.ts'
import { type About, type ArchiveCase, archiveSheets, archiveVolume } from '../domain/words/archive.ts'
import { reconciledUntil } from '../domain/words/reconcile.ts'
import type { Enclosure } from '../domain/words/speech.ts'
import { madeInThread } from '../reports/thread.ts'

/** So many logs are read in one go: nobody waits longer. */
const AT_ONCE = 50

/** One volume of a 归档包 as a PDF, or its index as a workbook, of what stands in the store now. */
export async function archiveFile(
  { of, period, nos, volume, total }: Extract<Enclosure, { kind: 'archive' }>,
  { store, now }: { store: Store; now: number },
): Promise<Buffer> {
  const { chain, runs, look } = store.books
  const cases = await gathered(store, nos)
  const about: About = {
    period,
    volume,
    total,
    head: chain.head(),
    reconciled: reconciledUntil(runs.lastDone('reconcile'), now),
    look: look(now),
  }
  return of === 'volume'
    ? madeInThread({ kind: 'archive', volume: archiveVolume(cases, about) })
    : madeInThread({ kind: 'tables', sheets: archiveSheets(cases, about) })
}

async function gathered({ books }: Store, nos: readonly CaseNo[]): Promise<ArchiveCase[]> {
  const found: ArchiveCase[] = []
  for (let at = 0; at < nos.length; at += AT_ONCE) {
    for (const no of nos.slice(at, at + AT_ONCE)) {
      const c = books.cases.find(no)
      if (c) found.push({ c, log: books.cases.log(no), links: books.chain.links(no), files: books.chain.files(no) })
    }
    await breath()
  }
  return found
}
