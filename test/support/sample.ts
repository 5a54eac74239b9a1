import type { Case } from '../../domain/cases/case.ts'
import type { Role } from '../../domain/people/roles.ts'
import type { Room } from '../../domain/people/rooms.ts'
import type { Speaker } from '../../domain/people/speaker.ts'
import { defaults } from '../../domain/settings.ts'
import { calendar } from '../../domain/time/calendar.ts'
import { days } from '../../domain/time/wall.ts'
import type { Lookup } from '../../domain/words/lookup.ts'
import type { Sentence } from '../../domain/words/sentence.ts'
import { monday } from './talk.ts'

export const NOW = monday('09:30')

export const fangzhuang: Room = { id: 1, kind: 'street', topic: '方庄群', street: '方庄街道' }

/** A waiting case of 方庄, reported by 1 and named by nobody yet. */
export function aCase(more: Partial<Case> = {}): Case {
  return {
    no: 131,
    state: 'waiting',
    channel: '12345',
    basis: 'bureau',
    grade: '7d',
    urgent: false,
    confidential: false,
    category: 'air.catering_fume',
    industry: '餐饮',
    street: '方庄街道',
    missing: [],
    reportedBy: 1,
    registeredAt: NOW,
    waitingSince: NOW,
    armedBy: { waiting: 1, claim: 1, deadline: 1 },
    seq: 1,
    ...more,
  }
}

/** The same, claimed by person 7 of 执法一队. */
export function aClaimed(more: Partial<Case> = {}): Case {
  const owner = { person: 7, unit: '执法一队' }
  return aCase({ state: 'claimed', owner, firstReceiver: owner.unit, claimedAt: NOW, seq: 2, ...more })
}

/** Cases that person 9 of 执法一队 has in hand, registered the day before `now`, one number each. */
export function takenAt(now: number, facts: Partial<Case>): (no: number, more?: Partial<Case>) => Case {
  const owner = { person: 9, unit: '执法一队' }
  const since = { registeredAt: now - days(1), waitingSince: now - days(1) }
  const armedBy = { waiting: 1, claim: 2, deadline: 1 }
  return (no, more) =>
    aCase({ no, state: 'claimed', complainant: 1, owner, armedBy, seq: 2, ...since, ...facts, ...more })
}

export function aSpeaker(person: number, roles: readonly Role[] = [], more: Partial<Speaker> = {}): Speaker {
  return { person, name: `P${person}`, roles, streets: [], areas: [], known: true, ...more }
}

/** Whoever is asked for is called P and their number; texts are given by id. */
export function aLook(texts: Record<number, string> = {}, more: Partial<Lookup> = {}): Lookup {
  return {
    now: NOW,
    settings: defaults,
    calendar: calendar([]),
    text: (id) => (id === undefined ? '' : (texts[id] ?? '')),
    name: (person) => `P${person}`,
    unitFor: () => undefined,
    dutyOf: () => [],
    stewardsOf: () => [],
    leadsOf: () => [],
    membersOf: () => [],
    unitsOf: () => [],
    deputies: () => [],
    desks: () => [],
    roomFor: () => fangzhuang,
    room: (id) => (id === fangzhuang.id ? fangzhuang : undefined),
    unitRoom: () => undefined,
    memberOf: () => true,
    saidIn: () => undefined,
    likely: () => [],
    held: () => [],
    ...more,
  }
}

/** A sentence as words: 「@P7」 for a mention, 「{phone}」 for what is opened when it is spoken. */
export function wordsOf(sentence: Sentence | string | undefined): string {
  if (sentence === undefined || typeof sentence === 'string') return sentence ?? ''
  return sentence
    .map((piece) => (typeof piece === 'string' ? piece : 'at' in piece ? `@P${piece.at}` : `{${piece.field}}`))
    .join('')
}

/** The code of the Refusal a rule throws; undefined when it does not. */
export function refusalOf(rule: () => unknown): string | undefined {
  try {
    rule()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code)
    throw error
  }
  return undefined
}
