import { setImmediate as breath } from 'node:timers/promises'
import type { Store } from '../db/unit.ts'
import type { CaseNo } from '../domain/cases/case.ts'
import {
  type About,
  type ArchiveCase,
  archiveSheets,
  archiveVolume,
  indexPart,
  volumePart,
} from '../domain/words/archive.ts'
import { reconciledUntil } from '../domain/words/reconcile.ts'
import type { Enclosure } from '../domain/words/speech.ts'
import { madeInThread } from '../reports/thread.ts'

/** So many cases are told in one go: nobody waits longer. */
const AT_ONCE = 20

/** One volume of a 归档包 as a PDF, or its index as a workbook, of what stands in the store now. */
export async function archiveFile(
  { of, period, nos, volume, total }: Extract<Enclosure, { kind: 'archive' }>,
  { store, now }: { store: Store; now: number },
): Promise<Buffer> {
  const { chain, runs, look } = store.books
  const about: About = {
    period,
    volume,
    total,
    head: chain.head(),
    reconciled: reconciledUntil(runs.lastDone('reconcile'), now),
    look: look(now),
  }
  if (of === 'volume') {
    const parts = await each(store, nos, (one) => volumePart(one, about.look))
    return madeInThread({ kind: 'archive', volume: archiveVolume(parts, about) })
  }
  const parts = await each(store, nos, (one, nth) => indexPart(one, nth, about.look))
  return madeInThread({ kind: 'tables', sheets: archiveSheets(parts, about) })
}

async function each<T>(
  { books }: Store,
  nos: readonly CaseNo[],
  told: (one: ArchiveCase, nth: number) => T,
): Promise<T[]> {
  const parts: T[] = []
  for (const no of nos) {
    const c = books.cases.find(no)
    if (!c) continue
    const one = { c, log: books.cases.log(no), links: books.chain.links(no), files: books.chain.files(no) }
    parts.push(told(one, parts.length + 1))
    if (parts.length % AT_ONCE === 0) await breath()
  }
  return parts
}
