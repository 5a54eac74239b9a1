import { createHash } from 'node:crypto'
import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lte, max, ne, sql } from 'drizzle-orm'
import { type Case, type CaseNo, isUnfinished, type PersonId, type TextId } from '../domain/cases/case.ts'
import type { Logged } from '../domain/cases/events.ts'
import { after, fold } from '../domain/cases/fold.ts'
import type { SearchWish } from '../domain/reading/search.ts'
import { caseOf, columnsOf, loggedOf, rowOf } from './case-rows.ts'
import type { Database } from './open.ts'
import { cases, clocks, events, inbox } from './schema.ts'
import { fits } from './search.ts'
import type { textBook } from './texts.ts'

/** The first number of all; numbers never restart. */
export const FIRST_NO = 101

const GENESIS = '0'.repeat(64)
// Literal, so that the partial index of open cases is used.
const IS_OPEN = sql`${cases.state} in ('waiting','claimed','handled')`
const IS_MERGED = sql`${cases.state} = 'merged'`

/** The log of every case, chained, and the state it folds to. */
export function caseBook(db: Database, texts: ReturnType<typeof textBook>) {
  const byNo = db
    .select()
    .from(cases)
    .where(eq(cases.no, sql.placeholder('no')))
    .prepare()
  const lastHash = db.select({ hash: events.hash }).from(events).orderBy(desc(events.id)).limit(1).prepare()

  function find(no: CaseNo): Case | undefined {
    const row = byNo.get({ no })
    return row && caseOf(row)
  }

  function logOf(no: CaseNo): Logged[] {
    return db.select().from(events).where(eq(events.no, no)).orderBy(asc(events.seq)).all().map(loggedOf)
  }

  // A second 撤销 goes on to the act before: it undoes neither what is undone already nor a 撤销.
  function isUndone(act: number, no: CaseNo): boolean {
    return logOf(no).some((logged) => {
      const undoes = undoneBy(logged)
      return undoes !== undefined && (undoes === act || logged.cause === act)
    })
  }

  return {
    find,
    nextNo: (): CaseNo =>
      (db
        .select({ no: max(cases.no) })
        .from(cases)
        .get()?.no ?? FIRST_NO - 1) + 1,
    /** Appends facts to a case's log and stores what they fold to. In: facts in order. Out: the new state. */
    append(facts: readonly Omit<Logged, 'seq'>[]): Case {
      const no = facts[0]?.no
      if (no === undefined) throw new Error('nothing to append')
      let state = find(no)
      let hash = lastHash.get()?.hash ?? GENESIS
      const rows = facts.map((fact) => {
        const logged: Logged = { ...fact, seq: (state?.seq ?? 0) + 1 }
        state = logged.event.kind === 'undone' ? fold([...logOf(no), logged]) : after(state, logged)
        hash = linkOf(hash, logged, textsOf(logged).map(texts.digest))
        return rowOf(logged, hash)
      })
      const stored = columnsOf(state as Case)
      db.insert(cases).values(stored).onConflictDoUpdate({ target: cases.no, set: stored }).run()
      for (const row of rows) db.insert(events).values(row).run()
      return state as Case
    },
    /** The log of one case, in order. */
    log: logOf,
    /** What a person's last message did (to that case, if given) since an instant and still stands: the message and each case's log. */
    lastActOf(person: PersonId, since: number, no?: CaseNo): { act: number; log: Logged[] }[] {
      const last = db
        .select({ act: events.cause, no: events.no })
        .from(events)
        .where(
          and(
            eq(events.by, person),
            gte(events.at, since),
            isNotNull(events.cause),
            ne(events.kind, 'undone'),
            no === undefined ? undefined : eq(events.no, no),
          ),
        )
        .orderBy(desc(events.id))
        .limit(200)
        .all()
        .find(({ act, no }) => act !== null && !isUndone(act, no))
      if (!last || last.act === null) return []
      const { act } = last
      const nos = db.selectDistinct({ no: events.no }).from(events).where(eq(events.cause, act)).all()
      return nos.filter(({ no }) => !isUndone(act, no)).map(({ no }) => ({ act, log: logOf(no) }))
    },
    /** The cases a message did something to. */
    causedBy: (message: number): CaseNo[] =>
      db
        .selectDistinct({ no: events.no })
        .from(events)
        .where(eq(events.cause, message))
        .all()
        .map(({ no }) => no),
    /** Unfinished cases a person reported or acted on from a room (or in private) since an instant. */
    recentOf(person: PersonId, room: number | undefined, since: number): Case[] {
      const rows = db
        .selectDistinct({ no: events.no })
        .from(events)
        .innerJoin(inbox, eq(events.cause, inbox.id))
        .where(
          and(
            eq(events.by, person),
            gte(events.at, since),
            room === undefined ? isNull(inbox.room) : eq(inbox.room, room),
          ),
        )
        .all()
      return rows.flatMap(({ no }) => find(no) ?? []).filter((c) => isUnfinished(c))
    },
    /** Cases a message registered, in order. */
    registeredBy: (cause: number): Case[] =>
      db
        .selectDistinct({ no: events.no })
        .from(events)
        .where(and(eq(events.cause, cause), eq(events.kind, 'registered')))
        .orderBy(asc(events.no))
        .all()
        .flatMap(({ no }) => find(no) ?? []),
    /** Open cases, oldest number first; of one street if given. */
    open: (street?: string): Case[] =>
      db
        .select()
        .from(cases)
        .where(and(IS_OPEN, street === undefined ? undefined : eq(cases.street, street)))
        .orderBy(asc(cases.no))
        .all()
        .map(caseOf),
    /** 已并案: those that go with another case and are not closed with it yet. */
    merged: (): Case[] => db.select().from(cases).where(IS_MERGED).orderBy(asc(cases.no)).all().map(caseOf),
    /** Open cases somebody owns. */
    ownedBy: (person: PersonId): Case[] =>
      db
        .select()
        .from(cases)
        .where(and(IS_OPEN, eq(cases.ownerPerson, person)))
        .orderBy(asc(cases.no))
        .all()
        .map(caseOf),
    /** What somebody reported since an instant, newest first. */
    reportedBy: (person: PersonId, since: number): Case[] =>
      db
        .select()
        .from(cases)
        .where(and(eq(cases.reportedBy, person), gte(cases.registeredAt, since)))
        .orderBy(desc(cases.no))
        .all()
        .map(caseOf),
    /** The case that carries a platform number. */
    withExternalNo(externalNo: string): Case | undefined {
      const row = db
        .select()
        .from(cases)
        .where(and(eq(cases.externalNo, externalNo), sql`${cases.state} <> 'void'`))
        .get()
      return row && caseOf(row)
    },
    /** Open cases whose platform number ends so. */
    withTail: (tail: string): Case[] =>
      db
        .select()
        .from(cases)
        .where(and(sql`(${IS_OPEN} or ${IS_MERGED})`, sql`${cases.externalNo} like ${`%${tail}`}`))
        .all()
        .map(caseOf),
    /** Cases of any state that fit every term; newest first. Confidential ones are not searched. */
    matching: (terms: readonly SearchWish[], most: number): Case[] =>
      db
        .select()
        .from(cases)
        .where(and(eq(cases.confidential, false), ne(cases.state, 'void'), ...terms.map(fits)))
        .orderBy(desc(cases.no))
        .limit(most)
        .all()
        .map(caseOf),
    /** Registered in a span of time, any state. */
    registeredBetween: (from: number, to: number): Case[] =>
      db
        .select()
        .from(cases)
        .where(and(gte(cases.registeredAt, from), lte(cases.registeredAt, to)))
        .orderBy(asc(cases.no))
        .all()
        .map(caseOf),
    /** Events of a span of time, for the flow of a report. */
    eventsBetween: (from: number, to: number): Logged[] =>
      db
        .select()
        .from(events)
        .where(and(gte(events.at, from), lte(events.at, to)))
        .orderBy(asc(events.id))
        .all()
        .map(loggedOf),
    /** When the sweep must look at a case again; undefined when never. */
    setClock(no: CaseNo, at: number | undefined): void {
      if (at === undefined) db.delete(clocks).where(eq(clocks.no, no)).run()
      else db.insert(clocks).values({ no, at }).onConflictDoUpdate({ target: clocks.no, set: { at } }).run()
    },
    clockOf: (no: CaseNo): number | undefined => db.select().from(clocks).where(eq(clocks.no, no)).get()?.at,
    /** Cases whose next step is due, earliest first. */
    due: (now: number): { no: CaseNo; at: number }[] =>
      db.select().from(clocks).where(lte(clocks.at, now)).orderBy(asc(clocks.at), asc(clocks.no)).all(),
    /** The next instant at which any case wants to be looked at. */
    nextDue: (): number | undefined =>
      db
        .select({ at: sql<number | null>`min(${clocks.at})` })
        .from(clocks)
        .get()?.at ?? undefined,
    all: (): Case[] => db.select().from(cases).orderBy(asc(cases.no)).all().map(caseOf),
    /**
     * Walks the whole chain. Out: how many events, and the first id where the log does not hold together: an event or a
     * text was changed or is gone. A blanked text keeps its digest, so it does not break the chain.
     */
    verify(): { events: number; brokenAt?: number } {
      let hash = GENESIS
      let count = 0
      let last = 0
      const heads = new Map<CaseNo, number>()
      for (const row of inPages(db)) {
        const logged = loggedOf(row)
        hash = linkOf(
          hash,
          logged,
          textsOf(logged).map((text) => texts.proof(text) ?? 'missing'),
        )
        if (hash !== row.hash) return { events: count, brokenAt: row.id }
        heads.set(row.no, row.seq)
        last = row.id
        count++
      }
      // The end of a chain can be cut off unseen; the stored cases know how long their logs were.
      const cut = db
        .select({ no: cases.no, seq: cases.seq })
        .from(cases)
        .all()
        .some(({ no, seq }) => heads.get(no) !== seq)
      return cut ? { events: count, brokenAt: last + 1 } : { events: count }
    },
  }
}

export type CaseBook = ReturnType<typeof caseBook>

// A log of a million events is read without holding it.
function* inPages(db: Database): Generator<typeof events.$inferSelect> {
  for (let last = -1; ; ) {
    const page = db.select().from(events).where(gt(events.id, last)).orderBy(asc(events.id)).limit(PAGE).all()
    yield* page
    const end = page.at(-1)
    if (!end) return
    last = end.id
  }
}

const PAGE = 2_000

/** SHA-256 over the hash before, the event in a fixed order of keys, and the digests of its texts. */
function linkOf(before: string, logged: Logged, digests: readonly string[]): string {
  const { no, seq, at, by = null, cause = null, event } = logged
  return createHash('sha256')
    .update(JSON.stringify([before, no, seq, at, by, cause, inOrder(event), digests]))
    .digest('hex')
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, inOrder(inner)]),
  )
}

function undoneBy({ event }: Logged): number | undefined {
  return event.kind === 'undone' || event.kind === 'voided' ? event.undoes : undefined
}

const TEXT_FIELDS = ['place', 'subject', 'content', 'text', 'why'] as const

/** The texts an event refers to. */
export function textsOf({ event }: Logged): TextId[] {
  const fields = event as unknown as Record<string, unknown>
  return TEXT_FIELDS.flatMap((field) => (typeof fields[field] === 'number' ? [fields[field]] : []))
}
