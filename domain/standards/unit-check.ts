import { type Decimal, figure, written } from './decimal.ts'
import type { Remark } from './judgement.ts'
import { factor, unitSaid, unitShown } from './units.ts'
import { type Value, valueWritten } from './values.ts'

/** A value in the limit's own unit, or the question it raises. */
export type InUnit = { value: Value; remarks: readonly Remark[] } | { doubt: Remark }

/** What a unit is checked against. */
export interface Scale {
  unit: string
  /** The limit, in that unit. */
  limit: Decimal
  item: string
}

/**
 * Brings a value into the unit of its limit. The unit behind the value counts before the one said beside it; none at
 * all means the limit's own. Questioned: a unit of another kind, and a value a thousand times off (mg for µg, µg for mg).
 */
export function inUnitOf(value: Value, said: string | undefined, scale: Scale): InUnit {
  const written_ = value.unit ?? said
  const from = written_ === undefined ? scale.unit : (unitSaid(written_) ?? unitSaid(`${written_}${per(scale.unit)}`))
  const times = from === undefined ? undefined : factor(from, scale.unit)
  if (times === undefined)
    return { doubt: { kind: 'unitUnfit', unit: written_ ?? '', expected: unitShown(scale.unit) } }
  const { unit: _, ...bare } = value
  const inUnit: Value = { ...bare, n: value.n.times(times) }
  const meant =
    from !== scale.unit && slip({ sign: value.sign, n: value.n }, scale) === undefined ? scale.unit : undefined
  const slipped = slip(inUnit, scale) ?? (isThousandthOf(inUnit, from, scale) ? scale.unit : undefined)
  const other = slipped === undefined ? undefined : (meant ?? slipped)
  if (other !== undefined)
    return {
      doubt: { kind: 'slip', value: valueWritten(value), unit: unitShown(from ?? scale.unit), other: unitShown(other) },
    }
  if (times.eq(1)) return { value: inUnit, remarks: [] }
  const converted = `${written(inUnit.n)} ${unitShown(scale.unit)}`
  return {
    value: inUnit,
    remarks: [{ kind: 'converted', from: `${valueWritten(value)} ${unitShown(from ?? '')}`, to: converted }],
  }
}

// 「1600微克」: of what it is, the limit says.
const per = (unit: string): string => /\/.*$/.exec(unit)?.[0] ?? ''

/** The unit that was more likely meant, when a value is a thousand times too large or too small to be true. */
function slip({ sign, n }: Value, { unit, limit, item }: Scale): string | undefined {
  if (sign !== '=' || n.lte(0)) return undefined
  if (unit.startsWith('ug/') && n.lt(1)) return unit.replace('ug', 'mg')
  if (unit.startsWith('ug/') && n.gte(limit.times(100))) return unit.replace('ug', 'ng')
  if (unit === 'mg/m3' && item === 'CO') return n.gt(MOST_CO) ? 'ug/m3' : undefined
  if (unit.startsWith('mg/') && n.gte(limit.times(100))) return unit.replace('mg', 'ug')
  if (unit === 'mg/m3' && item.startsWith('catering_') && n.lt(limit.times(figure('0.001')))) return 'g/m3'
  if (unit === 'W/m2' && n.gte(limit.times(10))) return 'uW/cm2'
  return undefined
}

/** µg written where mg was read off: what it comes to lies below what these methods detect at all. */
function isThousandthOf({ sign, n }: Value, from: string | undefined, { unit, limit, item }: Scale): boolean {
  if (sign !== '=' || n.lte(0) || !from?.startsWith('ug/') || !unit.startsWith('mg/')) return false
  return !TOLD_IN_UG.has(item) && n.lt(item === 'CO' ? LEAST_CO : limit.times(figure('0.01')))
}

// Laboratories find traces of these far below their limits, and report them in µg.
const TOLD_IN_UG = new Set(
  'As Hg Se Cd Pb Cu Zn benzene toluene xylene odor_styrene odor_cs2 odor_dimethyl_sulfide'.split(' '),
)

// The last breakpoint of the hourly CO index is 150 mg/m³; what is far beyond it was read off in µg/m³.
const MOST_CO = figure(200)
// Clean air has more of it.
const LEAST_CO = figure('0.05')
