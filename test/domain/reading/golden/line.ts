import type { Refs } from '../../../../bot/read/reading.ts'
import type { Expected } from '../../../bench/score.ts'

/** A message and what a careful colleague would understand; all people, numbers and shops are invented. */
export interface Golden {
  text: string
  expect: Expected
  kind?: string
  quote?: string
  recent?: number[]
  sender?: { role: string }
  /** Absent: 方庄's room. Null: a private message. */
  room?: object | null
}

type More = Omit<Golden, 'text' | 'expect'>

/**
 * A report. Each case as 「street/community/address/subject/category field=value …」; `-` is not judged, `∅` must be absent.
 */
export function report(text: string, cases: string | string[], more: More = {}): Golden {
  return { text, expect: { kind: 'report', cases: [cases].flat().map(caseOf) }, ...more }
}

/** A command on these cases, with the further wishes of the same message as 「verb 104+105」. */
export function command(
  text: string,
  verb: string,
  refs: Refs,
  more: More & { also?: string[]; ok?: string[] } = {},
): Golden {
  const { also, ok, ...message } = more
  const further = also?.map((one) => {
    const [name = '', nos] = one.split(' ')
    return { verb: name, ...(nos !== undefined && { refs: nos.split('+').map(Number) }) }
  })
  return {
    text,
    expect: { kind: 'command', verb, refs, ...(further && { also: further }), ...(ok && { also_ok: ok }) },
    ...message,
  }
}

/** Nothing the bot should stir for. */
export function silence(text: string, more: More = {}): Golden {
  return { text, expect: { kind: 'ignore' }, ...more }
}

/** The same room for several lines. */
export function inRoom(street: string | null, lines: Golden[]): Golden[] {
  return lines.map((line) => ({ room: { street }, ...line }))
}

/** Each line quoting this card. */
export function quoting(quote: string, lines: Golden[]): Golden[] {
  return lines.map((line) => ({ quote, ...line }))
}

const PARTS = ['street', 'community', 'address', 'subject', 'category']

function caseOf(said: string): Record<string, unknown> {
  const [head = '', ...more] = said.split(' ')
  const pairs = [
    ...head.split('/').map((value, i) => [PARTS[i] as string, value] as const),
    ...more.map((one) => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)] as const),
  ]
  return Object.fromEntries(pairs.filter(([, value]) => value !== '-').map(([field, value]) => [field, read(value)]))
}

function read(value: string): unknown {
  return value === '∅' ? undefined : value === 'yes' ? true : value === 'no' ? false : value
}
