import { and, asc, desc, eq, gt, gte, sql } from 'drizzle-orm'
import type { PersonId } from '../domain/cases/case.ts'
import type { SheetUse } from '../domain/reading/sheet.ts'
import type { Database } from './open.ts'
import { announced, sheets } from './schema.ts'

/** A spreadsheet somebody sent in private. */
export type KeptSheet = typeof sheets.$inferSelect

/** Spreadsheets that came in, how far they were read, and what was said of the next one. */
export function sheetBook(db: Database) {
  return {
    /** A spreadsheet is to be fetched. Silent when its sender announced so. */
    want(sheet: { message: number; person: PersonId; attachment: string; name: string }, now: number): void {
      const said = db
        .select()
        .from(announced)
        .where(and(eq(announced.person, sheet.person), gt(announced.until, now)))
        .get()
      db.insert(sheets)
        .values({ ...sheet, silent: said?.silent ?? false, as: said?.as ?? null, faults: [], at: now })
        .onConflictDoNothing()
        .run()
      db.delete(announced).where(eq(announced.person, sheet.person)).run()
    },
    /** 导入存量 静默, 导入市回访: how the next spreadsheet of a person is meant, until then. */
    announce(person: PersonId, { silent = false, as }: { silent?: boolean; as?: SheetUse }, until: number): void {
      const row = { person, silent, as: as ?? null, until }
      db.insert(announced).values(row).onConflictDoUpdate({ target: announced.person, set: row }).run()
    },
    /** The oldest that waits. */
    next: (): KeptSheet | undefined =>
      db.select().from(sheets).where(sql`${sheets.state} = 'wanted'`).orderBy(asc(sheets.id)).limit(1).get(),
    /** The last one of a person since an instant. */
    lastOf: (person: PersonId, since: number): KeptSheet | undefined =>
      db
        .select()
        .from(sheets)
        .where(and(eq(sheets.person, person), gte(sheets.at, since)))
        .orderBy(desc(sheets.id))
        .limit(1)
        .get(),
    /** So many rows are dealt with, and what was wrong with some of them. */
    advance(id: number, rows: number, faults: KeptSheet['faults']): void {
      const before = db.select().from(sheets).where(eq(sheets.id, id)).get()?.faults ?? []
      db.update(sheets)
        .set({ rows, faults: [...before, ...faults] })
        .where(eq(sheets.id, id))
        .run()
    },
    find: (id: number): KeptSheet | undefined => db.select().from(sheets).where(eq(sheets.id, id)).get(),
    failed(id: number): number {
      return db
        .update(sheets)
        .set({ tries: sql`${sheets.tries} + 1` })
        .where(eq(sheets.id, id))
        .returning({ tries: sheets.tries })
        .get().tries
    },
    end(id: number, state: 'done' | 'lost'): void {
      db.update(sheets).set({ state }).where(eq(sheets.id, id)).run()
    },
  }
}
