import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { openStore, type Store } from '../../db/unit.ts'
import type { Case, PersonId, RoomId } from '../../domain/cases/case.ts'
import { deadlineOf } from '../../domain/cases/deadlines.ts'
import type { Registered } from '../../domain/cases/events.ts'
import type { Role } from '../../domain/people/roles.ts'
import { dateOf, instant } from '../../domain/time/wall.ts'
import type { SettableClock } from '../../jobs/clock.ts'

/** Monday 2026-11-23, a working day of a known year. */
export const MONDAY = '2026-11-23'
export const at = (time: string, date = MONDAY): number => instant(date, time)

const KEY = Buffer.alloc(32, 7)

/** A small district over a real database: a street, a team, the district and the leaders, with one of each role. */
export interface Town {
  dir: string
  store: Store
  clock: SettableClock
  rooms: Record<'fangzhuang' | 'team' | 'district' | 'leaders', RoomId>
  people: Record<'admin' | 'steward' | 'officer' | 'lead' | 'deputy' | 'desk', PersonId>
  /** Registers a case as the desk would, now; without a card when no room is bound for it. */
  register(facts?: Partial<Registered>, more?: { card: boolean }): Case
  claim(no: number): Case
  /** Reads the database file with another connection. */
  rows<T>(sql: string): T[]
  /** Closes the store and opens it again, as after a death of the process. */
  reopen(): void
  close(): void
}

/** Opens a town at an instant. Everybody is a friend of the bot. */
export function openTown(now: number): Town {
  const dir = mkdtempSync(join(tmpdir(), 'town-'))
  const file = join(dir, 'lingshao.db')
  let time = now
  const clock: SettableClock = {
    now: () => time,
    set(to) {
      time = to
    },
  }
  let store = openStore(file, KEY)
  const { rooms, people } = store.unit(({ people: book }) => {
    const meet = (name: string) => book.meet({ id: `wx-${name}`, name, friend: true })
    const named = {
      admin: meet('管理员'),
      steward: meet('刘管家'),
      officer: meet('李强'),
      lead: meet('赵队'),
      deputy: meet('孙局'),
      desk: meet('周敏'),
    }
    const bind = (topic: string, kind: 'street' | 'unit' | 'district' | 'leaders', more = {}) =>
      book.bind({ contact: `room-${topic}`, topic, kind, ...more }, named.admin, now).id
    const bound = {
      fangzhuang: bind('方庄', 'street', { street: '方庄街道' }),
      team: bind('一队', 'unit', { unit: '执法一队' }),
      district: bind('全区', 'district'),
      leaders: bind('领导', 'leaders'),
    }
    const grant = (person: PersonId, role: Role) => book.grant(person, role, undefined, now)
    grant(named.admin, { role: 'admin' })
    grant(named.steward, { role: 'steward', street: '方庄街道' })
    grant(named.officer, { role: 'officer', unit: '执法一队' })
    grant(named.lead, { role: 'lead', unit: '执法一队' })
    grant(named.deputy, { role: 'deputy' })
    grant(named.desk, { role: 'desk' })
    book.setAreas('执法一队', ['方庄街道'])
    book.setDuty('执法一队', [named.officer], now - 1, now + 30 * 86_400_000)
    for (const person of Object.values(named)) if (person !== named.deputy) book.seen(bound.fangzhuang, person)
    return { rooms: bound, people: named }
  })

  const town: Town = {
    dir,
    clock,
    rooms,
    people,
    get store() {
      return store
    },
    register: (facts = {}, { card } = { card: true }) =>
      store.unit((tx) => {
        const grade = facts.grade ?? '7d'
        const channel = facts.channel ?? '12345'
        const urgent = facts.urgent ?? (grade === '2h' || grade === '24h')
        const deadline = deadlineOf(
          { channel, grade, urgent, named: undefined, receivedAt: time, registeredAt: time },
          tx.settings.on(dateOf(time)),
        )
        const event: Registered = {
          kind: 'registered',
          channel,
          basis: 'bureau',
          grade,
          urgent,
          confidential: false,
          category: 'air.catering_fume',
          industry: '餐饮',
          street: '方庄街道',
          place: tx.texts.keep('芳古园一区11号楼'),
          content: tx.texts.keep('晚间排油烟,居民无法开窗'),
          complainant: tx.vault.keep({ name: '王女士', phone: '13800001234' }, time),
          missing: [],
          ...(card && { cardRoom: rooms.fangzhuang }),
          deadline,
          ...facts,
        }
        return tx.record([{ no: tx.cases.nextNo(), at: time, by: people.desk, event }], time)
      }),
    claim: (no) =>
      store.unit((tx) => {
        const event = { kind: 'claimed', owner: { person: people.officer, unit: '执法一队' } } as const
        return tx.record([{ no, at: time, by: people.officer, event }], time)
      }),
    rows<T>(sql: string) {
      const client = new Database(file, { readonly: true })
      const found = client.prepare(sql).all() as T[]
      client.close()
      return found
    },
    reopen() {
      store.close()
      store = openStore(file, KEY)
    },
    close() {
      store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
  return town
}
