import { describe, expect, test } from 'vitest'
import { chanceOf } from '../../../domain/drill/chance.ts'
import { kinds } from '../../../domain/drill/kinds.ts'
import { type Question, questionOf, topics } from '../../../domain/drill/question.ts'
import { findPersonal } from '../../../domain/reading/personal.ts'
import { readQuizReply } from '../../../domain/reading/quiz.ts'
import { defaults } from '../../../domain/settings.ts'
import { quizAnswered, quizAsked } from '../../../domain/words/quiz.ts'
import { wordsOf } from '../../support/sample.ts'

const EACH = 200
/** Choices are a scale or a list; yes and no are two. */
const YES_NO = ['fumeDistance']

test('there are at least twelve kinds, of every topic', () => {
  expect(Object.keys(kinds).length).toBeGreaterThanOrEqual(40)
  expect(new Set(Object.values(kinds).map(({ topic }) => topic))).toEqual(new Set(topics))
})

test('the reckoning of the composite names its terms, and what 基本满意 counts', () => {
  const { why } = drawn('rates', EACH).find(({ ask }) => ask.includes('综合'))!
  expect(why[0]).toMatch(
    /^0\.1×响应[\d.]+\+0\.4×满意[\d.]+\+0\.5×解决[\d.]+=[\d.]+。满意率:\(满意\d+\+0\.9×基本满意\d+\)÷有效\d+=[\d.]+%。$/,
  )
})

describe.each(Object.keys(kinds))('%s', (kind) => {
  const asked = drawn(kind, EACH)

  test(`${EACH} questions: the right answer is exactly one of two to four different choices`, () => {
    for (const { choices, right, ask } of asked) {
      if (!choices.length) {
        expect(Number.isFinite(Number(right)), ask).toBe(true)
        continue
      }
      expect(
        choices.filter((choice) => choice === right),
        ask,
      ).toHaveLength(1)
      expect(new Set(choices.map(meaning)).size, `${ask} ${choices}`).toBe(choices.length)
      expect(choices.length, ask).toBeGreaterThanOrEqual(YES_NO.includes(kind) ? 2 : 3)
      expect(choices.length).toBeLessThanOrEqual(4)
    }
  })

  test('each fits a phone: the question, its choices, and why', () => {
    for (const question of asked) {
      expect(question.ask.length, question.ask).toBeLessThanOrEqual(90)
      expect(
        question.choices.every((choice) => choice.length <= 32),
        question.choices.join(),
      ).toBe(true)
      expect(question.why.length).toBeGreaterThanOrEqual(1)
      expect(question.why.length).toBeLessThanOrEqual(4)
      const told = wordsOf(quizAnswered(question, 'wrong'))
      expect(told.length, told).toBeLessThanOrEqual(230)
      expect(told.split('\n').length, told).toBeLessThanOrEqual(5)
      const words = `${wordsOf(quizAsked(question))}\n${told}`
      expect(words).not.toMatch(/undefined|NaN|\[object|\$\{|noise_|catering_|odor_|,,|。。|\(\)/)
    }
  })

  test('each choice can be answered by its letter, its place and its words; only the right one is right', () => {
    for (const { choices, right } of asked) {
      for (const [i, choice] of choices.entries()) {
        const letter = 'ABCD'[i] as string
        for (const said of [letter, letter.toLowerCase(), `选${letter}`, `${letter}。`, choice])
          expect(readQuizReply(said, choices), `${said} of ${choices}`).toEqual({ choice })
      }
      if (!choices.length)
        for (const said of [right, `${right}。`, `是${right}`]) {
          const reply = readQuizReply(said, [])
          expect(reply !== undefined && typeof reply === 'object' && 'figure' in reply && Number(reply.figure)).toBe(
            Number(right),
          )
        }
    }
  })

  test('the same chance draws the same question, and its name tells it from every other', () => {
    expect(drawn(kind, 20)).toEqual(asked.slice(0, 20))
    const byName = Map.groupBy(asked, ({ of }) => of)
    for (const same of byName.values())
      expect(new Set(same.map(({ ask, right }) => `${undated(ask)} ${undated(right)}`)).size).toBe(1)
  })
})

test('nothing that is asked holds anything private, but where that is the question', () => {
  for (const kind of Object.keys(kinds).filter((name) => name !== 'privacy'))
    for (const question of drawn(kind, 20)) expect(findPersonal(wordsOf(quizAsked(question))), question.ask).toEqual([])
})

function drawn(kind: string, n: number): Question[] {
  const { topic, draw } = kinds[kind] as (typeof kinds)[string]
  const questions: Question[] = []
  for (let i = 0; questions.length < n; i++) {
    if (i > n * 20) throw new Error(`${kind} draws nothing`)
    const chance = chanceOf(`${kind} ${i}`)
    const one = draw(chance, { date: '2026-11-23', settings: defaults })
    const question = one && questionOf(kind, topic, { drawn: one, chance })
    if (question) questions.push(question)
  }
  return questions
}

// 「1 mg/m³」 and 「1.0 mg/m³」 would be one answer.
const meaning = (choice: string): string =>
  choice.replace(/\d+(?:\.\d+)?/g, (n) => String(Number(n))).replace(/\s/g, '')

// The day of sampling is shown, but only its side of a new standard makes another question.
const undated = (words: string): string => words.replace(/\d{4}-\d{2}-\d{2}/g, '')
