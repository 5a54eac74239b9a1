import type { Rule } from '../reading/limit-question.ts'
import { type AqiVersion, aqiInForce, aqiKeys, breakpointsOf, indexSteps } from '../standards/aqi.ts'
import { type Limit, titleOf } from '../standards/limits.ts'
import { unitShown } from '../standards/units.ts'
import { clip } from './case-lines.ts'
import { className, measuredName, periodName } from './judgement.ts'
import { lines, type Sentence } from './sentence.ts'

const MOST_LINES = 12

/** 标准: the limits asked for with their version and note: two lines in a room, a short list in private. */
export function limitsAnswer(limits: readonly Limit[], inRoom: boolean): Sentence {
  const groups = [...Map.groupBy(limits, (limit) => `${limit.item} ${limit.period} ${limit.standard}`).values()]
  const rows = groups.map(groupRow)
  const note = noteOf(limits)
  const version = versionOf(limits)
  if (!inRoom && rows.length > 1)
    return lines(...rows.slice(0, MOST_LINES), `${version}${note ? `。${clip(note, 60)}` : ''}`)
  const more = rows.length > 3 ? `;另有${rows.length - 3}条,私聊我查` : ''
  return lines(`${rows.slice(0, 3).join(';')}${more}`, `${version}${note ? `。${clip(note, 60)}` : ''}`)
}

/** 标准 待核: what the station must verify before it may judge, by standard. */
export function unverifiedAnswer(limits: readonly Limit[], inRoom: boolean): Sentence {
  const byStandard = [...Map.groupBy(limits, ({ standard }) => standard)]
  const head = `待监测站核对原文的限值${limits.length}条,核对前只判「待核」:`
  if (inRoom)
    return lines(
      head,
      `${byStandard.map(([standard, own]) => `${standard} ${own.length}条`).join('、')}。明细私聊我回「标准 待核」。`,
    )
  return lines(head, ...byStandard.map(([standard, own]) => `${standard} ${own.length}条:${clip(itemsSaid(own), 90)}`))
}

function itemsSaid(limits: readonly Limit[]): string {
  const byItem = [...Map.groupBy(limits, ({ item }) => item)]
  return byItem
    .map(([item, own]) => `${measuredName(item)}${[...new Set(own.map(({ limit }) => limit))].join('/')}`)
    .join('、')
}

function groupRow(group: readonly Limit[]): string {
  const [first] = group
  if (!first) return ''
  const values = [...Map.groupBy(group, placed)].map(([where, own]) => `${where}${where && ' '}${bounds(own)}`)
  const doubt = first.confidence === 'high' ? '' : ',待核'
  const head = [measuredName(first.item), periodName(first.period ?? undefined)].filter(Boolean).join(' ')
  return `${head}:${values.join('、')} ${unitShown(first.unit)}`.trimEnd().concat(`(${first.standard}${doubt})`)
}

function placed({ class: own, room, freqHz }: Limit): string {
  return [className(own === '-' ? undefined : own), room && `${room}类房间`, freqHz !== undefined && `${freqHz}Hz`]
    .filter(Boolean)
    .join(' ')
}

function bounds(own: readonly Limit[]): string {
  if (own.length > 1) return own.map(({ limit }) => limit).join('~')
  return own.map(({ limit, op }) => `${op === '>=' ? '≥' : ''}${limit}`).join('')
}

/** 「GB 22337-2008《社会生活环境噪声排放标准》2008-10-01起施行」; titles only while there is one standard. */
function versionOf(limits: readonly Limit[]): string {
  const standards = [...new Map(limits.toReversed().map((limit) => [limit.standard, limit])).values()]
  const [first] = standards
  if (first && standards.length === 1)
    return `${first.standard}《${titleOf(first.standard) ?? ''}》${inForceSaid(first)}`
  if (first && standards.every(({ validFrom }) => validFrom === first.validFrom)) return `均${inForceSaid(first)}`
  return standards
    .slice(0, 3)
    .map((limit) => `${limit.standard} ${inForceSaid(limit)}`)
    .join(',')
}

const inForceSaid = ({ validFrom, validTo }: Pick<Limit, 'validFrom' | 'validTo'>): string =>
  `${validFrom}起${validTo === null ? '' : `至${validTo}`}施行`

// How a figure came into the data is no business of the group's.
const PROVENANCE = /原文|扫描|GitHub|网上|凭记忆|PDF|数据集/iu

function noteOf(limits: readonly Limit[]): string {
  const note = limits.find((limit) => limit.note)?.note ?? ''
  return note
    .replace(/[（(][^()（）]*[)）]/gu, (beside) => (PROVENANCE.test(beside) ? '' : beside))
    .split(/[;；]\s*/u)
    .filter((part) => part.trim() && !PROVENANCE.test(part))
    .join(';')
    .replace(/\.\s*(?:原文未读到|扫描件)?\s*$/u, '')
    .trim()
}

/** 「AQI断点(HJ 633-2026)」: at which concentrations the index is 50, 100, 150 …, by item. */
export function aqiAnswer(version: AqiVersion, inRoom: boolean): Sentence {
  const rows = aqiKeys.map(
    (key) =>
      `${key.replace('_', ' ')} ${breakpointsOf(version, key)
        .slice(1)
        .map((point) => point ?? '—')
        .join('/')}`,
  )
  const steps = indexSteps.slice(1).join('/')
  const shown = inRoom ? rows.filter((row) => /^(?:PM|O3 8h)/u.test(row)) : rows
  const more = inRoom ? ';其余私聊我查' : ''
  return lines(
    `AQI ${steps} 对应的浓度(μg/m³,CO mg/m³):${inRoom ? `${shown.join(';')}${more}` : ''}`,
    ...(inRoom ? [] : shown),
    `${version} ${inForceSaid(aqiInForce(version))},指数向上进位取整,首要污染物可并列。`,
  )
}

const RULE_WORDS: Record<Rule, readonly [string, string]> = {
  background: [
    '背景修正:差值(修约到整数)大于10不修正;6–10减1;4–5减2;3减3;小于3不能修正,降低背景后重测。',
    '适用GB 12348-2008、GB 22337-2008、GB 12523;修正后修约到个位,未超限值不必修正。GB 3096不修正。',
  ],
  period: ['昼间06:00–22:00,夜间22:00–次日06:00。', '06:00算昼间,22:00算夜间;跨时段的分开测、分别评价。'],
  rounding: [
    '修约按GB/T 8170:四舍六入,逢五看前位取偶(50.5→50,51.5→52)。噪声修正后修约到个位。',
    '空气浓度修约到1 μg/m³,CO到0.1 mg/m³;AQI一律向上进位。',
  ],
  validity: [
    '噪声测量:无雨雪雷电,风速不超过5 m/s;测前测后校准相差不超过0.5 dB,否则无效。',
    '边界外1 m、高1.2 m以上;稳态1分钟、施工20分钟;结构传声在室内关窗测。',
  ],
}

/** How a measurement is judged at all: 「标准 背景修正」. */
export function ruleAnswer(rule: Rule): Sentence {
  return lines(...RULE_WORDS[rule])
}

/** 「社会生活噪声没有「5类」,可查0类、1类、2类…」: a class the limits do not know. */
export function unknownClassSaid(said: string, limits: readonly Limit[]): Sentence {
  const known = [...new Set(limits.flatMap((limit) => limit.class.split(',')))].sort()
  return [`${measuredName(limits[0]?.item)}没有「${said}」,可查${known.map((each) => className(each)).join('、')}。`]
}

/** 「没有「甲荃」的限值,相近的有甲苯、苯。例:「标准 甲苯」」: nothing known was named. */
export function noLimitSaid(said: string, near: readonly string[]): Sentence {
  const short = clip(said.trim(), 20)
  if (!near.length)
    return [
      `没查到「${short}」的限值。可查噪声、油烟、臭气、PM2.5等空气项目、COD等水质项目、电磁。例:「标准 噪声 2类 夜间」。`,
    ]
  return [`没查到「${short}」的限值,相近的有${near.join('、')}。例:「标准 ${near[0]}」。`]
}
