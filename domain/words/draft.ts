import type { Case } from '../cases/case.ts'
import type { EventKind, Logged } from '../cases/events.ts'
import { satisfactions } from '../cases/events.ts'
import { monthDay } from '../time/saying.ts'
import { wallOf } from '../time/wall.ts'
import type { Lookup } from './lookup.ts'
import { besideVerb } from './own-words.ts'
import { lines, type Sentence } from './sentence.ts'
import { citation } from './tests.ts'
import { solvedName } from './timeline.ts'

/** The platform takes so many characters. */
export const DRAFT_LENGTH = 300

/**
 * 回复稿: the answer for the platform from the timeline: contact, findings, tests, measures, revisit. At most 300
 * characters, only masked words, to be checked by whoever pastes it. In: what stands of the log.
 */
export function draft(c: Case, standing: readonly Logged[], look: Lookup): Sentence {
  const told = standing.flatMap((logged) =>
    sentenceOf(logged, standing, look).map((text) => ({ kind: logged.event.kind, text })),
  )
  return lines(`#${c.no} 回复稿(请核对后粘到平台):`, told.length ? fitted(told) : '该件正在办理中。')
}

interface Told {
  kind: EventKind
  text: string
}

// What was done and what the complainant says of it stands in every answer: first the rest becomes shorter.
const CUTS: readonly ((told: Told[]) => Told[])[] = [
  (told) => told.filter((one, i) => one.kind !== 'tested' || !isBetween(told, i)),
  (told) => told.map((one) => briefly(one, 'contacted')),
  (told) => told.filter(({ kind }) => kind !== 'contactTried' && kind !== 'revisitTried'),
  (told) => told.filter(({ kind }) => kind !== 'progressed'),
  (told) => told.map((one) => briefly(one, 'arrived')),
]

function fitted(all: readonly Told[]): string {
  let told = all.filter(({ text }, i) => all.findIndex((one) => one.text === text) === i)
  for (const cut of CUTS) if (joined(told).length > DRAFT_LENGTH) told = cut(told)
  const text = joined(told)
  return text.length > DRAFT_LENGTH ? `${text.slice(0, DRAFT_LENGTH - 1)}…` : text
}

function joined(told: readonly Told[]): string {
  return told.map(({ text }) => text).join('')
}

/** A test between the first and the last. */
function isBetween(told: readonly Told[], i: number): boolean {
  const tests = told.flatMap(({ kind }, at) => (kind === 'tested' ? [at] : []))
  return i !== tests[0] && i !== tests.at(-1)
}

function briefly(one: Told, kind: EventKind): Told {
  return one.kind === kind ? { ...one, text: one.text.replace(/,[\s\S]*$/u, '。') } : one
}

function sentenceOf({ event, at }: Logged, log: readonly Logged[], look: Lookup): string[] {
  const day = monthDay(at)
  const words = (text: number | undefined) => look.text(text).replace(/[。.\s]+$/u, '')
  const beside = (kind: Parameters<typeof besideVerb>[0], text: number | undefined, mark: string) => {
    const said = besideVerb(kind, words(text))
    return said && `${mark}${said}`
  }
  switch (event.kind) {
    case 'contacted':
      return [`${day}${wallOf(at).time}联系诉求人${beside('contacted', event.text, ',')}。`]
    case 'contactTried':
      return [`${day}${wallOf(at).time}联系诉求人未接通。`]
    case 'contactWaived':
      return [`未联系诉求人:${words(event.why)}。`]
    case 'arrived':
      return [`${day}到现场核查${event.text === undefined ? '' : `,${words(event.text)}`}。`]
    case 'progressed':
      return [`${words(event.text)}。`]
    case 'tested': {
      if (event.unread) return []
      const said = event.judged
        ? citation(event.judged)
        : `:${words(event.text).replace(/^[检监]测(?:结果)?[是为:：]?/u, '')}`
      return said === undefined ? [] : [`${monthDay(event.takenOn ?? at)}检测${said}(以监测报告为准)。`]
    }
    case 'agreed':
      return event.wanted === 'noTest' ? [`经核实不宜检测${reasonOf(log, words)}。`] : []
    case 'consultConcluded':
      return [`${day}会商:${words(event.text)}。`]
    case 'handled':
      return [`${day}处置完成${beside('handled', event.text, ':')}。`]
    case 'revisited':
      return [
        `${day}回访,诉求人表示${solvedName(event)}${event.satisfaction === 'none' ? '' : `、${satisfactions[event.satisfaction]}`}${beside('revisited', event.text, ',')}。`,
      ]
    case 'revisitTried':
      return [`${day}${wallOf(at).time}回访未接通。`]
    default:
      return []
  }
}

/** Why no test was possible, as it was put to the lead. */
function reasonOf(log: readonly Logged[], words: (text: number | undefined) => string): string {
  const asked = log.findLast(({ event }) => event.kind === 'asked' && event.wanted === 'noTest')?.event
  const why = asked?.kind === 'asked' ? words(asked.why) : ''
  return why && `,${why}`
}
