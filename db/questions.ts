import { and, asc, desc, eq, gte, isNull, lte, sql } from 'drizzle-orm'
import type { PersonId } from '../domain/cases/case.ts'
import type { Database } from './open.ts'
import { type QuestionKind, questions } from './schema.ts'

export type Question = typeof questions.$inferSelect

/** What the bot asked and waits for: each is answered once. */
export function questionBook(db: Database) {
  return {
    ask(
      question: {
        person: PersonId
        kind: QuestionKind
        choices: readonly number[]
        files?: readonly number[]
        message?: number
        words?: number
      },
      now: number,
    ): void {
      const { choices, files, ...rest } = question
      db.insert(questions)
        .values({ ...rest, choices: [...choices], files: files ? [...files] : null, askedAt: now })
        .run()
    },
    /** The last unanswered question to somebody, asked since an instant. */
    open: (person: PersonId, since: number): Question | undefined =>
      db
        .select()
        .from(questions)
        .where(and(eq(questions.person, person), gte(questions.askedAt, since), isNull(questions.answeredAt)))
        .orderBy(desc(questions.id))
        .limit(1)
        .get(),
    answered(id: number, at: number): void {
      db.update(questions).set({ answeredAt: at }).where(eq(questions.id, id)).run()
    },
    /** Questions about a message that was taken back are no longer asked. */
    withdraw(message: number, at: number): void {
      db.update(questions)
        .set({ answeredAt: at })
        .where(and(eq(questions.message, message), isNull(questions.answeredAt)))
        .run()
    },
    /** Asked at that time or before, and never answered. */
    silent: (until: number): Question[] =>
      db
        .select()
        .from(questions)
        .where(and(lte(questions.askedAt, until), isNull(questions.answeredAt)))
        .orderBy(asc(questions.id))
        .all(),
    oldestOpen: (): number | undefined =>
      db
        .select({ at: sql<number | null>`min(${questions.askedAt})` })
        .from(questions)
        .where(isNull(questions.answeredAt))
        .get()?.at ?? undefined,
  }
}
