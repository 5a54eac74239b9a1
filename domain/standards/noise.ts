import { backgroundCorrection, corrected } from './background.ts'
import { noiseClassSaid } from './classes.ts'
import { compared, excess, factsOf, sure } from './compare.ts'
import { figure, halfEven, written } from './decimal.ts'
import { type Judgement, type Remark, undecided, worst } from './judgement.ts'
import { codeOf, type Limit } from './limits.ts'
import { bandOf, bands, isLmax, type NoiseItem, type NoiseKind, noiseCode, noiseId, noiseSaid } from './noise-item.ts'
import { noiseLimit, noisePeriodOf, roomOf } from './noise-limit.ts'
import { noisePeriodSaid } from './periods.ts'
import { isDictionary, pointOf, type Sample, textOf } from './sample.ts'
import { unread } from './single.ts'
import { unitSaid } from './units.ts'
import { halfRecorded, invalid } from './validity.ts'
import { keeps, listed, readValue, type Value, valueWritten } from './values.ts'

/**
 * Noise: of a place (GB 3096), at a boundary (GB 12348, GB 22337), of a building site (GB 12523), indoors and
 * structure-borne. `measured`: a level, several points, octave bands {"63": 48}, or {"leq": 54, "lmax": 72} and
 * {"昼间": 59.6, "夜间": 51.8}.
 */
export function judgeNoise(sample: Sample, item: NoiseItem): Judgement {
  const faults = invalid(sample.inputs)
  if (faults.length) return undecided({ ...named(item) }, { remarks: faults })
  const remarks: Remark[] = halfRecorded(sample.inputs)
  if (item.assumed && item.kind !== 'structure' && item.kind !== 'octave')
    remarks.push({ kind: 'sourceAssumed', standard: 'GB 22337-2008' })
  return worst(parts(sample, item), remarks)
}

function parts(sample: Sample, item: NoiseItem): Judgement[] {
  const { background } = sample
  const measured = listed(sample.measured)
  const hz = sample.inputs.freqHz
  if (Array.isArray(measured) && Array.isArray(hz) && hz.length === measured.length)
    return parts(byBand(sample, hz), item)
  if (Array.isArray(measured)) {
    if (!measured.length) return [undecided(named(item), { missing: ['measured'] })]
    const beside = (i: number) => (Array.isArray(background) ? background[i] : background)
    const each = measured.flatMap((value, i) => parts({ ...sample, measured: value, background: beside(i) }, item))
    return [worst(each, [{ kind: 'points', n: measured.length }])]
  }
  if (!isDictionary(measured)) return [one(sample, item)]
  const point = pointOf(sample)
  if (point) return parts(point, item)
  const own = measured.background ?? measured.背景 ?? measured.背景值 ?? background
  return [
    several(sample, item, { entries: Object.entries(measured).filter(([key]) => !BESIDE.test(key)), background: own }),
  ]
}

// Levels and their bands side by side: [60, 55], [31.5, 63].
function byBand(sample: Sample, hz: readonly unknown[]): Sample {
  const named = (list: unknown) =>
    Array.isArray(list) ? Object.fromEntries(list.map((each, i) => [`${hz[i]}Hz`, each])) : list
  const { freqHz: _, ...inputs } = sample.inputs
  return { ...sample, measured: named(sample.measured), background: named(sample.background), inputs }
}

const BESIDE = /^(?:point|点位|name|note|background|背景值?)$/i

/** A dictionary: bands, day and night, Leq and Lmax, or points by name. */
function several(
  sample: Sample,
  item: NoiseItem,
  { entries, background }: { entries: [string, unknown][]; background: unknown },
): Judgement {
  const banded = item.kind === 'octave' || item.kind === 'structure'
  const band = (key: string) => (banded || /hz|赫/i.test(key) ? bandOf(key) : undefined)
  const outside = entries.filter(([key]) => band(key) !== undefined && !bands.includes(band(key) ?? 0))
  const counted = entries.filter((each) => !outside.includes(each))
  if (!counted.length) return undecided(named(item), { missing: ['measured'] })
  const inOrder = counted.toSorted(([a], [b]) => (band(a) ?? 0) - (band(b) ?? 0))
  const each = inOrder.flatMap(([key, measured]) => {
    const beside = isDictionary(background) ? ofSame(background, key) : background
    const freqHz = band(key)
    if (freqHz === undefined) return entry({ ...sample, measured, background: beside }, item, key)
    const inputs = { ...sample.inputs, freqHz }
    return one({ ...sample, measured, background: beside, inputs }, { ...item, kind: 'octave' })
  })
  const unknown: Remark[] = outside.map(([key]) => ({ kind: 'bandUnknown', band: String(band(key)) }))
  const lacking = bands.filter((hz) => !counted.some(([key]) => band(key) === hz))
  const partly = lacking.length && lacking.length < bands.length
  // A maximum that the standard does not judge decides nothing beside a level that it does.
  const judging = each.filter(({ remarks }) => !remarks.some(({ kind }) => kind === 'noLmax'))
  if (judging.length && judging.length < each.length)
    return worst(judging, [
      ...unknown,
      ...each.flatMap(({ remarks }) => remarks.filter(({ kind }) => kind === 'noLmax')),
    ])
  return worst(each, [...unknown, ...(partly ? [{ kind: 'bandsMissing' as const, bands: lacking }] : [])])
}

// 「63Hz」 beside 「63」, 「夜间」 beside 'night'.
function ofSame(background: Record<string, unknown>, key: string): unknown {
  const meant = (said: string) => bandOf(said) ?? noisePeriodSaid(said) ?? said.trim().toLowerCase()
  return background[key] ?? Object.entries(background).find(([other]) => meant(other) === meant(key))?.[1]
}

function entry(sample: Sample, item: NoiseItem, key: string): Judgement[] {
  const period = noisePeriodSaid(key)
  if (period) return parts({ ...sample, period }, item)
  const kind = noiseSaid(`噪声${key}`, {})?.kind
  if (kind !== undefined && isLmax(kind)) return parts({ ...sample, background: undefined }, { ...item, kind })
  if (!/eq|等效|A声级|总声级/i.test(key)) return parts(sample, item)
  return parts(sample, { ...item, kind: isLmax(item.kind) ? 'leq' : item.kind === 'octave' ? 'structure' : item.kind })
}

/** One level at one point. */
function one(sample: Sample, item: NoiseItem): Judgement {
  const value = readValue(sample.measured)
  if (!value) return undecided(named(item), unread(sample.measured))
  const unit = value.unit ?? textOf(sample.inputs.unit)
  if (unit !== undefined && !unitSaid(unit)?.startsWith('dB'))
    return undecided(named(item), { remarks: [{ kind: 'unitUnfit', unit, expected: 'dB(A)' }] })
  if (value.n.lt(LEAST) || value.n.gt(MOST))
    return undecided(named(item), { remarks: [{ kind: 'implausible', value: valueWritten(value) }] })
  const when = noisePeriodOf(sample)
  if ('doubt' in when) return undecided(named(item), { remarks: [when.doubt] })
  const found = noiseLimit(sample, item, when.period)
  if ('limit' in found) {
    const judged = held(value, sample.background, { limit: found.limit, kind: item.kind })
    return { ...judged, remarks: [...found.remarks, ...judged.remarks] }
  }
  // By how much it is over depends on which; within the stricter limit it is within both.
  const [strict] = (found.either ?? []).map((limit) => held(value, undefined, { limit, kind: item.kind }))
  if (strict?.verdict === 'within')
    return { ...strict, remarks: [...found.remarks, { kind: 'eitherKind' }, ...strict.remarks] }
  const lacking =
    found.missing?.length && needsBackground(sample, item) ? [...found.missing, 'background' as const] : []
  return undecided(
    {
      ...named(item),
      ...of(found.either),
      measured: valueWritten(value),
      ...(when.period && { period: when.period }),
      ...beside(sample),
    },
    { remarks: found.remarks, missing: lacking.length ? lacking : (found.missing ?? []) },
  )
}

const of = ([limit]: readonly Limit[] = []) => (limit ? { standard: limit.standard } : {})

// What was said stands until the rest of it is.
function beside({ class: said = '', background, inputs }: Sample): Partial<Judgement> {
  const own = noiseClassSaid(said)
  const room = roomOf(inputs.room)
  const level = readValue(background)
  return { ...(own && { class: own }), ...(room && { room }), ...(level && { background: valueWritten(level) }) }
}

// Asked for together with the rest: whether it is over shows only when the class is known.
function needsBackground({ background }: Sample, { kind, source }: NoiseItem): boolean {
  return readValue(background) === undefined && !isLmax(kind) && corrected.includes(noiseCode(source))
}

// Levels below and above which a sound-level meter was misread or mistyped.
const LEAST = figure(10)
const MOST = figure(150)

function held(value: Value, said: unknown, { limit, kind }: { limit: Limit; kind: NoiseKind }): Judgement {
  const plainly = compared(value, limit, { places: 0, by: 'level' })
  const bound = figure(limit.limit)
  if (isLmax(kind) || !corrected.includes(codeOf(limit.standard))) return plainly
  // 「>60」: what the background takes off cannot be reckoned.
  if (value.sign !== '=') return keeps(value, '<=', bound) === false ? sure(limit, unclear(plainly)) : plainly
  if (value.n.lte(bound)) return sure(limit, { ...lessDoubt(plainly), remarks: [{ kind: 'directly' }] })
  const lowAnyway = halfEven(value.n).lte(bound)
  const anyway: Judgement = { ...lessDoubt(plainly), verdict: 'within', remarks: [{ kind: 'belowAnyway' }] }
  const facts = { ...factsOf(limit), measured: valueWritten(value) }
  const background = readValue(said)
  if (!background) return sure(limit, lowAnyway ? anyway : undecided(facts, { missing: ['background'] }))
  if (implausible(background))
    return undecided(facts, { remarks: [{ kind: 'implausible', value: valueWritten(background) }] })
  const { difference, rounded, correction } = backgroundCorrection(value.n, background.n)
  // 「<40」 is far enough below 56, whatever it is; nearer it would have to be known.
  if (background.sign !== '=' && !(background.sign === '<' && correction === 0))
    return sure(limit, lowAnyway ? anyway : undecided(facts, { missing: ['background'] }))
  const shown = {
    background: valueWritten(background),
    difference: written(difference),
    differenceRounded: written(rounded),
  }
  if (correction === undefined) {
    const why: Remark = difference.lt(0)
      ? { kind: 'backgroundAbove' }
      : { kind: 'tooClose', difference: written(rounded) }
    return sure(limit, lowAnyway ? { ...anyway, ...shown } : undecided({ ...facts, ...shown }, { remarks: [why] }))
  }
  const freed = value.n.plus(correction)
  const result = halfEven(freed)
  const over = result.gt(bound)
  return sure(limit, {
    verdict: over ? 'over' : 'within',
    ...facts,
    ...shown,
    correction,
    corrected: written(freed),
    rounded: written(result),
    ...(over && excess(result, limit, 'level')),
    remarks: [],
    missing: [],
  })
}

const unclear = ({ exceed: _, exceedBy: __, ...rest }: Judgement): Judgement => ({
  ...rest,
  verdict: 'undecided',
  remarks: [{ kind: 'inconclusive', value: rest.measured ?? '', limit: rest.limit ?? '' }],
})

const implausible = ({ n }: Value) => n.lt(LEAST) || n.gt(MOST)

// `sure` says the doubt once.
const lessDoubt = ({ exceed: _, exceedBy: __, ...rest }: Judgement): Judgement => ({
  ...rest,
  remarks: [],
  verdict: 'within',
})

// 「最大声级」 alone is known again by this when 频发 or 偶发 follows.
const named = (item: NoiseItem): Partial<Judgement> => ({
  item: noiseId(item) ?? `noise_${item.source}_${item.kind}`,
  unit: 'dB(A)',
})
