import type { Store } from '../db/unit.ts'
import type { Inbound } from '../domain/reading/inbound.ts'
import { cannotStore } from '../domain/words/answers.ts'
import { welcomeTo } from './joining.ts'
import { leaves } from './leaving.ts'
import type { Conversation, Member } from './line/line.ts'
import { type Receiving, receive } from './receive.ts'

/** The ear: what the line hears goes to the rules, and nothing is lost while the disk is full. */
export interface Hearing {
  message(inbound: Inbound): Promise<void>
  joined(room: string, members: readonly Member[]): void
  left(room: string, members: readonly Member[]): void
  /** Resolves when a message, by its gateway id, was taken in: done, refused or passed over. */
  handled(id: string): Promise<void>
}

/** In: what receiving needs, and a way to say one thing outside the outbox: that nothing can be stored. */
export function hearing(
  receiving: Receiving,
  sayDirectly: (to: Conversation, text: string) => Promise<unknown>,
  before: { rooms(): Promise<void>; pair(): Promise<void> } = { rooms: async () => {}, pair: async () => {} },
): Hearing {
  const { store, log } = receiving
  const refused = new Set<string>()
  const taken = takings()

  // The line hands a message over again until it is stored; the person hears of it once.
  async function cannotBeStored(inbound: Inbound, error: unknown): Promise<never> {
    log.error(
      { error: (error as Error).name, code: (error as { code?: string }).code },
      'a message could not be stored',
    )
    const to = whereToSay(inbound, store)
    if (to && !refused.has(inbound.id)) {
      refused.add(inbound.id)
      await sayDirectly(to, cannotStore).catch(() => {})
    }
    throw error
  }

  return {
    async message(inbound) {
      try {
        if (wantsRooms(inbound)) await before.rooms()
        if (wantsPairs(inbound, store)) await before.pair()
        receive(inbound, receiving)
        refused.delete(inbound.id)
        taken.mark(inbound.id)
      } catch (error) {
        await cannotBeStored(inbound, error)
      }
    },
    joined(contact, members) {
      const room = store.books.people.boundRoom(contact)
      if (!room) return
      store.unit((tx) => {
        const joined = members.map((member) => ({ person: tx.people.meet(member), alias: member.alias }))
        const isNew = joined.some(({ person }) => !tx.people.memberOf(room.id, person))
        for (const { person, alias } of joined) tx.people.seen(room.id, person, alias)
        if (isNew) welcomeTo(tx, room, receiving.now())
      })
      receiving.nudge()
    },
    left(contact, members) {
      const room = store.books.people.boundRoom(contact)
      if (!room) return
      store.unit((tx) => {
        for (const { id } of members) {
          const person = tx.people.personOf(id)
          if (person !== undefined) leaves(tx, { person, room }, receiving.now())
        }
      })
    },
    handled: (id) => taken.wait(id),
  }
}

/** 绑定全部 and 恢复绑定 choose from the rooms as the gateway lists them now. */
function wantsRooms({ room, text }: Inbound): boolean {
  return room === undefined && /^\s*(?:绑定全部|恢复绑定)/.test(text)
}

/** Who is in rooms nobody bound is asked for an administrator alone. */
function wantsPairs({ room, text, speaker }: Inbound, { books: { people } }: Store): boolean {
  if (room !== undefined || !/^\s*恢复绑定/.test(text)) return false
  const person = people.personOf(speaker.id)
  return person !== undefined && people.admins().includes(person)
}

/** Bound rooms, and in private the people we know: nobody else hears of our troubles. */
function whereToSay({ room, speaker }: Inbound, { books }: Store): Conversation | undefined {
  if (room) return books.people.boundRoom(room.id) && { room: room.id }
  const person = speaker.self ? undefined : books.people.personOf(speaker.id)
  return person !== undefined && books.people.speaker(person).known ? { contact: speaker.id } : undefined
}

const REMEMBERED = 5000

/** Which messages were taken in, and who waits for one. */
function takings() {
  const done = new Set<string>()
  const waiting = new Map<string, PromiseWithResolvers<void>>()
  return {
    wait(id: string): Promise<void> {
      if (done.has(id)) return Promise.resolve()
      const waiter = waiting.get(id) ?? Promise.withResolvers<void>()
      waiting.set(id, waiter)
      return waiter.promise
    },
    mark(id: string): void {
      done.add(id)
      const [oldest] = done
      if (done.size > REMEMBERED && oldest !== undefined) done.delete(oldest)
      waiting.get(id)?.resolve()
      waiting.delete(id)
    },
  }
}
