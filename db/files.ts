import { createHash } from 'node:crypto'
import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lte, ne, sql } from 'drizzle-orm'
import type { CaseNo, PersonId, RoomId } from '../domain/cases/case.ts'
import type { Naming } from '../domain/cases/photos.ts'
import type { Position } from '../domain/reading/picture.ts'
import type { Database } from './open.ts'
import { type FileKind, fileLooks, files, namings } from './schema.ts'

/** One picture, video, file or location of a message. */
export type FileRow = typeof files.$inferSelect

/** Whose files: a person's in a room, or in private. */
export interface Sender {
  person: PersonId
  room: RoomId | null
}

/** Pictures, videos, files and locations, and the cases their senders named around them. */
export function fileBook(db: Database) {
  const find = (id: number): FileRow | undefined => db.select().from(files).where(eq(files.id, id)).get()
  const change = (id: number, to: Partial<FileRow>): void => void db.update(files).set(to).where(eq(files.id, id)).run()

  return {
    find,
    /** Writes down what a message named; nothing is loaded yet. A location needs no loading. */
    want(
      file: Sender & { message: number; attachment: string; kind: FileKind; name: string; sentAt: number },
      now: number,
    ): void {
      const state = file.kind === 'location' ? 'held' : 'wanted'
      db.insert(files)
        .values({ ...file, state, tryAt: now, askAt: now })
        .onConflictDoNothing()
        .run()
    },
    /** What may be loaded now, oldest first. */
    due: (now: number, limit = 100): Pick<FileRow, 'id' | 'tries'>[] =>
      db
        .select({ id: files.id, tries: files.tries })
        .from(files)
        .where(and(sql`${files.state} = 'wanted'`, lte(files.tryAt, now)))
        .orderBy(asc(files.id))
        .limit(limit)
        .all(),
    /** When the next one that waits may be loaded. */
    nextTry: (): number | undefined =>
      db
        .select({ at: sql<number | null>`min(${files.tryAt})` })
        .from(files)
        .where(sql`${files.state} = 'wanted'`)
        .get()?.at ?? undefined,
    /** It did not come: once more at `again`, or given up. */
    failed(id: number, again: number | undefined): void {
      const row = find(id)
      if (row) change(id, { tries: row.tries + 1, ...(again === undefined ? { state: 'lost' } : { tryAt: again }) })
    },
    /** It is on the disk. */
    loaded(id: number, as: { bytes: Uint8Array; stripped: boolean; position: Position | undefined }): void {
      change(id, {
        state: 'held',
        hash: createHash('sha256').update(as.bytes).digest('hex'),
        size: as.bytes.byteLength,
        stripped: as.stripped,
        latitude: as.position?.latitude ?? null,
        longitude: as.position?.longitude ?? null,
      })
    },
    change,
    /** Files of the same message's sender given up within the last minutes, oldest first. */
    lostWith: ({ person, room, no, sentAt }: FileRow): FileRow[] =>
      db
        .select()
        .from(files)
        .where(
          and(
            eq(files.person, person),
            inRoom(room),
            sql`${files.state} = 'lost'`,
            no === null ? isNull(files.no) : eq(files.no, no),
            gte(files.sentAt, sentAt - TOGETHER),
          ),
        )
        .orderBy(asc(files.id))
        .all(),
    /** Takes the row away: nothing was ever sent. */
    forget: (id: number): void => void db.delete(files).where(eq(files.id, id)).run(),
    ofMessage: (message: number): FileRow[] => db.select().from(files).where(eq(files.message, message)).all(),
    /** A sender's files of no case yet, oldest first; in every conversation when no room is given. */
    loose: (person: PersonId, room?: RoomId | null): FileRow[] =>
      db
        .select()
        .from(files)
        .where(and(eq(files.person, person), isNull(files.no), ne(files.state, 'lost'), inRoom(room)))
        .orderBy(asc(files.id))
        .all(),
    /** Senders who are to be asked now. */
    toAsk: (now: number): Sender[] =>
      db
        .selectDistinct({ person: files.person, room: files.room })
        .from(files)
        .where(and(isNotNull(files.askAt), lte(files.askAt, now)))
        .all(),
    nextAsk: (): number | undefined =>
      db
        .select({ at: sql<number | null>`min(${files.askAt})` })
        .from(files)
        .where(isNotNull(files.askAt))
        .get()?.at ?? undefined,
    /** Files of no case, sent before: nothing of them is kept any longer. */
    stale: (before: number): number[] =>
      db
        .select({ id: files.id })
        .from(files)
        .where(and(isNull(files.no), lte(files.sentAt, before)))
        .all()
        .map(({ id }) => id),
    oldestLoose: (): number | undefined =>
      db
        .select({ at: sql<number | null>`min(${files.sentAt})` })
        .from(files)
        .where(isNull(files.no))
        .get()?.at ?? undefined,
    /** The last acknowledgement of a sender's files of a case. */
    lastAck: ({ person, room }: Sender, no: CaseNo): number | undefined =>
      db
        .select({ ack: files.ack })
        .from(files)
        .where(and(eq(files.person, person), inRoom(room), eq(files.no, no), isNotNull(files.ack)))
        .orderBy(desc(files.ack))
        .limit(1)
        .get()?.ack ?? undefined,
    inAck: (ack: number): FileRow[] => db.select().from(files).where(eq(files.ack, ack)).all(),
    /** Other cases with the very same bytes. */
    sameElsewhere: (hash: string, no: CaseNo): FileRow[] =>
      db
        .select()
        .from(files)
        .where(and(eq(files.hash, hash), isNotNull(files.no), ne(files.no, no), sql`${files.state} = 'stored'`))
        .orderBy(asc(files.id))
        .all(),
    /** Files whose bytes must be on the disk: loaded, and no location. */
    onDisk: (): FileRow[] =>
      db
        .select()
        .from(files)
        .where(and(sql`${files.state} in ('held','stored')`, ne(files.kind, 'location')))
        .orderBy(asc(files.id))
        .all(),
    /** Whether somebody sent something in private that is of no case yet. */
    waiting: (person: PersonId): boolean =>
      db
        .select({ id: files.id })
        .from(files)
        .where(and(eq(files.person, person), isNull(files.room), isNull(files.no), ne(files.state, 'lost')))
        .get() !== undefined,
    /** A kept file that may be shown; undefined while it is not there. */
    shown(id: number): { id: number; kind: FileKind; name: string; stripped: boolean } | undefined {
      const row = find(id)
      if (row?.state !== 'stored' || row.kind === 'location') return undefined
      return { id, kind: row.kind, name: row.name, stripped: row.stripped === true }
    },
    /** Somebody looks at a kept file: written down before it goes out. */
    lookedAt(file: number, by: { no: CaseNo; person: PersonId; at: number }): void {
      db.insert(fileLooks)
        .values({ file, ...by })
        .run()
    },
    /** Who looked at a case's files, and when. */
    looks: (no: CaseNo): { person: PersonId; at: number }[] =>
      db
        .selectDistinct({ person: fileLooks.person, at: fileLooks.at })
        .from(fileLooks)
        .where(eq(fileLooks.no, no))
        .all(),
    /** Files that may lie on the disk; of a lost or erased one nothing does. */
    ids: (): Set<number> =>
      new Set(
        db
          .select({ id: files.id })
          .from(files)
          .where(ne(files.state, 'lost'))
          .all()
          .map(({ id }) => id),
      ),
    /** A case was named here. */
    named(sender: Sender, naming: Naming): void {
      db.insert(namings)
        .values({ ...sender, ...naming })
        .run()
    },
    /** What was named long ago draws no picture any more. */
    forgetNamings: (before: number): void => void db.delete(namings).where(lte(namings.at, before)).run(),
    /** What a sender named here in a span of time. */
    namings: ({ person, room }: Sender, from: number, to: number): Naming[] =>
      db
        .select({ no: namings.no, at: namings.at, message: namings.message })
        .from(namings)
        .where(
          and(
            eq(namings.person, person),
            room === null ? isNull(namings.room) : eq(namings.room, room),
            gte(namings.at, from),
            lte(namings.at, to),
          ),
        )
        .orderBy(asc(namings.id))
        .all(),
    /** Files of a person that came into a conversation after an instant and are of no case: more may follow. */
    looseSince: (sender: Sender, since: number): boolean =>
      db
        .select({ id: files.id })
        .from(files)
        .where(and(eq(files.person, sender.person), inRoom(sender.room), isNull(files.no), gt(files.sentAt, since)))
        .get() !== undefined,
  }
}

const TOGETHER = 600_000

export type FileBook = ReturnType<typeof fileBook>

function inRoom(room: RoomId | null | undefined) {
  if (room === undefined) return undefined
  return room === null ? isNull(files.room) : eq(files.room, room)
}
