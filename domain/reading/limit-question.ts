import { distance } from 'fastest-levenshtein'
import { type AqiVersion, aqiVersionOn } from '../standards/aqi.ts'
import { airClassSaid, heightSaid, noiseClassSaid, odourClassSaid, waterClassSaid } from '../standards/classes.ts'
import { standingLimits } from '../standards/find-limit.ts'
import { fumeItems } from '../standards/fumes.ts'
import { itemSaid, matterOf, named } from '../standards/items.ts'
import { codeOf, itemIds, type Limit, standardSaid } from '../standards/limits.ts'
import {
  bandOf,
  isNoise,
  isNoiseCode,
  type NoiseKind,
  type NoiseSource,
  noiseCode,
  noiseId,
  noiseSaid,
} from '../standards/noise-item.ts'
import { airPeriodSaid, noisePeriodSaid } from '../standards/periods.ts'
import { dayAsked } from './day-asked.ts'
import { normalise } from './normal.ts'

/** What somebody asks of the standards: limits, the table of an index, or how a measurement is judged at all. */
export type Asked = { limits: readonly Limit[]; unknownClass?: string } | { aqi: AqiVersion } | { rule: Rule }
export type Rule = 'background' | 'period' | 'rounding' | 'validity'

const RULES: readonly [Rule, RegExp][] = [
  ['background', /背景(?:值|噪声)?(?:的)?(?:修正|扣除|影响)|(?:怎么|如何)?(?:修正|扣)背景|本底修正/u],
  ['period', /(?:昼|夜)间?(?:时段|时间|是?几点|从几点|怎么[分算划]|的?划分)|昼夜(?:时段|时间|怎么[分算]|划分)/u],
  ['rounding', /修约|四舍|进位/u],
  ['validity', /风速|天气|校准|测量条件|测量有效|气象/u],
]

// What people call several items by, or one that has another name in the standard.
const TOPICS: readonly [RegExp, readonly string[]][] = [
  [
    /餐饮.*距离|距离.*餐饮|排烟口.*距离|油烟.*距离/u,
    ['catering_site_distance_boundary', 'catering_outlet_distance', 'catering_outlet_distance_deodorised'],
  ],
  [
    /净化(?:器)?效率|去除(?:效)?率|去除效率/u,
    ['catering_fume_oil_removal', 'catering_fume_pm_removal', 'catering_fume_nmhc_removal'],
  ],
  [/(?:排气筒|烟囱|有组织).*(?:臭|异味)|(?:臭|异味).*(?:排气筒|烟囱|有组织)/u, ['odor_concentration_stack']],
  [/非道路|工程机械|挖掘机|铲车/u, ['nonroad_smoke_opacity']],
  [/柴油车|尾气|黑烟|烟度/u, ['diesel_smoke_opacity', 'diesel_ringelmann']],
  [/基站|射频|手机信号/u, ['emf_power_density_30_3000mhz', 'emf_electric_30_3000mhz']],
  [/变电|高压线|输电|工频电磁/u, ['emf_electric_50hz', 'emf_magnetic_50hz']],
  [/电磁|辐射/u, ['emf_electric_50hz', 'emf_magnetic_50hz', 'emf_power_density_30_3000mhz']],
  [/VOCs?|挥发性有机/iu, ['nmhc', 'catering_fume_nmhc']],
  [/扬尘/u, ['TSP', 'tsp_other_particulate']],
  [/地表水|河水|河道|断面|水质/u, ['DO', 'CODMn', 'COD', 'NH3-N', 'TP']],
]

/**
 * What somebody asks for: 「噪声 2类 夜间」, 「2类夜间」, 「油烟」, 「PM2.5 日均 2025年」, 「臭气 二级」, 「GB 12523 夜间」, 「DB11/1488」, 「AQI」, 「背景修正」.
 * In force on `today`, or on the day that was said. Undefined when nothing known was named.
 */
export function standardAsked(said: string, today: string): Asked | undefined {
  const text = normalise(said).text
  const rule = RULES.find(([, words]) => words.test(text))?.[0]
  if (rule) return { rule }
  const date = dayAsked(text.replace(CODE, ' '), today)
  const aqi = /AQI|空气质量指数|HJ\s?633/iu.test(text) ? aqiVersionOn(date) : undefined
  if (aqi) return { aqi }
  const all = limitsNamed(text, date)
  const limits = all.length ? narrowed(all, text) : []
  const unknownClass = limits.length ? outsideClasses(text, all) : undefined
  return limits.length ? { limits, ...(unknownClass !== undefined && { unknownClass }) } : undefined
}

/** Of what is no item here, what is written most like it: 「甲荃」 has 甲苯. At most three names. */
export function nearestItems(said: string): string[] {
  const words = normalise(said)
    .text.split(/[\s,，、。?？]+/u)
    .filter(Boolean)
  const word = (words[0] ?? '').toLowerCase().slice(0, 12)
  const near = named
    .map(([, names]) => ({
      name: names[0] ?? '',
      far: Math.min(...names.map((each) => farness(word, each.toLowerCase()))),
    }))
    .filter(({ far }) => far < 1)
    .sort((a, b) => a.far - b.far)
  return [...new Set(near.map(({ name }) => name))].slice(0, 3)
}

// As a share of the longer word; 1 where not a sign is shared.
const farness = (a: string, b: string): number => distance(a, b) / Math.max(a.length, b.length, 1)

const CODE = /(?:GB|DB11|HJ)\s?\/?\s?(?:T\s?)?\d{2,6}(?:[-—–]\d{2,4})?/giu
const BARE_NOISE =
  /昼|夜|工地|施工|场界|lmax|最大声级|突发|频发|偶发|卧室|室内|酒吧|歌厅|广场舞|空调|外机|风机|^\s*(?:[0-9一二三四五六七八九][ab]?\s?类|4[ab]\s*$)/iu
// Heard through the building: table 2 holds, not what holds at the boundary.
const THROUGH_THE_HOUSE = /低频|水泵|电梯|换热站|热力站|变压器/u

function limitsNamed(text: string, date: string): readonly Limit[] {
  const number = /^\s*(\d{4,5})\s*$/.exec(text)?.[1]
  const code = (standardSaid(text) ?? standardSaid(`GB ${number}`) ?? standardSaid(`DB11/${number}`))?.code
  if (THROUGH_THE_HOUSE.test(text) && !/倍频/u.test(text)) return noiseLimits(`结构传声噪声${text}`, date, code)
  const noisy = isNoise(text) || (code !== undefined && isNoiseCode(code))
  const topic = noisy ? undefined : TOPICS.find(([words]) => words.test(text))?.[1]
  const ids = topic ?? (noisy ? [] : itemsNamed(text, code))
  if (ids.length) return ids.flatMap((id) => standing(id, date, { code, text }))
  if (noisy || (code === undefined && BARE_NOISE.test(text)))
    return noiseLimits(noisy ? text : `噪声${text}`, date, code)
  if (code === undefined) return []
  return itemIds.flatMap((id) => standingLimits(id, date, code)).filter(({ standard }) => codeOf(standard) === code)
}

function standing(
  id: string,
  date: string,
  { code, text }: { code: string | undefined; text: string },
): readonly Limit[] {
  const discharged = /污水|废水|排口|排放口|纳管/u.test(text) ? 'DB11/307' : undefined
  const all = standingLimits(id, date, code ?? discharged)
  return all.length ? all : standingLimits(id, date)
}

function noiseLimits(text: string, date: string, code: string | undefined): readonly Limit[] {
  const room = /[AB]类房|卧|客厅|书房|病房|教室/u.test(text)
  const noise = noiseSaid(code !== undefined && isNoiseCode(code) ? `噪声${text}` : text, {
    room,
    ...(code !== undefined && { code }),
  })
  if (!noise) return []
  const sources: NoiseSource[] =
    noise.assumed && noise.kind === 'leq' && !room
      ? ['social', 'industrial', 'ambient']
      : noise.assumed && noise.kind === 'lmax'
        ? ['industrial', 'ambient']
        : [noise.source]
  const kinds: readonly NoiseKind[] =
    room && noise.kind === 'leq'
      ? ['structure']
      : noise.kind === 'indoor'
        ? ['indoor', 'structure']
        : noise.kind === 'lmax'
          ? ['lmax', 'frequent', 'occasional']
          : noise.kind === 'leq' && !noise.assumed
            ? ['leq', 'lmax', 'frequent', 'occasional']
            : [noise.kind]
  const ids = sources.flatMap((source) =>
    [...new Set(kinds.flatMap((kind) => noiseId({ source, kind }) ?? []))].map((id) => ({ id, source })),
  )
  return ids.flatMap(({ id, source }) => standingLimits(id, date, noiseCode(source)))
}

function itemsNamed(text: string, code: string | undefined): readonly string[] {
  const words = text.split(/[\s,，、。?？]+/u).filter(Boolean)
  const around = { hints: text, ...(code !== undefined && { code }), lake: /湖|水库/u.test(text) }
  const bare = words.map((word) => word.replace(ASKING, ''))
  const found = [text, ...words, ...bare, ...bare.map((word) => word.replace(CLASSES, ''))]
    .map((word) => itemSaid(word, around))
    .find((each) => each !== undefined && (each.kind === 'item' || each.group === 'fumes'))
  if (found?.kind === 'group') return fumeItems
  return found ? [found.id] : []
}

const ASKING = /(?:的|标准|限值|限制|要求|是多少|多少|排放)+$/u

/** 「5类」 of noise: a class that was said, which none of the limits knows. */
function outsideClasses(text: string, limits: readonly Limit[]): string | undefined {
  const said = [...text.matchAll(/([0-9一二三四五六七八九])\s?类/gu)].at(0)?.[1]
  if (said === undefined) return undefined
  const matter = matterOf(limits[0]?.item ?? '')
  if (matter !== 'noise' && matter !== 'water') return undefined
  const own = classSaid(`${said}类`, matter)
  const known = limits.some(
    (limit) =>
      limit.class === '-' ||
      (own !== undefined && limit.class.split(',').some((each) => isOneOf(each, new Set([own])))),
  )
  return known ? undefined : `${said}类`
}

const CLASSES =
  /(?:[0-4][ab]?|[一二三四五]|[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)\s?[类级](?:[-—]?(?:新[改扩]*建|现有))?|4[ab](?![a-z])|[ⅠⅡⅢⅣⅤ]/giu

function narrowed(limits: readonly Limit[], text: string): Limit[] {
  const matter = matterOf(limits[0]?.item ?? '')
  const classes = new Set([...text.matchAll(CLASSES)].flatMap(([said]) => classesSaid(said, matter)))
  const plain = text.replace(/pm\s*(?:2\.5|10)/gi, ' ')
  const dayOnly = plain.replace(/(?:19|20)\d\d年?|[去前今明]年/gu, ' ')
  const period = matter === 'noise' ? noisePeriodSaid(/昼|夜|白天|晚上/.exec(plain)?.[0] ?? '') : airPeriodSaid(dayOnly)
  const room =
    /([AB])类房/.exec(text)?.[1] ?? (/卧|病房/u.test(text) ? 'A' : /客厅|书房|教室/u.test(text) ? 'B' : undefined)
  const hz = bandOf(/\d+(?:\.\d+)?\s?k?Hz/iu.exec(text)?.[0].replace(/\s/g, '') ?? '')
  const height =
    limits[0]?.item === 'odor_concentration_stack' ? heightSaid(/\d+\s?(?:米|m)/iu.exec(text)?.[0] ?? '') : undefined
  const classed = limits.filter(
    (limit) => !classes.size || limit.class === '-' || limit.class.split(',').some((each) => isOneOf(each, classes)),
  )
  return (classed.length ? classed : limits)
    .filter((limit) => period === undefined || limit.period === null || limit.period === period)
    .filter((limit) => room === undefined || limit.room === undefined || limit.room === room)
    .filter((limit) => hz === undefined || limit.freqHz === undefined || limit.freqHz === hz)
    .filter((limit, _, all) => height === undefined || limit === nearestHeight(all, height))
}

// Between two heights the nearer counts, the higher of two alike (GB 14554-93, 6.1.2).
function nearestHeight(limits: readonly Limit[], height: number): Limit | undefined {
  const far = (limit: Limit) => Math.abs((heightSaid(limit.class) ?? 0) - height)
  return limits
    .toReversed()
    .reduce<Limit | undefined>((near, each) => (near && far(near) <= far(each) ? near : each), undefined)
}

// 4a and 4b are 「4类」 in short, and 「4类」 at a boundary is either.
function isOneOf(own: string, classes: ReadonlySet<string>): boolean {
  return (
    classes.has(own) ||
    [...classes].some((said) => said.startsWith('4') && own.startsWith('4') && (said === '4' || own === '4'))
  )
}

// 「二级」 of an odour is of new works and of old ones.
function classesSaid(word: string, matter: ReturnType<typeof matterOf>): string[] {
  const own = classSaid(word, matter)
  if (own === undefined) return []
  const both = matter === 'odour' && odourClassSaid(word)?.assumed
  return both ? [own, own.replace('新扩改建', '现有')] : [own]
}

function classSaid(word: string, matter: ReturnType<typeof matterOf>): string | undefined {
  if (matter === 'noise') return noiseClassSaid(word)
  if (matter === 'air') return airClassSaid(word)
  if (matter === 'water') return waterClassSaid(word)
  return matter === 'odour' ? odourClassSaid(word)?.class : undefined
}
