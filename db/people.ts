import { createHash } from 'node:crypto'
import { and, asc, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { PersonId, RoomId, UnitId } from '../domain/cases/case.ts'
import { type Role, type RoleId, unitKindOf } from '../domain/people/roles.ts'
import type { Room, RoomKind } from '../domain/people/rooms.ts'
import { approvers, type Roster } from '../domain/people/roster.ts'
import { onOneLine, shownName } from '../domain/people/shown-name.ts'
import type { Speaker } from '../domain/people/speaker.ts'
import type { Contact } from '../domain/reading/inbound.ts'
import type { Database } from './open.ts'
import { areas, codes, duties, members, mutes, ownership, people, roles, rooms, units } from './schema.ts'

/** People, rooms, roles, areas and duty: who somebody is and who must hear. */
export function peopleBook(db: Database) {
  const byContact = db
    .select()
    .from(people)
    .where(eq(people.contact, sql.placeholder('contact')))
    .prepare()
  // Who turned out to be somebody known before is that person.
  const byId = db
    .select()
    .from(people)
    .where(
      sql`${people.id} = coalesce((select known.became from ${people} as known where known.id = ${sql.placeholder('id')}), ${sql.placeholder('id')})`,
    )
    .prepare()
  const roomByContact = db
    .select()
    .from(rooms)
    .where(and(eq(rooms.contact, sql.placeholder('contact')), isNull(rooms.unboundAt)))
    .prepare()
  const roomById = db
    .select()
    .from(rooms)
    .where(eq(rooms.id, sql.placeholder('id')))
    .prepare()
  const rolesOf = db
    .select({ role: roles.role, unit: roles.unit, street: roles.street })
    .from(roles)
    .where(and(eq(roles.person, sql.placeholder('person')), isNull(roles.revokedAt)))
    .orderBy(asc(roles.id))
    .prepare()
  const roomsOf = db
    .select()
    .from(members)
    .innerJoin(rooms, eq(members.room, rooms.id))
    .where(and(eq(members.person, sql.placeholder('person')), isNull(rooms.unboundAt)))
    .prepare()

  /** The person behind a contact, made at the first word; names and friendship follow what the gateway says. */
  function meet(contact: Pick<Contact, 'id' | 'name' | 'friend'>): PersonId {
    const known = byContact.get({ contact: contact.id })
    if (!known)
      return db
        .insert(people)
        .values({ contact: contact.id, name: contact.name, friend: contact.friend })
        .returning({ id: people.id })
        .get().id
    if (known.name !== contact.name || known.friend !== contact.friend)
      db.update(people).set({ name: contact.name, friend: contact.friend }).where(eq(people.id, known.id)).run()
    return known.id
  }

  function holders(role: RoleId, where: { unit: UnitId } | { street: string } | Record<never, never> = {}): PersonId[] {
    return db
      .select({ person: roles.person })
      .from(roles)
      .where(
        and(
          eq(roles.role, role),
          isNull(roles.revokedAt),
          'unit' in where ? eq(roles.unit, where.unit) : undefined,
          'street' in where ? eq(roles.street, where.street) : undefined,
        ),
      )
      .orderBy(asc(roles.id))
      .all()
      .map(({ person }) => person)
  }

  function areasOf(units: readonly UnitId[]): string[] {
    if (!units.length) return []
    const rows = db
      .select({ street: areas.street })
      .from(areas)
      .where(inArray(areas.unit, [...units]))
      .orderBy(sql`${areas}.rowid`)
      .all()
    return rows.map(({ street }) => street)
  }

  function withAreas(room: Room): Room {
    return room.unit === undefined ? room : { ...room, areas: areasOf([room.unit]) }
  }

  function ownerOf(what: string | undefined): UnitId | undefined {
    return what === undefined ? undefined : db.select().from(ownership).where(eq(ownership.what, what)).get()?.unit
  }

  const roster: Roster = {
    unitFor({ street, category, industry }) {
      const area =
        street === undefined ? undefined : db.select().from(areas).where(eq(areas.street, street)).get()?.unit
      return area ?? ownerOf(category) ?? ownerOf(industry)
    },
    dutyOf(unit, at) {
      const rows = db
        .select()
        .from(duties)
        .where(and(eq(duties.unit, unit), lte(duties.from, at), gt(duties.to, at)))
        .orderBy(asc(duties.id))
        .all()
      // A day that was set by itself stands against the week around it.
      const narrowest = Math.min(...rows.map(({ from, to }) => to - from))
      return rows.filter(({ from, to }) => to - from === narrowest).map(({ person }) => person)
    },
    stewardsOf: (street) => holders('steward', { street }),
    leadsOf: (unit) => holders('lead', { unit }),
    membersOf: (unit) => [
      ...new Set((['lead', 'officer', 'tester', 'desk'] as const).flatMap((role) => holders(role, { unit }))),
    ],
    unitsOf: (person) => [...new Set(rolesOf.all({ person }).flatMap(({ unit }) => unit ?? []))],
    deputies: () => holders('deputy'),
    desks: () => holders('desk'),
    roomFor(street) {
      const bound = db.select().from(rooms).where(isNull(rooms.unboundAt)).orderBy(asc(rooms.id)).all()
      const row =
        bound.find((room) => street !== undefined && room.street === street) ??
        bound.find(({ kind }) => kind === 'district')
      return row && roomOf(row)
    },
    room(id) {
      const row = roomById.get({ id })
      return row && roomOf(row)
    },
    unitRoom(unit) {
      const bound = db.select().from(rooms).where(isNull(rooms.unboundAt)).orderBy(asc(rooms.id)).all()
      const row = bound.find((room) => (room.kind === 'unit' ? room.unit : room.street) === unit)
      return row && roomOf(row)
    },
    memberOf(room, person) {
      return (
        db
          .select()
          .from(members)
          .where(and(eq(members.room, room), eq(members.person, person)))
          .get() !== undefined
      )
    },
  }

  return {
    ...roster,
    meet,
    admins: () => holders('admin'),
    /** Everybody who was granted a role and still holds it. */
    withRoles: (): PersonId[] =>
      db
        .selectDistinct({ person: roles.person })
        .from(roles)
        .where(isNull(roles.revokedAt))
        .orderBy(asc(roles.person))
        .all()
        .map(({ person }) => person),
    holders,
    /** Remembers that somebody is in a room, and by which nickname. */
    seen(room: RoomId, person: PersonId, alias?: string): void {
      const row = { room, person, alias: alias || null }
      db.insert(members)
        .values(row)
        .onConflictDoUpdate({ target: [members.room, members.person], set: { alias: row.alias } })
        .run()
    },
    left(room: RoomId, person: PersonId): void {
      db.delete(members)
        .where(and(eq(members.room, room), eq(members.person, person)))
        .run()
    },
    /** The bound room behind a WeChat room id. */
    boundRoom(contact: string): Room | undefined {
      const row = roomByContact.get({ contact })
      return row && roomOf(row)
    },
    /** Everything bound, in order of binding. */
    boundRooms: (): Room[] =>
      db.select().from(rooms).where(isNull(rooms.unboundAt)).orderBy(asc(rooms.id)).all().map(roomOf),
    /** Who speaks: granted roles, and grid for the street of the room (domain.md section 3). */
    speaker(person: PersonId, room?: Room): Speaker {
      const held: Role[] = rolesOf.all({ person }).map(({ role, unit, street }) => ({
        role,
        ...(unit !== null && { unit }),
        ...(street !== null && { street }),
      }))
      const inRooms = roomsOf.all({ person })
      const streets = [
        ...new Set(inRooms.flatMap((row) => row.rooms.street ?? []).concat(held.flatMap((role) => role.street ?? []))),
      ]
      const here = room?.street === undefined ? streets : [room.street]
      const asGrid = here
        .filter((street) => !held.some((role) => role.role === 'grid' && role.street === street))
        .map((street): Role => ({ role: 'grid', street }))
      return {
        person,
        name: nameOf(person),
        roles: [...held, ...asGrid],
        ...(room ? { room: withAreas(room) } : { rooms: inRooms.map((row) => withAreas(roomOf(row.rooms))) }),
        streets,
        areas: areasOf(held.flatMap((role) => role.unit ?? [])),
        approves: (c) => approvers(roster, c).includes(person),
        known: room !== undefined || held.length > 0 || inRooms.length > 0,
      }
    },
    name: nameOf,
    /** The person's contact id, friendship and whether private messages reached them. */
    contactOf(person: PersonId): { contact: string; friend: boolean; unreachableSince: number | null } {
      const row = byId.get({ id: person })
      if (!row) throw new Error(`person ${person} is missing`)
      return row
    },
    personOf: (contact: string): PersonId | undefined => byContact.get({ contact })?.id,
    /** Can be written to in private: a friend, and the last try did not fail. */
    reachable(person: PersonId): boolean {
      const row = byId.get({ id: person })
      return row?.friend === true && row.unreachableSince === null
    },
    unreachable(person: PersonId, since: number | null): void {
      db.update(people).set({ unreachableSince: since }).where(eq(people.id, person)).run()
    },
    /** Became a friend: reachable from now on. */
    befriended(person: PersonId): void {
      db.update(people).set({ friend: true, unreachableSince: null }).where(eq(people.id, person)).run()
    },
    /** The WeChat id of a room and the name to mention a member with there. */
    roomContact(room: RoomId): string {
      const row = roomById.get({ id: room })
      if (!row) throw new Error(`room ${room} is missing`)
      return row.contact
    },
    mentionName(person: PersonId, room?: RoomId): string {
      if (room === undefined) return nameOf(person)
      const row = db
        .select()
        .from(members)
        .where(and(eq(members.room, room), eq(members.person, person)))
        .get()
      return onOneLine(row?.alias ?? '') || nameOf(person)
    },
    /** Whether somebody is in any bound room. */
    isInRooms: (person: PersonId): boolean => roomsOf.all({ person }).length > 0,
    /** Who was seen in a room, by their names. */
    membersIn: (room: RoomId): { person: PersonId; contact: string; name: string; alias?: string }[] =>
      db
        .select({ person: members.person, contact: people.contact, alias: members.alias, name: people.name })
        .from(members)
        .innerJoin(people, eq(members.person, people.id))
        .where(eq(members.room, room))
        .orderBy(asc(members.person))
        .all()
        .map(({ person, contact, name, alias }) => ({ person, contact, name, ...(alias !== null && { alias }) })),
    /** Binds (or binds anew) a WeChat room. */
    bind(
      room: { contact: string; topic: string; kind: RoomKind; street?: string; unit?: UnitId },
      by: PersonId,
      at: number,
    ): Room {
      const { street = null, unit = null } = room
      if (unit !== null) this.addUnit(unit)
      const values = {
        contact: room.contact,
        topic: room.topic,
        kind: room.kind,
        street,
        unit,
        boundBy: by,
        boundAt: at,
        unboundAt: null,
        countedAt: null,
      }
      const row = db
        .insert(rooms)
        .values(values)
        .onConflictDoUpdate({ target: rooms.contact, set: values })
        .returning()
        .get()
      return roomOf(row)
    },
    unbind(room: RoomId, at: number): void {
      db.update(rooms).set({ unboundAt: at }).where(eq(rooms.id, room)).run()
    },
    /** Roles, each once. */
    grant(person: PersonId, role: Role, by: PersonId | undefined, at: number): boolean {
      if (role.unit !== undefined) this.addUnit(role.unit)
      const { unit = null, street = null } = role
      const same = rolesOf
        .all({ person })
        .some((held) => held.role === role.role && held.unit === unit && held.street === street)
      if (same) return false
      db.insert(roles)
        .values({ person, role: role.role, unit, street, grantedBy: by ?? null, grantedAt: at })
        .run()
      return true
    },
    /** Takes back every role of a person. Out: how many there were. */
    revoke(person: PersonId, at: number): number {
      return db
        .update(roles)
        .set({ revokedAt: at })
        .where(and(eq(roles.person, person), isNull(roles.revokedAt)))
        .run().changes
    },
    addUnit(unit: UnitId): void {
      db.insert(units)
        .values({ id: unit, kind: unitKindOf(unit) })
        .onConflictDoNothing()
        .run()
    },
    units: (): UnitId[] =>
      db
        .select({ id: units.id })
        .from(units)
        .orderBy(asc(units.id))
        .all()
        .map(({ id }) => id),
    /** 片区: from now on the unit answers for exactly these streets. */
    setAreas(unit: UnitId, streets: readonly string[]): void {
      this.addUnit(unit)
      db.delete(areas).where(eq(areas.unit, unit)).run()
      for (const street of streets)
        db.insert(areas).values({ street, unit }).onConflictDoUpdate({ target: areas.street, set: { unit } }).run()
    },
    /** 归口: the unit a category (its id) or an industry belongs to; undefined takes it back. */
    setOwnership(what: string, unit: UnitId | undefined): void {
      if (unit === undefined) {
        db.delete(ownership).where(eq(ownership.what, what)).run()
        return
      }
      this.addUnit(unit)
      db.insert(ownership).values({ what, unit }).onConflictDoUpdate({ target: ownership.what, set: { unit } }).run()
    },
    /** The unit that was set for a category or an industry. */
    ownerOf,
    /** 静音: nothing unsolicited in a room until then; an instant that is past ends it. */
    mute(room: RoomId, until: number, by: PersonId, at: number): void {
      db.insert(mutes).values({ room, until, by, at }).run()
    },
    /** Until when a room is muted; undefined when it is not. */
    mutedUntil(room: RoomId, now: number): number | undefined {
      const row = db.select().from(mutes).where(eq(mutes.room, room)).orderBy(sql`${mutes.id} desc`).limit(1).get()
      return row !== undefined && row.until > now ? row.until : undefined
    },
    areasOf: (unit: UnitId): string[] =>
      db
        .select({ street: areas.street })
        .from(areas)
        .where(eq(areas.unit, unit))
        .orderBy(asc(areas.street))
        .all()
        .map(({ street }) => street),
    /** 值班: replaces what was set for the unit in that time. */
    setDuty(unit: UnitId, on: readonly PersonId[], from: number, to: number): void {
      this.addUnit(unit)
      db.delete(duties)
        .where(and(eq(duties.unit, unit), eq(duties.from, from), eq(duties.to, to)))
        .run()
      for (const person of on) db.insert(duties).values({ unit, person, from, to }).run()
    },
    /** Keeps a one-time code as a hash. */
    issueCode(code: string, purpose: string, expiresAt: number): void {
      db.insert(codes)
        .values({ hash: hashOf(purpose, code), purpose, expiresAt })
        .onConflictDoNothing()
        .run()
    },
    /** Uses a code up. False when it is wrong, used or too old. */
    useCode(code: string, purpose: string, now: number): boolean {
      const used = db
        .update(codes)
        .set({ usedAt: now })
        .where(and(eq(codes.hash, hashOf(purpose, code)), isNull(codes.usedAt), gt(codes.expiresAt, now)))
        .run()
      return used.changes === 1
    },
  }

  function nameOf(person: PersonId): string {
    return shownName(byId.get({ id: person })?.name ?? '')
  }
}

export type PeopleBook = ReturnType<typeof peopleBook>

function hashOf(purpose: string, code: string): string {
  return createHash('sha256').update(`${purpose}\0${code.trim().toUpperCase()}`).digest('hex')
}

function roomOf(row: typeof rooms.$inferSelect): Room {
  return {
    id: row.id,
    kind: row.kind,
    topic: row.topic,
    ...(row.street !== null && { street: row.street }),
    ...(row.unit !== null && { unit: row.unit }),
  }
}
