import { asc, desc, eq, sql } from 'drizzle-orm'
import type { CaseNo } from '../domain/cases/case.ts'
import type { ChainLink, KeptFile } from '../domain/words/archive.ts'
import type { Database } from './open.ts'
import { events, files } from './schema.ts'

/** The chain of events as it is shown to others, and what was kept with a case: what an archive proves itself by. */
export function chainBook(db: Database) {
  return {
    /** The last event of all and its hash; undefined while nothing has happened. */
    head: (): { events: number; hash: string } | undefined => {
      const last = db.select({ hash: events.hash }).from(events).orderBy(desc(events.id)).limit(1).get()
      if (!last) return undefined
      const { n } = db.select({ n: sql<number>`count(*)` }).from(events).get() ?? { n: 0 }
      return { events: n, hash: last.hash }
    },
    /** The hash of each event of a case, in order. */
    links: (no: CaseNo): ChainLink[] =>
      db
        .select({ seq: events.seq, id: events.id, hash: events.hash })
        .from(events)
        .where(eq(events.no, no))
        .orderBy(asc(events.seq))
        .all(),
    /** Pictures and files kept for a case, with the SHA-256 of their bytes. */
    files: (no: CaseNo): KeptFile[] =>
      db
        .select({ id: files.id, kind: files.kind, hash: files.hash, size: files.size, sentAt: files.sentAt })
        .from(files)
        .where(sql`${files.no} = ${no} and ${files.state} = 'stored'`)
        .orderBy(asc(files.id))
        .all(),
  }
}
