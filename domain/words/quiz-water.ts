import { unitShown } from '../standards/units.ts'
import { className, measuredName } from './judgement.ts'

// The questions about surface water, and about standards as such.

export const waterAsks = {
  class: (m: { values: Record<string, string> }) =>
    `河道断面${Object.entries(m.values)
      .map(([item, value]) => `${measuredName(item)}${value}`)
      .join('、')} mg/L。水质是几类?`,
  times: (m: { item: string; target: string; measured: string }) =>
    `目标${className(m.target)}的断面,${measuredName(m.item)}测得${m.measured} mg/L。怎么判?`,
  oxygen: (m: { target: string; measured: string }) =>
    `目标${className(m.target)}的断面,溶解氧测得${m.measured} mg/L。怎么判?`,
  limit: (m: { item: string; class: string }) => `地表水${className(m.class)},${measuredName(m.item)}限值多少mg/L?`,
  nitrogen: (m: { water: string; target: string; measured: string }) =>
    `${m.water}总氮测得${m.measured} mg/L,目标${className(m.target)}。怎么判?`,
}

export const riverNitrogen = '河流不评价总氮'
export const times = (n: string): string => `${n}倍`

/** The limits of an item class by class, as the table shows them. */
export const classesOf = (rows: readonly { class: string; op: string; limit: number }[]): string =>
  `${rows.map((row) => `${className(row.class)}${row.op === '>=' ? '≥' : ''}${row.limit}`).join('、')} mg/L。`

export const waterRule = '单因子评价:以最差的一项定类别。'
export const ownClass = (item: string, own: string): string => `${measuredName(item)}${className(own)}`

export const standardAsks = {
  version: (m: { matter: string; date: string }) => `${m.date}采样的${m.matter},判达标按哪个标准?`,
  versionOfIndex: (date: string) => `${date}的空气质量指数(AQI)按哪个标准算?`,
  round: (m: { value: string; places: number }) =>
    `${m.value} 按GB/T 8170修约到${m.places === 0 ? '个位' : `小数点后${m.places}位`}是多少?`,
  slip: (m: { item: string; measured: string; unit: string; when: string }) =>
    `报来${measuredName(m.item)}${m.when}${m.measured} ${unitShown(m.unit)}。怎么办?`,
  convert: (m: { value: string; from: string; to: string }) =>
    `${m.value} ${unitShown(m.from)} 是多少 ${unitShown(m.to)}?`,
}

export const checkUnit = (unit: string): string => `先核对单位,像是${unit}`
export const takeAs = (unit: string): string => `直接按${unit}记`
export const unitRule = '1 mg = 1000 μg'
export const converted = (m: { value: string; from: string; to: string; result: string }): string =>
  `${m.value} ${unitShown(m.from)} = ${m.result} ${unitShown(m.to)}。`

/** Why a value is rounded as it is: 「尾数正好是5,前一位4是偶数:舍去」. */
export function roundingWhy(tail: 'less' | 'more' | 'half', before: string, result: string): string {
  const even = Number(before) % 2 === 0
  const half = `尾数正好是5,前一位${before}是${even ? '偶数,舍去' : '奇数,进一'}`
  return `${tail === 'half' ? half : tail === 'less' ? '尾数不到5,舍去' : '尾数大于5,进一'} → ${result}。`
}

export const roundingRule = '依据GB/T 8170四舍六入五成双:5后无数字时看前一位,奇进偶不进'
