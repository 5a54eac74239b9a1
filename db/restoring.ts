import { and, eq, isNull, sql } from 'drizzle-orm'
import type { PersonId, RoomId } from '../domain/cases/case.ts'
import type { Before, RestorePlan } from '../domain/people/restore.ts'
import { idsChanged } from '../domain/words/restore.ts'
import type { Speech } from '../domain/words/speech.ts'
import type { arrivalBook } from './arrivals.ts'
import type { Database } from './open.ts'
import type { PeopleBook } from './people.ts'
import type { rosterBook } from './roster.ts'
import {
  cases,
  formerIds,
  members,
  people as peopleTable,
  quizQuestions,
  restoring,
  roles,
  rooms,
  roster as rosterTable,
} from './schema.ts'

interface Parts {
  people: PeopleBook
  roster: ReturnType<typeof rosterBook>
  arrivals: ReturnType<typeof arrivalBook>
  say(speech: Speech, now: number): number | undefined
}

/** 恢复绑定: what a login with other ids tore apart, and how it is joined again. */
export function restoringBook(db: Database, { people, roster, arrivals, say }: Parts) {
  const former = () =>
    new Map(
      db
        .select()
        .from(formerIds)
        .all()
        .map((row) => [row.contact, row]),
    )

  /** Bound rooms the account is in no more; none before the gateway ever listed its rooms. */
  function lost(): (typeof rooms.$inferSelect)[] {
    const there = new Set(arrivals.rooms().map(({ contact }) => contact))
    if (!there.size) return []
    const bound = db.select().from(rooms).where(isNull(rooms.unboundAt)).all()
    return bound.filter(({ contact }) => !there.has(contact))
  }

  /** Rooms the account is in that nobody bound. */
  function unknown(): { contact: string; topic: string }[] {
    return arrivals.rooms().filter(({ contact }) => people.boundRoom(contact) === undefined)
  }

  /** Lost rooms that seem to be there under another id: the login brought new ones. */
  function changed(): { room: RoomId; contact: string }[] {
    const was = former()
    const fresh = unknown()
    return lost().flatMap(({ id, topic }) => {
      const there = fresh.find((room) => was.get(room.contact)?.room === id || room.topic === topic)
      return there ? [{ room: id, contact: there.contact }] : []
    })
  }

  function move(person: PersonId, to: { contact: string; name: string; friend: boolean }, now: number): void {
    const before = people.contactOf(person).contact
    if (before === to.contact) return
    const meanwhile = people.personOf(to.contact)
    if (meanwhile !== undefined) absorb(meanwhile, person, now)
    remember({ contact: before, person }, to.contact, now)
    db.update(peopleTable)
      .set({ contact: to.contact, name: to.name || people.name(person), friend: to.friend, unreachableSince: null })
      .where(eq(peopleTable.id, person))
      .run()
  }

  // Who spoke under the new id before anybody knew: what they were given and where they were seen is the person's own.
  function absorb(meanwhile: PersonId, person: PersonId, now: number): void {
    const held = db
      .select()
      .from(roles)
      .where(and(eq(roles.person, meanwhile), isNull(roles.revokedAt)))
      .all()
    for (const { role, unit, street, grantedBy } of held)
      people.grant(
        person,
        { role, ...(unit !== null && { unit }), ...(street !== null && { street }) },
        grantedBy ?? undefined,
        now,
      )
    people.revoke(meanwhile, now)
    for (const { room, alias } of db.select().from(members).where(eq(members.person, meanwhile)).all())
      people.seen(room, person, alias ?? undefined)
    db.delete(members).where(eq(members.person, meanwhile)).run()
    db.update(rosterTable).set({ person }).where(eq(rosterTable.person, meanwhile)).run()
    db.update(quizQuestions).set({ person }).where(eq(quizQuestions.person, meanwhile)).run()
    db.update(rosterTable).set({ proposed: person }).where(eq(rosterTable.proposed, meanwhile)).run()
    db.update(peopleTable)
      .set({ contact: sql`${peopleTable.contact} || ' → ' || ${person}`, became: person })
      .where(eq(peopleTable.id, meanwhile))
      .run()
  }

  function rebind(room: RoomId, to: { contact: string; topic: string }, now: number): void {
    const before = people.roomContact(room)
    // Somebody bound it for a while and let it go: that row keeps its history under a name nobody has.
    db.update(rooms)
      .set({ contact: sql`${rooms.contact} || ' → ' || ${room}` })
      .where(and(eq(rooms.contact, to.contact), sql`${rooms.id} <> ${room}`))
      .run()
    remember({ contact: before, room }, to.contact, now)
    db.update(rooms).set({ contact: to.contact, topic: to.topic, countedAt: null }).where(eq(rooms.id, room)).run()
  }

  function remember(was: { contact: string; person?: PersonId; room?: RoomId }, is: string, at: number): void {
    db.delete(formerIds).where(eq(formerIds.contact, is)).run()
    const row = { person: null, room: null, ...was, at }
    db.insert(formerIds).values(row).onConflictDoUpdate({ target: formerIds.contact, set: row }).run()
  }

  return {
    changed,
    unknown,
    /** What was known before, for the pairing. In: the contacts that are in some room now, and so still who they were. */
    before(present: ReadonlySet<string>): Before {
      const owners = db
        .selectDistinct({ person: cases.ownerPerson })
        .from(cases)
        .where(sql`${cases.state} in ('waiting','claimed','handled')`)
        .all()
        .flatMap(({ person }) => person ?? [])
      const rosterNames = new Map<PersonId, string[]>()
      for (const { person, name, nickname } of roster.all())
        if (person !== undefined)
          rosterNames.set(person, [
            ...(rosterNames.get(person) ?? []),
            ...(nickname === undefined ? [] : [nickname]),
            name,
          ])
      const wanted = [...new Set([...people.withRoles(), ...owners])]
      return {
        rooms: lost().map(({ id, topic }) => ({ room: id, topic, members: people.membersIn(id) })),
        wanted: wanted.filter((person) => !present.has(people.contactOf(person).contact)),
        rosterNames,
        former: new Map(
          [...former()].map(([contact, { person, room }]) => [
            contact,
            { ...(person !== null && { person }), ...(room !== null && { room }) },
          ]),
        ),
      }
    },
    keep(plan: RestorePlan, at: number): void {
      const row = { id: 1, plan, at }
      db.insert(restoring).values(row).onConflictDoUpdate({ target: restoring.id, set: row }).run()
    },
    /** The plan as the gateway was last asked. */
    plan: (): RestorePlan | undefined => db.select().from(restoring).get()?.plan,
    /** Nothing is to be restored any more. */
    forget(): void {
      db.delete(restoring).run()
    },
    /** Joins history again: rooms and people go on under their new ids. The plan is used up. */
    apply({ rooms: found, people: restored }: Pick<RestorePlan, 'rooms' | 'people'>, now: number): void {
      for (const { room, contact, topic } of found)
        if (!people.boundRoom(contact)) rebind(room, { contact, topic }, now)
      for (const one of restored) move(one.person, one, now)
      db.delete(restoring).run()
    },
    /** The administrators hear once that a login brought new ids. */
    tell(now: number): void {
      const found = changed()
      const [first] = found
      if (!first) return
      for (const admin of people.admins())
        say(
          {
            to: { person: admin },
            class: 'reply',
            key: `new-ids-${first.room}-${first.contact}-${admin}`,
            sentence: idsChanged(found.length),
          },
          now,
        )
    },
  }
}
