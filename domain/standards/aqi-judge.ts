import { type AqiKey, aqiItems, aqiKeys, aqiVersionOn, iaqiOf, levelOf } from './aqi.ts'
import { decimal, figure } from './decimal.ts'
import { itemSaid } from './items.ts'
import { type Index, type Judgement, type Missing, type Remark, undecided, worst } from './judgement.ts'
import { airPeriodSaid } from './periods.ts'
import { isDictionary, type Sample, textOf } from './sample.ts'
import { unread } from './single.ts'
import { inUnitOf } from './unit-check.ts'
import { readValue, valueWritten } from './values.ts'

type One = Index['each'][number]

/**
 * AQI of several concentrations {"PM2.5_24h": 61, "O3_8h": 170}, by HJ 633 of the day. 超标 when a daily index is over
 * 100; an hourly one over 100 is 高值. Without a period in the key the sample's own counts, else the day.
 */
export function judgeAqi(sample: Sample): Judgement {
  const { measured, date } = sample
  if (Array.isArray(measured) && measured.length)
    return worst(
      measured.map((each) => judgeAqi({ ...sample, measured: each })),
      [{ kind: 'points', n: measured.length }],
    )
  const version = aqiVersionOn(date)
  const facts: Partial<Judgement> = { item: 'AQI', ...(version && { standard: version }) }
  if (!version) return undecided(facts, { remarks: [{ kind: 'noLimit', what: 'AQI', date }] })
  if (!isDictionary(measured) || !Object.keys(measured).length) return undecided(facts, unread(measured))
  const remarks: Remark[] = []
  const missing: Missing[] = []
  const each: One[] = []
  for (const [said, raw] of Object.entries(measured)) {
    const column = columnOf(said, sample.period)
    if (!column) {
      remarks.push({ kind: 'unreadable', said })
      continue
    }
    const read = concentration(raw, column.key, sample)
    if ('remark' in read) return undecided(facts, { remarks: [read.remark] })
    if ('missing' in read) {
      missing.push(...read.missing)
      continue
    }
    remarks.push(...read.remarks)
    const found = iaqiOf(version, column.key, read.n)
    const item = column.key.split('_')[0] ?? ''
    if (found === 'other') {
      remarks.push({ kind: 'aqiSkipped', names: [item], instead: column.key === 'O3_8h' ? '1小时' : '24小时' })
      continue
    }
    if (found.capped) remarks.push({ kind: 'aqiCapped' })
    if (column.hourly && column.key.endsWith('_24h')) remarks.push({ kind: 'aqiHourlyPm' })
    each.push({ key: column.key, item, value: read.shown, iaqi: found.iaqi, hourly: column.hourly })
  }
  if (!each.length) return undecided(facts, { remarks, missing: missing.length ? missing : ['measured'] })
  const lacking = aqiItems.filter((item) => !each.some((one) => one.item === item))
  const index = indexOf(each)
  if (lacking.length && index.aqi <= 100) remarks.push({ kind: 'aqiIncomplete', names: lacking, standard: version })
  const verdict = each.some(({ iaqi, hourly }) => iaqi > 100 && !hourly) ? 'over' : index.aqi > 100 ? 'high' : 'within'
  return {
    verdict,
    ...facts,
    rounded: String(index.aqi),
    limit: '100',
    op: '<=',
    index,
    remarks: once(remarks),
    missing,
  }
}

function indexOf(each: readonly One[]): Index {
  const aqi = Math.max(...each.map(({ iaqi }) => iaqi))
  const primaries = aqi > 50 ? [...new Set(each.filter(({ iaqi }) => iaqi === aqi).map(({ item }) => item))] : []
  return { aqi, ...levelOf(aqi), primaries, each }
}

/** The column of the table for a key: 'PM2.5_24h', 「臭氧8小时」, 'CO' with the sample's period. */
function columnOf(said: string, period: string | undefined): { key: AqiKey; hourly: boolean } | undefined {
  const named = itemSaid(said.replace(/_(?:1|8|24)h$/i, ''), { hints: '' })
  const item = named?.kind === 'item' ? named.id : undefined
  if (item === undefined || !(aqiItems as readonly string[]).includes(item)) return undefined
  const rest = said.normalize('NFKC').replace(/^pm\s*(?:2\.?5|10)|^(?:so|no)2|^o3|^co/i, '')
  const time = airPeriodSaid(rest) ?? airPeriodSaid(period ?? '') ?? '24h'
  const hourly = time === '1h'
  const wanted = hourly && !item.startsWith('PM') ? `${item}_1h` : item === 'O3' ? 'O3_8h' : `${item}_24h`
  const key = aqiKeys.find((each) => each === wanted)
  return key && { key, hourly }
}

function concentration(raw: unknown, key: AqiKey, { inputs }: Sample) {
  const value = readValue(raw)
  if (!value) {
    const { remarks: [remark] = [], missing = [] } = unread(raw)
    return remark ? { remark } : { missing }
  }
  if (value.n.lt(0)) return { remark: { kind: 'implausible' as const, value: valueWritten(value) } }
  const item = key.split('_')[0] ?? ''
  const unit = item === 'CO' ? 'mg/m3' : 'ug/m3'
  const said = unit === 'mg/m3' && value.unit === undefined ? undefined : textOf(inputs.unit)
  const read = inUnitOf(value, said, { unit, limit: figure(500), item })
  if ('doubt' in read) return { remark: read.doubt }
  return { n: decimal(read.value.n.toFixed()) ?? read.value.n, shown: valueWritten(read.value), remarks: read.remarks }
}

function once(remarks: readonly Remark[]): Remark[] {
  return [...new Map(remarks.map((remark) => [JSON.stringify(remark), remark])).values()]
}
