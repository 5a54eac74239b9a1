import type { PersonId, RoomId } from '../cases/case.ts'

/** Which new ids seem to be whose after a login that changed them; an administrator says whether it is so. */
export interface RestorePlan {
  rooms: { room: RoomId; contact: string; topic: string; members: Member[] }[]
  people: Restored[]
  /** People with a role, or whom somebody has to find, that nobody in the rooms seems to be. */
  missing: PersonId[]
}

export interface Restored {
  person: PersonId
  contact: string
  /** How they are called now. */
  name: string
  friend: boolean
  /** One name in one room is little: it is marked in the list. */
  evidence: 'strong' | 'weak'
}

/** A member of a WeChat room as the gateway names them. */
export interface Member {
  contact: string
  name: string
  alias?: string
  friend: boolean
}

export interface OldRoom {
  room: RoomId
  topic: string
  members: readonly { person: PersonId; contact: string; name: string; alias?: string }[]
}

export interface NewRoom {
  contact: string
  topic: string
  members: readonly Member[]
}

export interface Before {
  /** Bound rooms the account is in no more. */
  rooms: readonly OldRoom[]
  /** Whose roles, cases or lines of the roster must not be lost. */
  wanted: readonly PersonId[]
  /** How the roster calls somebody. */
  rosterNames: ReadonlyMap<PersonId, readonly string[]>
  /** Ids that were somebody's or some room's before. */
  former: ReadonlyMap<string, { person?: PersonId; room?: RoomId }>
}

/** So many of the smaller room's members must go by the same names, where the topic does not tell. */
const SHARED = 0.5

/**
 * Pairs bound rooms and their people with the rooms and contacts of a new login (domain.md section 3, 恢复绑定): rooms by
 * an id of before, a topic nobody else has, or their members; people by an id of before, nickname, name and the roster,
 * only where the name is one person's on both sides and all rooms agree. In: the state before, and rooms nobody bound.
 */
export function planRestore(before: Before, found: readonly NewRoom[]): RestorePlan {
  const pairs = pairRooms(before, found)
  const people = pairPeople(before, pairs.map(withoutTheSame))
  const known = new Set(people.map(({ person }) => person))
  return {
    rooms: pairs.map(({ old, fresh }) => ({
      room: old.room,
      contact: fresh.contact,
      topic: fresh.topic,
      members: [...fresh.members],
    })),
    people,
    missing: before.wanted.filter((person) => !known.has(person)),
  }
}

interface Pair {
  old: OldRoom
  fresh: NewRoom
}

function pairRooms({ rooms, former }: Before, found: readonly NewRoom[]): Pair[] {
  const pairs: Pair[] = []
  let [olds, fresh] = [[...rooms], [...found]]
  const take = (fits: (old: OldRoom, fresh: NewRoom) => boolean) => {
    for (const old of olds) {
      const mine = fresh.filter((other) => fits(old, other))
      const [only] = mine
      if (!only || mine.length > 1 || olds.filter((other) => fits(other, only)).length > 1) continue
      pairs.push({ old, fresh: only })
      fresh = fresh.filter((other) => other !== only)
    }
    olds = olds.filter((old) => !pairs.some((pair) => pair.old === old))
  }
  take((old, { contact }) => former.get(contact)?.room === old.room)
  take((old, { topic }) => topic === old.topic)
  take((old, other) => topicOf(other.topic) === topicOf(old.topic) && overlap(old, other) >= SHARED)
  take((old, other) => overlap(old, other) >= SHARED)
  return pairs.sort((a, b) => a.old.room - b.old.room)
}

// Blanks and brackets come and go when somebody renames a room.
function topicOf(topic: string): string {
  return topic.replace(/[\s()()【】\-—_·]/g, '')
}

// Whose id did not change is who they were.
function withoutTheSame({ old, fresh }: Pair): Pair {
  const before = new Set(old.members.map(({ contact }) => contact))
  const now = new Set(fresh.members.map(({ contact }) => contact))
  return {
    old: { ...old, members: old.members.filter(({ contact }) => !now.has(contact)) },
    fresh: { ...fresh, members: fresh.members.filter(({ contact }) => !before.has(contact)) },
  }
}

/** How much of the smaller room goes by the same names in the other; nothing is concluded from one member. */
function overlap(old: OldRoom, fresh: NewRoom): number {
  const names = new Set(fresh.members.flatMap(namesOf))
  const same = old.members.filter((member) => namesOf(member).some((name) => names.has(name))).length
  return same < 2 ? 0 : same / Math.min(old.members.length, fresh.members.length)
}

function namesOf({ name, alias }: { name: string; alias?: string }): string[] {
  return [alias, name].flatMap((one) => (one ? [one] : []))
}

function pairPeople({ former, rosterNames }: Before, pairs: readonly Pair[]): Restored[] {
  const votes = new Map<PersonId, Map<string, number>>()
  const contacts = new Map<string, Member>()
  const vote = (person: PersonId, contact: string, weight: number) => {
    const mine = votes.get(person) ?? new Map<string, number>()
    mine.set(contact, (mine.get(contact) ?? 0) + weight)
    votes.set(person, mine)
  }
  for (const { old, fresh } of pairs) {
    for (const member of fresh.members) {
      contacts.set(member.contact, member)
      const was = former.get(member.contact)?.person
      if (was !== undefined) vote(was, member.contact, 3)
    }
    for (const [kind, weight] of [['alias', 1] as const, ['name', 1] as const])
      for (const [person, contact] of sameNames(old, fresh, (one) => one[kind])) vote(person, contact, weight)
    const byRoster = { ...old, members: old.members.filter(({ person }) => !votes.has(person)) }
    for (const { person } of byRoster.members)
      for (const contact of calledLike(fresh, rosterNames.get(person) ?? [])) vote(person, contact, 1)
  }
  const claimed = new Map<string, number>()
  for (const mine of votes.values())
    for (const contact of mine.keys()) claimed.set(contact, (claimed.get(contact) ?? 0) + 1)
  return [...votes].flatMap(([person, mine]) => {
    const [only, another] = mine
    const member = only && contacts.get(only[0])
    // Two rooms that disagree, or two people who claim one contact: nobody is taken for somebody else.
    if (!only || another || !member || claimed.get(only[0]) !== 1) return []
    const { contact, name, friend } = member
    return [{ person, contact, name, friend, evidence: only[1] > 1 ? ('strong' as const) : ('weak' as const) }]
  })
}

/** Pairs of members whose name of one kind is theirs alone in the room, before and now. */
function sameNames(
  old: OldRoom,
  fresh: NewRoom,
  nameOf: (member: { name: string; alias?: string }) => string | undefined,
): [PersonId, string][] {
  return old.members.flatMap((member) => {
    const name = nameOf(member)
    if (!name) return []
    const [one, twin] = fresh.members.filter((other) => nameOf(other) === name)
    const isAlone = old.members.filter((other) => nameOf(other) === name).length === 1
    return one && !twin && isAlone ? [[member.person, one.contact] satisfies [PersonId, string]] : []
  })
}

/** The one member whose nickname holds the name of the roster. */
function calledLike(fresh: NewRoom, names: readonly string[]): string[] {
  const like = fresh.members.filter((member) => names.some((name) => namesOf(member).some((one) => one.includes(name))))
  const [one, twin] = like
  return one && !twin ? [one.contact] : []
}
