import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { PersonId } from '../domain/cases/case.ts'
import type { BackupFaultCode, LastBackup } from '../domain/words/backup.ts'
import type { Database } from './open.ts'
import { backups } from './schema.ts'

/** A backup that was asked for. */
export type BackupRow = typeof backups.$inferSelect

/** Backups asked for by the clock or by an administrator, and what became of them. */
export function backupBook(db: Database) {
  return {
    /** One is to be taken. Out: its id; undefined when one waits or is being taken already for whoever asks. */
    want(by: PersonId | undefined, now: number): number | undefined {
      const waiting = db.select({ by: backups.by }).from(backups).where(sql`${backups.state} = 'wanted'`).all()
      if (waiting.some((row) => row.by === (by ?? null))) return undefined
      return db
        .insert(backups)
        .values({ by: by ?? null, at: now })
        .returning({ id: backups.id })
        .get().id
    },
    /** The oldest that waits. */
    next: (): BackupRow | undefined =>
      db.select().from(backups).where(sql`${backups.state} = 'wanted'`).orderBy(asc(backups.id)).limit(1).get(),
    /** It begins. Out: how often it was begun by now. */
    begun: (id: number): number =>
      db
        .update(backups)
        .set({ tries: sql`${backups.tries} + 1` })
        .where(eq(backups.id, id))
        .returning({ tries: backups.tries })
        .get().tries,
    taken(id: number, taken: LastBackup & { name: string }, now: number): void {
      db.update(backups).set({ state: 'done', taken, sound: taken.sound, endedAt: now }).where(eq(backups.id, id)).run()
    },
    failed(id: number, fault: BackupFaultCode, now: number): void {
      db.update(backups).set({ state: 'failed', fault, endedAt: now }).where(eq(backups.id, id)).run()
    },
    /** The last one that holds. */
    last: (): LastBackup | undefined =>
      db
        .select({ taken: backups.taken })
        .from(backups)
        .where(and(eq(backups.state, 'done'), eq(backups.sound, true)))
        .orderBy(desc(backups.id))
        .limit(1)
        .get()?.taken ?? undefined,
  }
}
