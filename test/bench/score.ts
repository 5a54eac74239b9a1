import type { Reading, Refs } from '../../bot/read/reading.ts'

/** What a message should be read as; an absent key is not judged. */
export interface Expected {
  kind: Reading['kind']
  cases?: Record<string, unknown>[]
  verb?: string
  /** Other verbs that are as good. */
  also_ok?: string[]
  refs?: Refs
  also?: { verb: string; refs?: Refs }[]
  fields?: Record<string, unknown>
}

export interface Point {
  field: string
  right: boolean
  expected: unknown
  got: unknown
}

/** One message judged: a point for each thing expected, and whether a wrong write would have happened. */
export interface Judged {
  points: Point[]
  wrongWrite: string | undefined
}

/** The fields of a case that are judged. */
export const FIELDS = [
  'street',
  'community',
  'address',
  'subject',
  'category',
  'externalNo',
  'phone',
  'name',
  'deadline',
  'confidential',
  'urgent',
] as const
const OF_A_PLACE = ['street', 'community', 'address']

/** Compares a reading with what was expected. */
export function judge(expected: Expected, got: Reading): Judged {
  const points: Point[] = []
  const point = (field: string, right: boolean, wanted: unknown, read: unknown) =>
    points.push({ field, right, expected: wanted, got: read })
  const same = (field: string, wanted: unknown, read: unknown) =>
    point(field, isSame(field, wanted, read), wanted, read)
  same('kind', expected.kind, got.kind)
  if (expected.verb !== undefined) {
    const right = [expected.verb, ...(expected.also_ok ?? [])].includes(got.verb ?? '')
    point('verb', right, expected.verb, got.verb)
    if (expected.refs !== undefined) same('refs', expected.refs, got.refs)
  }
  for (const [i, { verb, refs }] of (expected.also ?? []).entries()) {
    same('also', verb, got.also[i]?.verb)
    if (refs !== undefined) same('also refs', refs, got.also[i]?.refs)
  }
  if (expected.kind === 'report') same('cases', expected.cases?.length, got.cases.length)
  for (const [i, wanted] of (expected.cases ?? []).entries())
    for (const field of FIELDS) if (field in wanted) same(field, wanted[field], got.cases[i]?.[field])
  if (expected.kind === 'attach')
    for (const field of OF_A_PLACE)
      if (expected.fields && field in expected.fields) same(field, expected.fields[field], got.fields[field])
  return { points, wrongWrite: wrongWrite(expected, got) }
}

/** Verbs that change nothing: a wrong answer, not a wrong write. */
const READS = new Set(
  'show trail mine list find whose overdue dueSoon reported brief errands help stats drill'.split(' '),
)

/** A command or a case where nothing of the kind is expected, or the wrong case touched. */
function wrongWrite(expected: Expected, got: Reading): string | undefined {
  if (got.kind === 'report') {
    if (expected.kind !== 'report') return 'a case where none is expected'
    return got.cases.length > (expected.cases?.length ?? got.cases.length) ? 'more cases than expected' : undefined
  }
  if (got.kind !== 'command') return undefined
  if (expected.kind !== 'command') return 'a command where none is expected'
  if (READS.has(got.verb ?? '')) return undefined
  if (expected.refs !== undefined && !isSame('refs', expected.refs, got.refs)) return 'the wrong case'
  const wanted = [expected.verb, ...(expected.also_ok ?? [])]
  return wanted.includes(got.verb ?? '') ? undefined : 'another act than expected'
}

function isSame(field: string, expected: unknown, got: unknown): boolean {
  if (Array.isArray(expected) && Array.isArray(got))
    return expected.length === got.length && expected.every((one) => got.map(String).includes(String(one)))
  if (field === 'confidential' || field === 'urgent') return Boolean(expected) === Boolean(got)
  if (field === 'address' || field === 'subject') return spelled(expected) === spelled(got)
  return (expected ?? undefined) === (got ?? undefined)
}

// 「南边」 and 「南侧」, 「后」 and 「后边」 are the same place.
function spelled(words: unknown): string {
  return String(words ?? '')
    .replace(/[\s,，、的]/g, '')
    .replace(/(?<=[东西南北前后])[边侧面]/g, '')
}
