import { compared, factsOf, type Manner } from './compare.ts'
import { figure } from './decimal.ts'
import { findLimit, standardOn, type Varying, type Wanted } from './find-limit.ts'
import { type Judgement, type Missing, type Remark, undecided } from './judgement.ts'
import type { Limit } from './limits.ts'
import { type Sample, textOf } from './sample.ts'
import { inUnitOf } from './unit-check.ts'
import { readValue, type Value, valueWritten } from './values.ts'

/** A measured value brought into the unit of its limit and held against it, doubts and all. */
export function heldAgainst(limit: Limit, sample: Sample, manner: Manner): Judgement {
  const read = inLimitsUnit(limit, sample)
  if ('judgement' in read) return read.judgement
  const judged = compared(read.value, limit, manner)
  return { ...judged, remarks: [...read.remarks, ...judged.remarks] }
}

/** A measured value in the unit of a limit, or the judgement that it cannot be read. */
export function inLimitsUnit(
  limit: Limit,
  { measured, inputs }: Sample,
): { value: Value; remarks: readonly Remark[] } | { judgement: Judgement } {
  const facts = factsOf(limit)
  const value = readValue(measured)
  if (!value) return { judgement: undecided(facts, unread(measured)) }
  if (value.n.lt(0))
    return { judgement: undecided(facts, { remarks: [{ kind: 'implausible', value: valueWritten(value) }] }) }
  const inUnit = inUnitOf(value, textOf(inputs.unit), {
    unit: limit.unit,
    limit: figure(limit.limit),
    item: limit.item,
  })
  return 'doubt' in inUnit ? { judgement: undecided(facts, { remarks: [inUnit.doubt] }) } : inUnit
}

/** The one limit that fits, or what is missing to find it. */
export function limitOrAsk(
  wanted: Wanted,
  asked: Record<Varying, Missing>,
): { limit: Limit } | { judgement: Judgement } {
  const found = findLimit(wanted)
  if ('limit' in found) return found
  const facts = { item: wanted.item, ...standardOn(wanted) }
  if ('ask' in found) return { judgement: undecided(facts, { missing: found.ask.map((field) => asked[field]) }) }
  return { judgement: undecided(facts, { remarks: [{ kind: 'noLimit', what: wanted.item, date: wanted.date }] }) }
}

/** Why a value could not be read: there is none, or it is no value. */
export function unread(said: unknown): { remarks?: Remark[]; missing?: Missing[] } {
  const text = textOf(said)
  return text === undefined ? { missing: ['measured'] } : { remarks: [{ kind: 'unreadable', said: text }] }
}
