import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Case, CaseNo, PersonId } from '../domain/cases/case.ts'
import type { Logged } from '../domain/cases/events.ts'
import { placeTaught } from '../domain/cases/place-taught.ts'
import { type Learned, type LearnedPlace, learnedFrom } from '../domain/reading/learned.ts'
import type { Database } from './open.ts'
import { learnedPlaces, placeProposals } from './schema.ts'
import type { textBook } from './texts.ts'

/** A name that stands in the book, with who confirmed it when, and the cases it came from. */
export interface KnownPlace extends LearnedPlace {
  by: PersonId
  at: number
  cases: CaseNo[]
}

/** A name closed cases suggest. */
export interface ProposedPlace extends LearnedPlace {
  cases: CaseNo[]
  /** When the last of them was closed. */
  at: number
}

/** The book of places learned from closed cases: proposed by them, confirmed by an administrator. */
export function placeBook(db: Database, texts: ReturnType<typeof textBook>) {
  const standing = isNull(learnedPlaces.forgottenAt)
  const same = ({ name, street }: LearnedPlace) => and(eq(learnedPlaces.name, name), eq(learnedPlaces.street, street))
  const version = db
    .select({
      of: sql<string>`count(*) || '-' || count(${learnedPlaces.forgottenAt}) || '-' || coalesce(max(${learnedPlaces.learnedAt}), 0)`,
    })
    .from(learnedPlaces)
    .prepare()
  let ready: { version: string; learned: Learned } | undefined

  function all(): KnownPlace[] {
    return db
      .select()
      .from(learnedPlaces)
      .where(standing)
      .orderBy(asc(learnedPlaces.id))
      .all()
      .map(({ name, street, learnedBy, learnedAt, cases }) => ({ name, street, by: learnedBy, at: learnedAt, cases }))
  }

  /** Ready for the reader; made anew only when the book changed, also by another process. */
  function learned(): Learned {
    const now = version.get()?.of ?? ''
    if (ready?.version !== now) ready = { version: now, learned: learnedFrom(all()) }
    return ready.learned
  }

  function settle({ name, street }: LearnedPlace, by: PersonId, at: number): void {
    db.update(placeProposals)
      .set({ settledAt: at, settledBy: by })
      .where(and(eq(placeProposals.name, name), eq(placeProposals.street, street), isNull(placeProposals.settledAt)))
      .run()
  }

  /** Already learned, or already answered with no. */
  function isSettled({ name, street }: LearnedPlace): boolean {
    const answered = db
      .select({ id: placeProposals.id })
      .from(placeProposals)
      .where(and(eq(placeProposals.name, name), eq(placeProposals.street, street), isNotNull(placeProposals.settledAt)))
      .get()
    return answered !== undefined || learned().streetsOf(name).includes(street)
  }

  return {
    all,
    learned,
    /** What a case that was just closed teaches waits for an administrator; once for each case. */
    propose(c: Case, log: readonly Logged[], at: number): void {
      const taught = placeTaught(c, log, texts.body)
      if (!taught || isSettled(taught)) return
      db.insert(placeProposals)
        .values({ ...taught, no: c.no, at })
        .onConflictDoNothing()
        .run()
    },
    /** What waits for an answer, oldest first. */
    proposed(): ProposedPlace[] {
      const rows = db
        .select()
        .from(placeProposals)
        .where(isNull(placeProposals.settledAt))
        .orderBy(asc(placeProposals.id))
        .all()
      const groups = Map.groupBy(rows, ({ name, street }) => `${name}→${street}`).values()
      return [...groups].map((of) => ({
        name: of[0]!.name,
        street: of[0]!.street,
        cases: of.map(({ no }) => no),
        at: Math.max(...of.map((row) => row.at)),
      }))
    },
    /** A name stands for a street from now on. Out: false when it did already. */
    learn(place: LearnedPlace, by: PersonId, at: number): boolean {
      if (learned().streetsOf(place.name).includes(place.street)) return false
      const from = db
        .select({ no: placeProposals.no })
        .from(placeProposals)
        .where(and(eq(placeProposals.name, place.name), eq(placeProposals.street, place.street)))
        .all()
      const { name, street } = place
      db.insert(learnedPlaces)
        .values({ name, street, learnedBy: by, learnedAt: at, cases: from.map(({ no }) => no) })
        .run()
      settle(place, by, at)
      return true
    },
    /** 不记: what was proposed is not asked again. */
    drop: settle,
    /** 忘地名: it stands for this street no more. */
    forget(place: LearnedPlace, by: PersonId, at: number): void {
      db.update(learnedPlaces)
        .set({ forgottenBy: by, forgottenAt: at })
        .where(and(same(place), standing))
        .run()
    },
  }
}

export type PlaceBook = ReturnType<typeof placeBook>
