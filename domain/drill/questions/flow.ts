import { type Case, isTicking } from '../../cases/case.ts'
import { type Channel, isOwnSource } from '../../cases/channel.ts'
import { type Need, needs } from '../../cases/needs.ts'
import { days, instant } from '../../time/wall.ts'
import {
  caseSaid,
  clockAsks,
  clockWhys,
  closingRule,
  flowAsks,
  needsSaid,
  needsWhy,
  type Situation,
  situations,
} from '../../words/quiz-work.ts'
import type { Chance } from '../chance.ts'
import type { Kind } from '../question.ts'

const CHANNELS: readonly Channel[] = [
  '12345',
  '12345',
  '12369',
  'petition',
  'leader',
  'media',
  'grid',
  'patrol',
  'warning',
]
type Caller = 'named' | 'nobody' | 'waived' | 'own'
const SITUATIONS = Object.keys(situations) as Situation[]

/** A case's way: what closing needs, and what stops the clock. */
export const flowKinds = {
  missing: {
    topic: '流程',
    draw(chance) {
      const channel = chance.one(CHANNELS)
      const caller: Caller = isOwnSource(channel) ? 'own' : chance.one(['named', 'named', 'nobody', 'waived'])
      const done = doneSoFar(caller, chance)
      const missing = (own: Caller, from: Channel, stamps: readonly Need[]) =>
        needsSaid(needs(standing(from, own, stamps)))
      const others = [
        missing('named', '12345', done),
        missing('nobody', '12345', done),
        missing('own', 'grid', done),
        missing(caller, channel, done.slice(0, Math.max(1, done.length - 1))),
        needsSaid(['reply']),
        needsSaid(['revisit', 'reply']),
        needsSaid([]),
      ]
      return {
        of: [channel, caller, ...done],
        ask: flowAsks.missing({ who: caseSaid(channel, caller), done }),
        right: missing(caller, channel, done),
        wrong: chance.some(others, others.length),
        why: [needsWhy[caller], closingRule],
      }
    },
  },

  clockStops: {
    topic: '流程',
    draw(chance, { date }) {
      const stopping = chance.percent(75)
      const [stopped, running] = [
        SITUATIONS.filter((one) => !ticks(one, date)),
        SITUATIONS.filter((one) => ticks(one, date)),
      ]
      const [right, wrong] = stopping
        ? [chance.one(stopped), chance.some(running, 3)]
        : [chance.one(running), chance.some(stopped, 3)]
      return {
        of: [right],
        ask: clockAsks.stops(stopping),
        right: situations[right],
        wrong: wrong.map((one) => situations[one]),
        why: [clockWhys.stops, clockWhys.platform],
      }
    },
  },
} satisfies Record<string, Kind>

const STEPS: Record<Caller, readonly Need[]> = {
  named: ['claim', 'contact', 'arrive', 'test', 'handle', 'revisit', 'reply'],
  nobody: ['claim', 'arrive', 'test', 'handle', 'reply'],
  waived: ['claim', 'arrive', 'test', 'handle', 'reply'],
  own: ['claim', 'arrive', 'test', 'handle'],
}

// As far as it came; sometimes nobody wrote down that they were there, or the platform was answered before the revisit.
function doneSoFar(caller: Caller, chance: Chance): Need[] {
  const steps = STEPS[caller]
  const done = steps.slice(0, chance.whole(2, steps.length))
  const left = chance.percent(25) ? 'arrive' : chance.percent(25) && done.includes('reply') ? 'revisit' : undefined
  return done.filter((step) => step !== left)
}

function standing(channel: Channel, caller: Caller, done: readonly Need[]): Case {
  const at = (step: Need) => (done.includes(step) ? 1 : undefined)
  const stamps = {
    claimedAt: at('claim'),
    contactedAt: at('contact'),
    arrivedAt: at('arrive'),
    testedAt: at('test'),
    handledAt: at('handle'),
    revisitedAt: at('revisit'),
    repliedAt: at('reply'),
  }
  const known = Object.fromEntries(Object.entries(stamps).filter(([, stamp]) => stamp !== undefined))
  return {
    no: 101,
    state: done.includes('handle') ? 'handled' : 'claimed',
    channel,
    basis: 'bureau',
    grade: isOwnSource(channel) ? 'internal' : '7d',
    urgent: false,
    confidential: false,
    category: 'air.catering_fume',
    industry: '餐饮',
    missing: [],
    reportedBy: 1,
    registeredAt: 0,
    waitingSince: 0,
    armedBy: { waiting: 1, claim: 1, deadline: 1 },
    seq: 1,
    ...(caller === 'named' || caller === 'waived' ? { complainant: 1 } : {}),
    ...(caller === 'waived' && { contactWaived: true as const }),
    ...known,
  }
}

function ticks(situation: Situation, date: string): boolean {
  const at = instant(date, '09:00')
  const c: Case = {
    ...standing('12345', 'named', ['claim', 'contact', 'arrive', 'test']),
    deadline: { at: at + days(3), official: true, derived: false },
    ...PATCHES[situation],
  }
  return isTicking(c)
}

const PATCHES: Record<Situation, Partial<Case>> = {
  claimed: {},
  handled: { state: 'handled', handledAt: 1 },
  revisited: { state: 'handled', handledAt: 1, revisitedAt: 1, revisit: { solved: true, satisfaction: 'good' } },
  returnAsked: { asked: ['return'], returns: 1 },
  extendAsked: { asked: ['extend'] },
  suspendAsked: { asked: ['suspend'] },
  consulting: { consultation: { at: 1, members: [] } },
  supervised: { supervised: [] },
  suspended: { suspended: true },
  replied: { repliedAt: 1 },
}
