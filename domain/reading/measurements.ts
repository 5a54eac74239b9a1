import type { Logged } from '../cases/events.ts'
import { undoneCauses } from '../cases/undone.ts'
import { named } from '../standards/items.ts'
import type { Inputs, Sample } from '../standards/sample.ts'
import { addDays, isDate, yearOf } from '../time/wall.ts'
import type { CategoryId } from './category.ts'
import { normalise } from './normal.ts'

/** What was measured, as a message tells it: one sample an item, period or kind of level, ready to be judged. */
export interface Measured {
  samples: Sample[]
  /** What was said beside the values; without a value it completes an earlier measurement. */
  beside: Pick<Sample, 'class' | 'period' | 'background' | 'inputs' | 'standard'>
}

const VALUE = String.raw`(?:[<>≤≥＜＞]|小于|大于|低于)?\s?\d+(?:\.\d+)?(?:\s?[×x]\s?10\^?\d+)?L?(?![\d.:])|未检出`
const UNIT = String.raw`(?:毫克|微克|[muµμn]g)\s?\/\s?(?:立方米|升|m3|m³|L)(?![a-z])|dB(?:\([AC]\)|A)?|分贝|k?V\/m|[uµμn]T|[uµμm]?W\/c?m[2²]|(?:个|MPN)\/L`
const MEAN = '(?:日最大)?(?:24小时|1小时|8小时|24h|1h|8h|小时|日均|年均|日平均|年平均)(?:平均)?(?:值|浓度)?'
const IS = String.raw`(?:的?(?:排放)?(?:浓度|含量|值|结果|均值))?\s*[:：=]?\s*(?:为|是|约|达到?)?\s*`

const CLASS =
  /(?:第?([0-4一二三四]|[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)\s?([abAB])?|劣V)\s?类(?:声环境)?(?:功能)?(?:区|标准|水体|水质|水)?/u
const GRADE = /[一二三]级(?:[-—\s]?(?:新[改扩]+建|新建|改建|现有))?|(?:新改扩建|新扩改建|现有源?)(?=[\s,，。;；]|$)/u
const ROOM = /([AB])\s?类房间?|卧室|客厅|书房|病房|客房|教室|办公室|会议室/u
const CLOCK = /(\d{1,2})\s?[:：点时](?!间)\s?(\d{2}|半)?分?(?:\s?[-~—至到]\s?(\d{1,2})\s?[:：点时]\s?(\d{2}|半)?分?)?/u
const FULL_DAY = /(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?/u
const MONTH_DAY =
  /(?<![\d.A-Za-z])(\d{1,2})(?:月(\d{1,2})[日号]?|[./](\d{1,2})(?=\s*(?:\d{1,2}[:：点]|采|测|取样|监测|上午|下午|晚|夜|日)))/u
const DAY_WORD = /前天|昨天|昨日|昨晚|今天|今日|今晚/u
const WIND = /风速\s*[:：]?\s*(\d+(?:\.\d+)?)\s*(?:m\/s|米每秒|米\/秒|米)?/iu
const CALIBRATED =
  /校准(?:值)?\s*[:：]?\s*(?:测?前)?\s*(\d{2,3}(?:\.\d+)?)\s*(?:dB)?\s*[/、,，和至到-]?\s*(?:测?后)?\s*(\d{2,3}(?:\.\d+)?)/iu
const HEIGHT = /(?:排气筒|烟囱)(?:高度?)?\s*(\d+(?:\.\d+)?)\s*(?:米|m)(?![a-z])/iu
const STANDARD = /(?:GB|DB11|HJ)\s?\/?\s?(?:T\s?)?\d{2,6}(?:[-—–]\d{2,4})?/iu
const UNPURIFIED = /直排|(?:没有?|未|无)(?:安?装)?(?:油烟)?净化/u
const LAKE = /湖|水库/u
// Numbers that are no values: houses, distances, points, people.
const OTHER =
  /\d+(?:\.\d+)?\s?(?:号楼|号院|号(?!\w)|单元|层|楼|室|户|(?:米|m)(?![a-z/³3])|公里|个?(?:点位|点|次|家|人|台|灶)|分钟|min|天|年|度|℃|%|Hz)|\d+(?=窗|房|门)/giu

const NOISY = /噪[声音]|昼|夜间|leq|lmax|dB|分贝|背景|声级|场界/iu
const KIND = /结构传声|固定设备|倍频带?|室内开窗|室内/u
const SOURCE: readonly [string, RegExp][] = [
  ['施工', /施工|工地|场界/u],
  ['社会生活', /社会|商业|边界(?!噪)|KTV|酒吧|风机|空调/iu],
  ['厂界', /厂界|工业|厂区|工厂/u],
  ['环境', /敏感点|声环境|环境噪[声音]/u],
]

/**
 * The measurements in a message: 「夜间 2类 56.1 背景48.2」, 「油烟0.6 颗粒物3.2」, 「厂界臭气 <10、13、18」, 「昼间59.6,夜间51.8」.
 * `today` is the day it was said on, 'YYYY-MM-DD'; the case's category says whose noise it is when the words do not.
 */
export function measurementsIn(said: string, on: { today: string; category?: CategoryId }): Measured {
  const scan = { text: normalise(said).text.replace(/(?<=\d)，(?=\d{3}(?!\d))/g, '') }
  const around = surroundings(scan, on.today)
  const found = substances(scan, on.category)
  const aboutNoise = (on.category ?? '').startsWith('noise') || around.class !== undefined
  const noise = NOISY.test(scan.text) || (found.length === 0 && aboutNoise)
  const levels = noise
    ? noiseLevels(scan.text, { source: whose(said, on.category), timed: around.inputs.time !== undefined })
    : { levels: [] }
  const { date, ...beside } = around
  const sample = (more: Pick<Sample, 'item' | 'measured'> & Partial<Sample>): Sample => ({ date, ...beside, ...more })
  return {
    samples: [
      ...found.map(({ unit, ...each }) => sample({ ...each, inputs: { ...beside.inputs, ...(unit && { unit }) } })),
      ...levels.levels.map(sample),
    ],
    beside: {
      ...beside,
      ...(levels.background && { background: levels.background }),
      ...(levels.period && { period: levels.period }),
    },
  }
}

/**
 * The samples a message gives, completing the last test when it only adds what that one lacked: 「背景48.2 2类」 after
 * 「夜间 56.1」. In: the message's measurements and the log of the case.
 */
export function completed({ samples, beside }: Measured, log: readonly Logged[]): Sample[] {
  if (samples.length) return samples
  const undone = undoneCauses(log)
  const stands = ({ cause }: Logged) => cause === undefined || !undone.has(cause)
  const last = log.findLast((logged) => logged.event.kind === 'tested' && stands(logged))?.event
  if (last?.kind !== 'tested' || last.takenOn === undefined) return []
  const { takenOn: date, judged = [] } = last
  const open = judged.filter(
    ({ verdict, item, measured }) => verdict === 'undecided' && item !== undefined && measured !== undefined,
  )
  const adds = beside.class ?? beside.period ?? beside.background ?? beside.inputs.room
  if (adds === undefined) return []
  return open.map(({ item = '', measured, ...known }) => ({
    date,
    item,
    measured,
    ...(known.class !== undefined && { class: known.class }),
    ...(known.period !== undefined && { period: known.period }),
    ...(known.background !== undefined && { background: known.background }),
    ...(known.standard !== undefined && { standard: known.standard }),
    ...beside,
    inputs: {
      ...(known.room && { room: known.room }),
      ...(known.freqHz !== undefined && { freqHz: known.freqHz }),
      ...beside.inputs,
    },
  }))
}

type Scan = { text: string }

/** Takes what a pattern finds out of the text, so that its digits are read once. */
function take(scan: Scan, pattern: RegExp): RegExpExecArray | undefined {
  const found = pattern.exec(scan.text)
  if (found) scan.text = `${scan.text.slice(0, found.index)} ${scan.text.slice(found.index + found[0].length)}`
  return found ?? undefined
}

function surroundings(scan: Scan, today: string) {
  const standard = take(scan, STANDARD)?.[0]
  const date = dayOf(scan, today)
  const wind = take(scan, WIND)?.[1]
  const [, calBefore, calAfter] = take(scan, CALIBRATED) ?? []
  const height = take(scan, HEIGHT)?.[1]
  const room = take(scan, ROOM)?.[0]
  const clock = clockOf(scan)
  const said = take(scan, CLASS)?.[0] ?? take(scan, GRADE)?.[0] ?? (height && `H=${height}m`)
  const inputs: Inputs = {
    ...(clock && { time: clock }),
    ...(room && { room }),
    ...(wind && { windSpeed: wind }),
    ...(calBefore && { calBefore, calAfter }),
    ...(UNPURIFIED.test(scan.text) && { directDischarge: true }),
    ...(LAKE.test(scan.text) && { waterBody: '湖库' }),
  }
  return { date, inputs, ...(said && { class: said }), ...(standard && { standard }) }
}

// 「夜里10点半」 is 22:30.
function clockOf(scan: Scan): string | undefined {
  const before = CLOCK.exec(scan.text)
  const late = before && /(?:晚上?|夜里|夜间|深夜|下午|傍晚)\s*$/u.test(scan.text.slice(0, before.index))
  const said = take(scan, CLOCK)?.[0]
  return late ? said?.replace(/(?<!\d)([6-9]|1[01])(?=\s?[:：点时])/g, (hour) => String(Number(hour) + 12)) : said
}

function dayOf(scan: Scan, today: string): string {
  const [full, y, m, d] = take(scan, FULL_DAY) ?? []
  if (full) return dated(Number(y), m, d) ?? today
  const [short, month, a, b] = take(scan, MONTH_DAY) ?? []
  if (short) {
    const day = dated(yearOf(today), month, a ?? b)
    // A sample of the future was taken a year ago.
    return day === undefined
      ? today
      : day > addDays(today, 1)
        ? (dated(yearOf(today) - 1, month, a ?? b) ?? today)
        : day
  }
  const word = DAY_WORD.exec(scan.text)?.[0]
  return word?.startsWith('昨') ? addDays(today, -1) : word === '前天' ? addDays(today, -2) : today
}

function dated(year: number, month = '', day = ''): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? date : undefined
}

const WORDS = named
  .flatMap(([id, names]) => names.map((name) => ({ id, name })))
  .sort((a, b) => b.name.length - a.name.length)
const ITEM = WORDS.map(({ name }) =>
  /^[\w.+()-]+$/.test(name) ? `(?<![A-Za-z])${escaped(name)}(?![A-Za-z])` : escaped(name),
).join('|')
const LIST = String.raw`(?:${VALUE})(?:\s?(?:${UNIT}))?(?:(?:\s*[、/,，和]\s*|\s+)(?:${VALUE})(?!\s*(?:${ITEM}|[:：点时号]))(?:\s?(?:${UNIT}))?)*`
const SUBSTANCE = new RegExp(String.raw`(${ITEM})\s*(?:\([^)]*\))?\s*(${MEAN})?${IS}(${LIST})`, 'giu')

/** Everything but noise: items by name with one value or several points. */
function substances(scan: Scan, category: CategoryId | undefined) {
  const text = scan.text.replace(OTHER, ' ')
  const boundary = /^air\.(?:dust|industrial)/.test(category ?? '') || /厂界|周界|无组织/u.test(text)
  const found = [...text.matchAll(SUBSTANCE)].map(([, name = '', mean, list = '']) => {
    const values = [...list.matchAll(new RegExp(String.raw`(${VALUE})\s?(${UNIT})?`, 'giu'))]
    const unit = values.find((each) => each[2])?.[2]
    const measured = values.map((each) => (each[1] ?? '').replace(/\s/g, ''))
    const own = boundary && /^(?:颗粒物|非甲烷总烃|nmhc)$/i.test(name) ? `周界${name}` : name
    return {
      item: own,
      measured: measured.length === 1 ? measured[0] : measured,
      ...(mean && { period: mean }),
      ...(unit && { unit }),
    }
  })
  scan.text = scan.text.replace(SUBSTANCE, ' ')
  return found
}

const LEVEL = new RegExp(
  [
    `(?<period>昼间?|夜间?)|(?<vague>白天|晚上|凌晨)`,
    `背景(?:噪[声音])?${IS}(?<background>${VALUE})`,
    `(?<kind>(?:频发|偶发|突发)?(?:噪[声音])?(?:L?A?max|最大(?:声级|值)?|瞬时值?)|频发|偶发|突发)(?:噪[声音])?${IS}(?<high>${VALUE})`,
    `(?:L?A?eq|等效(?:连续)?A?声级|噪[声音]|测量值|实测值?|检?测[得出了]?)${IS}(?<level>${VALUE})`,
    String.raw`(?<![\d.A-Za-z#])(?<bare>[<＜]?\d{2,3}(?:\.\d{1,2})?)(?![\d:：.]|(?!dB)[A-Za-z])(?=\s?(?:dB|分贝|[\s,，、。;；?？)）/和]|背景|昼|夜|$))`,
  ].join('|'),
  'giu',
)

/** Levels in the order they are told: a period counts for what follows it, a background for the level before it. */
function noiseLevels(text: string, { source, timed }: { source: string; timed: boolean }) {
  const kind = KIND.exec(text)?.[0] ?? ''
  const levels: (Pick<Sample, 'item' | 'measured'> & Partial<Sample>)[] = []
  let period: string | undefined
  let background: string | undefined
  for (const { groups = {} } of text.replace(OTHER, ' ').matchAll(LEVEL)) {
    const value = groups.level ?? groups.bare ?? groups.high
    if (groups.period) period = groups.period
    else if (groups.vague) period = timed ? period : groups.vague
    else if (groups.background) {
      background = groups.background
      const last = levels.findLast((each) => each.background === undefined)
      if (last) last.background = background
    } else if (value) {
      const item = `${source}噪声${groups.high ? groups.kind : kind}`
      levels.push({ item, measured: value.replace(/\s/g, ''), ...(period && { period }) })
    }
  }
  // 「昼夜背景」 said first, or once for all.
  for (const each of levels)
    if (background !== undefined && each.background === undefined && !/max|最大|发/i.test(each.item))
      each.background = background
  return { levels, ...(background !== undefined && { background }), ...(period !== undefined && { period }) }
}

/** Whose noise: by the words, else by what the case is about. */
function whose(said: string, category: CategoryId | undefined): string {
  const spoken = SOURCE.find(([, words]) => words.test(said))?.[0]
  if (spoken !== undefined) return spoken
  if (category === 'noise.construction') return '施工'
  if (category === 'noise.industrial') return '厂界'
  return category === 'noise.traffic' ? '环境' : '社会生活'
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
