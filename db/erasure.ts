import { and, eq, gte, inArray, isNull, max, sql } from 'drizzle-orm'
import { type CaseNo, isUnfinished, type PersonId } from '../domain/cases/case.ts'
import type { Period } from '../domain/time/period.ts'
import { type CaseBook, textsOf } from './cases.ts'
import type { Database } from './open.ts'
import { archives, cases, erasures, events, files, questions, said, vault } from './schema.ts'
import type { textBook } from './texts.ts'

/** What is kept only for a time: 归档包 that were confirmed, and cases whose personal data and words are gone. */
export function erasureBook(
  db: Database,
  { cases: book, texts }: { cases: CaseBook; texts: ReturnType<typeof textBook> },
) {
  return {
    /** 归档包 of a period was confirmed, the chain then ending in `head`. False when it was before. */
    confirm(period: Period, by: PersonId, at: number, head?: string): boolean {
      return (
        db
          .insert(archives)
          .values({ period, by, confirmedAt: at, head: head ?? null })
          .onConflictDoNothing()
          .run().changes === 1
      )
    },
    confirmed: (): Set<Period> =>
      new Set(
        db
          .select({ period: archives.period })
          .from(archives)
          .all()
          .map(({ period }) => period),
      ),
    /** Who confirmed a period, and when. */
    archive: (period: Period): typeof archives.$inferSelect | undefined =>
      db.select().from(archives).where(eq(archives.period, period)).get(),
    /** Cases that are over and not erased, with the instant of their last event; only where something happened since an instant. */
    over(since = 0): { no: CaseNo; lastAt: number }[] {
      return db
        .select({ no: cases.no, lastAt: max(events.at) })
        .from(cases)
        .innerJoin(events, eq(events.no, cases.no))
        .leftJoin(erasures, eq(erasures.no, cases.no))
        .where(and(sql`${cases.state} not in ('waiting','claimed','handled','merged')`, isNull(erasures.no)))
        .groupBy(cases.no)
        .having(({ lastAt }) => gte(lastAt, since))
        .orderBy(cases.no)
        .all()
        .map(({ no, lastAt }) => ({ no, lastAt: lastAt ?? 0 }))
    },
    erased: (no: CaseNo): number | undefined => db.select().from(erasures).where(eq(erasures.no, no)).get()?.at,
    /** Pictures and files whose bytes go with the case. */
    filesOf: (no: CaseNo): number[] =>
      db
        .select({ id: files.id })
        .from(files)
        .where(eq(files.no, no))
        .all()
        .map(({ id }) => id),
    /**
     * Erases a case's complainant, the hash of the phone, its pictures and files, and every word of it: of its log, of what was said about it and
     * of what was asked. Ids, codes, times and places by street stay; so do the chain and the fold. Nothing for an open
     * case, nor the second time.
     */
    erase(no: CaseNo, at: number): boolean {
      const c = book.find(no)
      if (!c || isUnfinished(c)) return false
      if (!db.insert(erasures).values({ no, at }).onConflictDoNothing().run().changes) return false
      const log = book.log(no)
      for (const id of new Set(log.flatMap(textsOf))) texts.blank(id)
      const complainants = log.flatMap(({ event }) => ('complainant' in event ? (event.complainant ?? []) : []))
      if (complainants.length)
        db.update(vault)
          .set({ sealed: null, phoneHash: null, erasedAt: at })
          .where(inArray(vault.id, complainants))
          .run()
      // The rows stay: the log names them. Their bytes the caller takes from the disk.
      db.update(files)
        .set({ state: 'lost', name: '', hash: null, size: null, latitude: null, longitude: null, askAt: null })
        .where(eq(files.no, no))
        .run()
      // The keys stay: nothing is said again.
      db.update(said).set({ sentence: [], brief: null }).where(eq(said.no, no)).run()
      const causes = log.flatMap(({ cause }) => cause ?? [])
      if (causes.length)
        for (const { words } of db
          .select({ words: questions.words })
          .from(questions)
          .where(inArray(questions.message, causes))
          .all())
          if (words !== null) texts.blank(words)
      return true
    },
  }
}
