import { type Decimal, decimal, figure, written } from './decimal.ts'

/** A measured value: a figure, or less or more than one. */
export interface Value {
  sign: '=' | '<' | '>'
  n: Decimal
  /** 「≤5」: it may be the figure itself. */
  orEqual?: true
  /** The unit that stood behind it, as it was written. */
  unit?: string
}

const NOT_FOUND = /^(?:未检出|未检测出|nd|n\.d\.|<dl|[小低]于检出限)$/i
const WRITTEN =
  /^(<=?|≤|>=?|≥|小于|低于|不足|大于|高于|超过)?\s*([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d{1,2})?)(?:\s*[x×*]\s*10\^?\s*([+-]?\d{1,2}))?\s*(以下|以上)?\s*(.*)$/is
// What cannot stand behind a value: more of it, or another one.
const NO_UNIT = /^(?:[-~±+、,;.至到]|\/?\d(?!\/m))/
const LESS = /^(?:<=?|≤|小于|低于|不足|以下)$/
const MORE = /^(?:>=?|≥|大于|高于|超过|以上)$/

/**
 * A value as people and laboratories write it: 56.1, "<10", "10以下", "未检出" (0), "0.025L" (below the detection
 * limit, HJ 91), "1.7×10^4", "0.6 mg/m³". Undefined when it is none.
 */
export function readValue(said: unknown): Value | undefined {
  if (typeof said === 'number') {
    const n = Number.isFinite(said) ? decimal(said) : undefined
    return n && { sign: '=', n }
  }
  if (typeof said !== 'string') return undefined
  const text = said
    .replace(/×\s*10([⁰¹²³⁴-⁹]+)/g, (_, up: string) => `×10^${up.normalize('NFKC')}`)
    .normalize('NFKC')
    .trim()
  if (NOT_FOUND.test(text)) return { sign: '<', n: figure(0) }
  const [, before = '', digits = '', power, behind = '', rest = ''] = WRITTEN.exec(text) ?? []
  const base = decimal(digits.replaceAll(',', ''))
  if (!base || NO_UNIT.test(rest)) return undefined
  const n = power === undefined ? base : base.times(figure(`1e${Number(power)}`))
  const below = rest === 'L'
  const sign =
    below || LESS.test(before) || LESS.test(behind) ? '<' : MORE.test(before) || MORE.test(behind) ? '>' : '='
  const orEqual = /[≤≥]|=/.test(before)
  return { sign, n, ...(orEqual && { orEqual }), ...(rest && !below && { unit: rest.trim() }) }
}

/**
 * Several values in one text, 「<10、15、22」 or a span 「6.5~9.2」, as a list; the unit behind the last is that of all.
 * Anything else as it was.
 */
export function listed(said: unknown): unknown {
  if (typeof said !== 'string' || readValue(said)) return said
  const text = said.normalize('NFKC').trim()
  const span = /^([<>]?[\d.]+)\s*(?:[-~–—]|至|到)\s*([<>]?[\d.]+.*)$/.exec(text)
  const pieces = span ? span.slice(1) : text.split(/\s*[、,;]\s*|(?<=\d)(?:\s+|\/)(?=[<>\d])/).filter(Boolean)
  const values = pieces.map(readValue)
  const unit = values.at(-1)?.unit
  if (pieces.length < 2 || !values.every((value) => value !== undefined)) return said
  return pieces.map((piece, i) => (unit === undefined || values[i]?.unit !== undefined ? piece : `${piece} ${unit}`))
}

/** 「<10」, 「56.1」, 「未检出」. */
export function valueWritten({ sign, n, orEqual }: Value): string {
  if (sign === '<' && n.eq(0)) return '未检出'
  const shown = orEqual ? { '=': '', '<': '≤', '>': '≥' }[sign] : sign
  return `${shown === '=' ? '' : shown}${written(n)}`
}

/** Whether a value keeps a limit; undefined where 「<30」 against 20 says neither. */
export function keeps({ sign, n, orEqual }: Value, op: '<=' | '>=', limit: Decimal): boolean | undefined {
  const against = sign === (op === '<=' ? '>' : '<')
  if (orEqual && against && n.eq(limit)) return undefined
  if (sign === '=') return op === '<=' ? n.lte(limit) : n.gte(limit)
  if (sign === '<') return op === '<=' ? n.lte(limit) || undefined : n.lte(limit) ? false : undefined
  return op === '<=' ? (n.gte(limit) ? false : undefined) : n.gte(limit) || undefined
}
