import { wordings } from '../commands/registry.ts'
import type { Kept } from '../db/inbox.ts'
import { isStorageFailure } from '../db/open.ts'
import type { Store, Tx } from '../db/unit.ts'
import { type Room, roomName } from '../domain/people/rooms.ts'
import { holds } from '../domain/people/speaker.ts'
import type { Inbound } from '../domain/reading/inbound.ts'
import { understand } from '../domain/reading/meaning.ts'
import { mask } from '../domain/reading/personal.ts'
import { isSecret } from '../domain/reading/secrecy.ts'
import { toStranger } from '../domain/words/answers.ts'
import { notForWechat, secretSeen } from '../domain/words/privacy.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import { sweepDisk } from '../jobs/settle-files.ts'
import { type Acting, act, type Fault, giveUp, strangerKey } from './act.ts'
import type { Log } from './line/line.ts'

export interface Receiving {
  store: Store
  now: () => number
  newFaultId: () => string
  log: Log
  /** Something may wait to be spoken. */
  nudge(): void
}

/**
 * Takes a message from the line: it is kept, understood, done and answered in one unit of work, or not at all. Throws
 * only when nothing could be stored: then the line keeps the message and hands it over again.
 */
export function receive(inbound: Inbound, receiving: Receiving): void {
  const { store } = receiving
  const room = inbound.room && store.books.people.boundRoom(inbound.room.id)
  if (inbound.speaker.self) {
    echo(inbound, room, receiving)
    // What stood behind it in the conversation may be spoken now.
    receiving.nudge()
    return
  }
  if (inbound.speaker.official) return
  if (inbound.room && !room && !isBinding(inbound, store)) return
  if (isOtherBot(inbound, store)) return
  if (isSecret([inbound.text, ...inbound.files.map(({ name }) => name)].join('\n'))) {
    passOver(inbound, room, receiving)
    return
  }
  const keep = (tx: Tx) => {
    const person = tx.people.meet(inbound.speaker)
    if (room) tx.people.seen(room.id, person, inbound.speaker.alias)
    return tx.inbox.keep(inbound, { person, ...(room && { room: room.id }) }, receiving.now())
  }
  take(inbound, { keep, room }, receiving)
  // Bytes go only when it is certain that their row went.
  if (inbound.recalls !== undefined) sweepDisk(store)
  receiving.nudge()
}

/** Handles, in their order, messages that were kept but not handled when the power went. */
export function recover(receiving: Receiving): number {
  const { people, inbox } = receiving.store.books
  const waiting: Kept[] = inbox.unhandled()
  for (const kept of waiting) {
    const room = kept.room === undefined ? undefined : people.room(kept.room)
    take(kept.inbound, { keep: () => kept, room }, receiving)
  }
  if (waiting.length) receiving.nudge()
  return waiting.length
}

interface Taking {
  /** Undefined when the message was kept before. */
  keep(tx: Tx): Kept | undefined
  room: Room | undefined
}

// Marked as secret: only that a message came is kept. Its sender hears in private, the administrators without content.
function passOver(inbound: Inbound, room: Room | undefined, { store, now, nudge }: Receiving): void {
  store.unit((tx) => {
    const person = tx.people.meet(inbound.speaker)
    const kept = tx.inbox.keep({ ...inbound, text: '', files: [] }, { person, ...(room && { room: room.id }) }, now())
    if (!kept) return
    const { known } = tx.people.speaker(person, room)
    tx.inbox.mark(kept.id, known ? 'handled' : 'chatter')
    const say = (to: number, key: string, sentence: Sentence) =>
      tx.outbox.say({ to: { person: to }, class: 'reply', key, sentence }, now())
    if (!known) {
      tx.inbox.takenBack(kept.id)
      return say(person, strangerKey(person, now()), toStranger())
    }
    say(person, `secret-${kept.id}`, notForWechat())
    for (const admin of tx.people.admins())
      if (admin !== person)
        say(admin, `secret-${kept.id}-${admin}`, secretSeen(tx.people.name(person), room ? roomName(room) : '私聊'))
  })
  nudge()
}

// What breaks outside of a wish must not come back for ever and hold up its room: it is kept as failed, too.
function take(inbound: Inbound, { keep, room }: Taking, { store, now, newFaultId, log }: Receiving): void {
  const inUnit = (body: (kept: Kept, acting: Acting) => Fault[]) =>
    store.unit((tx): Fault[] => {
      const kept = keep(tx)
      return kept ? body(kept, { tx, now: now(), newFaultId }) : []
    })
  try {
    const meaning = understand(inbound, {
      ...(room && { room }),
      wordings,
      learned: store.books.places.learned(),
      now: now(),
    })
    report(
      inUnit((kept, acting) => act(kept, meaning, acting)),
      log,
    )
  } catch (error) {
    if (isStorageFailure(error)) throw error
    report(
      inUnit((kept, acting) => giveUp(kept, error, acting)),
      log,
    )
  }
}

// Our own words come back: the message was spoken, whatever the gateway answered.
function echo(inbound: Inbound, room: Room | undefined, { store, now, nudge }: Receiving): void {
  if (inbound.room && !room) return
  const spoken = store.echoHash(inbound.text)
  store.unit((tx) => {
    tx.outbox.echoed(room && { room: room.id }, spoken, now(), inbound.id)
  })
  // What waited behind it need not wait for the gateway's answer.
  nudge()
}

// Two programs that answer each other would never end: one that was made known with 「授权 @… 机器人」 is not heard.
function isOtherBot({ speaker }: Inbound, { books: { people } }: Store): boolean {
  const person = people.personOf(speaker.id)
  return person !== undefined && holds(people.speaker(person), 'bot')
}

// In a room nobody bound, nothing is kept but an administrator's 「绑定 …」.
function isBinding(inbound: Inbound, { books }: Store): boolean {
  if (!/^\s*绑定/.test(inbound.text)) return false
  const person = books.people.personOf(inbound.speaker.id)
  return person !== undefined && holds(books.people.speaker(person), 'admin')
}

function report(faults: readonly Fault[], log: Log): void {
  for (const { id, error } of faults) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    log.error(
      { fault: id, error: name, message: mask(message), at: placesOf(stack) },
      'a rule broke; the message is kept',
    )
  }
}

// Only where it happened: the head of a stack is the message again, unmasked.
function placesOf(stack = ''): string[] {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, 5)
}
