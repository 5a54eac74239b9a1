import type { Case } from '../cases/case.ts'
import { type CaseEvent, type EventKind, type Logged, results } from '../cases/events.ts'
import { needNames, needs, wantedName } from '../cases/needs.ts'
import { claimWord } from './case-lines.ts'
import { askedLead } from './decisions.ts'
import type { Lookup } from './lookup.ts'
import type { Sentence } from './sentence.ts'

/** A step of a message that was refused, and why. */
export interface Missed {
  step: string
  why: string
}

/** What is called 「已记…」. */
const RECORDED: Partial<Record<EventKind, string>> = {
  contacted: '联系',
  contactTried: '一次未接通',
  contactWaived: '免联系',
  arrived: '到场',
  arrivalWaived: '免到场',
  progressed: '进展',
  tested: '检测',
  handled: '处置',
  revisited: '回访',
  revisitTried: '回访未接通',
  replied: '平台回复',
  noted: '补记',
}

/** What several steps of one message did to a case, in one line, and what is still missing. In: their facts in order. */
export function stepsAnswer(c: Case, facts: readonly Logged[], look: Lookup): Sentence {
  const kept = [...new Set(facts.flatMap(({ event }) => RECORDED[event.kind] ?? []))]
  const parts = [
    ...facts.flatMap(({ event }) => becoming(event, c, look, 'before')),
    kept.length ? `已记${kept.join('、')}` : '',
    ...facts.flatMap(({ event }) => becoming(event, c, look, 'after')),
  ].filter(Boolean)
  return [`#${c.no} ${parts.join(',')}。${left(c)}`]
}

function becoming(event: CaseEvent, c: Case, look: Lookup, when: 'before' | 'after'): string[] {
  if (when === 'before') {
    if (event.kind !== 'claimed' && event.kind !== 'assigned') return []
    return [`已${claimWord(c)}:${event.owner.unit} ${look.name(event.owner.person)}`]
  }
  if (event.kind === 'asked') return [`「${wantedName(event.wanted)}」${askedLead(c, look)}同意`]
  if (event.kind === 'reopened') return [`未解决,转入重办(第${c.reopened ?? 1}次)`]
  return event.kind === 'closed' ? [`已办结:${results[event.result]}`] : []
}

function left(c: Case): string {
  if (c.state !== 'claimed' && c.state !== 'handled') return ''
  const open = needs(c).filter((need) => need !== 'claim')
  return open.length ? `还差:${open.map((need) => needNames[need]).join('、')}` : `都齐了,回「办结 ${c.no}」。`
}
