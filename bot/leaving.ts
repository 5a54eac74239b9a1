import { handOver } from '../commands/hand-over.ts'
import type { Tx } from '../db/unit.ts'
import type { PersonId } from '../domain/cases/case.ts'
import { type Room, roomName } from '../domain/people/rooms.ts'
import { handedOver } from '../domain/words/set-up.ts'

/**
 * Somebody left a room. From their unit's room, or from the last room of all: their open cases go to the unit's lead,
 * and the administrators hear of it; rights are theirs to take back (domain.md section 3).
 */
export function leaves(tx: Tx, { person, room }: { person: PersonId; room: Room }, now: number): void {
  const before = tx.people.speaker(person)
  tx.people.left(room.id, person)
  const isUnit = room.unit !== undefined && before.roles.some(({ unit }) => unit === room.unit)
  const isLast = !tx.people.boundRooms().some(({ id }) => tx.people.memberOf(id, person))
  if (!isUnit && !isLast) return
  if (!before.roles.some(({ role }) => role !== 'grid')) return
  const { count, to } = handOver(tx, { person, ...(!isLast && room.unit !== undefined && { unit: room.unit }) }, now)
  const name = tx.people.name(person)
  const sentence = handedOver(name, roomName(room), count, to === undefined ? undefined : tx.people.name(to))
  for (const admin of tx.people.admins())
    tx.outbox.say(
      { to: { person: admin }, class: 'notice', key: `left-${room.id}-${person}-${now}-${admin}`, sentence },
      now,
    )
}
