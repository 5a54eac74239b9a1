import { handOver } from '../commands/hand-over.ts'
import type { Tx } from '../db/unit.ts'
import type { PersonId } from '../domain/cases/case.ts'
import { type Room, roomName } from '../domain/people/rooms.ts'
import { handedOver } from '../domain/words/set-up.ts'

/**
 * Somebody left a room. From the room of their unit or their street, or from the last room of all: their open cases go to
 * the unit's lead, and the administrators hear of it; rights are theirs to take back (domain.md section 3).
 */
export function leaves(tx: Tx, { person, room }: { person: PersonId; room: Room }, now: number): void {
  tx.people.left(room.id, person)
  // What they were only by being there went with it.
  const { roles } = tx.people.speaker(person)
  const whose = room.unit ?? room.street
  const isTheirs = whose !== undefined && roles.some(({ unit, street }) => (unit ?? street) === whose)
  const isLast = !tx.people.boundRooms().some(({ id }) => tx.people.memberOf(id, person))
  if (!roles.length || (!isTheirs && !isLast)) return
  const { count, to } = handOver(tx, { person, ...(!isLast && whose !== undefined && { unit: whose }) }, now)
  const name = tx.people.name(person)
  const sentence = handedOver(name, roomName(room), count, to === undefined ? undefined : tx.people.name(to))
  for (const admin of tx.people.admins())
    tx.outbox.say(
      { to: { person: admin }, class: 'notice', key: `left-${room.id}-${person}-${now}-${admin}`, sentence },
      now,
    )
}
