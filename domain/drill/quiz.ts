import type { Settings } from '../settings.ts'
import { dateOf, days } from '../time/wall.ts'
import type { Chance } from './chance.ts'
import { kinds } from './kinds.ts'
import { type Question, questionOf, type Topic, topics } from './question.ts'

/** unknown: 「不知道」 · left: not answered, another was wanted or nobody came back. */
export type Outcome = 'right' | 'wrong' | 'unknown' | 'left'

/** A question somebody was asked before. */
export interface Asked {
  kind: string
  topic: Topic
  of: string
  askedAt: number
  outcome?: Outcome
}

/** The same question does not come again within this time. */
const NOT_AGAIN = days(7)
/** So many draws of a kind that were all asked before: there is nothing new in it. */
const DRAWS = 60

/**
 * The next question for somebody: nothing they were asked within a week, not the kinds they had last where others are
 * left, rather one they never had or last got wrong than one they know. In: what they were asked, oldest first, at least of a week.
 * Undefined when everything was asked.
 */
export function nextQuestion(
  history: readonly Asked[],
  { topic, now, settings, chance }: { topic?: Topic | undefined; now: number; settings: Settings; chance: Chance },
): Question | undefined {
  const lately = new Set(history.filter(({ askedAt }) => askedAt > now - NOT_AGAIN).map(({ of }) => of))
  const around = { date: dateOf(now), settings }
  const open = Object.keys(kinds).filter((kind) => topic === undefined || kinds[kind]?.topic === topic)
  for (const kind of inTurn(open, history, chance)) {
    const { topic: own, draw } = kinds[kind] as (typeof kinds)[string]
    for (let n = 0; n < DRAWS; n++) {
      const drawn = draw(chance, around)
      const question = drawn && questionOf(kind, own, { drawn, chance })
      if (question && !lately.has(question.of)) return question
    }
  }
  return undefined
}

/** Of the kinds there are, so many rest after they came; those that were got wrong come sooner. */
const RESTING = { right: 2 / 3, wrong: 1 / 3 }

// Those that rest come last. The others by chance, but what was got wrong last is four times as likely as what was got
// right, what never came three times.
function inTurn(open: readonly string[], history: readonly Asked[], chance: Chance): string[] {
  const last = new Map(history.map((asked) => [asked.kind, asked]))
  const isWrong = (kind: string) => ['wrong', 'unknown'].includes(last.get(kind)?.outcome ?? '')
  const newestFirst = [...new Set(history.map(({ kind }) => kind).reverse())].filter((kind) => open.includes(kind))
  const resting = newestFirst.filter((kind, n) => n < open.length * RESTING[isWrong(kind) ? 'wrong' : 'right'])
  const weight = (kind: string) => (!last.has(kind) ? 3 : isWrong(kind) ? 4 : 1)
  const awake = open
    .filter((kind) => !resting.includes(kind))
    .map((kind) => ({ kind, turn: -Math.log(chance.whole(1, 1_000_000) / 1_000_001) / weight(kind) }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ kind }) => kind)
  return [...awake, ...resting.reverse()]
}

/** How somebody did: of a span, in all and by topic; what was not answered counts nowhere. */
export interface Score {
  answered: number
  right: number
  byTopic: readonly { topic: Topic; answered: number; right: number }[]
}

/** Counts what was answered. */
export function scoreOf(history: readonly Asked[]): Score {
  const answered = history.filter(({ outcome }) => outcome !== undefined && outcome !== 'left')
  const of = (asked: readonly Asked[]) => ({
    answered: asked.length,
    right: asked.filter(({ outcome }) => outcome === 'right').length,
  })
  const byTopic = topics
    .map((topic) => ({ topic, ...of(answered.filter((asked) => asked.topic === topic)) }))
    .filter((each) => each.answered)
  return { ...of(answered), byTopic }
}
