import type { PersonId } from '../domain/cases/case.ts'
import { needsCode, proposals, type RosterEntry, sameHuman } from '../domain/people/entry.ts'
import { days } from '../domain/time/wall.ts'
import { type Applicant, admissionList } from '../domain/words/set-up.ts'
import type { Speech } from '../domain/words/speech.ts'
import type { arrivalBook } from './arrivals.ts'
import { newCode } from './code.ts'
import type { confirmationBook } from './confirmations.ts'
import type { PeopleBook } from './people.ts'
import type { rosterBook } from './roster.ts'

/** Somebody who waits for 通过: a line of the roster with a person proposed, or a request to be friends. */
export type Waiting = { kind: 'roster'; id: number; person: PersonId } | { kind: 'friend'; id: string }

const KIND = 'admission'
/** A personal code is carried by hand or telephone. */
const CODE_HOLDS = days(7)
/** What fits on one list; the rest comes with the next. */
const MOST = 20

interface Parts {
  people: PeopleBook
  roster: ReturnType<typeof rosterBook>
  arrivals: ReturnType<typeof arrivalBook>
  confirmations: ReturnType<typeof confirmationBook>
  say(speech: Speech, now: number): number | undefined
}

/** How people get the roles of the roster: proposed by their names, accepted by their lead, proved by a code. */
export function admissionBook({ people, roster, arrivals, confirmations, say }: Parts) {
  /** Who accepts a proposal: the lead of the unit, or of the unit whose 片区 the street is; without one an administrator. */
  function approvers(): (entry: RosterEntry) => PersonId[] {
    const expected = new Set(roster.open().flatMap(({ role, unit }) => (role === 'lead' ? (unit ?? []) : [])))
    const byUnit = new Map<string | undefined, PersonId[]>()
    return ({ unit: own, street }) => {
      const unit = own ?? (street === undefined ? undefined : people.unitFor({ street, industry: '其他' }))
      const known = byUnit.get(unit)
      if (known) return known
      const leads = unit === undefined ? [] : people.leadsOf(unit)
      const found = leads.length || (unit !== undefined && expected.has(unit)) ? leads : people.admins()
      byUnit.set(unit, found)
      return found
    }
  }

  /** Who waits for whom, in the order of the roster; friends come last. */
  function waiting(most = MOST): Map<PersonId, Waiting[]> {
    const approversOf = approvers()
    const found = new Map<PersonId, Waiting[]>()
    const add = (person: PersonId, item: Waiting) => {
      const items = found.get(person) ?? []
      if (items.length < most) items.push(item)
      found.set(person, items)
    }
    for (const entry of roster.proposals())
      for (const person of approversOf(entry))
        add(person, { kind: 'roster', id: entry.id, person: entry.proposed as PersonId })
    const admins = people.admins()
    for (const { id } of arrivals.requests()) for (const admin of admins) add(admin, { kind: 'friend', id })
    return found
  }

  function applicant(item: Waiting): Applicant | undefined {
    if (item.kind === 'friend') {
      const request = arrivals.requests().find(({ id }) => id === item.id)
      return request && { name: request.name, asks: 'friend' }
    }
    const entry = roster.find(item.id)
    if (entry?.proposed === undefined) return undefined
    return {
      name: entry.name,
      role: entry,
      goesBy: people.name(entry.proposed),
      outside: !people.isInRooms(entry.proposed),
    }
  }

  function list(person: PersonId, now: number, items = waiting().get(person) ?? []) {
    confirmations.show(person, KIND, items, now)
    return admissionList(items.flatMap((item) => applicant(item) ?? []))
  }

  /** The roles of a line, and of the other lines of the same human that need no more proof. */
  function prove(entry: RosterEntry, person: PersonId, by: PersonId | undefined, now: number): RosterEntry[] {
    const lines = roster
      .open()
      .filter((line) => line.id === entry.id || (sameHuman(line, entry) && (needsCode(entry) || !needsCode(line))))
    for (const line of lines) {
      roster.verify(line.id, person, now)
      const { role, unit, street } = line
      people.grant(
        person,
        { role, ...(unit !== undefined && { unit }), ...(street !== undefined && { street }) },
        by,
        now,
      )
    }
    return lines
  }

  return {
    /** Looks who of those seen in the rooms the roster means. Out: how many are newly proposed. */
    propose(): number {
      const open = roster.open()
      const found = proposals(roster.all(), roster.candidates())
      const fresh = open.filter(({ id, proposed }) => found.has(id) && proposed !== found.get(id))
      for (const { id } of fresh) roster.propose(id, found.get(id) as PersonId)
      return fresh.length
    },
    /** One list to everybody who has somebody new to accept. The same list is said once. */
    tell(now: number): void {
      for (const [person, items] of waiting()) {
        const key = `admit-${person}-${items.map((item) => ('person' in item ? `${item.id}:${item.person}` : item.id)).join('.')}`
        say({ to: { person }, class: 'list', key, sentence: list(person, now, items) }, now)
      }
    },
    /** Who waits for a person, with numbers that are remembered. */
    list: (person: PersonId, now: number) => list(person, now),
    /** Those who wait for a person and are meant by a mention, else by the name of the roster or the one they go by. */
    named(approver: PersonId, who: { contact?: string; name: string }): Waiting[] {
      const mine = waiting(Number.POSITIVE_INFINITY).get(approver) ?? []
      const meant = who.contact === undefined ? undefined : people.personOf(who.contact)
      return mine.filter((item) => {
        if (item.kind === 'friend') {
          const request = arrivals.requests().find(({ id }) => id === item.id)
          return who.contact === undefined ? request?.name === who.name : request?.contact === who.contact
        }
        if (who.contact !== undefined) return item.person === meant
        return roster.find(item.id)?.name === who.name || people.name(item.person) === who.name
      })
    },
    /** What the numbers mean of the list a person was shown last. */
    shownTo: (person: PersonId) => confirmations.shown(person, KIND) as Waiting[],
    /** 通过. Out: who it is, for the answer; undefined when it was settled meanwhile. */
    accept(item: Waiting, by: PersonId, now: number): { name: string; person?: PersonId } | undefined {
      if (item.kind === 'friend') {
        const name = arrivals.approve(item.id, now)
        return name === undefined ? undefined : { name }
      }
      const entry = roster.find(item.id)
      // The one who was shown, not one who named themselves since.
      if (!entry || entry.proposed !== item.person || entry.person !== undefined) return undefined
      prove(entry, entry.proposed, by, now)
      return { name: entry.name, person: entry.proposed }
    },
    deny(item: Waiting): void {
      if (item.kind === 'roster' && roster.find(item.id)?.proposed === item.person) roster.deny(item.id)
    },
    /** A personal code for every line that needs one and nobody proved. Out: the codes, for the administrator's eyes. */
    issueCodes(now: number): { entry: RosterEntry; code: string }[] {
      const first = roster
        .open()
        .filter(needsCode)
        .filter((entry, i, all) => all.findIndex((other) => sameHuman(other, entry)) === i)
      return first.map((entry) => {
        const code = newCode()
        people.issueCode(code, `roster-${entry.id}`, now + CODE_HOLDS)
        return { entry, code }
      })
    },
    /** 验证 CODE: the lines a person proved to be. Empty when the code is wrong, used or too old. */
    verify(code: string, person: PersonId, now: number): RosterEntry[] {
      const entry = roster.open().find((line) => needsCode(line) && people.useCode(code, `roster-${line.id}`, now))
      return entry ? prove(entry, person, undefined, now) : []
    },
    /** 群 24/30 · 认证 163/200 · 未加好友 41. */
    progress() {
      const lines = roster.all()
      const humans = lines.filter((entry, i) => lines.findIndex((other) => sameHuman(other, entry)) === i)
      const onRoster = new Set(lines.flatMap(({ person, proposed }) => [person ?? [], proposed ?? []].flat()))
      // Roles also come by 授权, without any roster.
      const granted = people.withRoles().filter((person) => !onRoster.has(person))
      const known = [...onRoster, ...granted]
      const bound = arrivals.rooms().filter(({ contact }) => people.boundRoom(contact) !== undefined).length
      return {
        rooms: { bound, all: Math.max(bound, arrivals.rooms().length) },
        people: {
          proved: humans.filter(({ person }) => person !== undefined).length + granted.length,
          all: humans.length + granted.length,
        },
        notFriends: known.filter((person) => !people.reachable(person)).length,
      }
    },
  }
}

export type AdmissionBook = ReturnType<typeof admissionBook>
