import type { Case } from '../cases/case.ts'
import { needNames, needs } from '../cases/needs.ts'
import { type Judged, type Judgement, type Remark, verdicts } from '../standards/judgement.ts'
import { unitShown } from '../standards/units.ts'
import { worstClass } from '../standards/water.ts'
import { AIDS_ONLY, excessSaid, measuredName, missingSaid, periodName, reckonings, remarksSaid } from './judgement.ts'
import { lines, type Sentence } from './sentence.ts'

// Two lines on the phone: the reckoning, then by which standard, what is doubtful and what is missing.

/** 「#128 夜间 2类 56.1 背景48.2:差7.9≈8,修正−1 → 55.1≈55,限值50,超标5 dB(A)」 and what the case still lacks. */
export function testAnswer(c: Case, judged: readonly Judgement[]): Sentence {
  const [first = '', second = ''] = judgementLines(judged, `检测 ${c.no}`)
  const open = needs(c).filter((need) => need !== 'claim')
  const left = c.state === 'closed' || !open.length ? '' : `还差:${open.map((need) => needNames[need]).join('、')}`
  return lines(`#${c.no} ${first}`, `${second}${left}`)
}

/** The same values were told before. */
export function testKnown({ no }: Pick<Case, 'no'>): Sentence {
  return [`#${no} 这组检测值刚才已记,没有重复记。确是又测了一次,回「${no} 复测 …」。`]
}

/** Words without a value that could be read: kept, but no test yet. */
export function testUnread({ no, category }: Pick<Case, 'no' | 'category'>): Sentence {
  return [`#${no} 已记,但没读出检测值,还不算检测。回「检测 ${no} ${testExample(category)}」这样写。`]
}

/** A measurement as it may be written, of what the case is about. */
export function testExample(category = ''): string {
  if (category.startsWith('noise')) return '夜间 2类 56.1 背景48.2'
  if (category.startsWith('water')) return '氨氮2.1 总磷0.3 Ⅳ类'
  if (category.startsWith('air.dust')) return 'PM10 小时186'
  return category === 'air.odor' ? '臭气 <10、13、18 二级' : '油烟1.6 颗粒物3.2'
}

/** 判: the same without a case. */
export function judgedAnswer(judged: readonly Judgement[]): Sentence {
  return lines(...judgementLines(judged, '判'))
}

/** 「油烟1.6mg/m³,超过DB11/1488-2018限值1」: a test in the platform's answer; nothing when there is no verdict. */
export function citation(judged: readonly Judged[]): string | undefined {
  const decided = judged.filter(({ verdict }) => verdict !== 'undecided')
  if (!decided.length) return undefined
  return worstOfEach(decided)
    .map((j) => `${figureSaid(j)}${cited(j)}`)
    .join(';')
}

/** 「夜间社会生活噪声55dB(A) 超标5 dB(A)」: a test in a few words; of several points the one that rules. */
export function judgedBriefly(judged: readonly Judged[]): string {
  return worstOfEach(judged)
    .map((j) => `${figureSaid(j)} ${verdicts[j.verdict]}${excessSaid(j)}`)
    .join('、')
}

function figureSaid(j: Judged): string {
  // 「PM10 186」, not 「PM10186」.
  const name = measuredName(j.item).replace(/(?<=[\dA-Za-z])$/, ' ')
  const unit = j.measured === '未检出' ? '' : unitShown(j.unit ?? '')
  return `${periodName(j.period)}${name}${j.rounded ?? j.measured ?? ''}${unit}`
}

/** Of several points or bands the one that rules. */
export function worstOfEach(judged: readonly Judged[]): Judged[] {
  const groups = Map.groupBy(judged, ({ item, period }) => `${item} ${period}`)
  return [...groups.values()].map((own) => own.reduce((top, each) => (isWorse(each, top) ? each : top)))
}

function isWorse(one: Judged, other: Judged): boolean {
  if ((one.verdict === 'over') !== (other.verdict === 'over')) return one.verdict === 'over'
  // Of oxygen the least is the worst.
  const [more, less] = one.op === '>=' && one.exceed === undefined ? [other, one] : [one, other]
  return (
    Number(more.exceed ?? more.measured) > Number(less.exceed ?? less.measured) || Number.isNaN(Number(other.measured))
  )
}

/** Behind the words of a test in 过程: 「→ 超标5 dB(A)」. */
export function verdictAfter(judged: readonly Judged[] | undefined): string {
  if (!judged?.length) return ''
  const each = worstOfEach(judged)
  return ` → ${each.map((j) => `${each.length > 1 ? measuredName(j.item) : ''}${verdicts[j.verdict]}${excessSaid(j)}`).join('、')}`
}

function cited({ verdict, standard, limit, op, exceed }: Judged): string {
  if (verdict === 'unverified') return ',限值待监测站核实'
  if (verdict === 'high') return ',为高值(小时值不判超标)'
  // Past the purifier a value below the limit is over it all the same.
  if (verdict === 'over' && exceed === undefined && standard?.startsWith('DB11/1488'))
    return `,未经净化直接排放,按${standard}视同超标`
  if (verdict === 'over') return `,${op === '>=' ? '低于' : '超过'}${standard}限值${limit}`
  return verdict === 'within' ? `,符合${standard}限值${limit}` : ''
}

function judgementLines(judged: readonly Judgement[], again: string): [string, string] {
  const standards = [...new Set(judged.flatMap(standardsOf))].join('、')
  const remarks = [...new Set(oneClass(judged).flatMap((j) => remarksSaid(quiet(j))))]
  const missing = [...new Set(judged.flatMap((j) => j.missing))]
  const asked = missing.length ? [`${missingSaid(missing)},回「${again} …」`] : []
  const beside = [...remarks.filter((each) => !each.startsWith('请补:')), ...asked].map((each) =>
    `${each}。`.replace(/([?!。])。$/, '$1'),
  )
  return [
    judged.flatMap((j) => reckonings(j, true)).join(';'),
    `${standards ? `${standards},` : ''}${AIDS_ONLY}。${beside.join('')}`,
  ]
}

// Of several items of one water its worst class is said, once.
function oneClass(judged: readonly Judgement[]): Judgement[] {
  const own = worstClass(judged)
  return judged.map((j) => ({
    ...j,
    remarks: j.remarks.filter((each) => each.kind !== 'waterClass' || each.class === own),
  }))
}

function standardsOf(j: Judgement): string[] {
  const own = j.standard === undefined ? [] : [j.standard]
  return [...own, ...(j.parts ?? []).flatMap(standardsOf)]
}

// What the reckoning shows already.
const SHOWN: readonly Remark['kind'][] = ['directly', 'points', 'itemsMissing', 'belowAnyway']

function quiet(j: Judgement): Judgement {
  return {
    ...j,
    remarks: j.remarks.filter(({ kind }) => !SHOWN.includes(kind)),
    ...(j.parts && { parts: j.parts.map(quiet) }),
  }
}
