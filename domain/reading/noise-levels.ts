import type { Sample } from '../standards/sample.ts'
import type { CategoryId } from './category.ts'
import { octaveBands } from './octave-bands.ts'
import { IS, LABEL, OTHER, VALUE } from './value-forms.ts'

const KIND = /结构传声|固定设备|关窗|倍频带?|室内开窗|室内/u
const SOURCE: readonly [string, RegExp][] = [
  ['施工', /施工|工地|场界/u],
  ['社会生活', /社会|商业|边界(?!噪)|KTV|酒吧|风机|空调/iu],
  ['厂界', /厂界|工业|厂区|工厂/u],
  ['环境', /敏感点|声环境|环境噪[声音]/u],
]

/** A level that was read, of whom and of what kind it is. */
export type Level = Pick<Sample, 'item' | 'measured'> & Partial<Sample>

const LEVEL = new RegExp(
  [
    `(?<period>昼间?|夜间?)|(?<vague>白天|晚上|凌晨)`,
    `(?:背景|本底)(?:噪[声音])?${IS}(?<background>${VALUE})`,
    `(?<kind>(?:频发|偶发|突发)?(?:噪[声音])?(?:L?A?max|最大(?:声级|值)?|瞬时值?)|频发|偶发|突发)(?:噪[声音])?${IS}(?<high>${VALUE})`,
    `(?:L?A?eq|等效(?:连续)?A?声级|噪[声音]|测量值|实测值?|检?测[得出了]?)${IS}(?<level>${VALUE})`,
    String.raw`(?<![\d.A-Za-z#])(?<bare>[<＜]?\d{2,3}(?:\.\d{1,2})?)(?![\d:：.]|(?!dB)[A-Za-z])(?=\s?(?:dB|分贝|[\s,，、。;；?？)）/和]|背景|本底|昼|夜|$))`,
  ].join('|'),
  'giu',
)

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
  // 「Lmax 68 偶发」: only GB 12348 tells the two apart.
  const often = /频发|偶发/u.exec(said)?.[0]
  const source = whose(said, category, often && '厂界')
  // In a room with closed windows table 2 holds, not what holds at the boundary.
  const kind = KIND.exec(text)?.[0] ?? (indoors && !/开窗|窗外|室外/u.test(text) ? '结构传声' : '')
  const bands = octaveBands(text)
  const shifts = ofShifts(bands.rest)
  const read = inOrder(shifts.rest.replace(LABEL, ' ').replace(OTHER, ' '), timed)
  const levels: Level[] = read.levels.map(({ high, ...level }) => ({
    item: `${source}噪声${high === undefined || /[频偶突]发/u.test(high) ? (high ?? kind) : `${high}${often ?? ''}`}`,
    ...level,
    ...shifts.of(level, high),
  }))
  const beside = bands.background ?? read.background
  if (Object.keys(bands.measured).length)
    levels.push({
      item: `${source}噪声倍频带`,
      measured: bands.measured,
      ...(beside !== undefined && { background: beside }),
      ...(read.period !== undefined && { period: read.period }),
    })
  const { background, period } = read
  return { levels, ...(background !== undefined && { background }), ...(period !== undefined && { period }) }
}

const SHIFTS = new RegExp(
  String.raw`(?:背景|本底)(?:噪[声音])?值?\s*[:：]?\s*昼间?${IS}(${VALUE})(?:dB(?:\(A\))?)?\s*[,，、/;；]?\s*夜间?${IS}(${VALUE})`,
  'iu',
)

// 「背景昼50夜45」: each to the levels of its half of the day.
function ofShifts(text: string) {
  const [whole = '', day, night] = SHIFTS.exec(text) ?? []
  return {
    rest: whole ? text.replace(whole, ' ') : text,
    of: ({ period = '', background }: Partial<Told>, high?: string) => {
      const own = period.startsWith('昼') ? day : period.startsWith('夜') ? night : undefined
      return own === undefined || background !== undefined || high !== undefined ? {} : { background: own.trim() }
    },
  }
}

interface Told {
  measured: string
  /** Words for a highest level: 「Lmax」, 「频发」. */
  high?: string
  period?: string
  background?: string
}

function inOrder(text: string, timed: boolean): { levels: Told[]; period?: string; background?: string } {
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
  let background: string | undefined
  for (const each of words) {
    const value = levelOf(each)
    const last = levels.at(-1)
    if (periodOf(each) !== undefined) {
      period = periodOf(each)
      if (behind && last && period !== undefined) last.period = period
    } else if (each.background) {
      background = each.background
      const bare = levels.findLast((level) => level.background === undefined)
      if (bare) bare.background = background
    } else if (value)
      levels.push({
        measured: value.replace(/\s/g, ''),
        ...(each.high && each.kind && { high: each.kind }),
        ...(period !== undefined && !behind && { period }),
      })
  }
  // 「昼夜背景」 said first, or once for all.
  for (const level of levels)
    if (background !== undefined && level.background === undefined && level.high === undefined)
      level.background = background
  return { levels, ...(background !== undefined && { background }), ...(period !== undefined && { period }) }
}

/** Whose noise: by the words, else by what the case is about. */
function whose(said: string, category: CategoryId | undefined, unsaid = '社会生活'): string {
  const spoken = SOURCE.find(([, words]) => words.test(said))?.[0]
  if (spoken !== undefined) return spoken
  if (category === 'noise.construction') return '施工'
  if (category === 'noise.industrial') return '厂界'
  return category === 'noise.traffic' ? '环境' : unsaid
}
