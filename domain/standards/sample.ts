/** What may come with a measurement. Values are as they were said: numbers, or texts with a unit. */
export interface Inputs {
  /** When it was measured: 「22:40」. */
  time?: unknown
  /** 'A' (for sleeping) or 'B', or the room's name. */
  room?: unknown
  freqHz?: unknown
  windSpeed?: unknown
  weather?: unknown
  calBefore?: unknown
  calAfter?: unknown
  purifier?: unknown
  directDischarge?: unknown
  /** 「湖库」, 「凉水河」, 'lake'. */
  waterBody?: unknown
  unit?: unknown
}

/** One measurement to be judged, as people or programs give it. */
export interface Sample {
  item: string
  /** Absent or 'auto:…': found by item and date. */
  standard?: string
  /** The day of sampling, 'YYYY-MM-DD'; an instant is taken too. */
  date: string
  class?: string
  period?: string
  /** A number, a text like "<10", a list of points, or a dictionary of bands, concentrations or items. */
  measured: unknown
  background?: unknown
  inputs: Inputs
}

/** Text, if there is any. */
export function textOf(said: unknown): string | undefined {
  if (typeof said === 'number' && Number.isFinite(said)) return String(said)
  return typeof said === 'string' && said.trim() !== '' ? said.trim() : undefined
}

const OWN_INPUTS = ['time', 'room', 'freqHz', 'unit'] as const

/**
 * One point told as a dictionary, { point, value, background, period, time, freqHz, unit, class }, with what it says of
 * itself before what was said of all; undefined when it is none.
 */
export function pointOf(sample: Sample): Sample | undefined {
  const { measured: told } = sample
  if (!isDictionary(told)) return undefined
  const measured = told.value ?? told.measured ?? told.测量值 ?? told.值
  if (measured === undefined) return undefined
  const background = told.background ?? told.背景 ?? told.背景值 ?? sample.background
  const period = textOf(told.period ?? told.时段)
  const of = textOf(told.class ?? told.类别)
  const own = OWN_INPUTS.filter((key) => told[key] !== undefined && told[key] !== null).map((key) => [key, told[key]])
  return {
    ...sample,
    measured,
    background,
    ...(period !== undefined && { period }),
    ...(of !== undefined && { class: of }),
    inputs: { ...sample.inputs, ...Object.fromEntries(own) },
  }
}

/** Yes or no, in the ways people write it: true, 「有」, 「未安装」, 「停用」. */
export function yesOrNo(said: unknown): boolean | undefined {
  if (typeof said === 'boolean') return said
  const text = textOf(said)?.toLowerCase()
  if (text === undefined) return undefined
  if (/^(?:false|no|none|off|closed|broken|0|无|没有?|否|不|未|缺|关|停|坏|故障|损坏|拆)/.test(text)) return false
  return /^(?:true|yes|1|有|是|已|正常|直排)/.test(text) ? true : undefined
}

/** A dictionary, but no list. */
export function isDictionary(said: unknown): said is Record<string, unknown> {
  return typeof said === 'object' && said !== null && !Array.isArray(said)
}
