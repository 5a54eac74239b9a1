import { and, asc, eq, isNotNull, isNull, notInArray } from 'drizzle-orm'
import type { RoomId } from '../domain/cases/case.ts'
import type { Database } from './open.ts'
import { friendRequests, rooms, wechatRooms } from './schema.ts'

/** What WeChat brought by itself: the rooms the account is in, and requests to be its friend. */
export function arrivalBook(db: Database) {
  return {
    /** The rooms the account is in, as the gateway lists them now. */
    inRooms(all: readonly { id: string; topic: string }[], at: number): void {
      const ids = all.map(({ id }) => id)
      db.delete(wechatRooms).where(notInArray(wechatRooms.contact, ids)).run()
      for (const { id: contact, topic } of all)
        db.insert(wechatRooms)
          .values({ contact, topic, at })
          .onConflictDoUpdate({ target: wechatRooms.contact, set: { topic, at } })
          .run()
    },
    rooms: (): { contact: string; topic: string }[] =>
      db
        .select({ contact: wechatRooms.contact, topic: wechatRooms.topic })
        .from(wechatRooms)
        .orderBy(asc(wechatRooms.topic))
        .all(),
    /** Bound rooms whose members were not asked of the gateway yet. */
    uncounted: (): { id: RoomId; contact: string } | undefined =>
      db
        .select({ id: rooms.id, contact: rooms.contact })
        .from(rooms)
        .where(and(isNull(rooms.unboundAt), isNull(rooms.countedAt)))
        .orderBy(asc(rooms.id))
        .get(),
    counted(room: RoomId, at: number): void {
      db.update(rooms).set({ countedAt: at }).where(eq(rooms.id, room)).run()
    },
    /** Somebody unknown wants to be a friend. Nothing the second time. */
    asked(request: { id: string; contact: string; name: string }, at: number): void {
      db.insert(friendRequests)
        .values({ ...request, at })
        .onConflictDoNothing()
        .run()
    },
    /** Requests no administrator has answered. */
    requests: (): { id: string; contact: string; name: string }[] =>
      db
        .select({ id: friendRequests.id, contact: friendRequests.contact, name: friendRequests.name })
        .from(friendRequests)
        .where(and(isNull(friendRequests.approvedAt), isNull(friendRequests.settledAt)))
        .orderBy(asc(friendRequests.at))
        .all(),
    /** 通过. Out: the name, or undefined when it was answered already. */
    approve(id: string, at: number): string | undefined {
      const row = db.select().from(friendRequests).where(eq(friendRequests.id, id)).get()
      if (!row || row.approvedAt !== null || row.settledAt !== null) return undefined
      db.update(friendRequests).set({ approvedAt: at }).where(eq(friendRequests.id, id)).run()
      return row.name
    },
    /** Accepted by an administrator, not yet by WeChat. */
    approved: (): { id: string; contact: string; name: string } | undefined =>
      db
        .select()
        .from(friendRequests)
        .where(and(isNotNull(friendRequests.approvedAt), isNull(friendRequests.settledAt)))
        .orderBy(asc(friendRequests.at))
        .get(),
    settled(id: string, at: number): void {
      db.update(friendRequests).set({ settledAt: at }).where(eq(friendRequests.id, id)).run()
    },
  }
}
