import { itemName } from '../standards/items.ts'
import { type Index, type Judged, type Judgement, type Missing, type Remark, verdicts } from '../standards/judgement.ts'
import { unitShown } from '../standards/units.ts'

/** Every judgement ends with this (domain.md section 1). */
export const AIDS_ONLY = '辅助判定,以监测报告为准'

const NOISE: Record<string, string> = {
  noise: '噪声',
  noise_ambient_leq: '环境噪声',
  noise_ambient_lmax_sudden: '夜间突发最大声级',
  noise_industrial_boundary_leq: '厂界噪声',
  noise_industrial_boundary_leq_indoor_lt1m: '厂界噪声(室内开窗)',
  noise_industrial_boundary_lmax_frequent: '夜间频发最大声级',
  noise_industrial_boundary_lmax_occasional: '夜间偶发最大声级',
  noise_social_boundary_leq: '社会生活噪声',
  noise_social_boundary_leq_indoor_lt1m: '社会生活噪声(室内开窗)',
  noise_structureborne_indoor_leq: '结构传声(室内)',
  noise_structureborne_indoor_octave: '倍频带声压级(室内)',
  noise_construction_boundary_leq: '施工噪声',
  noise_construction_indoor_leq: '施工噪声(室内)',
  noise_construction_boundary_lmax: '施工夜间最大声级',
}

const PERIODS: Record<string, string> = {
  day: '昼间',
  night: '夜间',
  '1h': '小时均值',
  '24h': '日均值',
  daily_max_8h: '日最大8小时',
  annual: '年均值',
}

/** What people call what was measured. */
export function measuredName(item: string | undefined): string {
  if (item === undefined) return ''
  if (/^noise_[a-z]+_(?:lmax|sudden)$/.test(item)) return '夜间最大声级'
  return NOISE[item] ?? (item.startsWith('noise_') ? '这种噪声' : itemName(item))
}

/** 「昼间」, 「日均值」. */
export function periodName(period: string | undefined): string {
  return period === undefined ? '' : (PERIODS[period] ?? '')
}

const KITCHENS: Record<string, string> = { small: '小型', medium: '中型', large: '大型' }

/** 「2类」, 「Ⅲ类」, 「二级-新扩改建」. */
export function className(said: string | undefined): string {
  if (said === undefined || said === '公众' || said === 'I-V') return ''
  const kitchen = /^(small|medium|large)\(/.exec(said)?.[1]
  if (kitchen !== undefined) return KITCHENS[kitchen] ?? said
  return /^[\d,]+[ab]?$|^(?:劣?[IV]+)$/.test(said) ? `${said}类` : said
}

/** The whole reckoning in one line: 「夜间 2类 56.1 背景48.2:差7.9≈8,修正−1 → 55.1≈55,限值50,超标5 dB(A)」. */
export function reckoning(j: Judged, index?: Index, brief = false): string {
  if (index) return indexReckoning(j, index)
  const head = [
    brief && j.item?.endsWith('_boundary_leq') ? '' : measuredName(j.item),
    periodName(j.period),
    className(j.class),
    j.room && `${j.room}类房间`,
    j.freqHz !== undefined && `${j.freqHz}Hz`,
  ]
  const words = [...head, valueSaid(j)].filter(Boolean).join(' ')
  return `${words}${j.measured === undefined ? words && ':' : steps(j)}${outcome(j)}`
}

function valueSaid({ measured, unit = '', background }: Judged): string {
  if (measured === undefined) return ''
  const shown = unit.startsWith('dB') || measured === '未检出' ? '' : unitShown(unit)
  return `${[measured, shown].filter(Boolean).join(' ')}${background === undefined ? '' : ` 背景${background}`}`
}

/** Every part of a judgement on a line of its own; one line when there is one. */
export function reckonings(j: Judgement, brief = false): string[] {
  return j.parts ? j.parts.flatMap((part) => reckonings(part, brief)) : [reckoning(j, j.index, brief)]
}

/** Everything beside the figures, as short sentences: doubts, assumptions, what is missing. */
export function remarksSaid(j: Judgement): string[] {
  const whole = j.remarks.some(({ kind }) => kind === 'waterClass')
  const parts = (j.parts ?? []).map((part) =>
    whole ? { ...part, remarks: part.remarks.filter(({ kind }) => kind !== 'waterClass') } : part,
  )
  const own = [...parts.flatMap(remarksSaid), ...j.remarks.map(remarkSaid)]
  const missing = missingSaid(j.missing)
  return [...new Set([...own.filter(Boolean), ...(missing && !own.includes(missing) && !j.parts ? [missing] : [])])]
}

/** The one question for all that is missing: 「请补:背景值、功能区类别」. */
export function missingSaid(missing: readonly Missing[]): string {
  return missing.length ? `请补:${missing.map((each) => MISSING[each]).join('、')}` : ''
}

function steps(j: Judged): string {
  const rounded = j.rounded === undefined || j.rounded === j.measured ? '' : `≈${j.rounded}`
  if (j.differenceRounded === undefined) return `${rounded},`
  const difference = `:差${j.difference}${j.differenceRounded === j.difference ? '' : `≈${j.differenceRounded}`},`
  if (j.corrected === undefined) return `${difference}${j.rounded === undefined ? '' : `${j.measured}≈${j.rounded},`}`
  const correction = j.correction === 0 ? '不修正' : `修正−${Math.abs(j.correction ?? 0)}`
  return `${difference}${correction} → ${j.corrected}${j.rounded === j.corrected ? '' : `≈${j.rounded}`},`
}

function outcome(j: Judged): string {
  const limit = j.limit === undefined ? '' : `限值${j.op === '>=' ? '≥' : ''}${j.limit},`
  return `${limit}${verdicts[j.verdict]}${excessSaid(j)}`
}

/** 「5 dB(A)」, 「0.24倍」; with 超标 before it. */
export function excessSaid({ verdict, exceed, exceedBy, unit, op }: Judged): string {
  if (exceed === undefined || (verdict !== 'over' && verdict !== 'high')) return ''
  if (exceedBy === 'times') return verdict === 'high' ? `(高出${exceed}倍)` : `${exceed}倍`
  const shown = `${exceed}${unit === '-' || unit === '级' ? '' : ' '}${unitShown(unit ?? '')}`
  return op === '>=' ? `(低${shown})` : shown
}

function indexReckoning({ verdict, limit }: Judged, index: Index): string {
  const each = index.each
    .map(({ key, item, value, iaqi, hourly }) => `${hourly ? `${item} 1h` : key.replace('_', ' ')} ${value}→${iaqi}`)
    .join('、')
  const primaries = index.primaries.length ? `,首要污染物${index.primaries.join('、')}` : ''
  const over = index.each.filter(({ iaqi }) => iaqi > Number(limit)).map(({ item }) => item)
  const outOf = over.length ? `(${[...new Set(over)].join('、')})` : ''
  return `AQI ${index.aqi} ${index.level} ${index.category}${primaries};分指数:${each};${verdicts[verdict]}${outOf}`
}

const MISSING: Record<Missing, string> = {
  item: '测的是什么',
  date: '采样日期',
  measured: '测量值',
  class: '类别',
  waterClass: '水体目标类别',
  period: '昼间还是夜间',
  averaging: '小时值还是日均值',
  background: '背景值',
  room: '房间类型(A类睡眠为主、B类昼间使用)',
  freqHz: '倍频带中心频率',
  lmaxKind: '频发还是偶发',
  height: '排气筒高度',
}

function remarkSaid(remark: Remark): string {
  const say = REMARKS[remark.kind] as (facts: Remark) => string
  return say(remark)
}

// What cannot be read is named, not repeated at length.
const shortly = (said: string) => (said.length > 40 ? `${said.slice(0, 40)}…` : said)

const SURE: Record<string, string> = { high: '高', 'medium-high': '中高', medium: '中', low: '低' }

const REMARKS: { [K in Remark['kind']]: (facts: Extract<Remark, { kind: K }>) => string } = {
  windy: ({ wind }) => `风速${wind} m/s,超过5 m/s,测量无效,请重测`,
  badWeather: ({ weather }) => `天气「${weather}」,雨雪雷电时不测,测量无效,请重测`,
  drifted: ({ drift }) => `测前测后校准相差${drift} dB,大于0.5,测量无效,请重测`,
  notCalibrated: () => '校准只记了一次,请补测前测后两个值',
  tooClose: ({ difference }) => `与背景差${difference},小于3,应降低背景后重测(仍不能满足按HJ 706-2014)`,
  backgroundAbove: () => '背景高于测量值,请核对两个值后重测',
  belowAnyway: () => '修约后未超限值,背景修正只会更低,不影响结论',
  directly: () => '未超限值,不需背景修正',
  converted: ({ from, to }) => `单位换算:${from}=${to}`,
  slip: ({ value, unit, other }) => `${value} ${unit} 不像真值,是不是 ${value} ${other}?请核对单位`,
  unitUnfit: ({ unit, expected }) => `单位「${unit}」对不上,这一项用${expected || '无量纲'}`,
  implausible: ({ value }) => `${value} 不像真值,请核对`,
  unreadable: ({ said }) => `「${shortly(said)}」没看懂`,
  periodConflict: ({ period, time }) => `写的${periodName(period)},时间${time}却不是,请核对`,
  acrossPeriods: ({ time }) => `${time} 跨昼夜(06:00–22:00为昼间),请分开测`,
  classAssumed: ({ class: taken }) => `没说类别,暂按${className(taken)},请确认`,
  classTaken: ({ said, class: taken }) => `${className(said)}在排放标准里按${className(taken)}`,
  classUnknown: ({ said, known }) => `没有「${shortly(said)}」这一类,可用:${known.join('、')}`,
  noLmax: ({ standard }) => `${standard}边界噪声不评价最大声级`,
  nightOnly: () => '最大声级只在夜间评价',
  eitherKind: () => '频发、偶发的限值都未超',
  sourceAssumed: ({ standard }) => `没说噪声来源,暂按社会生活噪声(${standard})`,
  versionUsed: ({ said, used }) => `${said}在采样日不施行,按${used}`,
  standardUnfit: ({ said, used }) => `「${said}」没有这一项限值,按${used}`,
  standardUnknown: ({ said }) => `没有「${shortly(said)}」这个标准`,
  noLimit: ({ what, date }) => `${measuredName(what)}在${date}没有适用的限值`,
  unverified: ({ standard, confidence }) =>
    `${standard}这一限值未经原文核对(把握${SURE[confidence]}),须监测站核实后再判`,
  alsoLocal: ({ standard, limit }) => `北京执行${standard},限值${limit}`,
  hourly: ({ limited }) => (limited ? '小时值只作高值提示,不判超标' : '没有小时限值,与日均限值比只能叫高值'),
  noHourlyLimit: ({ daily }) => `没有小时限值,未高于日均限值${daily},不作达标判定`,
  o3Daily: () => '臭氧没有日均,按日最大8小时',
  deemed: () => '未经净化直接排放,视同超标',
  itemsMissing: ({ names }) => `未测${names.map(measuredName).join('、')}`,
  bandsMissing: ({ bands }) => `缺倍频带${bands.join('、')} Hz`,
  bandUnknown: ({ band }) => `${band} Hz 不在评价频带内,未计`,
  points: ({ n }) => (n > 1 ? `${n}个值,按最不利的判` : ''),
  inconclusive: ({ value, limit }) => `${value} 与限值${limit}比不出结论,请给出实测值`,
  waterClass: ({ class: own, target }) =>
    `水质${className(own)}${target === undefined ? '' : `,目标${className(target)}`}`,
  lakeAssumed: () => '没说水体,总氮按湖库评价(河流不评价)',
  riverNitrogen: () => '总氮只评价湖库,河流不评价',
  saturation: () => 'Ⅰ类溶解氧饱和率达90%也算达标',
  heightTaken: ({ said, class: taken }) => `排气筒${said}m,按就近高度${taken}`,
  heightTooLow: () => '排气筒低于15m,按无组织(厂界)评价',
  recommended: () => 'HJ 554为技术规范,「不宜、不应」供参考',
  aqiCapped: () => '超出指数表,按500计',
  aqiIncomplete: ({ names, standard }) =>
    `缺${names.join('、')},按已有项计算${standard === 'HJ 633-2026' ? '(缺项且AQI≤100时发布应标NA)' : ''}`,
  aqiSkipped: ({ names, instead }) => `${names.join('、')}超出该表,按${instead}值计,本值不参与`,
  aqiHourlyPm: () => 'PM小时值用日均断点',
}
