import { className, measuredName, periodName } from './judgement.ts'

// The questions about kitchens, odour and air.

export const fumeAsks = {
  three: (m: { oil: string; pm: string; nmhc: string }) =>
    `饭店排口测得油烟${m.oil}、颗粒物${m.pm}、非甲烷总烃${m.nmhc} mg/m³,哪项超标?`,
  times: (m: { item: string; measured: string }) =>
    `饭店排口${measuredName(m.item)}测得${m.measured} mg/m³,超标多少倍?`,
  kitchen: (stoves: number) => `${stoves}个基准灶头的食堂,按GB 18483-2001算什么规模,净化设备去除效率最低多少?`,
  direct: (m: { measured: string; how: string }) => `饭店${m.how},油烟测得${m.measured} mg/m³。怎么判?`,
  distance: (m: { item: string; metres: string }) => `${DISTANCES[m.item] ?? ''}${m.metres}米,按HJ 554合不合适?`,
}

/** How a kitchen works when its fumes are measured. */
export const kitchens = {
  none: '没装净化器、直接排放',
  off: '净化器没开、直接排放',
  on: '净化器正常运行',
}

const DISTANCES: Record<string, string> = {
  catering_site_distance_boundary: '新开饭店的边界离居民楼',
  catering_outlet_distance: '饭店净化后的排烟口(没有除异味设备)离居民楼',
  catering_outlet_distance_deodorised: '饭店净化并除异味后的排烟口离居民楼',
}

/** 「油烟、颗粒物」, or that everything keeps its limit. */
export const overItems = (items: readonly string[]): string => items.map(measuredName).join('、') || '都达标'

/** 「中型,75%」. */
export const kitchenSize = (size: string, removal: number): string => `${className(size)},${removal}%`

/** 「小型(>=1,<3个灶头)60%」: a size as the table has it. */
export const kitchenRow = (size: string, removal: number): string =>
  `${className(size)}(${(/\((.*)\)/.exec(size)?.[1] ?? '').replaceAll('>=', '≥')}个灶头)${removal}%`

/** 「合适」, 「太近」. */
export const distances = { far: '符合', near: '太近,不符合' } as const

/** 「≥20米」. */
export const atLeast = (item: string, metres: string): string => `${DISTANCES[item] ?? ''}要求不小于${metres}米。`

export const odourAsks = {
  points: (m: { class: string; points: readonly string[] }) =>
    `厂界${m.points.length}个点臭气浓度${m.points.join('、')}(${className(m.class)})。怎么判?`,
  limit: (m: { item: string; class: string }) =>
    `GB 14554厂界标准,${className(m.class)},${measuredName(m.item)}限值多少?`,
  stack: (metres: number) => `排气筒高${metres}米,臭气浓度限值多少(GB 14554,无量纲)?`,
}

export const airAsks = {
  mean: (m: { date: string; item: string; period: string; measured: string; unit: string }) =>
    `${m.date},${measuredName(m.item)}${periodName(m.period)}${m.measured} ${m.unit}(二类区)。怎么判?`,
  index: (m: { date: string; key: string; value: string }) =>
    `${m.date},${keySaid(m.key)} ${m.value} ${unitOfKey(m.key)},分指数(IAQI)是多少?`,
  level: (aqi: number) => `AQI ${aqi}是几级、什么类别?`,
  primary: (m: { values: Record<string, string> }) =>
    `今天${Object.entries(m.values)
      .map(([key, value]) => `${keySaid(key)} ${value}`)
      .join('、')}(μg/m³)。首要污染物是哪个?`,
}

/** 「PM2.5日均」, 「O3日最大8小时」. */
export function keySaid(key: string): string {
  const [item = '', time = ''] = key.split('_')
  return `${item}${time === '24h' ? '日均' : time === '8h' ? '日最大8小时' : '小时均值'}`
}

const unitOfKey = (key: string): string => (key.startsWith('CO') ? 'mg/m³' : 'μg/m³')

/** 「三级 轻度污染」. */
export const levelSaid = ({ level, category }: { level: string; category: string }): string => `${level} ${category}`

/** 「PM2.5日均、O3」; of clean air none. */
export const primariesSaid = (primaries: readonly string[]): string => primaries.join('、') || '没有(AQI不超过50)'

/** 「61在60~115段:100+50×(61−60)÷(115−60)=100.91,向上进位→101」. */
export function interpolation(m: {
  value: string
  low: number
  high: number
  from: number
  to: number
  exact: string
  iaqi: number
}): string {
  const { value, low, high, from, to, exact, iaqi } = m
  const whole = exact === String(iaqi) ? '' : `,向上进位→${iaqi}`
  return `${value}在${low}~${high}段:${from}+${to - from}×(${value}−${low})÷(${high}−${low})=${exact}${whole}。`
}

export const hourlyNoVerdict = '不作达标判定,没有小时限值'
/** 「AQI 0–50优、51–100良、…」. */
export const levelsSaid = (levels: readonly { min: number; max: number | null; category: string }[]): string =>
  `AQI ${levels.map(({ min, max, category }) => `${max === null ? `${min}以上` : `${min}–${max}`}${category}`).join('、')}。`

/** 「依据HJ 633-2012,2026-03-01起改用HJ 633-2026」. */
export const indexBasis = (version: string, newest: { version: string; from: string }): string =>
  `依据${version},${newest.from}起${version === newest.version ? '施行' : `改用${newest.version}`}`
