import type { Inputs, Sample } from '../standards/sample.ts'
import type { CategoryId } from './category.ts'
import { type Background, backgroundOf, noiseLevels } from './noise-levels.ts'
import { normalise } from './normal.ts'
import { type Said, sampledAt } from './sampled-at.ts'
import { ofAir, substances } from './substances.ts'
import { MEAN } from './value-forms.ts'
import { valuesInDigits } from './values-said.ts'

/** What was measured, as a message tells it: one sample an item, period or kind of level, ready to be judged. */
export interface Measured {
  samples: Sample[]
  /** What was said beside the values; without a value it completes an earlier measurement. */
  beside: Pick<Sample, 'class' | 'period' | 'background' | 'inputs' | 'standard'>
  /** Backgrounds by their period: 「昼间背景50.2 夜间背景44」. */
  backgrounds: readonly Background[]
  /** 「频发」, 「偶发」, without a value of its own. */
  high?: string
}

const CLASS =
  /(?:第?([0-5一二三四五]|[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)\s?([abAB])?|劣V)\s?类(?:声环境)?(?:功能)?(?:区|标准|水体|水质|水)?|(?<![\w.])4[abAB](?![\w.])/u
const GRADE =
  /[一二三]级(?:[-—\s]?(?:新[改扩]+建|新建|改建|现有))?|(?:新改扩建|新扩改建|现有(?:源|企业|单位)?)(?=[\s,，。;；]|$)/u
const ROOM = /([AB])\s?类房间?|[主次]卧|卧室|卧房|客厅|书房|病房|客房|教室|办公室|会议室/u
const WIND = /风速\s*[:：]?\s*(\d+(?:\.\d+)?)\s*(?:m\/s|米每秒|米\/秒|米)?/iu
const CALIBRATED =
  /(?:校准(?:值)?\s*[:：]?\s*(?:测?前)?|测前(?:校准值?)?)\s*[:：]?\s*(\d{2,3}(?:\.\d+)?)\s*(?:dB)?\s*[/、,，和至到-]?\s*(?:测?后)?(?:校准值?)?\s*[:：]?\s*(\d{2,3}(?:\.\d+)?)/iu
const HEIGHT = /(?:排气筒|烟囱)(?:高度?)?\s*(\d+(?:\.\d+)?)\s*(?:米|m)(?![a-z])/iu
const STANDARD = /(?:GB|DB11|HJ)\s?\/?\s?(?:T\s?)?\d{2,6}(?:[-—–]\d{2,4})?/iu
const UNPURIFIED =
  /直排|(?:没有?|未|无)(?:安?装|开启?|使用)?(?:油烟)?净化|净化(?:器|设备|装置|设施)?(?:(?:没有?|未)(?:开|运行|使用)|关着|关了|关闭|停用|停运|坏了|故障)/u
const LAKE = /湖|水库/u
// Rain that is said not to fall is none: 「无雨雪」, 「没下雨」.
const DRY = /[无没未不][^,，、。;；\s]*/gu
const WEATHER =
  /(?:(?:[小中大暴阵]|毛毛|雷阵|雨夹)[雨雪]|[下有遇][着了]?[雨雪](?![水棚篦污])|[雨雪]天|打雷|雷[电雨])(?![后前停])/u
const WATER = /COD|BOD|化学需氧量|氨氮|总磷|总氮|悬浮物|动植物油|石油类|pH|(?<![a-z])SS/iu
const DISCHARGED = /排口|排放口|排污口|污水|废水|纳管|管网/u
const DISCHARGE = /公共污水(?:处理系统)?|间接排放|(?<![\w.])[AB](?=\s?(?:级|类|标准|排放|限值|$))/u
const DISCHARGE_ALONE = /^\s*(?:[AB](?:级|标准|(?:排放)?限值)|公共污水(?:处理系统)?|间接排放)[。\s]*$/u
const NOISY = /噪[声音]|昼|夜间|leq|lmax|dB|分贝|背景|声级|场界/iu

/**
 * The measurements in a message: 「夜间 2类 56.1 背景48.2」, 「油烟0.6 颗粒物3.2」, 「厂界臭气 <10、13、18」, 「昼间59.6,夜间51.8」.
 * `today` and `minute` say when it was said; the case's category says whose noise it is when the words do not.
 */
export function measurementsIn(said: string, on: Said & { category?: CategoryId }): Measured {
  const scan = { text: valuesInDigits(figuresOf(normalise(said).text)) }
  const around = surroundings(scan, on)
  const { found, rest } = substances(scan.text, { said, category: on.category })
  scan.text = rest
  const aboutNoise = (on.category ?? '').startsWith('noise') || around.class !== undefined
  const noise = NOISY.test(scan.text) || (found.length === 0 && aboutNoise)
  const levels = noise
    ? noiseLevels(scan.text, {
        said,
        category: on.category,
        timed: around.inputs.time !== undefined,
        indoors: around.inputs.room !== undefined,
      })
    : { levels: [], backgrounds: [] }
  const { date, ...beside } = around
  const mean = new RegExp(`(?<![\\d半个])${MEAN}`, 'u').exec(scan.text)?.[0]
  const period = levels.period ?? mean
  const high = /频发|偶发/u.exec(scan.text)?.[0]
  const background = backgroundOf(levels.backgrounds, period)
  const sample = (more: Pick<Sample, 'item' | 'measured'> & Partial<Sample>): Sample => ({ date, ...beside, ...more })
  return {
    samples: [
      ...ofAir(found, { said, mean }).map(({ unit, ...each }) =>
        sample({ ...each, inputs: { ...beside.inputs, ...(unit && { unit }) } }),
      ),
      ...levels.levels.map(sample),
    ],
    beside: {
      ...beside,
      ...(background && { background }),
      ...(period && { period }),
    },
    backgrounds: levels.backgrounds,
    ...(high && { high }),
  }
}

// 「1,600」 has a comma within, 「56。1」 a point of the Chinese keyboard.
const figuresOf = (text: string): string =>
  pointed(text)
    .replace(/(?<=\d)，(?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d)。(?=\d{1,2}(?![\d.类#号]))/g, '.')

// 「油烟0,6 颗粒物3,2」: whoever writes a nought so writes points as commas.
const pointed = (text: string): string =>
  /(?<![\d.])0[,，]\d(?!\d)/.test(text) ? text.replace(/(?<=(?<![\d.])\d{1,2})[,，](?=\d(?![\d.]))/g, '.') : text

type Scan = { text: string }

/** Takes what a pattern finds out of the text, so that its digits are read once. */
function take(scan: Scan, pattern: RegExp): RegExpExecArray | undefined {
  const found = pattern.exec(scan.text)
  if (found) scan.text = `${scan.text.slice(0, found.index)} ${scan.text.slice(found.index + found[0].length)}`
  return found ?? undefined
}

function surroundings(scan: Scan, on: Said) {
  const standard = take(scan, STANDARD)?.[0]
  const wind = take(scan, WIND)?.[1]
  const [, calBefore, calAfter] = take(scan, CALIBRATED) ?? []
  const height = take(scan, HEIGHT)?.[1]
  const discharged = WATER.test(scan.text) && (DISCHARGED.test(scan.text) || /307/.test(standard ?? ''))
  const discharge = discharged || DISCHARGE_ALONE.test(scan.text) ? take(scan, DISCHARGE)?.[0] : undefined
  const room = take(scan, ROOM)?.[0]
  const { date, time, rest } = sampledAt(scan.text, on)
  scan.text = rest
  const said = take(scan, CLASS)?.[0] ?? take(scan, GRADE)?.[0] ?? discharge ?? (height && `H=${height}m`)
  const weather = WEATHER.exec(scan.text.replace(DRY, ' '))?.[0]
  const inputs: Inputs = {
    ...(time && { time }),
    ...(room && { room }),
    ...(wind && { windSpeed: wind }),
    ...(calBefore && { calBefore, calAfter }),
    ...(weather && { weather }),
    ...(UNPURIFIED.test(scan.text) && { directDischarge: true }),
    ...(LAKE.test(scan.text) && { waterBody: '湖库' }),
  }
  return {
    date,
    inputs,
    ...(said && { class: said }),
    ...((standard ?? discharged) && { standard: standard ?? 'auto:排口' }),
  }
}
