import type { Tx } from '../db/unit.ts'
import type { Case, PersonId, RoomId } from '../domain/cases/case.ts'
import type { Audience, Step } from '../domain/cases/ladder.ts'
import { actingFor, answeringFor, approvers } from '../domain/people/roster.ts'

/** Who hears a step, and where. */
export interface Heard {
  /** The case's room, with those who are mentioned there. */
  room?: { id: RoomId; mentions: PersonId[] }
  /** Those who read it in private, each a message of their own. */
  inPrivate: PersonId[]
  /** Those who should have read it in private and are no friends: asked in the room. */
  unreached: { room: RoomId; person: PersonId }[]
}

/**
 * Resolves the audience of a step with the roster. In a room everybody who must act is mentioned; a deputy who is not in
 * it reads it in private. Somebody who cannot be written to is mentioned in the room of an urgent case, else only asked
 * to become friends. When nobody at all is found, the room reads it, or the desk where there is no room.
 */
export function audienceOf(
  step: Pick<Step, 'audience' | 'where' | 'urgent' | 'call' | 'supervision'>,
  c: Case,
  at: { tx: Tx; now: number },
): Heard {
  const { people } = at.tx
  const heard = [...new Set(step.audience.flatMap((who) => peopleOf(who, { c, step }, at)))]
  const room = c.cardRoom
  if (room === undefined) return { inPrivate: heard.length ? heard : people.holders('desk'), unreached: [] }

  const inRoom = (person: PersonId) => people.memberOf(room, person) || !people.reachable(person)
  const away = heard.filter((person) => !people.reachable(person))
  const mentions = step.where === 'room' ? heard.filter(inRoom) : step.urgent ? away : []
  const inPrivate = heard.filter((person) => people.reachable(person) && !mentions.includes(person))
  const unreached = step.where === 'room' ? [] : away
  const spoken = step.where === 'room' || step.audience.includes('room') || mentions.length > 0 || heard.length === 0
  return {
    ...(spoken && { room: { id: room, mentions } }),
    inPrivate,
    unreached: unreached.map((person) => ({ room, person })),
  }
}

function peopleOf(
  who: Audience,
  { c, step: { call, supervision } }: { c: Case; step: Pick<Step, 'call' | 'supervision'> },
  { tx: { people }, now }: { tx: Tx; now: number },
): PersonId[] {
  const unit = c.owner?.unit ?? people.unitFor(c)
  switch (who) {
    case 'duty':
      return unit === undefined ? [] : people.dutyOf(unit, now)
    case 'steward':
      return c.street === undefined ? [] : people.stewardsOf(c.street)
    case 'lead':
      return c.owner ? approvers(people, c) : unit === undefined ? [] : people.leadsOf(unit)
    case 'deputy':
      return people.deputies()
    case 'owner':
      return c.owner ? [c.owner.person] : []
    case 'room':
      return []
    case 'called':
      return call ? actingFor(people, call.unit, now) : []
    case 'calledLead':
      return call ? answeringFor(people, call.unit) : []
    case 'caller':
      return call?.by === undefined ? [] : [call.by]
    case 'supervisors':
      return [...(supervision?.by ?? [])]
  }
}
