import { measurementsIn } from '../../domain/reading/measurements.ts'
import { judge } from '../../domain/standards/judge.ts'
import { type Judged, type Judgement, verdicts, worst } from '../../domain/standards/judgement.ts'
import { measuredName, missingSaid, remarksSaid } from '../../domain/words/judgement.ts'

/** What was measured and what it means, as `npm run read` prints it; nothing when there is no value. In: the day it was said on. */
export function testFields(said: string, today: string): object {
  const judged = measurementsIn(said, { today }).samples.map(judge)
  const [first] = judged
  if (!first) return {}
  const all = worst(judged)
  const over = all.parts?.filter(({ verdict }) => verdict === 'over') ?? []
  return {
    ...(judged.length === 1 ? one(first) : { standard: first.standard, items: judged.map(item) }),
    ...(first.parts && judged.length === 1 && { values: first.parts.map(({ measured }) => figure(measured)) }),
    result: verdicts[all.verdict],
    ...(over.length > 0 && { exceed: over.map(({ item: id, exceed }) => `${measuredName(id)} ${exceed}`) }),
    ...(needed(all) && { action: needed(all) }),
  }
}

function item(j: Judgement): object {
  const { exceed, exceedBy } = j
  return {
    item: measuredName(j.item),
    ...one(j),
    ok: j.verdict === 'within' ? true : j.verdict === 'over' ? false : null,
    ...(exceedBy === 'times' && { times: figure(exceed) }),
    result: verdicts[j.verdict],
  }
}

function one(j: Judged): object {
  const noise = j.unit?.startsWith('dB')
  return {
    ...(j.standard && { standard: j.standard }),
    ...(j.class && { class_: j.class }),
    ...(j.period && { period: j.period }),
    [noise ? 'leq' : 'value']: figure(j.measured),
    ...(j.background && { background: figure(j.background) }),
    ...(j.difference && { diff: figure(j.difference), diffRounded: figure(j.differenceRounded) }),
    ...(j.correction !== undefined && { correction: j.correction, corrected: figure(j.corrected) }),
    ...(j.rounded && { rounded: figure(j.rounded) }),
    ...(j.limit && { limit: figure(j.limit) }),
    ...(j.exceed && { exceedBy: figure(j.exceed) }),
  }
}

function needed(j: Judgement): string {
  return j.verdict === 'undecided' ? ([missingSaid(j.missing), ...remarksSaid(j)].find(Boolean) ?? '') : ''
}

function figure(text: string | undefined): number | string | null {
  if (text === undefined) return null
  return Number.isNaN(Number(text)) ? text : Number(text)
}
