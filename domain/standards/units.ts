import { type Decimal, figure } from './decimal.ts'

/** What kind of quantity a unit measures, and how many of the kind's first unit it is. */
const KINDS: Record<string, Record<string, string>> = {
  sound: { 'dB(A)': '1', dB: '1' },
  air: { 'mg/m3': '1', 'ug/m3': '0.001', 'g/m3': '1000', 'ng/m3': '0.000001' },
  water: { 'mg/L': '1', 'ug/L': '0.001', 'g/L': '1000', 'ng/L': '0.000001' },
  count: { 'count/L': '1', 'count/mL': '1000', 'count/100mL': '10' },
  electric: { 'V/m': '1', 'kV/m': '1000', 'mV/m': '0.001' },
  magnetic: { uT: '1', nT: '0.001', mT: '1000', T: '1000000' },
  power: { 'W/m2': '1', 'mW/m2': '0.001', 'uW/m2': '0.000001', 'uW/cm2': '0.01', 'mW/cm2': '10' },
  length: { m: '1', cm: '0.01', km: '1000' },
  share: { '%': '1' },
  opacity: { 'm-1': '1' },
  grade: { 级: '1' },
  none: { dimensionless: '1', '-': '1' },
}

const SPELLED: readonly [RegExp, string][] = [
  [/毫克|㎎/g, 'mg'],
  [/微克|㎍/g, 'ug'],
  [/纳克/g, 'ng'],
  [/(?<![毫微纳千])克/g, 'g'],
  [/立方米|立方|m\^3|m³|cum|方$/g, 'm3'],
  // Of the dry gas at 0 °C, which is how the limits of emissions are meant.
  [/\(标[^)]*\)$/g, ''],
  [/(?<=\/)(?:标|N)m3$/gi, 'm3'],
  [/平方厘米|cm\^2|cm²/g, 'cm2'],
  [/平方米|m\^2|m²/g, 'm2'],
  [/微特斯拉|微特/g, 'uT'],
  [/纳特斯拉|纳特/g, 'nT'],
  [/毫特斯拉|毫特/g, 'mT'],
  [/千伏/g, 'kV'],
  [/伏特?/g, 'V'],
  [/微瓦/g, 'uW'],
  [/毫瓦/g, 'mW'],
  [/瓦特?/g, 'W'],
  [/毫升/g, 'mL'],
  [/升/g, 'L'],
  [/^(?:个|mpn|cfu|cells?)(?=\/)/gi, 'count'],
  [/厘米/g, 'cm'],
  [/米/g, 'm'],
  [/每/g, '/'],
  [/^分贝$/g, 'dB'],
  [/^(?:无量纲|倍|度)$/g, 'dimensionless'],
  [/^1\/m$|^m\^-1$|^\/m$/g, 'm-1'],
]

const known = Object.entries(KINDS).flatMap(([kind, units]) =>
  Object.entries(units).map(([unit, size]) => ({ unit, kind, size: figure(size) })),
)
const byUnit = new Map(known.map((each) => [each.unit, each]))
const byFolded = new Map(known.map((each) => [each.unit.toLowerCase(), each]))

/** A unit as it stands in the standards: 「微克/立方米」, 「µg/m³」, 「MG/L」 → 'ug/m3', 'mg/L'. Undefined when it is none of theirs. */
export function unitSaid(said: string): string | undefined {
  const plain = said.normalize('NFKC').replace(/[\s·]/g, '').replace(/[μµ]/g, 'u')
  const text = SPELLED.reduce((words, [from, to]) => words.replace(from, to), plain)
  if (/^db\(?a?\)?$/i.test(text)) return /a/i.test(text) ? 'dB(A)' : 'dB'
  return (byUnit.get(text) ?? byFolded.get(text.toLowerCase()))?.unit
}

/** How many of `to` one `from` is; undefined when they measure different things. */
export function factor(from: string, to: string): Decimal | undefined {
  const [a, b] = [byUnit.get(from), byUnit.get(to)]
  return a && b && a.kind === b.kind ? a.size.div(b.size) : undefined
}

/** As people read it: 'ug/m3' → 「μg/m³」, 'dimensionless' → 「」. */
export function unitShown(unit: string): string {
  if (unit === 'dimensionless' || unit === '-') return ''
  return unit.replace(/^u/, 'μ').replace('m3', 'm³').replace(/m2$/, 'm²').replace('count', '个').replace('m-1', 'm⁻¹')
}
