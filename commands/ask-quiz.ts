import type { PersonId } from '../domain/cases/case.ts'
import { chanceOf } from '../domain/drill/chance.ts'
import type { Topic } from '../domain/drill/question.ts'
import { nextQuestion } from '../domain/drill/quiz.ts'
import { dateOf, days, minutes } from '../domain/time/wall.ts'
import { quizAsked, quizExhausted, quizStopped } from '../domain/words/quiz.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import type { Data } from './data.ts'

/** What is looked at to choose the next question: what somebody got wrong stays known for a month. */
export const QUIZ_MEMORY = days(30)

/** So long an open question of 练兵 is answered; then it lapses without a word. */
export const QUIZ_OPEN = minutes(30)

export interface QuizWanted {
  topic?: Topic | undefined
  /** So many in a row, from here. */
  count?: number | undefined
  /** One of several in a row. */
  round?: { id: number; of: number } | undefined
  /** Names this occasion: another, another question. */
  occasion: string
}

/** Asks somebody the next question. Out: the question, or that everything was asked this week. */
export function askQuiz(
  data: Pick<Data, 'quiz' | 'settings'>,
  { person, wanted }: { person: PersonId; wanted: QuizWanted },
  now: number,
): Sentence {
  const { topic, count, round, occasion } = wanted
  const history = data.quiz.history(person, now - QUIZ_MEMORY)
  const settings = data.settings.on(dateOf(now))
  const question = nextQuestion(history, { topic, now, settings, chance: chanceOf(`${person} ${occasion} ${now}`) })
  if (!question) return quizExhausted(topic)
  data.quiz.ask(person, { question, wanted: topic, of: count, round }, now)
  const place = round ? { n: data.quiz.inRound(round.id).n + 1, of: round.of } : count ? { n: 1, of: count } : undefined
  return quizAsked(question, place)
}

/** Ends what somebody practises, whether a question is open or not. Out: how the round went, if one was on. */
export function stopQuiz({ quiz }: Pick<Data, 'quiz'>, person: PersonId, now: number): Sentence {
  const { round, answered } = quiz.last(person, now - QUIZ_OPEN) ?? { answered: true }
  const soFar = round && quiz.inRound(round.id)
  const isOver = answered && (!round || !soFar || soFar.n >= round.of)
  quiz.leave(person, now)
  return quizStopped(isOver ? undefined : soFar)
}
