import type { Case } from '../cases/case.ts'
import type { CaseEvent, Logged } from '../cases/events.ts'
import { satisfactions } from '../cases/events.ts'
import { wallOf } from '../time/wall.ts'
import type { Lookup } from './lookup.ts'
import { lines, type Sentence } from './sentence.ts'
import { solvedName } from './timeline.ts'

/** The platform takes so many characters. */
export const DRAFT_LENGTH = 300

/**
 * 回复稿: the answer for the platform from the timeline: contact, findings, tests, measures, revisit. At most 300
 * characters, only masked words, to be checked by whoever pastes it.
 */
export function draft(c: Case, log: readonly Logged[], look: Lookup): Sentence {
  const told = log.flatMap(({ at, event }) => sentenceOf(event, at, look))
  const text = told.length ? told.join('') : '该件正在办理中。'
  return lines(
    `#${c.no} 回复稿(请核对后粘到平台):`,
    text.length > DRAFT_LENGTH ? `${text.slice(0, DRAFT_LENGTH - 1)}…` : text,
  )
}

function sentenceOf(event: CaseEvent, at: number, look: Lookup): string[] {
  const day = dayOf(at)
  const words = (text: number | undefined) => look.text(text).replace(/[。.\s]+$/u, '')
  switch (event.kind) {
    case 'contacted':
      return [`${day}${wallOf(at).time}联系诉求人${event.text === undefined ? '' : `,${words(event.text)}`}。`]
    case 'arrived':
      return [`${day}到现场核查${event.text === undefined ? '' : `,${words(event.text)}`}。`]
    case 'progressed':
      return [`${words(event.text)}。`]
    case 'tested':
      return [`${day}检测:${words(event.text)}(以监测报告为准)。`]
    case 'handled':
      return [`${day}处置完成${event.text === undefined ? '' : `:${words(event.text)}`}。`]
    case 'revisited':
      return [
        `${day}回访,诉求人表示${solvedName(event)}${event.satisfaction === 'none' ? '' : `、${satisfactions[event.satisfaction]}`}。`,
      ]
    default:
      return []
  }
}

function dayOf(at: number): string {
  const [, month = '', day = ''] = wallOf(at).date.split('-')
  return `${Number(month)}月${Number(day)}日`
}
