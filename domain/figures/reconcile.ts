import type { Case, CaseNo } from '../cases/case.ts'
import { type CityRevisit, sameRevisit } from '../cases/city-revisit.ts'
import { isOrder } from '../cases/grade.ts'
import type { PlatformRow } from '../reading/platform-sheet.ts'
import { dateOf } from '../time/wall.ts'

/** Where the platform and we differ: the four lists of 对账 (domain.md section 9). */
export interface Differences {
  /** Rows of the file, and how many of them are cases here. */
  rows: number
  matched: number
  /** 平台有我无: order numbers. */
  onlyTheirs: string[]
  /** 我有平台无; `numbered`: the case has an order number. */
  onlyOurs: { no: CaseNo; numbered: boolean }[]
  /** 时限不同. */
  deadlines: { no: CaseNo; theirs: number; ours: number | undefined }[]
  /** 结果不同: whether it is answered, and what the city heard. */
  results: { no: CaseNo; answered?: boolean; told?: CityRevisit }[]
}

/**
 * Compares the platform's file with the cases, each order once. What only we have is looked for among orders reported in the
 * time the file covers, from 12345 and the other sources it holds: letters come another way. In: the rows, the case of an order number, the orders of any span of time.
 */
export function reconcile(
  rows: readonly PlatformRow[],
  { caseOf, between }: { caseOf(externalNo: string): Case | undefined; between(from: number, to: number): Case[] },
): Differences {
  const once = [...new Map(rows.map((row) => [row.externalNo, row])).values()]
  const pairs = once.map((row) => ({ row, c: caseOf(row.externalNo) }))
  const matched = pairs.flatMap(({ row, c }) => (c ? [{ row, c }] : []))
  const seen = new Set(matched.map(({ c }) => c.no))
  const covered = coveredBy(pairs)
  const sources = new Set(matched.map(({ c }) => c.channel))
  const isTheirs = (c: Case) => isOnPlatform(c) && (c.channel === '12345' || sources.has(c.channel))
  const ours = covered ? between(covered.from, covered.to).filter((c) => isTheirs(c) && !seen.has(c.no)) : []
  return {
    rows: once.length,
    matched: matched.length,
    onlyTheirs: pairs.filter(({ c }) => !c).map(({ row }) => row.externalNo),
    onlyOurs: ours.map(({ no, externalNo }) => ({ no, numbered: externalNo !== undefined })),
    deadlines: matched.flatMap(({ row, c }) =>
      row.deadline && !sameDeadline(row.deadline, c)
        ? [{ no: c.no, theirs: row.deadline.at, ours: c.deadline?.at }]
        : [],
    ),
    results: matched.flatMap(({ row, c }) => resultOf(row, c)),
  }
}

/** Whether anything differs at all. */
export function differs({ onlyTheirs, onlyOurs, deadlines, results }: Differences): boolean {
  return onlyTheirs.length + onlyOurs.length + deadlines.length + results.length > 0
}

// From the first to the last order the file names, by its own times or by ours.
function coveredBy(
  pairs: readonly { row: PlatformRow; c: Case | undefined }[],
): { from: number; to: number } | undefined {
  const times = pairs
    .flatMap(({ row, c }) => [row.received?.from, row.received?.to, c?.registeredAt])
    .filter((at) => at !== undefined)
  return times.length ? { from: Math.min(...times), to: Math.max(...times) } : undefined
}

function isOnPlatform({ channel, state }: Case): boolean {
  return isOrder(channel) && state !== 'void' && state !== 'returned'
}

function sameDeadline({ at, dayOnly }: { at: number; dayOnly: boolean }, { deadline }: Case): boolean {
  if (!deadline) return false
  return dayOnly ? dateOf(at) === dateOf(deadline.at) : Math.abs(at - deadline.at) < 60_000
}

function resultOf({ answered, told }: PlatformRow, c: Case): Differences['results'] {
  const other = answered !== undefined && answered !== (c.repliedAt !== undefined)
  const heard = told !== undefined && !sameRevisit(c.cityRevisit, told)
  if (!other && !heard) return []
  return [{ no: c.no, ...(other && { answered }), ...(heard && { told }) }]
}
