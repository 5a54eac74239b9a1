import { actingFor, answeringFor } from '../people/roster.ts'
import { days } from '../time/wall.ts'
import {
  calledForOwner,
  calledInRoom,
  callOver,
  callTakenBack,
  cannotComeForYou,
  helperThere,
  youAreCalled,
} from '../words/calls.ts'
import { at, type Sentence } from '../words/sentence.ts'
import type { Speech } from '../words/speech.ts'
import { awaited, type Called, isPressing } from './called.ts'
import type { PersonId } from './case.ts'
import type { CaseEvent } from './events.ts'
import { elsewhere, type Happened, toOwner, toPerson } from './tell.ts'

type HelpCalled = Extract<CaseEvent, { kind: 'helpCalled' }>

/**
 * Who hears of a call: the called unit once, the owner when somebody else called, and of a whistle the room of the card.
 * An emergency is said at once, day and night; anything else keeps quiet hours (domain.md sections 4 and 5).
 */
export function hearCall(event: HelpCalled, happened: Happened): Speech[] {
  const { c, logged, look } = happened
  const call = c.helpers?.find(({ unit }) => unit === event.unit)
  if (!call) return []
  const joinedNow = call.joined && call.arrivedAt !== undefined
  const inItsRoom = look.unitRoom(call.unit)?.id === c.cardRoom
  const told = [
    ...(call.joined || call.outside ? [] : toUnit(call, happened)),
    ...(joinedNow ? [] : toOwner(c, logged, calledForOwner(c, call, look))),
    ...(call.whistle && !inItsRoom ? elsewhere(c, logged, { sentence: calledInRoom(c, call, look), look }) : []),
  ]
  const goodUntil = Math.max(call.until ?? 0, logged.at + days(1))
  return told.map((speech) => ({ ...speech, goodUntil, ...(isPressing(call, c) && { class: 'urgent' as const }) }))
}

/** Of 报到 the owner hears and, if it was somebody else, the caller. */
export function hearArrival({ unit }: { unit: string }, { c, logged }: Happened): Speech[] {
  const caller = c.helpers?.find((one) => one.unit === unit)?.by
  const people = new Set([c.owner?.person, caller])
  const sentence = helperThere(c, unit)
  return [...people].flatMap((person) => (person === undefined ? [] : toPerson(person, { c, logged, sentence })))
}

/** Of 放回 they hear, too: its clocks are over already. */
export function hearReleased(happened: Happened): Speech[] {
  const { helpers = [] } = happened.c
  const called = helpers.filter((one) => !one.outside && !one.joined && one.arrivedAt === undefined)
  return callOff(called, happened)
}

/** Of 办结, 作废 and a granted 退单 the units that were still awaited hear: in their room, else who acts for them. */
export function hearOver(happened: Happened): Speech[] {
  return callOff(awaited(happened.c), happened)
}

/** A unit that cannot come: who called it and the owner hear it, and what they can do. */
export function hearCannotCome(
  { unit, why }: Extract<CaseEvent, { kind: 'cannotCome' }>,
  { c, logged, look }: Happened,
): Speech[] {
  const caller = c.helpers?.find((one) => one.unit === unit)?.by
  const sentence = cannotComeForYou(c, { unit, why }, look)
  return [...new Set([caller, c.owner?.person])].flatMap((one) =>
    one === undefined ? [] : toPerson(one, { c, logged, sentence }),
  )
}

/** A call that was taken back: the unit hears it, the owner and who called, unless they said it. */
export function hearCalledOff(
  { unit, person, outside, of }: Extract<CaseEvent, { kind: 'helpCalledOff' }>,
  happened: Happened,
): Speech[] {
  const { c, logged, look } = happened
  const calls = outside ? [] : [{ unit, ...(person !== undefined && { person }) }]
  const people = new Set([c.owner?.person, of])
  const sentence: Sentence = [`#${c.no} ${unit}不用来了。`]
  return [
    ...callOff(calls, happened, callTakenBack(c, look)),
    ...[...people].flatMap((one) => (one === undefined ? [] : toPerson(one, { c, logged, sentence }))),
  ]
}

function callOff(
  calls: readonly Pick<Called, 'unit' | 'person'>[],
  { c, logged, look }: Happened,
  sentence = callOver(c, look),
): Speech[] {
  return calls.flatMap(({ unit, person }): Speech[] => {
    const room = look.unitRoom(unit)
    if (!room || room.id === c.cardRoom || look.saidIn(logged.cause) === room.id)
      return (person === undefined ? actingFor(look, unit, look.now) : [person]).flatMap((one) =>
        toPerson(one, { c, logged, sentence }),
      )
    const key = `${logged.event.kind}-${c.no}-${logged.seq}-in-${room.id}`
    return [{ to: { room: room.id }, class: 'notice', key, no: c.no, sentence, goodUntil: logged.at + days(1) }]
  })
}

/**
 * Its room, where the person meant or the officer on duty is mentioned; a unit without a room, or one whose room reads the
 * answer anyway, is told in private.
 */
function toUnit(call: Called, { c, logged, look }: Happened): Speech[] {
  const room = look.unitRoom(call.unit)
  const acting = call.person === undefined ? actingFor(look, call.unit, look.now) : [call.person]
  const words = (mentions: readonly PersonId[]) =>
    youAreCalled(c, call, { look, mentions: mentions.map((person) => at(person)) })
  const inPrivate = (people: readonly PersonId[]) =>
    people.flatMap((person) => toPerson(person, { c, logged, sentence: words([]) }))
  if (!room || look.saidIn(logged.cause) === room.id)
    return inPrivate(call.person !== undefined || room ? acting : answeringFor(look, call.unit))
  const here = acting.filter((person) => look.memberOf(room.id, person))
  const key = `${logged.event.kind}-${c.no}-${logged.seq}-unit`
  return [
    { to: { room: room.id }, class: 'notice', key, no: c.no, sentence: words(here) },
    ...(call.person !== undefined && !here.length ? inPrivate([call.person]) : []),
  ]
}
