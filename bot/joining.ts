import type { Tx } from '../db/unit.ts'
import type { Room } from '../domain/people/rooms.ts'
import { later } from '../domain/time/quiet.ts'
import { dateOf } from '../domain/time/wall.ts'
import { welcome } from '../domain/words/admin.ts'

/**
 * Somebody new is in a bound room: four lines, at most once on the day on which they are heard, out of the room's budget
 * and never in quiet hours (domain.md section 7). Leaders are not greeted, nor is the city, where we only take in.
 */
export function welcomeTo(tx: Tx, room: Room, now: number): void {
  if (room.kind === 'leaders' || room.kind === 'city') return
  const heardAt = later(now, tx.settings.calendar(), tx.settings.on(dateOf(now)))
  const key = `welcome-${room.id}-${dateOf(heardAt)}`
  tx.outbox.say({ to: { room: room.id }, class: 'notice', key, sentence: welcome(), apart: true }, now)
}
