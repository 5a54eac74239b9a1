import type { Evidence, Row } from './evidence.ts'

/** What became of everything that was said. Whoever must be 0 is named in PROMISES. */
export interface Counts {
  messages: number
  committed: number
  /** Dropped by the gateway, or handed over and not committed: the program never knew them. */
  neverSeen: number
  cases: number
  lostCases: number
  lostAnswers: number
  /** Kept, but a rule broke on them or nobody handled them. */
  unhandled: number
  remindersDue: number
  lostReminders: number
  /** After a gap several steps of one kind are said as the last of them. */
  gathered: number
  spoken: number
  /** Marked as spoken, and nobody heard them. */
  unheard: number
  /** Still waiting although their time has come, or given up as refused. */
  stuck: number
  unknown: number
  /** Of the unknown: of which no administrator heard. */
  untold: number
  /** Spoken once more after a kill or a deadline in the send window. */
  twice: number
  /** Spoken twice although nothing had happened, or more than twice. */
  twiceWithoutCause: number
  personalTwice: number
  /** Facts that one message led to twice. */
  factsTwice: number
  /** Spoken, and in no row of the outbox. */
  fromNowhere: number
  /** What went wrong, one line each, for whoever has to find out why. */
  traces: string[]
}

/** What must be 0 whatever happened. */
export const PROMISES = [
  'lostCases',
  'lostAnswers',
  'unhandled',
  'lostReminders',
  'unheard',
  'stuck',
  'untold',
  'twiceWithoutCause',
  'personalTwice',
  'factsTwice',
  'fromNowhere',
] as const satisfies (keyof Counts)[]

/** Counts from the commit of each message on. In: the evidence of both ends. */
export function count(evidence: Evidence): Counts {
  const { said, inbox, cases, rows, heard } = evidence
  const committed = said.flatMap((one) => {
    const row = inbox.get(one.id)
    return row ? [{ ...one, row }] : []
  })
  const byOrder = new Map(cases.map(({ no, order }) => [order, no]))
  const reports = committed.filter(({ order }) => order !== undefined)
  const unknown = rows.filter(({ state }) => state === 'unknown')
  const lost = committed.filter((one) => !answered(one, byOrder, evidence))
  const stuck = rows.filter(isStuck)
  return {
    messages: said.length,
    committed: committed.length,
    neverSeen: said.length - committed.length,
    cases: cases.length,
    lostCases: reports.filter(({ order }) => !byOrder.has(order as string)).length,
    lostAnswers: lost.length,
    unhandled: committed.filter(({ row }) => row.state !== 'handled').length,
    ...remindersIn(evidence),
    spoken: heard.length,
    stuck: stuck.length,
    unknown: unknown.length,
    untold: unknown.filter((row) => !isTold(row, evidence)).length,
    ...repeated(evidence),
    factsTwice: twiceIn(evidence.facts.map(({ cause, no, kind }) => `${cause} ${no} ${kind}`)),
    traces: [
      ...lost.map((one) => `no answer to ${one.kind} ${one.id}: ${traceOf(one, evidence)}`),
      ...stuck.map(({ id, state, keys }) => `row ${id} is ${state}: ${keys.join(' ')}`),
    ],
  }
}

function traceOf({ row, order }: Committed, { keys, rows, cases }: Evidence): string {
  const no = cases.find((c) => order !== undefined && c.order === order)?.no
  const about = [...keys].filter(
    ([key]) => key.startsWith(`answer-${row.id}-`) || (no !== undefined && `${key}-`.includes(`-${no}-`)),
  )
  return `inbox ${row.id}, ${about.map(([key, said]) => `${key} in row ${said.row} (${rows.find(({ id }) => id === said.row)?.state})`).join(', ')}`
}

/** Of personal data the administrators hear at once, of the rest with the next morning's list. */
function isTold({ id, personal, unknownAt }: Row, { keys }: Evidence): boolean {
  const told = [...keys]
  if (personal) return told.some(([key]) => key.startsWith(`unknown-${id}-`))
  return told.some(([key, { at }]) => key.startsWith('unsure-') && at >= unknownAt)
}

function isStuck({ state, later }: Row): boolean {
  return state === 'sending' || state === 'refused' || (state === 'pending' && !later)
}

type Committed = Evidence['said'][number] & { row: { id: number } }

/** Whether what answers a message was spoken, given up as unknown, or waits for its hour. */
function answered({ order, row }: Committed, byOrder: Map<string | null, number>, { rows, keys }: Evidence): boolean {
  const wanted = order === undefined ? [`answer-${row.id}-0`, `${row.id}-0-details`] : [`card-${byOrder.get(order)}`]
  return wanted.some((key) => {
    const there = rows.find(({ id }) => id === keys.get(key)?.row)
    return there !== undefined && (['sent', 'unknown'].includes(there.state) || there.later)
  })
}

function remindersIn({ reminders, keys, rows }: Evidence): Pick<Counts, 'remindersDue' | 'lostReminders' | 'gathered'> {
  const states = new Map(rows.map(({ id, state }) => [id, state]))
  const isSaid = (key: string) => {
    const there = keys.get(key)
    return there !== undefined && !there.dropped && ['sent', 'unknown'].includes(states.get(there.row) ?? '')
  }
  const missing = reminders.filter(({ key }) => !isSaid(key))
  const gathered = missing.filter((one) =>
    reminders.some(({ no, kind, at, key }) => no === one.no && kind === one.kind && at > one.at && isSaid(key)),
  )
  return {
    remindersDue: reminders.length,
    lostReminders: missing.length - gathered.length,
    gathered: gathered.length,
  }
}

/** Compares, conversation by conversation and word by word, what was spoken with the rows that say so. */
function repeated({
  rows,
  heard,
  uncertain,
}: Evidence): Pick<Counts, 'unheard' | 'twice' | 'twiceWithoutCause' | 'personalTwice' | 'fromNowhere'> {
  const times = new Map<string, number>()
  for (const words of heard) times.set(words, (times.get(words) ?? 0) + 1)
  const counts = { unheard: 0, twice: 0, twiceWithoutCause: 0, personalTwice: 0, fromNowhere: 0 }
  const said = Map.groupBy(
    rows.filter(({ words }) => words !== undefined),
    ({ words }) => words as string,
  )
  for (const [words, n] of times) if (!said.has(words)) counts.fromNowhere += n
  for (const [words, same] of said) {
    const n = times.get(words) ?? 0
    const sent = same.filter(({ state }) => state === 'sent').length
    const more = Math.max(0, n - same.length)
    const allowed = same.filter(({ id, personal }) => uncertain.has(id) && !personal).length
    counts.unheard += Math.max(0, sent - n)
    counts.twice += Math.min(more, allowed)
    if (same.some(({ personal }) => personal)) counts.personalTwice += more
    else counts.twiceWithoutCause += Math.max(0, more - allowed)
  }
  return counts
}

function twiceIn(names: readonly string[]): number {
  return names.length - new Set(names).size
}
