import { desc } from 'drizzle-orm'
import type { PersonId } from '../domain/cases/case.ts'
import type { LedgerTemplate } from '../domain/reading/ledger-sheet.ts'
import type { Database } from './open.ts'
import { ledgerTemplates } from './schema.ts'

/** 台账模板: the bureau's own header, as it was last taught. */
export function ledgerBook(db: Database) {
  return {
    /** What counts now; undefined where our own header does. */
    current(): { name: string; template: LedgerTemplate; by: PersonId; at: number } | undefined {
      const row = db.select().from(ledgerTemplates).orderBy(desc(ledgerTemplates.id)).limit(1).get()
      if (!row?.template) return undefined
      return { name: row.name, template: row.template, by: row.learnedBy, at: row.learnedAt }
    },
    /** Null: back to our own. What was learned before stays written down. */
    learn({ name, template }: { name: string; template: LedgerTemplate | null }, by: PersonId, at: number): void {
      db.insert(ledgerTemplates).values({ name, template, learnedBy: by, learnedAt: at }).run()
    },
  }
}
