import { isDate, wallOf } from '../time/wall.ts'
import { judgeAir } from './air.ts'
import { judgeAqi } from './aqi-judge.ts'
import { standardOn, standingLimits } from './find-limit.ts'
import { fumesTogether, judgeFume } from './fumes.ts'
import { type Group, itemSaid, matterOf, type Named } from './items.ts'
import { type Judgement, type Missing, type Remark, undecided, worst } from './judgement.ts'
import { codeOf, inForce, limits, limitsOf, standardSaid } from './limits.ts'
import { judgeNoise } from './noise.ts'
import { type NoiseItem, noiseSaid } from './noise-item.ts'
import { judgeOdour } from './odour.ts'
import { airPeriodSaid } from './periods.ts'
import { judgePlain } from './plain.ts'
import { isDictionary, pointOf, type Sample, textOf } from './sample.ts'
import { unread as whyUnread } from './single.ts'
import { unitSaid } from './units.ts'
import { listed, readValue, valueWritten } from './values.ts'
import { isLake, judgeWater, worstClass } from './water.ts'

/**
 * Judges a measurement as an inspector would, by the version in force on the day of sampling. Never throws; what cannot
 * be judged says why (remarks) and what is missing, all at once. 辅助判定, 以监测报告为准.
 */
export function judge(given: Sample): Judgement {
  const date = dayOf(given.date)
  const lacking = lackingOf(given)
  if (date === undefined)
    return undecided({}, { missing: lacking, remarks: given.date ? [{ kind: 'unreadable', said: given.date }] : [] })
  if (lacking.includes('item')) return undecided({}, { missing: lacking })
  const sample = { ...given, date: /\dT\d/.test(given.date) ? given.date : date }
  const said = textOf(given.standard)
  const automatic = said === undefined || /^auto/i.test(said)
  const hint = automatic ? (said ?? '').replace(/^auto[:：]?/i, '') : ''
  const standard = standardSaid(said ?? '') ?? (/aqi|空气质量指数/i.test(hint) ? { code: 'HJ 633' } : undefined)
  const around = {
    hints: `${hint} ${sample.item} ${sample.class ?? ''} ${sample.period ?? ''}`,
    unit: readValue(sample.measured)?.unit ?? textOf(sample.inputs.unit) ?? '',
    ...(standard && { code: standard.code }),
  }
  const judged = byMatter(
    { ...sample, date },
    { ...around, lake: isLake(sample.inputs.waterBody) || isLake(sample.class) },
    given,
  )
  const known = judged.standard ?? (judged.item === undefined ? undefined : standardFor(judged, date, standard?.code))
  const whole = known === undefined ? judged : { standard: known, ...judged }
  return { ...whole, remarks: [...whole.remarks, ...standardRemarks(judged, { said, automatic, standard, date })] }
}

function lackingOf({ item, date, measured }: Sample): Missing[] {
  const given = { item, date, measured: measured ?? '' }
  return (['item', 'date', 'measured'] as const).filter((field) => given[field] === '')
}

function standardFor({ item = '', remarks }: Judgement, date: string, code: string | undefined): string | undefined {
  return remarks.some(({ kind }) => kind === 'noLimit')
    ? undefined
    : standardOn({ item, date, ...(code && { code }) }).standard
}

interface Around {
  code?: string
  hints: string
  unit: string
  lake: boolean
  group?: Group
}

function byMatter(sample: Sample, around: Around, given: Sample): Judgement {
  const noise = noiseOf(sample, around)
  if (noise) return judgeNoise({ ...sample, inputs: timed(sample, given) }, noise)
  const named = itemSaid(sample.item, around) ?? itemSaid(around.hints.trim(), around)
  if (named) return ofNamed(sample, named, around)
  if (isDictionary(sample.measured) && Object.keys(sample.measured).some((key) => itemSaid(key, around)))
    return several(sample, { ...around, group: 'water' })
  return undecided(
    {},
    sample.item ? { missing: ['item'], remarks: [{ kind: 'unreadable', said: sample.item }] } : { missing: ['item'] },
  )
}

function noiseOf(sample: Sample, { code, hints }: Around): NoiseItem | undefined {
  const room = textOf(sample.inputs.room) !== undefined
  const found = noiseSaid(sample.item, { room, ...(code !== undefined && { code }) })
  if (!found) return undefined
  const hinted = found.assumed ? noiseSaid(`噪声 ${hints}`, { room }) : undefined
  const whole = hinted && !hinted.assumed ? { source: hinted.source, kind: found.kind } : found
  const banded = whole.kind === 'structure' && textOf(sample.inputs.freqHz) !== undefined && !/_leq$/.test(sample.item)
  return banded ? { ...whole, kind: 'octave' } : whole
}

// The instant of sampling says the period when nothing else does.
function timed({ inputs }: Sample, given: Sample): Sample['inputs'] {
  return inputs.time === undefined && /\d[T ]\d{1,2}:/.test(given.date) ? { ...inputs, time: given.date } : inputs
}

function ofNamed(sample: Sample, named: Named, around: Around): Judgement {
  const air = named.kind === 'item' ? matterOf(named.id) === 'air' : named.group === 'aqi'
  if (air && isDictionary(sample.measured) && !pointOf(sample) && around.code !== 'HJ 633') {
    const means = meansOf(sample)
    if (means) return means
    if (around.code === 'GB 3095') return several(sample, { ...around, group: 'aqi' })
  }
  if (named.kind === 'item') {
    const keys = isDictionary(sample.measured) && matterOf(named.id) !== 'air' ? Object.keys(sample.measured) : []
    if (keys.some((key) => itemSaid(key, around)?.kind === 'item'))
      return several(sample, {
        ...around,
        ...(named.id.startsWith('catering_') && { group: 'fumes' as const }),
        ...(named.id.startsWith('odor_') && around.code === undefined && { code: 'GB 14554' }),
      })
    return points(sample, (each) => single(each, named.id, around))
  }
  const { group } = named
  if (group === 'aqi') return judgeAqi(sample)
  if (isDictionary(sample.measured) || Array.isArray(sample.measured)) return several(sample, { ...around, group })
  return group === 'fumes'
    ? points(sample, (each) => single(each, 'catering_fume_oil', around))
    : undecided({}, { missing: ['item'] })
}

// Several means of one pollutant: {"24h": 61, "1h": 100}.
function meansOf(sample: Sample): Judgement | undefined {
  const id = itemSaid(sample.item, { hints: '' })
  const means = Object.entries(sample.measured as Record<string, unknown>)
  if (id?.kind !== 'item' || !means.length || !means.every(([key]) => airPeriodSaid(key) && !itemSaid(key, NOTHING)))
    return undefined
  return worst(
    means.map(([period, measured]) => points({ ...sample, period, measured }, (each) => judgeAir(each, id.id))),
  )
}

const NOTHING = { hints: '', group: 'aqi' } as const

/** Several items in one dictionary, or a list of such dictionaries. */
function several(sample: Sample, around: Around): Judgement {
  if (Array.isArray(sample.measured) && !sample.measured.length) return undecided({}, { missing: ['measured'] })
  if (Array.isArray(sample.measured))
    return worst(
      sample.measured.map((measured) => several({ ...sample, measured }, around)),
      [{ kind: 'points', n: sample.measured.length }],
    )
  if (!isDictionary(sample.measured)) return undecided({}, whyUnread(sample.measured))
  const read = Object.entries(sample.measured).map(([key, measured]) => ({
    key,
    measured,
    named: itemSaid(key, around),
  }))
  const parts = read.flatMap(({ key, measured, named }) =>
    named?.kind === 'item'
      ? [points({ ...sample, item: key, measured }, (each) => single(each, named.id, around))]
      : [],
  )
  const unread: Remark[] = read.flatMap(({ key, named }) =>
    named?.kind === 'item' || BESIDE.test(key) ? [] : [{ kind: 'unreadable', said: key }],
  )
  if (!parts.length) return undecided({}, { missing: ['measured'], remarks: unread })
  if (parts.some(({ item }) => item?.startsWith('catering_fume_'))) return fumesTogether(parts, unread)
  const own = worstClass(parts)
  if (own === undefined || parts.length === 1) return worst(parts, unread)
  const whole = worst(parts)
  const beside = whole.remarks.filter(({ kind }) => kind !== 'waterClass')
  return { ...whole, remarks: [...beside, { kind: 'waterClass', class: own }, ...unread] }
}

const BESIDE = /^(?:point|点位|name|note|time|水温)$/i

/** Several points: each is judged, the worst counts. */
function points(sample: Sample, one: (sample: Sample) => Judgement): Judgement {
  const measured = listed(sample.measured)
  const point = pointOf(sample)
  if (point) return points(point, one)
  const values = Array.isArray(measured) ? measured : pointsOf(measured, sample)
  if (!values) return one(sample)
  if (!values.length) return undecided({}, { missing: ['measured'] })
  return worst(
    values.map((each) => points({ ...sample, measured: each }, one)),
    [{ kind: 'points', n: values.length }],
  )
}

// Points by their names: {"1#": 13, "2#": 18}. A dictionary of air is an index.
function pointsOf(measured: unknown, { item }: Sample): unknown[] | undefined {
  if (!isDictionary(measured)) return undefined
  const id = itemSaid(item, { hints: '' })
  if (id?.kind === 'item' && matterOf(id.id) === 'air') return undefined
  return Object.entries(measured).flatMap(([key, value]) => (BESIDE.test(key) ? [] : [value]))
}

// What lacks something keeps its value, so that the answer completes it.
function single(sample: Sample, id: string, around: Around): Judgement {
  const judged = byItem(sample, id, around)
  const value = judged.missing.length && judged.measured === undefined ? readValue(sample.measured) : undefined
  if (!value) return judged
  const unit = unitSaid(value.unit ?? textOf(sample.inputs.unit) ?? '')
  return { ...judged, measured: valueWritten(value), ...(unit !== undefined && { unit }) }
}

function byItem(sample: Sample, id: string, { code, hints }: Around): Judgement {
  const own = limitsOf(id).some(({ standard }) => codeOf(standard) === code) ? code : undefined
  const matter = matterOf(id)
  if (matter === 'air' && isDictionary(sample.measured)) return judgeAqi(sample)
  if (matter === 'air' && code === 'HJ 633')
    return judgeAqi({ ...sample, measured: { [sample.item]: sample.measured } })
  if (matter === 'air') return judgeAir(sample, id)
  const discharged = own === 'DB11/307' || (own === undefined && DISCHARGED.test(hints))
  if (matter === 'water' && !(discharged && limitsOf(id).some(({ metric }) => metric === 'discharge')))
    return judgeWater(sample, id)
  if (matter === 'water') return judgePlain(sample, id, 'DB11/307')
  // Only DB11/501 calls its boundary so.
  const fugitive = own === undefined && sample.period === 'boundary_fugitive' ? 'DB11/501' : own
  if (matter === 'odour') return judgeOdour(sample, id, id === 'odor_concentration' ? fugitive : own)
  if (matter === 'fume') return judgeFume(sample, id, own)
  return judgePlain(sample, id, own)
}

const DISCHARGED = /排口|排放口|污水|废水|直接排放|间接排放|公共污水|纳管|discharge/i

function standardRemarks(
  judged: Judgement,
  on: { said: string | undefined; automatic: boolean; standard: ReturnType<typeof standardSaid>; date: string },
): Remark[] {
  const { said, standard, automatic, date } = on
  const local = localRemark(judged, date)
  if (local.length) return local
  if (said === undefined || said === '') return []
  if (!standard) return automatic ? [] : [{ kind: 'standardUnknown', said }]
  const used = judged.standard
  if (used === undefined) return []
  if (codeOf(used) !== standard.code) return [{ kind: 'standardUnfit', said, used }]
  const stated = standard.year === undefined ? undefined : `${standard.code}-${standard.year}`
  if (stated === undefined || stated === used) return []
  const known = limits.some((limit) => limit.standard === stated && inForce(limit, date))
  return known ? [] : [{ kind: 'versionUsed', said: stated, used }]
}

// Beijing's own limit where it is stricter than the one that was asked for.
function localRemark({ item = '', standard, limit }: Judgement, date: string): Remark[] {
  if (standard === undefined || limit === undefined || standard.startsWith('DB11')) return []
  const stricter = standingLimits(item, date, codesOfBeijing(item)).find(
    (each) => each.op === '<=' && each.limit < Number(limit),
  )
  if (!stricter?.standard.startsWith('DB11')) return []
  return [{ kind: 'alsoLocal', standard: stricter.standard, limit: String(stricter.limit) }]
}

function codesOfBeijing(item: string): string {
  return codeOf(
    limitsOf(item).find(({ standard, metric }) => standard.startsWith('DB11') && metric !== 'discharge')?.standard ??
      '-',
  )
}

function dayOf(said: string): string | undefined {
  const text = said.normalize('NFKC').trim()
  if (/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text)))
    return wallOf(Date.parse(text)).date
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?=$|[T日号\s,，(])/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    []
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return isDate(date) ? date : undefined
}
