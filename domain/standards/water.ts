import { waterClassSaid } from './classes.ts'
import { figure } from './decimal.ts'
import { standingLimits } from './find-limit.ts'
import { type Judgement, type Remark, undecided, worst } from './judgement.ts'
import type { Limit } from './limits.ts'
import { type Sample, textOf } from './sample.ts'
import { heldAgainst, inLimitsUnit } from './single.ts'
import { keeps, type Value } from './values.ts'

const CLASSES = ['I', 'II', 'III', 'IV', 'V'] as const
const CODE = 'GB 3838'

/**
 * One item of surface water against the target class of its water body (GB 3838-2002, single factor). DO and pH by
 * difference, others by how many times over. Without a target the water's own class is named, and only 劣Ⅴ is 超标.
 */
export function judgeWater(sample: Sample, item: string): Judgement {
  const all = standingLimits(item, sample.date, CODE)
  const [first] = all
  if (!first) return undecided({ item }, { remarks: [{ kind: 'noLimit', what: item, date: sample.date }] })
  if (item === 'TN_lake' && isRiver(sample))
    return undecided({ item, standard: first.standard }, { remarks: [{ kind: 'riverNitrogen' }] })
  if (item === 'TP_lake' && isRiver(sample)) return judgeWater(sample, 'TP')
  if (item === 'pH') return acidity(all, sample)
  const target = targetOf(sample)
  const limit = all.find((each) => each.class === (target ?? 'V')) ?? first
  const read = inLimitsUnit(limit, sample)
  if ('judgement' in read) return read.judgement
  const own = classOf(read.value, all)
  const classed: Remark[] = BESIDE_CLASS.has(item)
    ? standing(sample, item)
    : own === undefined
      ? []
      : [{ kind: 'waterClass', class: own, ...(target !== undefined && { target }) }]
  const judged = heldAgainst(limit, sample, { by: item === 'DO' ? 'difference' : 'times' })
  if (target === undefined && own !== '劣V')
    return undecided(
      { item, standard: limit.standard, measured: judged.measured ?? '', unit: limit.unit },
      {
        remarks: classed,
        missing: ['waterClass'],
      },
    )
  const saturation: Remark[] =
    item === 'DO' && target === 'I' && judged.verdict === 'over' ? [{ kind: 'saturation' }] : []
  return withRemarks(judged, [...classed, ...saturation])
}

// 地表水环境质量评价办法: all of table 1 but these and the temperature make the class of a water.
const BESIDE_CLASS: ReadonlySet<string> = new Set(['TN_lake', 'fecal_coliform'])

// 「总氮」 of a water nobody named: rivers are not held to it.
function standing({ item: said, inputs }: Sample, item: string): Remark[] {
  const told = textOf(inputs.waterBody) !== undefined || /湖|库|lake/i.test(said)
  return item === 'TN_lake' && !told ? [{ kind: 'lakeAssumed' }] : []
}

/** The class several items make together: the worst of them. */
export function worstClass(parts: readonly Judgement[]): string | undefined {
  const order = [...CLASSES, '劣V']
  const classes = parts.flatMap(({ remarks }) =>
    remarks.flatMap((each) => (each.kind === 'waterClass' ? [each.class] : [])),
  )
  return classes.sort((a, b) => order.indexOf(b as 'I') - order.indexOf(a as 'I'))[0]
}

/** Whether the water stands: lakes have their own limits for phosphorus and nitrogen. */
export function isLake(waterBody: unknown): boolean {
  return /湖|水库|湖库|塘|lake|reservoir|pond/i.test(textOf(waterBody) ?? '')
}

function targetOf({ class: said, inputs }: Sample): string | undefined {
  const body = textOf(inputs.waterBody) ?? ''
  const inBody = /(?:[IVⅠⅡⅢⅣⅤ]+|[一二三四五1-5])\s*类|^(?:I{1,3}|IV|V)$/i.exec(body)?.[0]
  return waterClassSaid(said ?? '') ?? waterClassSaid(inBody ?? '')
}

// 「<4」 of oxygen may be any class below: no class is named then.
function classOf(value: Value, all: readonly Limit[]): string | undefined {
  const kept = (name: string) => {
    const limit = all.find((each) => each.class === name)
    return limit ? keeps(value, limit.op, figure(limit.limit)) : false
  }
  return CLASSES.find((name) => kept(name) === true) ?? (kept('V') === false ? '劣V' : undefined)
}

function acidity(all: readonly Limit[], sample: Sample): Judgement {
  const sides = all.map((limit) => heldAgainst(limit, sample, { by: 'difference' }))
  const value = Number(sides[0]?.measured)
  if (value < 0 || value > 14)
    return undecided({ item: 'pH' }, { remarks: [{ kind: 'implausible', value: String(value) }] })
  const { parts: _, ...judged } = worst(sides)
  if (judged.verdict === 'over') return withRemarks(judged, [{ kind: 'waterClass', class: '劣V' }])
  if (judged.verdict !== 'within') return judged
  const { op: __, ...range } = judged
  return { ...range, limit: '6~9' }
}

function isRiver({ inputs }: Sample): boolean {
  const body = textOf(inputs.waterBody)
  return body !== undefined && !isLake(body) && !ONLY_CLASS.test(body)
}

const ONLY_CLASS = /^劣?[IVⅠⅡⅢⅣⅤ一二三四五1-5]+\s*类?\s*(?:水体|水质|水)?$/i

function withRemarks(judged: Judgement, before: readonly Remark[]): Judgement {
  return { ...judged, remarks: [...before, ...judged.remarks] }
}
