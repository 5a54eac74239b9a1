import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { PersonId } from '../domain/cases/case.ts'
import type { Entry, RosterEntry } from '../domain/people/entry.ts'
import type { Database } from './open.ts'
import { duties, members, people, roles, roster } from './schema.ts'

/** 名单: who shall hold which role, and who turned out to be meant. */
export function rosterBook(db: Database) {
  const one = (id: number) => db.select().from(roster).where(eq(roster.id, id)).get()

  return {
    /** Takes a line; the same line again changes nothing but a new nickname. Out: whether it was new. */
    put(entry: Entry, now: number): boolean {
      const { name, role, unit = null, street = null, nickname = null } = entry
      const once = [name, role, unit ?? '', street ?? ''].join('|')
      const known = db.select().from(roster).where(eq(roster.once, once)).get()
      if (!known) {
        db.insert(roster).values({ once, name, role, unit, street, nickname, duty: [], importedAt: now }).run()
        return true
      }
      if (nickname !== null && nickname !== known.nickname)
        db.update(roster).set({ nickname }).where(eq(roster.id, known.id)).run()
      return false
    },
    find(id: number): RosterEntry | undefined {
      const row = one(id)
      return row && entryOf(row)
    },
    all: (): RosterEntry[] => db.select().from(roster).orderBy(asc(roster.id)).all().map(entryOf),
    /** Lines nobody stands for yet. */
    open: (): RosterEntry[] =>
      db.select().from(roster).where(isNull(roster.person)).orderBy(asc(roster.id)).all().map(entryOf),
    /** Lines for which somebody was proposed and not accepted yet. */
    proposals: (): RosterEntry[] =>
      db
        .select()
        .from(roster)
        .where(and(isNull(roster.person), isNotNull(roster.proposed)))
        .orderBy(asc(roster.id))
        .all()
        .map(entryOf),
    propose(id: number, person: PersonId): void {
      db.update(roster).set({ proposed: person }).where(eq(roster.id, id)).run()
    },
    /** It was not them. */
    deny(id: number): void {
      db.update(roster)
        .set({ proposed: null, denied: one(id)?.proposed ?? null })
        .where(eq(roster.id, id))
        .run()
    },
    /** It is them; the duty that waited for them is entered. */
    verify(id: number, person: PersonId, now: number): void {
      const row = one(id)
      if (!row) return
      db.update(roster).set({ person, verifiedAt: now, proposed: null }).where(eq(roster.id, id)).run()
      for (const span of row.duty) if (row.unit !== null) enter(row.unit, person, span)
    },
    /** 值班 of a named person of a unit. False when the roster does not know them. */
    setDuty(who: { unit: string; name: string }, span: { from: number; to: number }): boolean {
      const rows = db
        .select()
        .from(roster)
        .where(and(eq(roster.unit, who.unit), eq(roster.name, who.name)))
        .all()
      const [row] = rows
      if (!row) return false
      const person = rows.find((line) => line.person !== null)?.person
      if (person != null) enter(who.unit, person, span)
      else if (!row.duty.some(({ from, to }) => from === span.from && to === span.to))
        db.update(roster)
          .set({ duty: [...row.duty, span] })
          .where(eq(roster.id, row.id))
          .run()
      return true
    },
    /** Those with a role who go by a name: on the list, in WeChat, or as a part of a nickname («一队-李强»). */
    called(name: string): PersonId[] {
      const held = db
        .selectDistinct({ person: roles.person, name: people.name })
        .from(roles)
        .innerJoin(people, eq(roles.person, people.id))
        .where(isNull(roles.revokedAt))
        .all()
      const listed = db.select({ person: roster.person }).from(roster).where(eq(roster.name, name)).all()
      const known = new Set(listed.map(({ person }) => person))
      const goesBy = (person: PersonId) =>
        db.select({ alias: members.alias }).from(members).where(eq(members.person, person)).all()
      return held
        .filter(
          ({ person, name: shown }) =>
            known.has(person) ||
            [shown, ...goesBy(person).map(({ alias }) => alias ?? '')].some((one) => partsOf(one).includes(name)),
        )
        .map(({ person }) => person)
    },
    /** Everybody seen in bound rooms, with the names they go by there. */
    candidates(): { person: PersonId; names: string[] }[] {
      const found = new Map<PersonId, Set<string>>()
      for (const { person, alias, name } of db
        .select({ person: members.person, alias: members.alias, name: people.name })
        .from(members)
        .innerJoin(people, eq(members.person, people.id))
        .all()) {
        const names = found.get(person) ?? new Set<string>()
        for (const one of [alias, name]) if (one) names.add(one)
        found.set(person, names)
      }
      return [...found].map(([person, names]) => ({ person, names: [...names] }))
    },
  }

  function enter(unit: string, person: PersonId, { from, to }: { from: number; to: number }): void {
    const same = and(eq(duties.unit, unit), eq(duties.person, person), eq(duties.from, from), eq(duties.to, to))
    if (!db.select().from(duties).where(same).get()) db.insert(duties).values({ unit, person, from, to }).run()
  }
}

function partsOf(name: string): string[] {
  return name.split(/[^\p{Script=Han}\p{L}]+/u)
}

function entryOf(row: typeof roster.$inferSelect): RosterEntry {
  const { id, name, role, unit, street, nickname, proposed, denied, person } = row
  return {
    id,
    name,
    role,
    ...(unit !== null && { unit }),
    ...(street !== null && { street }),
    ...(nickname !== null && { nickname }),
    ...(proposed !== null && { proposed }),
    ...(denied !== null && { denied }),
    ...(person !== null && { person }),
  }
}
