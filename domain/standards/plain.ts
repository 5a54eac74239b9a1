import { kitchenSaid } from './classes.ts'
import { standingLimits } from './find-limit.ts'
import type { ExcessKind } from './judgement.ts'
import { type Judgement, type Missing, type Remark, undecided } from './judgement.ts'
import type { Limit } from './limits.ts'
import { type Sample, textOf } from './sample.ts'
import { heldAgainst, limitOrAsk } from './single.ts'

const ASKED: Record<'class' | 'period' | 'room' | 'freqHz', Missing> = {
  class: 'class',
  period: 'period',
  room: 'room',
  freqHz: 'freqHz',
}

/** Everything with one limit a class: boundaries of DB11/501, discharges, smoke, radiation, distances, purifiers. */
export function judgePlain(sample: Sample, item: string, code?: string): Judgement {
  const said = textOf(sample.class)
  const all = standingLimits(item, sample.date, code)
  const classes = said === undefined || said === '-' ? undefined : classesOf(said, all)
  if (classes && !classes.length) {
    const known = [...new Set(all.map((limit) => limit.class))]
    return undecided({ item }, { missing: ['class'], remarks: [{ kind: 'classUnknown', said: said ?? '', known }] })
  }
  const found = limitOrAsk(
    { item, date: sample.date, ...(code !== undefined && { code }), ...(classes && { classes }) },
    ASKED,
  )
  if ('judgement' in found) return found.judgement
  const judged = heldAgainst(found.limit, sample, { by: excessOf(found.limit) })
  const remarks: Remark[] = found.limit.standard === 'HJ 554-2010' ? [{ kind: 'recommended' }] : []
  return { ...judged, remarks: [...judged.remarks, ...remarks] }
}

function classesOf(said: string, all: readonly Limit[]): string[] | undefined {
  const own = [...new Set(all.map((limit) => limit.class))]
  if (own.every((each) => each === '-' || each === '公众')) return undefined
  const text = folded(said)
  const exact = own.filter((each) => folded(each) === text)
  if (exact.length) return exact
  const size = kitchenSaid(said)
  if (size !== undefined && own.includes(size)) return [size]
  return own.filter(
    (each) => folded(each).startsWith(text) || text.startsWith(folded(each)) || folded(each).includes(text),
  )
}

const folded = (said: string): string =>
  said
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()]|排放|限值|标准/g, '')
    .replace(/千瓦/g, 'kw')
    .replace(/≥/g, '>=')

function excessOf({ unit, op }: Limit): ExcessKind {
  return op === '>=' || unit === '级' ? 'difference' : 'times'
}
