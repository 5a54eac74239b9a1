import { figure, written } from './decimal.ts'
import type { Remark } from './judgement.ts'
import { type Inputs, textOf } from './sample.ts'
import { readValue } from './values.ts'

/** 无雨雪、无雷电,风速 5 m/s 以下 (GB 3096, GB 12348, GB 22337, GB 12523). */
const MOST_WIND = figure(5)
/** 测量前后校准示值偏差不得大于 0.5 dB,否则测量结果无效. */
const MOST_DRIFT = figure('0.5')

/** Why a noise measurement does not count, whatever it says; nothing when it does. */
export function invalid(inputs: Inputs): Remark[] {
  const faults: Remark[] = []
  const wind = readValue(inputs.windSpeed)?.n
  if (wind?.gt(MOST_WIND)) faults.push({ kind: 'windy', wind: written(wind) })
  const weather = textOf(inputs.weather)
  if (weather !== undefined && /[雨雪雷]|rain|snow|thunder/i.test(weather.replace(/[无没未][^,，、。;；]*/g, '')))
    faults.push({ kind: 'badWeather', weather })
  const [before, after] = [readValue(inputs.calBefore)?.n, readValue(inputs.calAfter)?.n]
  const drift = before && after && before.minus(after).abs()
  if (drift?.gt(MOST_DRIFT)) faults.push({ kind: 'drifted', drift: written(drift) })
  return faults
}

/** What was recorded by half: calibrated before or after, but not both. */
export function halfRecorded({ calBefore, calAfter }: Inputs): Remark[] {
  const known = [calBefore, calAfter].filter((value) => readValue(value) !== undefined).length
  return known === 1 ? [{ kind: 'notCalibrated' }] : []
}
