import { and, asc, desc, eq, gt, max } from 'drizzle-orm'
import type { PersonId } from '../domain/cases/case.ts'
import { type Settings, settingsAt } from '../domain/settings.ts'
import { type Calendar, calendar } from '../domain/time/calendar.ts'
import type { Database } from './open.ts'
import { absences, calendarDays, inbox, jobRuns, outbox, pulse, settings } from './schema.ts'

/** House rules with their dates, and the admin's days of the working calendar. */
export function settingsBook(db: Database) {
  const changes = db
    .select({ key: settings.key, value: settings.value, from: settings.from })
    .from(settings)
    .orderBy(asc(settings.from))
    .prepare()
  const entered = db.select().from(calendarDays).prepare()
  return {
    /** The rules that hold on a date. */
    on(date: string): Settings {
      return settingsAt(changes.all(), date)
    },
    set(key: string, value: unknown, how: { from: string; by?: PersonId; at: number }): void {
      const row = { key, from: how.from, value, by: how.by ?? null, at: how.at }
      db.insert(settings)
        .values(row)
        .onConflictDoUpdate({ target: [settings.key, settings.from], set: row })
        .run()
    },
    /** Whether a rule begins to hold on this date: then every clock is computed anew. */
    beginsOn: (date: string): boolean =>
      db.select({ key: settings.key }).from(settings).where(eq(settings.from, date)).limit(1).get() !== undefined,
    /** Changes of one rule that begin after a date, earliest first. */
    coming: (key: string, date: string): { value: unknown; from: string }[] =>
      db
        .select({ value: settings.value, from: settings.from })
        .from(settings)
        .where(and(eq(settings.key, key), gt(settings.from, date)))
        .orderBy(asc(settings.from))
        .all(),
    calendar: (): Calendar => calendar(entered.all()),
    setDay(date: string, workday: boolean): void {
      db.insert(calendarDays)
        .values({ date, workday })
        .onConflictDoUpdate({ target: calendarDays.date, set: { workday } })
        .run()
    },
  }
}

/** What scheduled things were done, each once per period. */
export function runBook(db: Database) {
  const find = (name: string, period: string) =>
    db
      .select()
      .from(jobRuns)
      .where(and(eq(jobRuns.name, name), eq(jobRuns.period, period)))
      .get()
  return {
    done: (name: string, period: string): boolean => find(name, period) !== undefined,
    /** When a run was written down. */
    at: (name: string, period: string): number | undefined => find(name, period)?.at,
    /** When something was last really done, not skipped. */
    lastDone: (name: string): number | undefined =>
      db
        .select({ at: jobRuns.at })
        .from(jobRuns)
        .where(and(eq(jobRuns.name, name), eq(jobRuns.state, 'done')))
        .orderBy(desc(jobRuns.at))
        .limit(1)
        .get()?.at,
    /** Writes a run down. False when another was first: then nothing of it may be said. */
    record(name: string, period: string, at: number, state: 'done' | 'skipped' = 'done'): boolean {
      return db.insert(jobRuns).values({ name, period, state, at }).onConflictDoNothing().run().changes === 1
    },
  }
}

/** When the line last lived, and the times in which it did not. */
export function pulseBook(db: Database) {
  return {
    heardAt: (): number | undefined => db.select().from(pulse).get()?.heardAt,
    /** The latest instant the program wrote down: its pulse, what it kept, what it said. */
    lastLived(): number | undefined {
      const { kept } =
        db
          .select({ kept: max(inbox.keptAt) })
          .from(inbox)
          .get() ?? {}
      const { created, sent } =
        db
          .select({ created: max(outbox.createdAt), sent: max(outbox.sentAt) })
          .from(outbox)
          .get() ?? {}
      const lived = [this.heardAt(), kept, created, sent].filter((at) => typeof at === 'number')
      return lived.length ? Math.max(...lived) : undefined
    },
    heard(at: number): void {
      db.insert(pulse)
        .values({ id: 1, heardAt: at })
        .onConflictDoUpdate({ target: pulse.id, set: { heardAt: at } })
        .run()
    },
    /** Writes an absence down. False when it stands there already. */
    absent(from: number, to: number): boolean {
      return db.insert(absences).values({ from, to }).onConflictDoNothing().run().changes === 1
    },
  }
}
