import type { Logged } from '../cases/events.ts'
import { standingTests } from '../cases/tests-standing.ts'
import { judge } from '../standards/judge.ts'
import { type Judged, kept } from '../standards/judgement.ts'
import type { Sample } from '../standards/sample.ts'
import type { Measured } from './measurements.ts'
import { backgroundOf } from './noise-levels.ts'

/** What a message says of measurements, and the seq of the test whose place it takes, if any. */
export interface TestRead {
  samples: Sample[]
  inPlaceOf?: number
  /** What that test had decided already, and this one says nothing of. */
  stays?: readonly Judged[]
  /** One of several points was corrected, nobody can tell which. */
  partly?: true
}

const WRONG = '[写打报输记填录弄]错了?|有误|不对'
const TO = '[,，、;；\\s]*(?:(?:应该?|实际)?[是为:：])?\\s*'
const CORRECTS = new RegExp(
  `更正|${WRONG}|(?:值|数据?|结果)(?:应该?[是为]|更改)|(?:应该?[是为]|改[为成])\\s*[\\d昼夜一二三四现]|不是\\s*\\d.{0,8}是\\s*\\d`,
  'u',
)
const FIGURE = '(?<![\\d.])\\d+(?:\\.\\d+)?\\s?(?:mg|ug|毫克|微克|dB|分贝)?(?:\\([AC]\\)|/m3|/m³|/L)?'
// What was wrong falls away: 「1.6写错了,应该是0.6」, 「不是1.6是0.6」, 「1.6改为0.6」.
const MEANT = [
  new RegExp(`不是\\s*${FIGURE}[,，、;；\\s]*(?:而?是)`, 'giu'),
  new RegExp(`${FIGURE}\\s*(?:是)?(?:${WRONG}|更正|更?改(?=[为成]))${TO}`, 'giu'),
  new RegExp(`(?:是)?(?:${WRONG})${TO}|更[正改][为成]?${TO}|改[为成]|应该?[是为]`, 'gu'),
]

/** What a correction comes to: 「油烟写错了,应该是0.6」 is 「油烟 0.6」. Everything else stays as it is. */
export function asMeant(said: string): string {
  return CORRECTS.test(said) ? MEANT.reduce((words, wrong) => words.replace(wrong, ' '), said) : said
}

/**
 * The samples of a message: a measurement of its own, the correction of the last one (「刚才写错了,应该是51.6」), or what that one
 * lacked (「背景48.2 2类」 after 「夜间 56.1」). In: what was said and read of it as it was meant, the day it was said on, the log of
 * the case.
 */
export function testRead(
  said: string,
  measured: Measured,
  { today, log }: { today: string; log: readonly Logged[] },
): TestRead {
  const last = standingTests(log).at(-1)
  if (!last) return { samples: measured.samples }
  const { judged = [], takenOn = today } = last.event
  if (CORRECTS.test(said)) {
    const samples = corrected(said, measured, { judged, today }).map((each) => ({
      ...each,
      date: each.date === today ? takenOn : each.date,
    }))
    const stays = judged.filter((each) => !samples.some((sample) => isOf(each, sample)))
    const read = samples.flatMap((sample) => kept(judge(sample)))
    if (samples.length && read.length < judged.length - stays.length) return { samples: [], partly: true }
    if (samples.length) return { samples, inPlaceOf: last.seq, stays }
  }
  if (measured.samples.length) return { samples: measured.samples }
  const open = standingTests(log).findLast(({ event }) => event.judged?.some(isOpen))
  const before = open?.event.judged ?? []
  const samples = completed(measured, before.filter(isOpen), open?.event.takenOn ?? today)
  if (!open || !samples.length) return { samples }
  return { samples, inPlaceOf: open.seq, stays: before.filter((each) => !isOpen(each)) }
}

// The figure that was meant, with everything else as it was told; or what stands beside it: class, period, background.
function corrected(
  said: string,
  measured: Measured,
  { judged, today }: { judged: readonly Judged[]; today: string },
): Sample[] {
  if (!measured.samples.length) {
    const beside = completed(measured, judged, today)
    if (beside.length) return beside
  }
  const [only] = judged.length === 1 ? judged : []
  const figure = [...asMeant(said).matchAll(/(?<![\d.])\d+(?:\.\d+)?(?![\d.])/gu)].at(-1)?.[0]
  if (!measured.samples.length && only?.item !== undefined && figure !== undefined)
    return [{ ...known(only), date: today, item: only.item, measured: figure }]
  return measured.samples.map((sample) => {
    const same = judged.find((each) => isOf(each, sample)) ?? only
    return same ? { ...known(same), ...sample, inputs: { ...known(same).inputs, ...sample.inputs } } : sample
  })
}

/** Whether a sample is of the same matter and period; one that says no period is of any. */
function isOf({ item, period }: Judged, sample: Sample): boolean {
  const own = judge(sample)
  return own.item === item && (own.period === undefined || period === undefined || own.period === period)
}

const isOpen = ({ verdict, item, measured }: Judged): boolean =>
  verdict === 'undecided' && item !== undefined && measured !== undefined

/** What was told beside a figure, put to the measurements it completes; a background to those of its period. */
function completed({ beside, backgrounds, high }: Measured, judged: readonly Judged[], date: string): Sample[] {
  const adds = beside.class ?? beside.period ?? beside.background ?? beside.inputs.room ?? beside.inputs.time ?? high
  if (adds === undefined && !backgrounds.length) return []
  const mixed = new Set(judged.map(({ period }) => period)).size > 1
  return judged
    .filter(({ item, measured }) => item !== undefined && measured !== undefined)
    .map((each) => {
      const { period = each.period, background: _, ...others } = beside
      const own = (mixed ? each.period : undefined) ?? period
      const background = backgroundOf(backgrounds, own) ?? each.background
      return {
        ...known(each),
        ...others,
        ...(own !== undefined && { period: own }),
        ...(background !== undefined && { background }),
        date,
        item: `${each.item}${high ?? ''}`,
        measured: each.measured,
        inputs: { ...known(each).inputs, ...beside.inputs },
      }
    })
}

/** What was told beside the figure of an earlier test. */
function known({
  class: of,
  period,
  background,
  standard,
  room,
  freqHz,
  unit,
}: Judged): Pick<Sample, 'inputs'> & Partial<Sample> {
  return {
    ...(of !== undefined && { class: of }),
    ...(period !== undefined && { period }),
    ...(background !== undefined && { background }),
    ...(standard !== undefined && { standard }),
    inputs: { ...(room && { room }), ...(freqHz !== undefined && { freqHz }), ...(unit && { unit }) },
  }
}
