import type { Question, Topic } from '../drill/question.ts'
import { topics } from '../drill/question.ts'
import type { Outcome, Score } from '../drill/quiz.ts'
import { lines, type Sentence } from './sentence.ts'

const LETTERS = ['A', 'B', 'C', 'D']
/** Choices stand side by side while the line fits a phone. */
const WIDE = 34

/** Several questions in a row: which one this is, and how many were right so far. */
export interface Round {
  n: number
  of: number
}

/** A question with its choices, and how it is answered. */
export function quizAsked(question: Question, round?: Round): Sentence {
  const { topic, ask, choices } = question
  const head = `【练兵·${topic}】${round ? `${round.n}/${round.of} ` : ''}${ask}`
  if (!choices.length) return lines(head, '直接回数字;不会回「不知道」,不练回「停」')
  const said = choices.map((choice, i) => `${LETTERS[i]} ${choice}`)
  const short = said.join('  ')
  return lines(
    head,
    ...(short.length <= WIDE ? [short] : said),
    `回字母${LETTERS.slice(0, choices.length).join('、')};不会回「不知道」,不练回「停」`,
  )
}

/** More were wanted in a row than that. */
export const quizMost = (most: number): string => `一次最多${most}题,先练${most}题。`

/** Whether it was right, how it comes about, by which source. */
export function quizAnswered(question: Question, outcome: Exclude<Outcome, 'left'>): Sentence {
  const { choices, right, why } = question
  const letter = choices.length ? `${LETTERS[choices.indexOf(right)]} ` : ''
  const verdict = { right: '对', wrong: '不对,正确是', unknown: '答案是' }[outcome]
  return lines(`${verdict}${outcome === 'right' ? ',' : ''}${letter}${right}。`, ...why)
}

/** What can be said next. */
export const quizNext = '回「再来一题」继续,换方向例「练兵 水」'

/** The end of several in a row. */
export const quizRoundOver = (n: number, right: number): string => `本轮${n}题对${right}。`

/** 停. */
export function quizStopped(round?: { n: number; right: number }): Sentence {
  return [`好,练到这${round && round.n > 0 ? `,本轮${round.n}题对${round.right}` : ''}。想练随时回「练兵」。`]
}

/** Nothing is left that was not asked within the week. */
export function quizExhausted(topic: Topic | undefined): Sentence {
  if (topic === undefined) return ['这一周的题你都做过了,过几天再来。']
  return [`「${topic}」的题这一周你都做过了。换个方向,例「练兵 ${topic === '噪声' ? '水' : '噪声'}」。`]
}

/** Words that are none of the choices, or several of them. */
export function quizUnclear({ choices }: Question, among: readonly number[] = []): Sentence {
  if (among.length > 1) return [`是${among.map((i) => LETTERS[i]).join('还是')}?回字母。`]
  const how = choices.length ? `回${LETTERS.slice(0, choices.length).join('、')}` : '直接回数字'
  return [`练兵这道题没看懂你的答案,${how};不会回「不知道」,不练了回「停」。`]
}

/** 「练兵 法律」. */
export function quizTopics(said: string): Sentence {
  return [`没有「${said.slice(0, 12)}」这个方向。可选:${topics.join('、')}。例「练兵 噪声」「练兵 水 5题」`]
}

/** Below so many answers a topic says nothing. */
const TELLING = 3

/** 练兵成绩: one's own, of 30 days. */
export function quizRecord(month: Score, week: Score): Sentence {
  if (!month.answered) return ['近30天你还没练过。回「练兵」来一题,或选方向「练兵 噪声」。']
  const weak = month.byTopic
    .filter(({ answered, right }) => answered >= TELLING && right < answered)
    .sort((a, b) => a.right / a.answered - b.right / b.answered)
    .slice(0, 3)
  const share = Math.round((month.right / month.answered) * 100)
  return lines(
    `近30天答${month.answered}题,对${month.right}题(${share}%);近7天${week.answered}题对${week.right}题。`,
    weak.length
      ? `多练练:${weak.map(({ topic, answered, right }) => `${topic}${answered}题对${right}`).join('、')}。`
      : '',
    `只有你自己看得到。回「练兵」继续${weak[0] ? `,或「练兵 ${weak[0].topic}」` : ''}。`,
  )
}
