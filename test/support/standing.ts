import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Occasion, perform } from '../../commands/perform.ts'
import { openStore, type Tx } from '../../db/unit.ts'
import type { CaseNo, PersonId, UnitId } from '../../domain/cases/case.ts'
import type { CaseEvent, Registered } from '../../domain/cases/events.ts'
import type { Verb } from '../../domain/people/rights.ts'
import type { Role } from '../../domain/people/roles.ts'
import type { Room, RoomKind } from '../../domain/people/rooms.ts'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'
import { days, instant } from '../../domain/time/wall.ts'
import { refuse } from '../../domain/words/refusals.ts'
import { wordsOf } from './sample.ts'
import { VAULT_KEY } from './talk.ts'

/** Whose case it is, for who speaks: their own, one of their unit or street, one of another unit and street. */
export const whose = ['own', 'near', 'other'] as const
export type Whose = (typeof whose)[number]

/** Where it is said: the room of the case's street, another street's, their unit's, … */
export const places = ['here', 'away', 'unit', 'district', 'leaders', 'city', 'private'] as const
export type Place = (typeof places)[number]

/** One of each role, and a member of a room without any. */
export const roles = {
  grid: [{ role: 'grid', street: '方庄街道' }],
  steward: [{ role: 'steward', street: '方庄街道' }],
  officer: [{ role: 'officer', unit: '执法一队' }],
  tester: [{ role: 'tester', unit: '监测站' }],
  lead: [{ role: 'lead', unit: '执法一队' }],
  desk: [{ role: 'desk', unit: '专班' }],
  deputy: [{ role: 'deputy' }],
  chief: [{ role: 'chief' }],
  admin: [{ role: 'admin' }],
  member: [],
} as const satisfies Record<string, readonly Role[]>
export type Who = keyof typeof roles

/** How far a case has come before the words are said, and how far another one beside it. */
export interface Standing {
  facts?: Partial<Registered>
  events: Events
  beside?: Events
}
export type Events = readonly (CaseEvent | ((at: Standpoint) => CaseEvent))[]

/** What the facts of a standing may name. */
export interface Standpoint {
  tx: Tx
  me: PersonId
  /** Who has the case, when somebody has it. */
  owner: { person: PersonId; unit: UnitId }
  others: { person: PersonId; unit: UnitId }
  beside?: CaseNo | undefined
}

/** What is said, and of what case; without a standing of none. `MAIN` in the words is the case beside it. */
export interface Said {
  verb: Verb
  rest: string
  standing?: Standing
  /** Refusals of those who may: what is said here is not all that the verb needs. */
  past?: readonly RefusalCode[]
}

interface Saying {
  who: Who
  nos: CaseNo[]
  place: Place
  whose: Whose | undefined
}

const owns = (who: Who) => ['steward', 'officer', 'tester', 'lead', 'desk'].includes(who)

const NOW = instant('2026-11-23', '10:00')
const STREET = '方庄街道'
const ELSEWHERE = '马家堡街道'

/** A small bureau over a real database, in which every cell of the table of rights is tried and taken back. */
export function openBureau() {
  const folder = mkdtempSync(join(tmpdir(), 'rights-'))
  const store = openStore(join(folder, 'lingshao.db'), VAULT_KEY)
  const { people, rooms } = store.unit(furnish)
  const refusals = new Set<string>()

  /**
   * What comes of each of these, said of one and the same case by one person, in every place: signs, see the head of the
   * table. Nothing of it stays.
   */
  function outcomes(who: Who, all: readonly Said[], whose: Whose | undefined): string[][] {
    const found: string[][] = []
    takenBack((undo) =>
      store.unit((tx) => {
        const [standing] = all.map((said) => said.standing)
        const nos = whose && standing ? stand(tx, standing, { who, whose }) : []
        for (const said of all) found.push(places.map((place) => tried(tx, said, { who, nos, place, whose })))
        throw undo
      }),
    )
    return found
  }

  function tried(tx: Tx, said: Said, at: Saying): string {
    let sign = ''
    takenBack((undo) =>
      tx.savepoint(() => {
        sign = signOf(() => say(tx, said, at), { ...said, refused: (r) => refusals.add(refuse(r, tx.look(NOW))) })
        throw undo
      }),
    )
    return sign
  }

  function say(tx: Tx, said: Said, { who, nos, place, whose }: Saying): string {
    const room = roomOf(who, place, whose)
    const [no = 0, main = 0] = nos
    const rest = said.rest.replace('MAIN', String(main))
    const friend = { id: 'wxid_colleague', name: '同事' }
    const on: Occasion = {
      now: NOW,
      key: 'cell',
      heard: {
        text: `${rest} ${no}`,
        mentions: said.rest.includes('@同事') ? [friend] : [],
        complaints: [],
        sentAt: NOW,
        ...(room && { room: { id: `${room.kind}@chatroom`, topic: room.topic } }),
      },
    }
    const wish = { verb: said.verb, nos: nos.slice(0, 1), rest }
    return wordsOf(perform(tx.people.speaker(people[who], room), wish, { data: tx, on }))
  }

  function roomOf(who: Who, place: Place, whose: Whose | undefined): Room | undefined {
    const other = whose === 'other'
    if (place === 'here') return other ? rooms.elsewhere : rooms.street
    if (place === 'away') return other ? rooms.street : rooms.elsewhere
    if (place === 'unit') return who === 'tester' ? rooms.station : who === 'desk' ? rooms.desk : rooms.team
    return place === 'private' ? undefined : rooms[place]
  }

  /** The case, brought to where it stands, and the one beside it. */
  function stand(tx: Tx, { facts, events, beside }: Standing, { who, whose }: { who: Who; whose: Whose }): CaseNo[] {
    const at = standpoint(tx, who, whose)
    const other = beside && brought(beside, at)
    const no = brought(events, { ...at, beside: other })
    return other === undefined ? [no] : [no, other]

    function brought(to: Events, from: Standpoint): CaseNo {
      const no = tx.cases.nextNo()
      const taken = to.some((event) => typeof event === 'function')
      const by = whose === 'own' && !(taken && owns(who)) ? from.me : people.reporter
      const street = whose === 'other' ? ELSEWHERE : STREET
      const first = registered(tx, { street, ...facts })
      tx.record([{ no, at: NOW, by, event: first, ...(by === from.me && { cause: cause(tx, by) }) }], NOW)
      for (const event of to)
        tx.record(
          [{ no, at: NOW, by: from.owner.person, event: typeof event === 'function' ? event(from) : event }],
          NOW,
        )
      return no
    }
  }

  function standpoint(tx: Tx, who: Who, whose: Whose): Standpoint {
    const me = people[who]
    const [unit, colleague] =
      who === 'tester'
        ? ['监测站', people.tester2]
        : who === 'desk'
          ? ['专班', people.desk2]
          : ['执法一队', people.officer2]
    const other = { person: people.otherOfficer, unit: '执法二队' }
    const near = { person: colleague, unit }
    const own = owns(who) ? { person: me, unit: who === 'steward' ? STREET : unit } : near
    const owner = whose === 'own' ? own : whose === 'near' ? near : other
    return { tx, me, owner, others: other }
  }

  return {
    outcomes,
    /** What those read who were refused. */
    refusals,
    close() {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }

  function furnish(tx: Tx) {
    const meet = (id: string, name = id) => tx.people.meet({ id: `wxid_${id}`, name, friend: true })
    const named = Object.fromEntries(Object.keys(roles).map((id) => [id, meet(id)])) as Record<Who, PersonId>
    const others = {
      reporter: meet('reporter'),
      officer2: meet('colleague', '同事'),
      tester2: meet('tester2'),
      desk2: meet('desk2'),
      otherOfficer: meet('otherOfficer'),
      otherLead: meet('otherLead'),
    }
    for (const [who, held] of Object.entries(roles))
      for (const role of held) tx.people.grant(named[who as Who], role, undefined, NOW)
    tx.people.grant(others.officer2, { role: 'officer', unit: '执法一队' }, undefined, NOW)
    tx.people.grant(others.tester2, { role: 'tester', unit: '监测站' }, undefined, NOW)
    tx.people.grant(others.desk2, { role: 'desk', unit: '专班' }, undefined, NOW)
    tx.people.grant(others.otherOfficer, { role: 'officer', unit: '执法二队' }, undefined, NOW)
    tx.people.grant(others.otherLead, { role: 'lead', unit: '执法二队' }, undefined, NOW)
    tx.people.setAreas('执法一队', [STREET])
    tx.people.setAreas('执法二队', [ELSEWHERE])
    const bind = (topic: string, kind: RoomKind, more: { street?: string; unit?: string } = {}) =>
      tx.people.bind({ contact: `${topic}@chatroom`, topic, kind, ...more }, named.admin, NOW)
    const bound = {
      street: bind('方庄群', 'street', { street: STREET }),
      elsewhere: bind('马家堡群', 'street', { street: ELSEWHERE }),
      team: bind('执法一队群', 'unit', { unit: '执法一队' }),
      station: bind('监测站群', 'unit', { unit: '监测站' }),
      desk: bind('专班群', 'unit', { unit: '专班' }),
      district: bind('全区群', 'district'),
      leaders: bind('领导群', 'leaders'),
      city: bind('市区群', 'city'),
    }
    for (const who of ['grid', 'steward'] as const) tx.people.seen(bound.street.id, named[who])
    for (const who of ['officer', 'lead', 'member'] as const) tx.people.seen(bound.team.id, named[who])
    return { people: { ...named, ...others }, rooms: bound }
  }
}

/** The message behind a report: what 撤销 takes back. */
function cause(tx: Tx, person: PersonId): number {
  const speaker = { id: 'wxid_reporter', name: '报件人', friend: true, self: false }
  const said = {
    id: 'm1',
    speaker,
    text: '报件',
    mentionsMe: false,
    mentions: [],
    files: [],
    forwarded: false,
    sentAt: NOW,
  }
  return tx.inbox.keep(said, { person }, NOW)?.id ?? 1
}

function registered(tx: Tx, facts: Partial<Registered>): Registered {
  return {
    kind: 'registered',
    channel: '12345',
    basis: 'bureau',
    grade: '7d',
    urgent: false,
    confidential: false,
    category: 'air.catering_fume',
    industry: '餐饮',
    place: tx.texts.keep('芳古园一区11号楼'),
    content: tx.texts.keep('晚间排油烟,居民无法开窗'),
    complainant: tx.vault.keep({ name: '王女士', phone: '13800001234' }, NOW),
    missing: [],
    deadline: { at: NOW + days(7), official: true, derived: false },
    ...facts,
  }
}

/** Refusals that are about rights, and the sign of each. */
const signs: Record<string, string> = {
  'not-allowed': '-',
  'leaders-supervise': '-',
  'not-yours': '=',
  'not-yours-to-decide': '=',
  'may-not-correct': '=',
  'not-whistler': '=',
  'other-street': '=',
  'no-offer': '=',
  'claim-first': '=',
  confidential: '=',
  'nothing-to-undo': '=',
  'out-of-scope': '/',
  'intake-only': 'c',
  'private-only': 'p',
  'room-only': 'r',
}

function signOf(run: () => string, { past = [], refused }: Said & { refused(why: Refusal): void }): string {
  try {
    return /确认 \d{4}/.test(run()) ? '?' : '+'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (past.includes(error.code)) return '+'
    refused(error)
    return signs[error.code] ?? error.code
  }
}

function takenBack(body: (undo: Error) => void): void {
  const undo = new Error('taken back')
  try {
    body(undo)
  } catch (error) {
    if (error !== undo) throw error
  }
}
