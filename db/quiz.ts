import { and, asc, desc, eq, gte, isNull, lt, ne, or } from 'drizzle-orm'
import type { PersonId } from '../domain/cases/case.ts'
import type { Question, Topic } from '../domain/drill/question.ts'
import type { Asked, Outcome } from '../domain/drill/quiz.ts'
import type { Database } from './open.ts'
import { quizQuestions } from './schema.ts'

/** Several questions in a row: how many were wanted, and the topic they are of. */
export interface QuizRound {
  /** The first question of it. */
  id: number
  of: number
}

/** A question as it was asked. */
export interface QuizAsked {
  id: number
  question: Question
  /** The topic that was wanted; undefined for any. */
  wanted: Topic | undefined
  askedAt: number
  answered: boolean
  round: QuizRound | undefined
}

/** 练兵: what somebody was asked and how they answered. Nobody but they reads it. */
export function quizBook(db: Database) {
  const last = (person: PersonId) =>
    db
      .select()
      .from(quizQuestions)
      .where(eq(quizQuestions.person, person))
      .orderBy(desc(quizQuestions.id))
      .limit(1)
      .get()
  return {
    /** Asks; what was open for this person is left. `of`: so many in a row from here; `round`: one of those. */
    ask(
      person: PersonId,
      {
        question,
        wanted,
        of,
        round,
      }: { question: Question; wanted?: Topic | undefined; of?: number | undefined; round?: QuizRound | undefined },
      now: number,
    ): void {
      this.leave(person, now)
      const { id } = db
        .insert(quizQuestions)
        .values({
          person,
          kind: question.kind,
          identity: question.of,
          question,
          wanted: wanted ?? null,
          round: round?.id ?? null,
          roundOf: round?.of ?? of ?? null,
          askedAt: now,
        })
        .returning({ id: quizQuestions.id })
        .get()
      if (of !== undefined && !round) db.update(quizQuestions).set({ round: id }).where(eq(quizQuestions.id, id)).run()
    },
    /** The last question somebody was asked since an instant, answered or not. */
    last(person: PersonId, since: number): QuizAsked | undefined {
      const row = last(person)
      return row && row.askedAt >= since && row.outcome !== 'left' ? askedOf(row) : undefined
    },
    answered(id: number, outcome: Outcome, at: number): void {
      db.update(quizQuestions).set({ outcome, answeredAt: at }).where(eq(quizQuestions.id, id)).run()
    },
    /** What is open is not answered any more. */
    leave(person: PersonId, at: number): void {
      db.update(quizQuestions)
        .set({ outcome: 'left', answeredAt: at })
        .where(and(eq(quizQuestions.person, person), isNull(quizQuestions.outcome)))
        .run()
    },
    /** What somebody was asked since an instant, oldest first. */
    history: (person: PersonId, since: number): Asked[] =>
      db
        .select()
        .from(quizQuestions)
        .where(and(eq(quizQuestions.person, person), gte(quizQuestions.askedAt, since)))
        .orderBy(asc(quizQuestions.id))
        .all()
        .map(({ kind, identity, question, askedAt, outcome }) => ({
          kind,
          of: identity,
          topic: question.topic,
          askedAt,
          ...(outcome !== null && { outcome }),
        })),
    /** How a round went so far. */
    inRound(id: number): { n: number; right: number } {
      const rows = db
        .select({ outcome: quizQuestions.outcome })
        .from(quizQuestions)
        .where(and(eq(quizQuestions.round, id), or(isNull(quizQuestions.outcome), ne(quizQuestions.outcome, 'left'))))
        .all()
      return {
        n: rows.filter(({ outcome }) => outcome !== null).length,
        right: rows.filter(({ outcome }) => outcome === 'right').length,
      }
    },
    /** Everything of somebody who works here no longer. */
    forget(person: PersonId): void {
      db.delete(quizQuestions).where(eq(quizQuestions.person, person)).run()
    },
    /** Everything that was asked before an instant. */
    forgetBefore(at: number): void {
      db.delete(quizQuestions).where(lt(quizQuestions.askedAt, at)).run()
    },
  }
}

function askedOf(row: typeof quizQuestions.$inferSelect): QuizAsked {
  const { id, question, wanted, askedAt, outcome, round, roundOf } = row
  return {
    id,
    question,
    wanted: wanted ?? undefined,
    askedAt,
    answered: outcome !== null,
    round: round !== null && roundOf !== null ? { id: round, of: roundOf } : undefined,
  }
}
