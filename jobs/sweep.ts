import type { Store, Tx } from '../db/unit.ts'
import { type Case, isOpen, isUnfinished, type PersonId } from '../domain/cases/case.ts'
import { pressingAt } from '../domain/cases/decisions.ts'
import { type LadderRules, nextStep, type Step, stepKey, stepsBetween, topicOf } from '../domain/cases/ladder.ts'
import { urgentFrom } from '../domain/cases/supervise.ts'
import { dateOf, instant } from '../domain/time/wall.ts'
import { lookAgain } from '../domain/words/follow-up.ts'
import { reminder } from '../domain/words/reminders.ts'
import type { SpeechClass } from '../domain/words/speech.ts'
import { askPressing } from './approval-list.ts'
import { audienceOf } from './audience.ts'
import { askForFriendship } from './settle.ts'

/** Says every step of the ladder that is due, each case in a unit of its own, and sets its clock to the next one. */
export function sweep(store: Store, now: number): void {
  for (const { no } of store.books.cases.due(now)) store.unit((tx) => remind(tx, no, now))
}

function remind(tx: Tx, no: number, now: number): void {
  const clock = tx.cases.clockOf(no)
  const c = raised(tx, lapsed(tx, tx.cases.find(no), now), now)
  if (!c || clock === undefined || clock > now) return
  const rules = { calendar: tx.settings.calendar(), settings: tx.settings.on(dateOf(now)) }
  const due = isUnfinished(c) ? stepsBetween(tx.climbing(c), { after: clock - 1, until: now }, rules) : []
  for (const step of lastOfEach(due)) say(step, c, { tx, now, rules })
  const pressing = pressingAt(c, rules)
  if (isUnfinished(c) && pressing !== undefined && pressing >= clock && pressing <= now) askPressing(tx, c, now)
  sayLookAgain(tx, c, now)
  tx.arm(c, now)
}

/** An offer to another unit that nobody took is over: the owner stays, and hears (domain.md section 4, transfer). */
function lapsed(tx: Tx, c: Case | undefined, now: number): Case | undefined {
  if (!c?.offer || !isOpen(c) || c.offer.until > now) return c
  return tx.record([{ no: c.no, at: now, event: { kind: 'offerLapsed' } }], now)
}

/** Supervised for today it is urgent from the morning on. */
function raised(tx: Tx, c: Case | undefined, now: number): Case | undefined {
  const { workFrom } = tx.settings.on(dateOf(now))
  const from = c && isOpen(c) ? urgentFrom(c, (date) => instant(date, workFrom)) : undefined
  if (!c || from === undefined || from > now) return c
  return tx.record([{ no: c.no, at: now, event: { kind: 'urgencyRaised' } }], now)
}

/** 回头看: a line in the owner's list of that day. */
function sayLookAgain(tx: Tx, c: Case, now: number): void {
  if (c.state !== 'closed' || c.followUp === undefined || c.followUp > now || !c.owner) return
  const key = `look-again-${c.no}-${c.followUp}`
  const sentence = lookAgain(c, tx.look(now))
  tx.outbox.say({ to: { person: c.owner.person }, class: 'list', key, no: c.no, sentence }, now)
}

/** After an absence the steps of one kind become the last of them, heard by all; what has expired is not announced as coming. */
function lastOfEach(due: readonly Step[]): Step[] {
  const last = new Map<string, Step>()
  for (const step of due) {
    const before = last.get(topicOf(step))
    const audience = [...new Set([...(before?.audience ?? []), ...step.audience])]
    last.set(topicOf(step), { ...step, audience, where: before?.where === 'room' ? 'room' : step.where })
  }
  for (const step of due) {
    if (step.kind === 'expired') last.delete(topicOf({ ...step, kind: 'due' }))
    if (step.kind === 'missing') last.delete(topicOf({ ...step, kind: 'arrival' }))
    if (step.kind === 'supervisedOver') last.delete(topicOf({ ...step, kind: 'supervised' }))
  }
  return [...last.values()]
}

interface Moment {
  tx: Tx
  now: number
  rules: LadderRules
}

function say(step: Step, c: Case, { tx, now, rules }: Moment): void {
  const key = stepKey(step, c.no)
  const heard = audienceOf(step, c, { tx, now })
  const goodUntil = nextStep(tx.climbing(c), now, rules)?.at
  const about = {
    class: classOf(step),
    no: step.of?.no ?? c.no,
    reminder: true,
    ...(goodUntil !== undefined && { goodUntil }),
  }
  const look = tx.look(now)
  if (heard.room) {
    const sentence = reminder(step, c, { look, to: 'room', mentions: heard.room.mentions })
    tx.outbox.say({ ...about, to: { room: heard.room.id }, key, sentence }, now)
  }
  // What waits for a list and is private stands in the person's list (jobs/personal-list.ts).
  if (step.where === 'list') return
  for (const person of heard.inPrivate) {
    const sentence = reminder(step, c, { look, to: readerOf(person, c, step) })
    tx.outbox.say({ ...about, to: { person }, key: `${key}-${person}`, sentence }, now)
  }
  for (const missed of heard.unreached) askForFriendship(tx, missed, now)
}

function readerOf(person: PersonId, c: Case, { supervision }: Step): 'owner' | 'supervisor' | 'private' {
  if (person === c.owner?.person) return 'owner'
  return supervision?.by.includes(person) ? 'supervisor' : 'private'
}

function classOf(step: Step): SpeechClass {
  if (step.urgent) return 'urgent'
  return step.where === 'list' ? 'list' : 'notice'
}
