import { expect, test } from 'vitest'
import { chanceOf } from '../../../domain/drill/chance.ts'
import { kinds } from '../../../domain/drill/kinds.ts'
import type { Topic } from '../../../domain/drill/question.ts'
import { type Asked, nextQuestion, type Outcome, scoreOf } from '../../../domain/drill/quiz.ts'
import { defaults } from '../../../domain/settings.ts'
import { days, hours, minutes } from '../../../domain/time/wall.ts'
import { monday } from '../../support/talk.ts'

const NOW = monday('09:30')

test('over three thousand questions of one person, none comes twice within a week', { timeout: 60_000 }, () => {
  const person = somebody('李强')
  const lastAsked = new Map<string, number>()
  for (let n = 0; n < 3000; n++) {
    const now = NOW + n * minutes(10)
    const question = person.asks(now)!
    // Nor the same words with the same answer among other choices.
    for (const same of [question.of, `${question.ask} ${question.right}`]) {
      expect(now - (lastAsked.get(same) ?? -Infinity), same).toBeGreaterThanOrEqual(days(7))
      lastAsked.set(same, now)
    }
  }
  expect(new Set(person.history.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)))
})

test('a topic that is used up gives nothing until its questions are a week old', () => {
  const person = somebody('小刘')
  let n = 0
  while (person.asks(NOW + n * minutes(1), { topic: '归口' })) n++
  expect(n).toBeGreaterThan(15)
  expect(new Set(person.history.map(({ of }) => of)).size).toBe(n)
  expect(person.asks(NOW + days(6), { topic: '归口' })).toBeUndefined()
  expect(person.asks(NOW + days(6))?.topic).toBeDefined()
  expect(person.asks(NOW + days(8), { topic: '归口' })?.topic).toBe('归口')
})

test('when a kind is used up another of the topic comes', () => {
  const person = somebody('陈曦')
  for (let n = 0; n < 150; n++) expect(person.asks(NOW + n * minutes(1), { topic: '标准' })?.topic).toBe('标准')
  expect(new Set(person.history.map(({ kind }) => kind)).size).toBe(5)
})

test('different people are asked different questions, the same chance asks the same', () => {
  const ten = (name: string) => {
    const person = somebody(name)
    return Array.from({ length: 10 }, (_, n) => person.asks(NOW + n * hours(1))?.of)
  }
  expect(ten('李强')).toEqual(ten('李强'))
  expect(ten('李强').filter((of) => ten('周敏').includes(of)).length).toBeLessThanOrEqual(1)
})

test('what was got wrong comes sooner than what was got right, and never twice in a row', () => {
  const times = { right: 0, wrong: 0 }
  for (let n = 0; n < 400; n++) {
    const person = somebody(`P${n}`)
    for (const kind of Object.keys(kinds)) person.had(kind, kind === 'aqi' || kind === 'street' ? 'wrong' : 'right')
    person.had('rates', 'right')
    const { kind } = person.asks(NOW)!
    if (kind === 'aqi' || kind === 'street') times.wrong++
    else times.right++
    expect(kind === 'rates' && n > 20 ? undefined : kind).toBeDefined()
  }
  // Two of 45 kinds, four times as likely each.
  expect(times.wrong).toBeGreaterThan(35)
  expect(times.right).toBeGreaterThan(times.wrong)
})

test('in one sitting a kind comes back only after most of the others', () => {
  const person = somebody('周敏')
  const asked = Array.from({ length: 60 }, (_, n) => person.asks(NOW + n * minutes(1))!.kind)
  expect(new Set(asked.slice(0, 25)).size).toBe(25)
  for (const kind of new Set(asked)) expect(asked.filter((each) => each === kind).length).toBeLessThanOrEqual(2)
})

test('a score counts answers, not questions nobody answered, by topic', () => {
  const person = somebody('李强')
  person.had('aqi', 'right')
  person.had('aqi', 'wrong')
  person.had('rates', 'unknown')
  person.had('rates', 'left')
  person.had('street', undefined)
  expect(scoreOf(person.history)).toEqual({
    answered: 3,
    right: 1,
    byTopic: [
      { topic: '大气', answered: 2, right: 1 },
      { topic: '三率', answered: 1, right: 0 },
    ],
  })
})

function somebody(name: string) {
  const history: Asked[] = []
  return {
    history,
    had(kind: string, outcome: Outcome | undefined) {
      const topic = (kinds[kind] as (typeof kinds)[string]).topic
      history.push({
        kind,
        topic,
        of: `${kind} ${history.length}`,
        askedAt: NOW - hours(1),
        ...(outcome && { outcome }),
      })
    },
    asks(now: number, { topic }: { topic?: Topic } = {}) {
      const lately = history.filter(({ askedAt }) => askedAt > now - days(30))
      const question = nextQuestion(lately, { topic, now, settings: defaults, chance: chanceOf(`${name} ${now}`) })
      if (question) history.push({ ...question, askedAt: now, outcome: 'right' })
      return question
    },
  }
}
