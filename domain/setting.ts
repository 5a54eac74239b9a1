/** The kinds of values a setting may have: how each is typed by an administrator, checked and shown. */
import { days, hours, minuteOf, minutes } from './time/wall.ts'

/** One house rule (†): its default and how people read and change it. */
export interface Setting<T> {
  /** The identifier; filled in from the table. */
  key: string
  label: string
  /** The unit people type and read; stored values are milliseconds where the unit is one of time. */
  unit: string
  /** Where domain.md states it. */
  section: string
  default: T
  /** What may be typed, for the sentence that refuses: '1–240分'. */
  expected: string
  check(value: unknown): value is T
  /** What was typed as a value that passes check; undefined when it does not. */
  read(text: string): T | undefined
  show(value: T): string
}

export type Unkeyed<T> = Omit<Setting<T>, 'key'>

interface Named {
  label: string
  section: string
}

const lengths = { 秒: 1000, 分: minutes(1), 时: hours(1), 天: days(1) }
type LengthUnit = keyof typeof lengths
const LENGTH_UNITS: [RegExp, LengthUnit][] = [
  [/^秒钟?$/, '秒'],
  [/^分钟?$/, '分'],
  [/^个?(?:小时|钟头)$|^时$/, '时'],
  [/^[天日]$/, '天'],
]

/** A length of time: typed in its unit or with one of its own (1小时, 1小时30分, 半天), kept in milliseconds; at least one unit. */
export function length(n: number, unit: LengthUnit, about: Named & { max: number }): Unkeyed<number> {
  const ms = lengths[unit]
  const check = (value: unknown): value is number => isNumber(value) && value >= ms && value <= about.max * ms
  return {
    ...named(about),
    unit,
    default: n * ms,
    expected: `1–${about.max}${unit}`,
    check,
    read: (text) => kept(Math.round(lengthOf(text) ?? numberOf(text, unit) * ms), check),
    show: (value) => shownIn(value, unit),
  }
}

/** A plain number between two limits, both allowed. */
export function amount(
  n: number,
  unit: string,
  about: Named & { min: number; max: number; whole?: boolean },
): Unkeyed<number> {
  const { min, max, whole = true } = about
  const check = (value: unknown): value is number =>
    isNumber(value) && value >= min && value <= max && (!whole || Number.isInteger(value))
  return {
    ...named(about),
    unit,
    default: n,
    expected: `${min}–${max}${unit}`,
    check,
    read: (text) => kept(numberOf(text, unit), check),
    show: (value) => `${value}${unit}`,
  }
}

/** A time of the day, 'HH:MM', between two others, both allowed. */
export function timeOfDay(time: string, about: Named & { min?: string; max?: string }): Unkeyed<string> {
  const { min = '00:00', max = '23:59' } = about
  const check = (value: unknown): value is string => isTime(value) && value >= min && value <= max
  return {
    ...named(about),
    unit: '时刻',
    default: time,
    expected: `${min}–${max}`,
    check,
    read: (text) => kept(paddedTime(text), check),
    show: (value) => value,
  }
}

/** Times of the day in order, at least one. */
export function timesOfDay(times: readonly string[], about: Named): Unkeyed<readonly string[]> {
  const check = (value: unknown): value is readonly string[] =>
    Array.isArray(value) && value.length > 0 && value.every(isTime) && ascending(value.map(minuteOf))
  return {
    ...named(about),
    unit: '时刻',
    default: times,
    expected: '如 08:05 15:00,从早到晚',
    check,
    read: (text) => kept(split(text).map(paddedTime), check),
    show: (value) => value.join(' '),
  }
}

/** Several shares of a whole in order, typed as percentages, kept as fractions. */
export function shares(fractions: readonly number[], about: Named): Unkeyed<readonly number[]> {
  const check = (value: unknown): value is readonly number[] =>
    Array.isArray(value) && value.length > 0 && value.every((f) => isNumber(f) && f > 0 && f < 1) && ascending(value)
  return {
    ...named(about),
    unit: '%',
    default: fractions,
    expected: '如 50 80,从小到大',
    check,
    read: (text) =>
      kept(
        split(text).map((word) => numberOf(word, '%') / 100),
        check,
      ),
    show: (value) => value.map((f) => `${Math.round(f * 1000) / 10}%`).join(' '),
  }
}

/** One of a few words. */
export function choice<const T extends string>(options: readonly T[], about: Named & { default: T }): Unkeyed<T> {
  const check = (value: unknown): value is T => options.some((option) => option === value)
  return {
    ...named(about),
    unit: '',
    default: about.default,
    expected: options.join('/'),
    check,
    read: (text) => kept(text.trim(), check),
    show: (value) => value,
  }
}

/** A short text that fits a pattern; empty when there is none (typed 无). */
export function shortText(pattern: RegExp, about: Named & { expected: string }): Unkeyed<string> {
  const check = (value: unknown): value is string => value === '' || (typeof value === 'string' && pattern.test(value))
  return {
    ...named(about),
    unit: '',
    default: '',
    expected: about.expected,
    check,
    read: (text) => kept(text.trim() === '无' ? '' : text.trim() || undefined, check),
    show: (value) => value || '无',
  }
}

/** On or off: 开, 关. */
export function onOff(on: boolean, about: Named): Unkeyed<boolean> {
  const known: Record<string, boolean> = { 开: true, 是: true, 关: false, 否: false }
  return {
    ...named(about),
    unit: '',
    default: on,
    expected: '开/关',
    check: (value) => typeof value === 'boolean',
    read: (text) => known[text.trim()],
    show: (value) => (value ? '开' : '关'),
  }
}

const named = ({ label, section }: Named): Named => ({ label, section })
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const ascending = (values: readonly number[]): boolean => values.every((v, i) => i === 0 || v > values[i - 1]!)
// People type full-width forms (8:30,15:00) as often as not.
const plain = (text: string): string => text.normalize('NFKC').trim()
const split = (text: string): string[] => plain(text).split(/[\s,、;]+/)
const isTime = (value: unknown): value is string => typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
const paddedTime = (text: string): string => plain(text).padStart(5, '0')

function kept<T>(value: unknown, check: (value: unknown) => value is T): T | undefined {
  return check(value) ? value : undefined
}

function numberOf(text: string, unit: string): number {
  const [typed, suffix] = [plain(text), plain(unit)]
  const digits = suffix && typed.endsWith(suffix) ? typed.slice(0, -suffix.length).trim() : typed
  return /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : Number.NaN
}

/** 「90分钟」, 「1小时30分」, 「两个半小时」, 「半天」 in milliseconds; undefined when it is not told in units of time. */
function lengthOf(text: string): number | undefined {
  const typed = plain(text).replace(/\s+/g, '')
  if (!new RegExp(`^(?:${PART.source})+$`).test(typed)) return undefined
  return [...typed.matchAll(new RegExp(PART, 'g'))].reduce((sum, [, count = '', half, word = '', behind]) => {
    const unit = LENGTH_UNITS.find(([words]) => words.test(word))?.[1] ?? '分'
    const n = count === '半' ? 0.5 : /^[\d.]+$/.test(count) ? Number(count) : SPOKEN.indexOf(count.replace('两', '二'))
    return sum + (n + (half || behind ? 0.5 : 0)) * lengths[unit]
  }, 0)
}

const SPOKEN = '零一二三四五六七八九十'
const PART = /(\d+(?:\.\d+)?|[一二两三四五六七八九十半])(个?半)?(秒钟?|分钟?|个?(?:小时|钟头)|时|[天日])(半)?/

/** In its unit where that comes out even, else in the next smaller one: 90分 of an hours' setting. */
function shownIn(value: number, unit: LengthUnit): string {
  const smaller = (Object.keys(lengths) as LengthUnit[]).filter((one) => lengths[one] <= lengths[unit]).reverse()
  const even = smaller.find((one) => Number.isInteger((value * 10) / lengths[one])) ?? '秒'
  return `${value / lengths[even]}${even}`
}
