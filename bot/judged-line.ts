import { sampledAt } from '../domain/reading/sampled-at.ts'
import { judge } from '../domain/standards/judge.ts'
import { type Judgement, undecided, verdicts } from '../domain/standards/judgement.ts'
import { type Inputs, isDictionary, type Sample, textOf } from '../domain/standards/sample.ts'
import { AIDS_ONLY, reckonings, remarksSaid } from '../domain/words/judgement.ts'

/** The `n`th line of JSON in, its judgement as one line of JSON out; a line that is none is named, never thrown. */
export function judgedLine(line: string, n: number): string {
  const given = parsed(line)
  if (!isDictionary(given)) return JSON.stringify(shape(undecided({}, {}), `第${n}行不是JSON对象`))
  const id = given.id === undefined ? {} : { id: given.id }
  try {
    const judged = judge(sampleOf(given))
    return JSON.stringify({ ...id, ...shape(judged, note(judged)) })
  } catch (fault) {
    return JSON.stringify({
      ...id,
      ...shape(undecided({}, {}), `第${n}行没法判:${fault instanceof Error ? fault.message : fault}`),
    })
  }
}

function shape(j: Judgement, words: string) {
  return {
    verdict: verdicts[j.verdict],
    standard: j.standard ?? null,
    difference: figureOf(j.difference),
    correction: j.correction ?? null,
    corrected: figureOf(j.corrected),
    rounded: figureOf(j.rounded),
    limit: figureOf(j.limit),
    exceed: j.verdict === 'over' ? figureOf(j.exceed) : null,
    note: words,
  }
}

function note(j: Judgement): string {
  return [...reckonings(j), ...remarksSaid(j), AIDS_ONLY].filter(Boolean).join(';')
}

function figureOf(text: string | undefined): number | string | null {
  if (text === undefined) return null
  return Number.isNaN(Number(text)) ? text : Number(text)
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function sampleOf(given: Record<string, unknown>): Sample {
  const { item, standard, date, class: said, period, measured, background, inputs } = given
  const text = <K extends string>(key: K, value: unknown) =>
    textOf(value) === undefined ? {} : { [key]: textOf(value) }
  return {
    item: textOf(item) ?? '',
    date: textOf(date) ?? '',
    measured,
    ...(background !== null && background !== undefined && { background }),
    ...text('standard', standard),
    ...text('class', said),
    ...text('period', period),
    inputs: timed(isDictionary(inputs) ? inputs : {}, textOf(date) ?? ''),
  }
}

// 「晚上10点半」, 「2026年11月23日22时30分」, 「10:30 PM」 as the chat reads them; 「22:40」 and instants stand as they are.
function timed(inputs: Inputs, date: string): Inputs {
  const said = textOf(inputs.time) ?? date
  if (!/[\u4e00-\u9fff]|\d\s*[ap]\.?m/i.test(said)) return inputs
  const { time } = sampledAt(inChinese(said), { today: '2026-01-01' })
  return time === undefined ? inputs : { ...inputs, time }
}

function inChinese(said: string): string {
  return said
    .normalize('NFKC')
    .replace(/(?<!\d)12(:\d{2})?\s*a\.?m\.?/gi, (_, minutes: string = ':00') => `0${minutes}`)
    .replace(/(\d{1,2}(?::\d{2})?)\s*([ap])\.?m\.?/gi, (_, clock: string, half: string) => {
      const whole = clock.includes(':') ? clock : `${clock}:00`
      return `${/p/i.test(half) ? '下午' : '上午'}${whole}`
    })
}
