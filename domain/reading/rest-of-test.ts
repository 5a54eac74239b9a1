import type { Logged } from '../cases/events.ts'
import { standingTests } from '../cases/tests-standing.ts'
import type { Judged } from '../standards/judgement.ts'
import type { Sample } from '../standards/sample.ts'
import type { Measured } from './measurements.ts'

/** What a message says of measurements, and the seq of the test whose place it takes, if any. */
export interface TestRead {
  samples: Sample[]
  inPlaceOf?: number
  /** What that test had decided already, and this one says nothing of. */
  stays?: readonly Judged[]
}

const CORRECTS = /更正|[写打报输记填录弄]错|(?:值|数据?|结果)(?:有误|不对|应该?[是为]|更改|改[为成])/u

/**
 * The samples of a message: a measurement of its own, the correction of the last one (「刚才写错了,应该是51.6」), or what that one
 * lacked (「背景48.2 2类」 after 「夜间 56.1」). In: what was said and read of it, the day it was said on, the log of the case.
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
    const samples = corrected(said, measured, judged).map((each) => ({
      ...each,
      date: each.date === today ? takenOn : each.date,
    }))
    if (samples.length) return { samples, inPlaceOf: last.seq }
  }
  if (measured.samples.length) return { samples: measured.samples }
  const open = standingTests(log).findLast(({ event }) => event.judged?.some(isOpen))
  const before = open?.event.judged ?? []
  const samples = completed(measured, before, open?.event.takenOn ?? today)
  if (!open || !samples.length) return { samples }
  return { samples, inPlaceOf: open.seq, stays: before.filter((each) => !isOpen(each)) }
}

// The figure that was meant, with everything else as it was told.
function corrected(said: string, { samples, beside }: Measured, judged: readonly Judged[]): Sample[] {
  const [only] = judged.length === 1 ? judged : []
  const figures = [...said.matchAll(/(?<![\d.])\d+(?:\.\d+)?(?![\d.])/gu)].map(([figure]) => figure)
  const [figure] = figures.slice(-1)
  if (!samples.length && only?.item !== undefined && figure !== undefined)
    return [
      {
        ...known(only),
        ...beside,
        date: '',
        item: only.item,
        measured: figure,
        inputs: { ...known(only).inputs, ...beside.inputs },
      },
    ]
  return samples.map((sample) =>
    only ? { ...known(only), ...sample, inputs: { ...known(only).inputs, ...sample.inputs } } : sample,
  )
}

const isOpen = ({ verdict, item, measured }: Judged): boolean =>
  verdict === 'undecided' && item !== undefined && measured !== undefined

function completed({ beside, high }: Measured, judged: readonly Judged[], date: string): Sample[] {
  const adds = beside.class ?? beside.period ?? beside.background ?? beside.inputs.room ?? beside.inputs.time ?? high
  if (adds === undefined) return []
  return judged.filter(isOpen).map((each) => ({
    ...known(each),
    ...beside,
    date,
    item: `${each.item}${high ?? ''}`,
    measured: each.measured,
    inputs: { ...known(each).inputs, ...beside.inputs },
  }))
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
