import { itemIds } from './limits.ts'

/** Whose noise it is: each has its own standard. */
export type NoiseSource = 'ambient' | 'industrial' | 'social' | 'construction'
/** What was measured of it. */
export type NoiseKind = 'leq' | 'indoor' | 'structure' | 'octave' | 'lmax' | 'sudden' | 'frequent' | 'occasional'

export interface NoiseItem {
  source: NoiseSource
  kind: NoiseKind
  /** Nobody said whose it is: taken as 社会生活噪声, and said so. */
  assumed?: true
}

const CODES: Record<string, NoiseSource> = {
  'GB 3096': 'ambient',
  'GB 12348': 'industrial',
  'GB 22337': 'social',
  'GB 12523': 'construction',
}

const IDS: Record<NoiseSource, Partial<Record<NoiseKind, string>>> = {
  ambient: { leq: 'noise_ambient_leq', lmax: 'noise_ambient_lmax_sudden', sudden: 'noise_ambient_lmax_sudden' },
  industrial: {
    leq: 'noise_industrial_boundary_leq',
    indoor: 'noise_industrial_boundary_leq_indoor_lt1m',
    frequent: 'noise_industrial_boundary_lmax_frequent',
    occasional: 'noise_industrial_boundary_lmax_occasional',
    structure: 'noise_structureborne_indoor_leq',
    octave: 'noise_structureborne_indoor_octave',
  },
  social: {
    leq: 'noise_social_boundary_leq',
    indoor: 'noise_social_boundary_leq_indoor_lt1m',
    structure: 'noise_structureborne_indoor_leq',
    octave: 'noise_structureborne_indoor_octave',
  },
  construction: {
    leq: 'noise_construction_boundary_leq',
    indoor: 'noise_construction_indoor_leq',
    lmax: 'noise_construction_boundary_lmax',
    sudden: 'noise_construction_boundary_lmax',
    frequent: 'noise_construction_boundary_lmax',
    occasional: 'noise_construction_boundary_lmax',
  },
}

const SOURCES: readonly [NoiseSource, RegExp][] = [
  ['construction', /施工|建筑|工地|场界|打桩|夜施|construction/i],
  ['social', /社会|生活|商业|娱乐|营业|餐饮|餐馆|饭店|ktv|酒吧|广场舞|空调|风机|(?<!厂)边界|social/i],
  ['industrial', /工业|厂界|企业|工厂|厂房|厂区|industrial|factory/i],
  ['ambient', /环境质量|声环境|区域|功能区|敏感点|敏感建筑|交通|道路|环境噪[声音]|ambient|3096/i],
]

const KINDS: readonly [NoiseKind, RegExp][] = [
  ['octave', /倍频|频带|octave|hz/i],
  ['structure', /结构|固体传声|固定设备|关窗|structure/i],
  ['frequent', /频发|frequent/i],
  ['occasional', /偶发|occasional/i],
  ['sudden', /突发|sudden/i],
  ['lmax', /lmax|la?max|最大(?:声级|值)?|瞬时/i],
  ['indoor', /室内|开窗|(?:不足|小于|<)\s*1\s*(?:m|米)|lt1m|indoor/i],
]

/** Whether words speak of noise at all. */
export function isNoise(said: string): boolean {
  return /噪[声音]|noise|声环境|声级|leq|lmax|db(?!\d)|分贝|传声|倍频|频带/i.test(said)
}

/**
 * Whose noise and what of it, from an id or Chinese words and the standard that was named. Out: undefined when it is no
 * noise. `room`: a kind of room was given, so 「室内」 is the structure-borne measurement with closed windows.
 */
export function noiseSaid(said: string, around: { code?: string; room?: boolean }): NoiseItem | undefined {
  const text = said.normalize('NFKC')
  const id = itemIds.find((each) => each.startsWith('noise_') && each === text.trim().toLowerCase())
  if (id === undefined && !isNoise(text)) return undefined
  const stated = SOURCES.find(([, words]) => words.test(text))?.[0]
  const kind = KINDS.find(([, words]) => words.test(text))?.[0] ?? 'leq'
  const byKind = kind === 'frequent' || kind === 'occasional' ? 'industrial' : kind === 'sudden' ? 'ambient' : undefined
  const byCode = around.code === undefined ? undefined : CODES[around.code]
  const source = (id === undefined ? (byCode ?? stated) : (stated ?? byCode)) ?? byKind
  const closed = kind === 'indoor' && around.room && id === undefined
  return {
    source: source ?? 'social',
    kind: closed ? 'structure' : kind,
    ...(source === undefined && { assumed: true as const }),
  }
}

/** The id under which the limits stand; undefined when that standard has no such limit. */
export function noiseId({ source, kind }: NoiseItem): string | undefined {
  return IDS[source][kind]
}

/** The code of the standard a source is held to. */
export function noiseCode(source: NoiseSource): string {
  return Object.keys(CODES).find((code) => CODES[code] === source) ?? ''
}

/** Whether a code is that of a noise standard. */
export function isNoiseCode(code: string): boolean {
  return code in CODES
}

/** Whether it is the highest level, which is judged as it was read. */
export function isLmax(kind: NoiseKind): boolean {
  return kind === 'lmax' || kind === 'sudden' || kind === 'frequent' || kind === 'occasional'
}

/** The centre of an octave band: 「63Hz」, 「31.5」, 「1kHz」. */
export function bandOf(said: string): number | undefined {
  const [, n, k] = /^(\d+(?:\.\d+)?)\s*(k)?(?:hz|赫兹?)?$/i.exec(said.normalize('NFKC').trim()) ?? []
  return n === undefined ? undefined : Number(n) * (k ? 1000 : 1)
}

/** The bands of table 3. */
export const bands: readonly number[] = [31.5, 63, 125, 250, 500]
