import { askQuiz, QUIZ_OPEN, stopQuiz } from '../commands/ask-quiz.ts'
import type { Kept } from '../db/inbox.ts'
import type { QuizAsked } from '../db/quiz.ts'
import type { Tx } from '../db/unit.ts'
import { NEARBY } from '../domain/cases/photos.ts'
import type { Speaker } from '../domain/people/speaker.ts'
import type { Meaning } from '../domain/reading/meaning.ts'
import { readQuizReply } from '../domain/reading/quiz.ts'
import { quizAnswered, quizNext, quizRoundOver, quizUnclear } from '../domain/words/quiz.ts'
import { lines, type Sentence } from '../domain/words/sentence.ts'
import { fitsHere } from './refs.ts'

interface Quizzing {
  kept: Kept
  meaning: Meaning
  speaker: Speaker
  tx: Tx
  now: number
  say(sentence: Sentence): void
}

/**
 * An answer to the open question of 练兵, in private. False when none is open or the words do not answer it: a command, a
 * case's number, and the answer to what the bot asked later mean what they always mean.
 */
export function answerQuiz(quizzing: Quizzing): boolean {
  const { kept, meaning, speaker, tx, now, say } = quizzing
  const { person, room, inbound } = kept
  if (room !== undefined || inbound.room || inbound.files.length || meaning.quotedRefs.length) return false
  const asked = tx.quiz.last(person, inbound.sentAt - QUIZ_OPEN)
  const reply = asked && readQuizReply(inbound.text, asked.answered ? [] : asked.question.choices)
  if (!asked || reply === undefined || isElse(quizzing, asked)) return false
  // With nothing open 「算了」 may be about anything.
  if (asked.answered && !/停|练/.test(inbound.text)) return false
  if (reply === 'stop') {
    say(stopQuiz(tx, person, now))
    return true
  }
  if (asked.answered) return false
  if (reply !== 'unknown' && 'unclear' in reply) {
    say(quizUnclear(asked.question, reply.unclear))
    return true
  }
  const { right } = asked.question
  const isRight =
    reply !== 'unknown' && ('choice' in reply ? reply.choice === right : Number(reply.figure) === Number(right))
  const outcome = reply === 'unknown' ? 'unknown' : isRight ? 'right' : 'wrong'
  tx.quiz.answered(asked.id, outcome, now)
  say(lines(quizAnswered(asked.question, outcome), goingOn(quizzing, asked)))
  return true

  // A number that fits a case, a word that commands; 「回访、平台回复」 as it stands among the choices is the answer.
  function isElse({ meaning: { calls } }: Quizzing, { askedAt, question: { choices } }: QuizAsked): boolean {
    const copied = choices.includes(inbound.text.trim()) && !/^\d+$/.test(inbound.text.trim())
    if (!copied && calls.some(({ onlyNumber, refs }) => !onlyNumber || fitsHere(refs[0] ?? '', speaker, tx)))
      return true
    const question = tx.questions.open(person, inbound.sentAt - NEARBY)
    return question !== undefined && question.choices.length > 0 && question.askedAt >= askedAt
  }
}

/** What is said to words that mean nothing while a question is open; undefined when none is. */
export function stillOpen(speaker: Speaker, tx: Tx, now: number): Sentence | undefined {
  const asked = speaker.room ? undefined : tx.quiz.last(speaker.person, now - QUIZ_OPEN)
  return asked && !asked.answered ? quizUnclear(asked.question) : undefined
}

// The next of several in a row, or how it went, or what can be said next.
function goingOn({ kept, tx, now }: Quizzing, { round, wanted }: QuizAsked): Sentence {
  if (!round) return [quizNext]
  const { n, right } = tx.quiz.inRound(round.id)
  if (n >= round.of) return [`${quizRoundOver(n, right)}${quizNext}`]
  return askQuiz(tx, { person: kept.person, wanted: { topic: wanted, round, occasion: `${kept.id}` } }, now)
}
