import { and, asc, eq, gte, inArray, isNotNull, lt, sql } from 'drizzle-orm'
import type { PersonId, RoomId } from '../domain/cases/case.ts'
import type { Inbound } from '../domain/reading/inbound.ts'
import type { Database } from './open.ts'
import { type InboxState, inbox } from './schema.ts'
import type { Seal } from './seal.ts'

/** A message that was kept: what happened is answered for by its id. */
export interface Kept {
  id: number
  person: PersonId
  room?: RoomId
  inbound: Inbound
  keptAt: number
}

/** Every message that concerns us, once, its words sealed (domain.md section 10). */
export function inboxBook(db: Database, seal: Seal) {
  const byMessage = db
    .select({ id: inbox.id })
    .from(inbox)
    .where(eq(inbox.message, sql.placeholder('message')))
    .prepare()

  function open(row: typeof inbox.$inferSelect): Kept | undefined {
    if (!row.sealed) return undefined
    const inbound = JSON.parse(seal.open(row.sealed)) as Inbound
    return { id: row.id, person: row.person, ...(row.room !== null && { room: row.room }), inbound, keptAt: row.keptAt }
  }

  return {
    /** Keeps a message. Undefined when it was kept before. */
    keep(inbound: Inbound, from: { person: PersonId; room?: RoomId }, now: number): Kept | undefined {
      if (byMessage.get({ message: inbound.id })) return undefined
      const { id } = db
        .insert(inbox)
        .values({
          message: inbound.id,
          person: from.person,
          room: from.room ?? null,
          sealed: seal.close(JSON.stringify(inbound)),
          sentAt: inbound.sentAt,
          keptAt: now,
          state: 'kept',
        })
        .returning({ id: inbox.id })
        .get()
      return { id, ...from, inbound, keptAt: now }
    },
    seen: (message: string): boolean => byMessage.get({ message }) !== undefined,
    /** What became of it. */
    mark(id: number, state: Exclude<InboxState, 'kept' | 'failed'>): void {
      db.update(inbox).set({ state }).where(eq(inbox.id, id)).run()
    },
    /** A rule broke on it: it stays, sealed, under the number the person reads. */
    failed(id: number, fault: string): void {
      db.update(inbox).set({ state: 'failed', fault }).where(eq(inbox.id, id)).run()
    },
    /** The room a kept message was said in. */
    saidIn: (id: number | undefined): RoomId | undefined =>
      id === undefined
        ? undefined
        : (db.select({ room: inbox.room }).from(inbox).where(eq(inbox.id, id)).get()?.room ?? undefined),
    /** Whether anything was ever heard in a room. */
    used: (room: RoomId): boolean =>
      db.select({ id: inbox.id }).from(inbox).where(eq(inbox.room, room)).limit(1).get() !== undefined,
    /** How many messages of a person concerned us since an instant. */
    addressedSince: (person: PersonId, since: number): number =>
      db
        .select({ n: sql<number>`count(*)` })
        .from(inbox)
        .where(and(eq(inbox.person, person), gte(inbox.keptAt, since), inArray(inbox.state, ['handled', 'failed'])))
        .get()?.n ?? 0,
    /** Kept but not handled when the power went: in the order they came. */
    unhandled(): Kept[] {
      return db
        .select()
        .from(inbox)
        .where(sql`${inbox.state} = 'kept'`)
        .orderBy(asc(inbox.id))
        .all()
        .flatMap((row) => open(row) ?? [])
    },
    /** Who sent a message, where and when, by the gateway's id. */
    sent(message: string): { id: number; person: PersonId; room: RoomId | null; sentAt: number } | undefined {
      return db
        .select({ id: inbox.id, person: inbox.person, room: inbox.room, sentAt: inbox.sentAt })
        .from(inbox)
        .where(eq(inbox.message, message))
        .get()
    },
    sentAs: (id: number): { room: RoomId | null; sentAt: number } | undefined =>
      db.select({ room: inbox.room, sentAt: inbox.sentAt }).from(inbox).where(eq(inbox.id, id)).get(),
    /** Taken back by its sender: its words are blanked at once, unless it is still to be handled. */
    takenBack(id: number): void {
      db.update(inbox)
        .set({ sealed: null })
        .where(and(eq(inbox.id, id), sql`${inbox.state} <> 'kept'`))
        .run()
    },
    /** A kept message whose words are still there. */
    find(id: number): Kept | undefined {
      const row = db.select().from(inbox).where(eq(inbox.id, id)).get()
      return row && open(row)
    },
    /** Blanks the words kept before `before`; id, sender and time stay. Out: how many. */
    blank(before: number): number {
      return db
        .update(inbox)
        .set({ sealed: null })
        .where(and(isNotNull(inbox.sealed), lt(inbox.keptAt, before), sql`${inbox.state} <> 'kept'`))
        .run().changes
    },
  }
}
