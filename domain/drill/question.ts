import type { Settings } from '../settings.ts'
import type { Chance } from './chance.ts'

/** What can be practised: «练兵 噪声». */
export const topics = [
  '噪声',
  '油烟',
  '异味',
  '大气',
  '水',
  '标准',
  '时限',
  '流程',
  '归口',
  '地名',
  '三率',
  '规矩',
] as const
export type Topic = (typeof topics)[number]

/** What a question may depend on beside chance: the day it is asked, and the house rules of that day. */
export interface Around {
  /** 'YYYY-MM-DD': tests without a date of their own are judged by the standards in force then. */
  date: string
  settings: Settings
}

/** A question as its kind draws it. The right answer comes from the rules of the product, never from a list beside them. */
export interface Drawn {
  /** Its parameters: the same question is the same list here, whatever the day and the order of the choices. */
  of: readonly (string | number)[]
  ask: string
  right: string
  /** What is not right, the most tempting first. Without any the answer is a number that is typed. */
  wrong?: readonly string[]
  /** There are but two answers. */
  yesNo?: true
  /** How it comes about, then the source. */
  why: readonly string[]
}

/** One kind of question. `draw`: a question, or undefined when chance drew nothing worth asking. */
export interface Kind {
  topic: Topic
  draw(chance: Chance, around: Around): Drawn | undefined
}

/** A question that can be asked, and kept until it is answered. */
export interface Question {
  kind: string
  topic: Topic
  /** Kind and parameters. */
  of: string
  ask: string
  /** Two (yes or no) to four, in the order of the letters; empty where a number is typed. */
  choices: readonly string[]
  /** One of the choices, or the number. */
  right: string
  why: readonly string[]
}

const MOST_CHOICES = 4

/** A drawn question with its choices in order; undefined where too little is wrong to choose from. */
export function questionOf(
  kind: string,
  topic: Topic,
  { drawn, chance }: { drawn: Drawn; chance: Chance },
): Question | undefined {
  const { of, ask, right, wrong, yesNo, why } = drawn
  const about = { kind, topic, of: `${kind} ${of.join(' ')}`, ask, right, why }
  if (wrong === undefined) return { ...about, choices: [] }
  const others = [...new Set(wrong)].filter((each) => each !== right && each !== '').slice(0, MOST_CHOICES - 1)
  if (others.length < (yesNo ? 1 : 2)) return undefined
  return { ...about, choices: inOrder([right, ...others], chance) }
}

// Figures stand as on a scale, words as chance has it.
function inOrder(choices: readonly string[], chance: Chance): string[] {
  const figures = choices.map((choice) => Number(/^-?\d+(?:\.\d+)?(?=\D|$)/.exec(choice)?.[0] ?? Number.NaN))
  if (figures.some(Number.isNaN) || new Set(figures).size < choices.length) return chance.some(choices, choices.length)
  return [...choices].sort((a, b) => Number.parseFloat(a) - Number.parseFloat(b))
}
