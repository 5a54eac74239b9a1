import type { Case } from '../cases/case.ts'
import { results } from '../cases/events.ts'
import { needNames, needs, wantedName } from '../cases/needs.ts'
import { monthDayClock } from '../time/saying.ts'
import { calledLine } from './calls.ts'
import { deadlineLine, headline, ownerLine } from './case-lines.ts'
import { cityLine } from './city-revisits.ts'
import { consultLine } from './consult.ts'
import type { Lookup } from './lookup.ts'
import { goesWithLine, heldLine } from './merge.ts'
import { requestsLine } from './requests.ts'
import { returnedLine } from './returned.ts'
import { lines, type Sentence } from './sentence.ts'
import { supervisedLine } from './supervise.ts'

/** One case, asked for by number. */
export function shown(c: Case, look: Lookup, mayClaim = true): Sentence {
  return lines(
    headline(c, look),
    `${ownerLine(c, look, mayClaim)};${deadlineLine(c, look)}`,
    calledLine(c, look),
    heldLine(c, look),
    supervisedLine(c, look),
    consultLine(c, look),
    requestsLine(c, look),
    resultLine(c),
    cityLine(c),
    stillMissing(c),
  )
}

function resultLine({ state, result, followUp }: Case): string {
  if (state !== 'closed' || result === undefined) return ''
  return `结果:${results[result]}${followUp === undefined ? '' : `;回头看${monthDayClock(followUp)}`}`
}

/** What a case still needs to be closed, or that nothing is missing. */
export function stillMissing(c: Case): string {
  if (c.state === 'merged') return goesWithLine(c)
  if (c.state === 'returned') return returnedLine(c)
  if (c.state !== 'claimed' && c.state !== 'handled') return ''
  const open = needs(c).map((need) => needNames[need])
  if (!open.length && c.refused)
    return `负责人没同意「${wantedName(c.refused)}」:再做工作回「进展 ${c.no} …」,或再回访。`
  return open.length ? `还差:${open.join('、')}` : `都齐了,回「办结 ${c.no}」。`
}
