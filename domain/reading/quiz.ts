import { type Topic, topics } from '../drill/question.ts'
import { decimal, written } from '../standards/decimal.ts'
import { numberOf } from './numerals.ts'

/** What somebody wants to practise: of a topic, so many in a row; or how they did. */
export interface QuizWish {
  topic?: Topic
  count?: number
  record?: true
  /** 「练兵 停」 */
  stop?: true
  /** More in a row were wanted than there are: `count` is the most. */
  tooMany?: true
  /** Neither. */
  unknown?: string
}

/** So many in a row at most. */
export const MOST_IN_A_ROW = 20
const TOPIC_WORDS: readonly [Topic, RegExp][] = [
  ['噪声', /噪|声|吵/u],
  ['油烟', /油烟|餐饮|厨房|饭店/u],
  ['异味', /异味|臭|恶臭/u],
  ['大气', /大气|空气|aqi|pm|臭氧|扬尘/iu],
  ['水', /^水$|水质|地表水|河/u],
  ['标准', /标准|版本|修约|单位/u],
  ['时限', /时限|时效|期限|钟/u],
  ['流程', /流程|办结|办理|未接通/u],
  ['归口', /归口|主责|谁管/u],
  ['地名', /地名|街镇|社区|街道/u],
  ['三率', /三率|考核|满意率/u],
  ['规矩', /规矩|权限|隐私|急件|规则/u],
]

/** 「噪声」, 「水 5题」, 「10题」, 「成绩」: what stands behind 练兵. */
export function readQuizWish(said: string | undefined): QuizWish {
  const text = (said ?? '').normalize('NFKC').replace(/[\s。.!！?？,，、吧]/g, '')
  if (!text) return {}
  if (/^(?:我的)?(?:成绩|记录|结果)$/u.test(text)) return { record: true }
  if (STOP.test(text)) return { stop: true }
  const [counted = '', digits = ''] = /(\d{1,6}|[一二两三四五六七八九十百]{1,5})(?:[道个]题?|题)/u.exec(text) ?? []
  const wanted = digits ? (numberOf(digits) ?? 1) : undefined
  const count = wanted && Math.min(wanted, MOST_IN_A_ROW)
  const rest = text.replace(counted, '').replace(/^来|的?题?$/gu, '')
  const topic = topics.find((each) => each === rest) ?? TOPIC_WORDS.find(([, words]) => words.test(rest))?.[0]
  if (rest && !topic) return { unknown: rest }
  return {
    ...(topic && { topic }),
    ...(count !== undefined && count > 1 && { count }),
    ...(wanted !== undefined && wanted > MOST_IN_A_ROW && { tooMany: true }),
  }
}

/** What is said to an open question. Unclear: it may be one of several choices, by their places. */
export type QuizReply = { choice: string } | { figure: string } | { unclear: number[] } | 'unknown' | 'stop'

const NOT_KNOWN = /^(?:我?(?:不知道|不会|不清楚|不懂|不晓得|忘了|没学过|看答案|答案)(?:了|呢|啊)?|pass|跳过|[?？]+)$/iu
const STOP =
  /^(?:停|停一下|停止|先停|不练了?|先?不练了|不玩了|不做了|不答了|结束|退出|下次再练|先这样|算了)(?:吧|了)?$/u
const LEAD = /^(?:我?选择?|答案?(?:是|为)?|我?(?:觉得|认为)(?:是|应该是)?|应该(?:是|选)?|可能是|是|填|就是)/u
const TAIL = /(?:吧|呀|啊|呢|了|哈|项)$/u
const PLACES = ['a', 'b', 'c', 'd']

/**
 * Reads an answer as people write it: 「B」, 「选b」, 「2」, 「2类」, 「超标」, 「45」, 「45分贝」, 「不知道」, 「停」. In: the
 * choices, none where a number is asked for. Undefined when it is no answer: then it means what it always means.
 */
export function readQuizReply(source: string, choices: readonly string[]): QuizReply | undefined {
  const text = source
    .normalize('NFKC')
    .trim()
    .replace(/^["「『“]|["」』”]$/gu, '')
    .replace(/[。.!！~～\s]+$/u, '')
  if (!text || text.length > LONGEST || text.includes('\n')) return undefined
  if (NOT_KNOWN.test(text)) return 'unknown'
  if (STOP.test(text)) return 'stop'
  const said = text.replace(LEAD, '').replace(TAIL, '').trim()
  return choices.length ? chosen(said, choices) : figureIn(said)
}

const LONGEST = 40

function chosen(said: string, choices: readonly string[]): QuizReply | undefined {
  const letter = /^([a-d])(?![a-z])[.、,:)\s]*(.*)$/i.exec(said)
  const at = letter ? PLACES.indexOf((letter[1] ?? '').toLowerCase()) : -1
  const byLetter = choices[at]
  if (byLetter !== undefined && (!letter?.[2] || folded(byLetter).includes(folded(letter[2]))))
    return { choice: byLetter }
  const own = folded(said)
  if (!own) return undefined
  const folds = choices.map(folded)
  const equal = folds.flatMap((fold, i) => (fold === own || bare(fold) === bare(own) ? [i] : []))
  if (equal.length === 1) return { choice: choices[equal[0] as number] as string }
  const place = Number(
    /^(?:第)?([1-4]|[一二三四])(?:个|号|项)?$/u.exec(said)?.[1]?.replace(/[一二三四]/u, (c) => String(numberOf(c))),
  )
  const byPlace = choices[place - 1]
  if (byPlace !== undefined) return { choice: byPlace }
  const isFigure = /^\d+(?:\.\d+)?$/.test(own)
  if (own.length < 2 && !isFigure) return undefined
  const within = folds.flatMap((fold, i) =>
    (isFigure ? figuresOf(fold).includes(own) : fold.includes(own)) ? [i] : [],
  )
  if (within.length > 1) return { unclear: within }
  const [only] = within
  return only === undefined ? undefined : { choice: choices[only] as string }
}

function figureIn(said: string): QuizReply | undefined {
  const [, sign = '', digits = ''] =
    /^(?:约|等于|=|大约)?\s*([-−]?)\s*(\d{1,7}(?:\.\d{1,6})?|[零一二两三四五六七八九十百]{1,6})\s*(?:db(?:\(a\))?|分贝|倍|%|[mμu]g\/(?:l|m3|m³)|毫克|微克)?$/iu.exec(
      said,
    ) ?? []
  const plain = /^\d/.test(digits) ? digits : String(numberOf(digits) ?? '')
  const n = decimal(plain)
  return n && { figure: `${sign ? '-' : ''}${written(n)}` }
}

/** As it is compared: 「Ⅲ类」, 「III类」 and 「三类」 are 「3类」; no blanks, marks, nor units. */
function folded(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(劣?)(iii|ii|iv|v|i)(?=类|$)/g, (_, worse: string, roman: string) => worse + ROMAN.indexOf(roman))
    .replace(/[一二三四五](?=[类级])/gu, (c) => String(numberOf(c)))
    .replace(/db\(a\)|db|分贝|μg\/m3|mg\/m3|mg\/l|μg\/l|%/g, '')
    .replace(/[\s,，、。:：;；()（）「」·-]/g, '')
    .replace(/\d+(?:\.\d+)?/g, (n) => String(Number(n)))
}

const figuresOf = (fold: string): string[] => fold.match(/\d+(?:\.\d+)?/g) ?? []

const ROMAN = ['', 'i', 'ii', 'iii', 'iv', 'v']

/** Without what people leave out: 「方庄街道」 is 「方庄」, 「限值50」 is 「50」, 「12月期」 is 「12」. */
const bare = (fold: string): string =>
  fold.replace(/(?:街道|镇|类|级|月期|倍)$/u, '').replace(/^(?:限值|不低于|≥)/u, '')
