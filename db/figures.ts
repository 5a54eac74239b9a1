import { asc, sql } from 'drizzle-orm'
import type { Case } from '../domain/cases/case.ts'
import { caseOf } from './case-rows.ts'
import type { Database } from './open.ts'
import { cases } from './schema.ts'

/** What figures are made of. */
export function figureBook(db: Database) {
  return {
    /** Cases of any state that count in a span: reported, due, handled, called by us or by the city in it. */
    touching(from: number, to: number): Case[] {
      const counted = [cases.registeredAt, cases.deadlineAt, cases.handledAt, cases.revisitedAt, cases.cityRevisitedAt]
      // One look into each index; as one condition it would read every case there ever was.
      const nos = counted.map((at) => sql`select ${cases.no} from ${cases} where ${at} >= ${from} and ${at} < ${to}`)
      const rows = db
        .select()
        .from(cases)
        .where(sql`${cases.no} in (${sql.join(nos, sql` union `)})`)
        .orderBy(asc(cases.no))
        .all()
      return rows.map(caseOf)
    },
  }
}
