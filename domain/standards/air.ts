import { airClassSaid } from './classes.ts'
import { findLimit, standingLimits } from './find-limit.ts'
import { type Judgement, type Remark, undecided } from './judgement.ts'
import type { Limit } from './limits.ts'
import { type AirPeriod, airPeriodSaid } from './periods.ts'
import { type Sample, textOf } from './sample.ts'
import { heldAgainst } from './single.ts'

/** HJ 633-2026 §4.2.2, HJ 663: µg/m³ to whole numbers, CO to one place. */
const placesOf = (item: string): number => (item === 'CO' ? 1 : 0)

/**
 * One pollutant in ambient air (GB 3095, the version of the day). Only a daily or yearly mean is 超标; an hour above its
 * limit, or above the daily limit where the standard has no hourly one (PM, TSP), is 高值. 二级 unless told otherwise.
 */
export function judgeAir(sample: Sample, item: string): Judgement {
  const said = textOf(sample.class) ?? '-'
  const heard = airClassSaid(said)
  if (!heard && said !== '-')
    return undecided(
      { item },
      { missing: ['class'], remarks: [{ kind: 'classUnknown', said, known: ['一级', '二级'] }] },
    )
  const classed: Remark[] = heard ? [] : [{ kind: 'classAssumed', class: '二级' }]
  const { period, remarks } = periodFor(sample, item)
  if (period === undefined) return undecided({ item }, { remarks: classed, missing: ['averaging'] })
  const wanted = { item, date: sample.date, code: 'GB 3095', classes: [heard ?? '二级'], period }
  const found = findLimit(wanted)
  if ('limit' in found) return withRemarks(held(sample, found.limit), [...classed, ...remarks])
  const daily = period === '1h' ? findLimit({ ...wanted, period: '24h' }) : found
  if (!('limit' in daily)) {
    const nearest = standingLimits(item, sample.date, 'GB 3095')[0]
    const none: Remark = { kind: 'noLimit', what: item, date: sample.date }
    return undecided({ item, period, ...(nearest && { standard: nearest.standard }) }, { remarks: [...remarks, none] })
  }
  return withRemarks(againstDaily(sample, daily.limit), [...classed, ...remarks])
}

function held(sample: Sample, limit: Limit): Judgement {
  const judged = heldAgainst(limit, sample, { places: placesOf(limit.item), by: 'times' })
  if (limit.period !== '1h' || judged.verdict !== 'over') return judged
  return { ...judged, verdict: 'high', remarks: [...judged.remarks, { kind: 'hourly', limited: true }] }
}

// There is no hourly limit to keep: below the daily one nothing is said, above it the value is high.
function againstDaily(sample: Sample, limit: Limit): Judgement {
  const judged = heldAgainst(limit, sample, { places: placesOf(limit.item), by: 'times' })
  const hourly = { ...judged, period: '1h' }
  if (judged.verdict === 'over')
    return { ...hourly, verdict: 'high', remarks: [...judged.remarks, { kind: 'hourly', limited: false }] }
  if (judged.verdict !== 'within') return hourly
  return {
    ...hourly,
    verdict: 'undecided',
    remarks: [...judged.remarks, { kind: 'noHourlyLimit', daily: judged.limit ?? '' }],
  }
}

function periodFor({ period, item: words }: Sample, item: string): { period?: AirPeriod; remarks: Remark[] } {
  const said = airPeriodSaid(period ?? '') ?? airPeriodSaid(words.replace(/^pm\s*2\.5|^pm\s*10|^o3/i, '-'))
  if (said === undefined) return { remarks: [] }
  // Ozone has no daily mean: a day's ozone is its highest eight hours.
  if (item === 'O3' && said === '24h') return { period: 'daily_max_8h', remarks: [{ kind: 'o3Daily' }] }
  return { period: said, remarks: [] }
}

function withRemarks(judged: Judgement, before: readonly Remark[]): Judgement {
  return { ...judged, remarks: [...before, ...judged.remarks] }
}
