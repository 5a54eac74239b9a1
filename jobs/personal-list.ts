import type { Books, Tx } from '../db/unit.ts'
import { dueOfHelpers } from '../domain/cases/arrivals.ts'
import { awaited } from '../domain/cases/called.ts'
import type { Case, PersonId, RoomId } from '../domain/cases/case.ts'
import { comingTo } from '../domain/cases/consult.ts'
import { errands, overdue, resting } from '../domain/cases/errands.ts'
import { type Step, stepsBetween } from '../domain/cases/ladder.ts'
import { actingFor, answeringFor, approvers } from '../domain/people/roster.ts'
import { compoundOf } from '../domain/reading/compound.ts'
import { listsOn } from '../domain/time/quiet.ts'
import { dateOf, days } from '../domain/time/wall.ts'
import { appointmentOf } from '../domain/words/appointment.ts'
import { awaitedLine } from '../domain/words/calls.ts'
import { consultForYou } from '../domain/words/consult.ts'
import { type DayList, dayList } from '../domain/words/day-list.ts'
import { reminder } from '../domain/words/reminders.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import { audienceOf } from './audience.ts'
import { askForFriendship } from './settle.ts'

/** When personal lists go out on a date: 08:05 and 15:00 of working days†. */
export function personalTimes({ settings }: Books, date: string): number[] {
  return listsOn(date, settings.calendar(), settings.on(date))
}

/**
 * 个人清单: to everybody with an open case what is due today, whom to call before when, where to go, and what belongs on one
 * way; to those who answer for others the steps of the ladder that wait for a list. Nothing open, nothing sent.
 */
export function personalList(tx: Tx, when: { at: number; now: number; until: number; last: number | undefined }): void {
  const { at, now, until } = when
  const open = [...tx.cases.open(), ...tx.cases.merged()]
  const told = remindersFor(tx, open, { now, after: when.last ?? now - days(1) })
  const leads = overdue(open, now).flatMap((c) => approvers(tx.people, c))
  const arrivals = arrivalsFor(tx, open, now)
  for (const [person, lines] of consultationsFor(tx, open, now))
    arrivals.set(person, [...(arrivals.get(person) ?? []), ...lines])
  const people = new Set([...open.flatMap((c) => c.owner?.person ?? []), ...told.keys(), ...leads, ...arrivals.keys()])
  for (const person of people) {
    const mine = open.filter((c) => c.owner?.person === person)
    const late = lateOfUnit(tx, person, { open, now })
    const waited = (told.get(person) ?? []).filter(({ no }) => !late.some((one) => one.no === no))
    const others = [...waited, ...late]
    const ofOthers = others.filter(({ no }) => !mine.some((c) => c.no === no))
    const list = listOf(tx, { person, mine, told: [...ofOthers, ...(arrivals.get(person) ?? [])], now })
    if (!list) continue
    const room = roomOf(mine, [...others, ...(arrivals.get(person) ?? [])])
    if (!tx.people.reachable(person)) {
      askForFriendship(tx, { room, person }, now)
      continue
    }
    const key = `list-${at}-${person}`
    tx.outbox.say({ to: { person }, class: 'list', key, sentence: dayList(list, tx.look(now)), goodUntil: until }, now)
  }
}

interface Told {
  /** Stands behind the case, too, where it is in the reader's own list. */
  ownToo?: true
  no: number
  room: RoomId | undefined
  sentence: Sentence
}

function listOf(
  tx: Tx,
  { person, mine, told, now }: { person: PersonId; mine: Case[]; told: Told[]; now: number },
): DayList | undefined {
  const look = tx.look(now)
  const rest = resting(mine, now)
  const todo = errands(mine, {
    now,
    settings: look.settings,
    compound: (c) => compoundOf(look.text(c.place)),
    appointment: (c) => appointmentOf(tx.cases.log(c.no), look),
    held: look.held,
  })
  const still = rest.filter((c) => !todo.some((errand) => errand.c.no === c.no))
  const others = mine.filter((c) => ![...still, ...todo.map((errand) => errand.c)].some(({ no }) => no === c.no))
  if (!todo.length && !told.length && !others.length) return undefined
  const once = [
    ...new Map(
      told
        .filter(({ ownToo, no }) => !ownToo || !todo.some(({ c }) => c.no === no))
        .map((one) => [`${one.no} ${one.sentence.join('')}`, one.sentence]),
    ).values(),
  ]
  return { name: look.name(person), errands: todo, told: once, others, resting: still }
}

/** The steps that waited for this list, by who reads them in private. What a room reads of them, the sweep says. */
function remindersFor(
  tx: Tx,
  open: readonly Case[],
  { now, after }: { now: number; after: number },
): Map<PersonId, Told[]> {
  const rules = { calendar: tx.settings.calendar(), settings: tx.settings.on(dateOf(now)) }
  const told = new Map<PersonId, Told[]>()
  for (const c of open) {
    const steps = stepsBetween(tx.climbing(c), { after, until: now }, rules).filter(
      ({ where, call }) => where === 'list' && !call,
    )
    for (const step of lastOfKind(steps)) {
      const heard = audienceOf(step, c, { tx, now })
      const people = [...heard.inPrivate, ...heard.unreached.map(({ person }) => person)]
      const sentence = reminder(step, c, { look: tx.look(now), to: 'private' })
      for (const person of people)
        told.set(person, [...(told.get(person) ?? []), { no: c.no, room: c.cardRoom, sentence }])
    }
  }
  return told
}

/**
 * Called units that are awaited: the unit reads of it until it comes; once its time is over the caller, the owner and who
 * answers for the owner read it too, in every list. What a unit that came was asked for by a date, it and they read that day.
 */
function arrivalsFor(tx: Tx, open: readonly Case[], now: number): Map<PersonId, Told[]> {
  const told = new Map<PersonId, Told[]>()
  const look = tx.look(now)
  for (const c of open)
    for (const call of [...awaited(c), ...dueOfHelpers(c, now, look)]) {
      const owner = c.owner?.person
      const unit = [...actingFor(look, call.unit, now), ...answeringFor(look, call.unit)]
      const late = call.until <= now ? [call.by, c.owner?.person, ...approvers(tx.people, c)] : []
      const waiting = call.arrivedAt === undefined ? late : [call.by, c.owner?.person]
      const line = { no: c.no, room: c.cardRoom, sentence: awaitedLine(c, call, look) }
      for (const person of new Set([...unit, ...waiting]))
        if (person !== undefined)
          told.set(person, [...(told.get(person) ?? []), person === owner ? { ...line, ownToo: true as const } : line])
    }
  return told
}

/** 会商 of today, still to come: its members read of it; the owner reads it behind the case. */
function consultationsFor(tx: Tx, open: readonly Case[], now: number): Map<PersonId, Told[]> {
  const told = new Map<PersonId, Told[]>()
  const look = tx.look(now)
  for (const c of open) {
    const { consultation } = c
    if (!consultation || consultation.at <= now || dateOf(consultation.at) !== dateOf(now)) continue
    const line = { no: c.no, room: c.cardRoom, sentence: consultForYou(c, look) }
    for (const person of new Set(comingTo(consultation.members, look)))
      if (person !== c.owner?.person) told.set(person, [...(told.get(person) ?? []), line])
  }
  return told
}

/** What is over is told to the lead in every list, with the name of who has it (domain.md section 7). */
function lateOfUnit(tx: Tx, person: PersonId, { open, now }: { open: readonly Case[]; now: number }): Told[] {
  const late = overdue(open, now).filter(
    (c) => c.owner && c.owner.person !== person && approvers(tx.people, c).includes(person),
  )
  return late.map((c) => ({
    no: c.no,
    room: c.cardRoom,
    sentence: reminder(OVER, c, { look: tx.look(now), to: 'private' }),
  }))
}

const OVER = { step: 'expired', kind: 'expired', urgent: false, derived: false, at: 0 } as const

function lastOfKind(steps: readonly Step[]): Step[] {
  return [...new Map(steps.map((step) => [step.kind, step])).values()]
}

function roomOf(mine: readonly Case[], told: readonly Told[]): RoomId | undefined {
  return mine.find(({ cardRoom }) => cardRoom !== undefined)?.cardRoom ?? told[0]?.room
}
