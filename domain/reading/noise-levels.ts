import { noisePeriodSaid } from '../standards/periods.ts'
import type { Sample } from '../standards/sample.ts'
import type { CategoryId } from './category.ts'
import { octaveBands } from './octave-bands.ts'
import { IS, LABEL, OTHER, VALUE } from './value-forms.ts'

const CLOSED = /结构传声|固定设备|关窗/u
const KIND = /倍频带?|室内开窗|室内/u
const SOURCE: readonly [string, RegExp][] = [
  ['施工', /施工|工地|场界/u],
  ['社会生活', /社会|商业|边界(?!噪)|KTV|酒吧|风机|空调/iu],
  ['厂界', /厂界|工业|厂区|工厂/u],
  ['环境', /敏感点|声环境(?!功能)|环境噪[声音]/u],
]

/** A level that was read, of whom and of what kind it is. */
export type Level = Pick<Sample, 'item' | 'measured'> & Partial<Sample>

// A level is one value: of 「55-57」 neither end is it.
const ONE = String.raw`(?:${VALUE})(?!\s?[-~–—至到]\s?\d)`
const LEVEL = new RegExp(
  [
    `(?<period>昼间?|夜间?)|(?<vague>白天|晚上|凌晨)`,
    `(?:背景|本底|(?:关机|停机|关闭|关停)后?|关了)(?:噪[声音])?${IS}(?<background>${ONE})(?<others>(?:\\s?dB(?:\\(A\\))?)?(?:\\s*[、/]\\s*(?:${VALUE})(?:\\s?dB(?:\\(A\\))?)?)*)`,
    `(?<kind>(?:频发|偶发|突发)?(?:噪[声音])?(?:L?A?max|最大(?:声级|值)?|瞬时值?)|频发|偶发|突发)(?:噪[声音])?${IS}(?<high>${ONE})`,
    `(?:L?A?eq|等效(?:连续)?A?声级|噪[声音]|测量值|实测值?|检?测[得出了]?)${IS}(?<level>${ONE})`,
    String.raw`(?<![\d.A-Za-z#]|[\dA-Za-z]\s?[-~—–至到]\s?)(?<bare>[<＜]?\d{2,3}(?:\.\d{1,2})?)(?![\d:：.]|(?!dB)[A-Za-z])(?=\s?(?:dB|分贝|[\s,，、。;；?？()（）/和]|背景|本底|昼|夜|达标|合格|超|[未没]超|左右|$))`,
  ].join('|'),
  'giu',
)
// Figures beside the levels that are none of them: the limit, how far over, statistics of the meter, a report's number.
const NO_LEVEL = [
  /限值?(?:要求)?\s*[:：=]?\s*(?:为|是)?\s*\d{1,3}(?:\.\d+)?(?:\s?(?:dB(?:\(A\)|A)?|分贝))?/giu,
  /标准(?:值|限值)?\s*[:：=]?\s*(?:为|是)?\s*\d{1,3}(?![.\d])(?:\s?(?:dB(?:\(A\)|A)?|分贝))?/giu,
  /(?:超标?|超过|超出|高出|高于)(?:了|标准|限值)*\s*[12]?\d(?:\.\d+)?(?![.\d])(?:\s?(?:dB(?:\(A\)|A)?|分贝))?/giu,
  /(?<![A-Za-z])(?:L(?:10|50|90|95|5|min)|SD)\s*[:：=]?\s*\d+(?:\.\d+)?/giu,
  /修正(?:后|值)?(?:结果)?\s*[:：=]?\s*(?:为|是)?\s*[-−]?\d+(?:\.\d+)?(?:\s?(?:dB(?:\(A\)|A)?|分贝))?/giu,
  /(?<=(?:背景|本底)\D{0,4}\d[\s\S]{0,14}?)结果\s*[:：=]?\s*(?:为|是)?\s*\d+(?:\.\d+)?/giu,
  /(?:编号|报告号|文号|No\.?)\s*[:：]?\s*[\w-]+/giu,
]
const BACKGROUNDS = new RegExp(
  `(背景|本底)[^\\d昼夜]{0,4}昼间?[:：\\s]*(${VALUE})[^\\d昼夜]{0,8}夜间?[:：\\s]*(${VALUE})`,
  'giu',
)
const DAY_AND_NIGHT = /昼夜间?\s*[:：]?\s*(\d{2,3}(?:\.\d+)?)\s*[/、,，]\s*(\d{2,3}(?:\.\d+)?)(?![\d.])/gu

/**
 * Levels in the order they are told: a period counts for what follows it (「昼间59.6,夜间51.8」), or for what stands before
 * it (「59.6昼间,51.8夜间」), the only one for all; a background for the level before it. Octave bands make one measurement.
 */
export function noiseLevels(
  text: string,
  {
    said,
    category,
    timed,
    indoors,
  }: { said: string; category: CategoryId | undefined; timed: boolean; indoors: boolean },
) {
  // 「Lmax 68 偶发」: only GB 12348 tells the two apart; 突发 is a word of GB 3096.
  const often = /频发|偶发/u.exec(said)?.[0]
  const source = whose(said, category, often ? '厂界' : /突发/u.test(said) ? '环境' : undefined)
  // In a room with closed windows table 2 holds, not what holds at the boundary.
  const kind =
    (CLOSED.exec(text) ?? KIND.exec(text))?.[0] ?? (indoors && !/开窗|窗外|室外/u.test(text) ? '结构传声' : '')
  const bands = octaveBands(text)
  const levelled = NO_LEVEL.reduce(
    (left, none) => left.replace(none, ' '),
    bands.rest.replace(/[(（](\d+(?:\.\d+)?)[)）]/g, ' $1 '),
  )
  const each = levelled.replace(BACKGROUNDS, '昼间$1$2 夜间$1$3').replace(DAY_AND_NIGHT, '昼间$1 夜间$2')
  const read = inOrder(each.replace(LABEL, ' ').replace(OTHER, ' '), timed)
  // In the room and before the window are two measurements: each is told by itself.
  if (read.levels.length > 1 && /室外|窗外|户外/u.test(text) && /室内/u.test(text))
    return { levels: [], backgrounds: [] }
  const levels: Level[] = read.levels.map(({ high, ...level }) => ({
    item: `${source}噪声${high === undefined || /[频偶突]发/u.test(high) ? (high ?? kind) : `${high}${often ?? ''}`}`,
    ...level,
  }))
  const beside = bands.background ?? backgroundOf(read.backgrounds, read.period)
  if (Object.keys(bands.measured).length)
    levels.push({
      item: `${source}噪声倍频带`,
      measured: bands.measured,
      ...(beside !== undefined && { background: beside }),
      ...(read.period !== undefined && { period: read.period }),
    })
  const { backgrounds, period } = read
  return { levels, backgrounds, ...(period !== undefined && { period }) }
}

interface Told {
  measured: string
  /** Words for a highest level: 「Lmax」, 「频发」. */
  high?: string
  period?: string
  background?: string
}

/** A background, of the period it was told with. */
export interface Background {
  value: string
  period?: string
}

function inOrder(text: string, timed: boolean): { levels: Told[]; period?: string; backgrounds: Background[] } {
  const words = [...text.matchAll(LEVEL)].map(({ groups = {} }) => groups)
  const periodOf = (each: (typeof words)[number]) => each.period ?? (timed ? undefined : each.vague)
  const levelOf = (each: (typeof words)[number]) => each.level ?? each.bare ?? each.high
  const marks = words.filter((each) => periodOf(each) ?? levelOf(each))
  const periods = marks.flatMap((each) => periodOf(each) ?? [])
  const only = new Set(periods.map((each) => each[0])).size === 1 ? periods[0] : undefined
  const behind =
    marks.length === periods.length * 2 && marks.every((each, i) => (periodOf(each) !== undefined) === (i % 2 === 1))
  const levels: Told[] = []
  let period = only
  const backgrounds: Background[] = []
  for (const [i, each] of words.entries()) {
    const value = levelOf(each)
    const last = levels.at(-1)
    if (periodOf(each) !== undefined) {
      period = periodOf(each)
      if (behind && last && period !== undefined) last.period = period
    } else if (each.background) {
      // 「昼间背景50」: of the day, whatever stands before it.
      const before = words[i - 1]
      const own = before && periodOf(before)
      const list = [each.background, ...(each.others?.match(/\d+(?:\.\d+)?/g) ?? [])]
      const bare = levels.filter(
        (level) => level.background === undefined && level.high === undefined && isOf(own, level.period),
      )
      // 「56.1、52.3 背景48.2、45」: one for each, in their order.
      if (list.length > 1 && list.length === bare.length)
        for (const [at, level] of bare.entries()) level.background = list[at] ?? each.background
      else {
        backgrounds.push({ value: each.background, ...(own !== undefined && { period: own }) })
        const without = levels.findLast((level) => level.background === undefined && isOf(own, level.period))
        if (without) without.background = each.background
      }
    } else if (value)
      levels.push({
        measured: value.replace(/\s/g, ''),
        ...(each.high && each.kind && { high: each.kind }),
        ...(period !== undefined && !behind && { period }),
      })
  }
  // 「昼夜背景」 said first, or once for all.
  for (const level of levels)
    if (level.background === undefined && level.high === undefined) {
      const background = backgroundOf(backgrounds, level.period)
      if (background !== undefined) level.background = background
    }
  return { levels, backgrounds, ...(period !== undefined && { period }) }
}

/** The background that was told for a period, or for all. */
export function backgroundOf(backgrounds: readonly Background[], period: string | undefined): string | undefined {
  return (
    backgrounds.findLast((each) => each.period !== undefined && isOf(each.period, period)) ??
    backgrounds.findLast((each) => each.period === undefined)
  )?.value
}

// 「夜」 and 'night' are one.
function isOf(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true
  return noisePeriodSaid(one) === noisePeriodSaid(other)
}

/** Whose noise: by the words, else by what the case is about. */
function whose(said: string, category: CategoryId | undefined, unsaid = '社会生活'): string {
  const spoken = SOURCE.find(([, words]) => words.test(said))?.[0]
  if (spoken !== undefined) return spoken
  if (category === 'noise.construction') return '施工'
  if (category === 'noise.industrial') return '厂界'
  return category === 'noise.traffic' ? '环境' : unsaid
}
