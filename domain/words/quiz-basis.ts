import { type Judgement, type Verdict, verdicts } from '../standards/judgement.ts'
import { limitsOf, titleOf } from '../standards/limits.ts'
import { excessSaid, reckonings, remarksSaid } from './judgement.ts'

/** What is right or wrong about a measurement, as choices. */
export const findings = {
  within: '达标',
  unverified: '待核,先请监测站核对限值',
  again: '无法判定,降低背景后重测',
  background: '无法判定,要补背景值',
  invalid: '测量无效,重测',
  noBackgroundNeeded: '不能判,还缺背景值',
  deemed: '视同超标',
  average: '取平均值再判',
  over: '按报来的数判超标',
  high: '高值,不判超标',
  hour: '高值,要看小时值',
} as const

/** How a verdict stands among the choices: 「超标5 dB(A)」, 「达标」. */
export function verdictChoice(j: Judgement): string {
  return `${WORDS[j.verdict] ?? verdicts[j.verdict]}${excessSaid(j)}`
}

const WORDS: Partial<Record<Verdict, string>> = { unverified: findings.unverified, high: findings.high }

/** 「超标5 dB(A)」. */
export const overBy = (decibels: string | number): string => `超标${decibels} dB(A)`

/** 「超标0.6倍」. */
export const overTimes = (times: string | number): string => `超标${times}倍`

/** The reckoning as judgement shows it, doubts beside it, and by which standard: two or three lines. */
export function reckoned(j: Judgement): string[] {
  const doubts = remarksSaid(j).filter((doubt) => !/^\d+个值/.test(doubt))
  const whole = j.measured !== undefined || j.index || j.parts || !doubts.length
  return [
    ...(whole ? [reckonings(j).slice(0, 4).join(';')] : []),
    ...(doubts.length ? [`${doubts.slice(0, 2).join(';')}。`] : []),
    basis(j.standard, { item: j.item, class: j.class, period: j.period }),
  ]
}

/** 「依据GB 22337-2008《社会生活环境噪声排放标准》」, with the clause where the data know it. */
export function basis(
  standard: string | undefined,
  at: { [K in 'item' | 'class' | 'period']?: string | undefined } = {},
): string {
  if (standard === undefined) return ''
  const own = at.item === undefined ? [] : limitsOf(at.item).filter((limit) => limit.standard === standard)
  const limit =
    own.find((each) => each.class === at.class && each.period === (at.period ?? null)) ??
    own.find((each) => each.class === at.class) ??
    own[0]
  const title = titleOf(standard)
  return `依据${standard}${title === undefined ? '' : `《${title}》`}${clauseOf(limit?.note)}`
}

// 「4.1.2 夜间频发噪声」, 「表2; A类=…」: where it stands, not what it says.
function clauseOf(note = ''): string {
  const [, place, clause] = /^(表\d)|^(\d+(?:\.\d+)+)/.exec(note) ?? []
  if (place !== undefined) return place
  if (clause !== undefined) return `第${clause}条`
  return note.startsWith('过渡阶段') ? '过渡阶段限值' : ''
}

/** 「GB 12523-2011《…》2012-07-01起至2025-12-31施行」: of all limits it has for an item. */
export function inForceSaid(standard: string, item: string): string {
  const own = limitsOf(item).filter((limit) => limit.standard === standard)
  const from = own.map(({ validFrom }) => validFrom).sort()[0] ?? ''
  const to = own.some(({ validTo }) => validTo === null)
    ? undefined
    : own
        .map(({ validTo }) => validTo ?? '')
        .sort()
        .at(-1)
  return `${standard}《${titleOf(standard) ?? ''}》${from}起${to === undefined ? '' : `至${to}`}施行`
}
