import type { Confidence, Limit } from './limits.ts'

/** 判定结果. 高值 and 待核 are never 超标. */
export const verdicts = {
  within: '达标',
  over: '超标',
  undecided: '无法判定',
  high: '高值',
  unverified: '待核',
} as const
export type Verdict = keyof typeof verdicts

/** What a judgement cannot do without; asked for once, all together. */
export type Missing =
  | 'item'
  | 'date'
  | 'measured'
  | 'class'
  | 'waterClass'
  | 'period'
  | 'averaging'
  | 'background'
  | 'room'
  | 'freqHz'
  | 'lmaxKind'
  | 'height'

/** What an inspector should know beside the figures. Sentences: domain/words/judgement.ts. */
export type Remark =
  | { kind: 'windy'; wind: string }
  | { kind: 'badWeather'; weather: string }
  | { kind: 'drifted'; drift: string }
  | { kind: 'notCalibrated' }
  | { kind: 'tooClose'; difference: string }
  | { kind: 'backgroundAbove' }
  | { kind: 'belowAnyway' }
  | { kind: 'directly' }
  | { kind: 'converted'; from: string; to: string }
  | { kind: 'slip'; value: string; unit: string; other: string }
  | { kind: 'unitUnfit'; unit: string; expected: string }
  | { kind: 'implausible'; value: string }
  | { kind: 'unreadable'; said: string }
  | { kind: 'periodConflict'; period: string; time: string }
  | { kind: 'acrossPeriods'; time: string }
  | { kind: 'classAssumed'; class: string }
  | { kind: 'classTaken'; said: string; class: string }
  | { kind: 'classUnknown'; said: string; known: readonly string[] }
  | { kind: 'eitherKind' }
  | { kind: 'noLmax'; standard: string }
  | { kind: 'nightOnly' }
  | { kind: 'sourceAssumed'; standard: string }
  | { kind: 'versionUsed'; said: string; used: string }
  | { kind: 'standardUnfit'; said: string; used: string }
  | { kind: 'standardUnknown'; said: string }
  | { kind: 'noLimit'; what: string; date: string }
  | { kind: 'unverified'; standard: string; confidence: Confidence }
  | { kind: 'alsoLocal'; standard: string; limit: string }
  | { kind: 'hourly'; limited: boolean }
  | { kind: 'noHourlyLimit'; daily: string }
  | { kind: 'o3Daily' }
  | { kind: 'deemed' }
  | { kind: 'itemsMissing'; names: readonly string[] }
  | { kind: 'bandsMissing'; bands: readonly number[] }
  | { kind: 'bandUnknown'; band: string }
  | { kind: 'points'; n: number }
  | { kind: 'inconclusive'; value: string; limit: string }
  | { kind: 'waterClass'; class: string; target?: string }
  | { kind: 'riverNitrogen' }
  | { kind: 'lakeAssumed' }
  | { kind: 'saturation' }
  | { kind: 'heightTaken'; said: number; class: string }
  | { kind: 'heightTooLow' }
  | { kind: 'recommended' }
  | { kind: 'aqiCapped' }
  | { kind: 'aqiIncomplete'; names: readonly string[]; standard: string }
  | { kind: 'aqiSkipped'; names: readonly string[]; instead: string }
  | { kind: 'aqiHourlyPm' }

/** How an excess is told: dB over, a difference, or times over the limit. */
export type ExcessKind = 'level' | 'difference' | 'times'

/** An AQI worked out from what was measured. */
export interface Index {
  aqi: number
  /** 「三级」, 「轻度污染」. */
  level: string
  category: string
  /** 首要污染物, all of them on a tie. */
  primaries: readonly string[]
  /** Each item's own index. */
  each: readonly { key: string; item: string; value: string; iaqi: number; hourly: boolean }[]
}

/**
 * What of a judgement stands in an event: codes and exact decimals as text, nothing anybody typed.
 * 辅助判定, 以监测报告为准.
 */
export interface Judged {
  verdict: Verdict
  /** Id of standards.json, or the group that was judged. */
  item?: string
  standard?: string
  class?: string
  period?: string
  room?: 'A' | 'B'
  freqHz?: number
  /** As it was used, after conversion: 「56.1」, 「<10」. */
  measured?: string
  unit?: string
  background?: string
  /** Measured minus background, as it is and rounded. */
  difference?: string
  differenceRounded?: string
  correction?: number
  corrected?: string
  /** The value that was compared, where the standard has it rounded. */
  rounded?: string
  op?: Limit['op']
  limit?: string
  exceed?: string
  exceedBy?: ExcessKind
}

/** One measurement held against one limit, or several together, with everything an inspector should know beside it. */
export interface Judgement extends Judged {
  index?: Index
  remarks: readonly Remark[]
  missing: readonly Missing[]
  /** Several items, points or bands; this one is then the worst of them. */
  parts?: readonly Judgement[]
}

/** What an event keeps: every part by itself. */
export function kept(j: Judgement): Judged[] {
  if (j.parts) return j.parts.flatMap(kept)
  const { remarks: _, missing: __, index: ___, parts: ____, ...judged } = j
  return [judged]
}

/** A judgement that could not be made, and why. */
export function undecided(
  facts: Partial<Judgement>,
  why: { remarks?: readonly Remark[]; missing?: readonly Missing[] },
): Judgement {
  return {
    verdict: 'undecided',
    ...facts,
    remarks: [...(facts.remarks ?? []), ...(why.remarks ?? [])],
    missing: why.missing ?? [],
  }
}

const RANK: readonly Verdict[] = ['within', 'high', 'undecided', 'unverified', 'over']

/**
 * Several judgements as one: the worst verdict rules (超标, then 待核, 无法判定, 高值), its figures are shown, the other
 * parts stay readable. In: at least one.
 */
export function worst(parts: readonly Judgement[], remarks: readonly Remark[] = []): Judgement {
  const [first] = parts
  if (parts.length === 1 && first) return { ...first, remarks: [...first.remarks, ...remarks] }
  const ranked = [...parts].sort((a, b) => rank(b) - rank(a) || excess(b) - excess(a) || share(b) - share(a))
  const top = ranked[0] as Judgement
  const missing = [...new Set(parts.flatMap((part) => part.missing))]
  return { ...top, remarks: [...top.remarks, ...remarks], missing, parts }
}

const rank = ({ verdict }: Judgement): number => RANK.indexOf(verdict)
const excess = ({ exceed, exceedBy, limit }: Judgement): number =>
  exceed === undefined ? 0 : exceedBy === 'times' || !Number(limit) ? Number(exceed) : Number(exceed) / Number(limit)
const share = ({ measured, limit, op }: Judgement): number => {
  const value = Number(measured?.replace(/^[<>≤≥]/, ''))
  if (Number.isNaN(value) || !Number(limit)) return 0
  return op === '>=' ? Number(limit) / (value || Number.MIN_VALUE) : value / Number(limit)
}
