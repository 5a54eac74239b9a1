import { eq } from 'drizzle-orm'
import type { PersonId } from '../domain/cases/case.ts'
import type { Decision } from '../domain/cases/decisions.ts'
import type { Database } from './open.ts'
import { shown } from './schema.ts'

/** What the numbers mean that somebody says back: the latest list shown to that person. */
export function shownBook(db: Database) {
  return {
    keep(person: PersonId, items: readonly Decision[], at: number): void {
      const row = { person, items: [...items], at }
      db.insert(shown).values(row).onConflictDoUpdate({ target: shown.person, set: row }).run()
    },
    /** The decisions of the latest list, number 1 first; empty when none was shown. */
    latest: (person: PersonId): Decision[] =>
      db.select().from(shown).where(eq(shown.person, person)).get()?.items ?? [],
  }
}
