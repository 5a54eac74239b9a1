import type { Message } from '../db/outbox.ts'
import type { Store, Tx } from '../db/unit.ts'
import type { RoomKind } from '../domain/people/rooms.ts'
import { nextList } from '../domain/time/quiet.ts'
import { dateOf } from '../domain/time/wall.ts'
import { unknownFate } from '../domain/words/answers.ts'
import { befriend } from '../domain/words/reminders.ts'
import { at, s } from '../domain/words/sentence.ts'
import type { Log } from './redis-server.ts'

/**
 * A message that may have been spoken and has no echo: said once more, or given up as unknown. Of given up personal
 * data the administrators are told at once, without its content; of the rest once a day (jobs/unsure-list.ts).
 */
export function settleUncertain(store: Store, message: Message, how: { now: number; again: number; log: Log }): void {
  store.unit((tx) => {
    if (tx.outbox.uncertain(message.id, how.again, how.now) !== 'unknown') return
    how.log.warn(
      { outbox: message.id, class: message.class },
      'Nobody knows whether a message was spoken; it is not repeated',
    )
    if (message.personal) tellAdmins(tx, message, how.now)
  })
}

function tellAdmins(tx: Tx, { id, to, nos }: Message, now: number): void {
  if (!('person' in to)) return
  const sentence = unknownFate(nos, tx.people.name(to.person))
  for (const admin of tx.people.admins())
    tx.outbox.say({ to: { person: admin }, class: 'notice', key: `unknown-${id}-${admin}`, sentence }, now)
}

/** A private message did not get through: the person is remembered as not reachable and asked in the case's room. */
export function tellUnreached(tx: Tx, message: Message, now: number): void {
  const { to, nos } = message
  if (!('person' in to)) return
  tx.people.unreachable(to.person, now)
  const room = nos[0] === undefined ? undefined : tx.cases.find(nos[0])?.cardRoom
  if (room !== undefined && message.class === 'urgent') sayInRoom(tx, message, { room, person: to.person, now })
  askForFriendship(tx, { room, person: to.person }, now)
}

// What is urgent cannot wait for a friendship; personal data never goes that way.
function sayInRoom(
  tx: Tx,
  { id, sentence, nos, personal }: Message,
  to: { room: number; person: number; now: number },
): void {
  if (personal) return
  const key = `instead-${id}`
  const no = nos[0]
  const words = s`${at(to.person)} ${sentence}`
  tx.outbox.say(
    { to: { room: to.room }, class: 'urgent', key, sentence: words, reminder: true, ...(no !== undefined && { no }) },
    to.now,
  )
}

/**
 * The room in which somebody who cannot be written to is asked: the case's, when they are in it, else one of their own, the
 * leaders' first, else the case's; undefined when they are in none.
 */
export function roomToAsk({ people }: Pick<Tx, 'people'>, person: number, room?: number): number | undefined {
  if (room !== undefined && people.memberOf(room, person)) return room
  const theirs = people.boundRooms().filter(({ id }) => people.memberOf(id, person))
  const nearest = NEAREST.flatMap((kind) => theirs.filter((one) => one.kind === kind))[0]
  return nearest?.id ?? room
}

const NEAREST: readonly RoomKind[] = ['leaders', 'unit', 'district', 'street']

/** Asks in the room's next list, at most once per person and day on which it is heard, to become friends, so that private words reach them. */
export function askForFriendship(tx: Tx, of: { room: number | undefined; person: number }, now: number): void {
  const { person } = of
  const room = roomToAsk(tx, person, of.room)
  if (room === undefined) return
  const notBefore = nextList(now, tx.settings.calendar(), tx.settings.on(dateOf(now)))
  const key = `befriend-${room}-${person}-${dateOf(notBefore)}`
  tx.outbox.say({ to: { room }, class: 'list', key, sentence: befriend(person), notBefore }, now)
}
