import { noiseClassSaid } from './classes.ts'
import { findLimit, standardOn, type Varying, type Wanted } from './find-limit.ts'
import type { Missing, Remark } from './judgement.ts'
import type { Limit } from './limits.ts'
import { bandOf, isLmax, type NoiseItem, noiseCode, noiseId } from './noise-item.ts'
import { minutesSaid, type NoisePeriod, noisePeriodAt, noisePeriodSaid } from './periods.ts'
import { type Sample, textOf } from './sample.ts'

/**
 * The limit of a noise measurement, or everything that is missing to find it; `either`: the limits of 频发 and 偶发,
 * where nobody said which.
 */
export function noiseLimit(
  sample: Sample,
  item: NoiseItem,
  period: NoisePeriod | undefined,
): { limit: Limit; remarks: Remark[] } | { missing?: Missing[]; either?: Limit[]; remarks: Remark[] } {
  const remarks: Remark[] = []
  const said = textOf(sample.class)
  const heard = said === undefined || said === '-' ? undefined : noiseClassSaid(said)
  const { classes, taken } = classesFor(heard, item)
  if (taken) remarks.push({ kind: 'classTaken', said: heard ?? '', class: taken })
  const room = roomOf(sample.inputs.room)
  const freqHz = bandOf(textOf(sample.inputs.freqHz) ?? '')
  const ids = noiseIds(item)
  const wanted: Omit<Wanted, 'item'> = {
    date: sample.date,
    code: noiseCode(item.source),
    ...(classes && { classes }),
    ...(period && { period }),
    ...(room && { room }),
    ...(freqHz !== undefined && { freqHz }),
  }
  const found = ids.map((id) => findLimit({ ...wanted, item: id }))
  const limits = found.flatMap((each) => ('limit' in each ? [each.limit] : []))
  const [first] = limits
  if (first && limits.length === ids.length && limits.every(({ limit }) => limit === first.limit))
    return { limit: first, remarks }
  if (first && limits.length > 1) return { missing: ['lmaxKind'], either: limits, remarks }
  const asked = found.flatMap((each) => ('ask' in each ? each.ask : []))
  if (asked.length) {
    const missing = [...new Set(asked)].map((field) => ASKED[field])
    if (ids.length > 1) missing.push('lmaxKind')
    const known = heard === undefined ? CLASSES : classes
    const unclear: Remark[] =
      said !== undefined && said !== '-' && known && asked.includes('class')
        ? [{ kind: 'classUnknown', said, known }]
        : []
    return { missing, remarks: [...remarks, ...unclear] }
  }
  if (freqHz !== undefined && found.some((each) => 'none' in each && each.none === 'freqHz'))
    return { remarks: [...remarks, { kind: 'bandUnknown', band: String(freqHz) }] }
  if (isLmax(item.kind) && !ids.length)
    return { remarks: [...remarks, { kind: 'noLmax', standard: standardOf(item, sample.date) }] }
  if (isLmax(item.kind) && found.some((each) => 'none' in each && each.none === 'period'))
    return { remarks: [...remarks, { kind: 'nightOnly' }] }
  return {
    remarks: [...remarks, { kind: 'noLimit', what: ids[0] ?? `noise_${item.source}_${item.kind}`, date: sample.date }],
  }
}

function standardOf({ source }: NoiseItem, date: string): string {
  const leq = noiseId({ source, kind: 'leq' }) ?? ''
  return standardOn({ item: leq, date, code: noiseCode(source) }).standard ?? noiseCode(source)
}

const CLASSES = ['0', '1', '2', '3', '4']
const ASKED: Record<Varying, Missing> = { class: 'class', period: 'period', room: 'room', freqHz: 'freqHz' }

/** 4a and 4b are one class at a boundary; 「4类」 of a place may be either. */
function classesFor(heard: string | undefined, { source }: NoiseItem): { classes?: string[]; taken?: string } {
  if (heard === undefined) return {}
  if (source === 'ambient') return { classes: heard === '4' ? ['4a', '4b'] : [heard] }
  return heard.length > 1 ? { classes: ['4'], taken: '4' } : { classes: [heard] }
}

// 频发 and 偶发 have limits of their own; 「最大声级」 alone may be either.
function noiseIds(item: NoiseItem): string[] {
  const own = noiseId(item)
  if (own !== undefined) return [own]
  if (item.kind !== 'lmax' && item.kind !== 'sudden') return []
  return (['frequent', 'occasional'] as const).flatMap((kind) => noiseId({ ...item, kind }) ?? [])
}

/** Whether it was day or night: as it was said, or by the time of measuring; a contradiction is asked about. */
export function noisePeriodOf({ period, date, inputs }: Sample): { period?: NoisePeriod } | { doubt: Remark } {
  const stated = period === undefined ? undefined : noisePeriodSaid(period)
  const time = textOf(inputs.time) ?? (/\dT\d/.test(date) ? date : undefined)
  const at = time === undefined ? [] : minutesSaid(time).map(noisePeriodAt)
  const [first, last = first] = at
  if (stated === undefined && time !== undefined && first !== last) return { doubt: { kind: 'acrossPeriods', time } }
  const timed = first ?? (time === undefined ? undefined : noisePeriodSaid(time))
  if (stated !== undefined && timed !== undefined && !at.includes(stated) && stated !== timed)
    return { doubt: { kind: 'periodConflict', period: stated, time: time ?? '' } }
  const known = stated ?? timed
  return known === undefined ? {} : { period: known }
}

/** Kind of a room: A for sleeping, B for the day; undefined when it was not said. */
export function roomOf(said: unknown): 'A' | 'B' | undefined {
  const text = textOf(said)?.normalize('NFKC')
  if (text === undefined) return undefined
  if (/^a(?:类|$|\s|房)/i.test(text) || /卧|病房|客房|宿舍|睡眠|bedroom/i.test(text)) return 'A'
  return /^b(?:类|$|\s|房)/i.test(text) || /客厅|书房|起居|教室|会议|办公|诊室|living|office|classroom/i.test(text)
    ? 'B'
    : undefined
}
