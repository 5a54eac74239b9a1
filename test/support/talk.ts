import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { furnish } from '../../bot/drill/seed.ts'
import { receive } from '../../bot/receive.ts'
import { openStore, type Store } from '../../db/unit.ts'
import type { PersonId, RoomId } from '../../domain/cases/case.ts'
import { personCalled, roomCalled } from '../../domain/drill/district.ts'
import type { Inbound } from '../../domain/reading/inbound.ts'
import { instant } from '../../domain/time/wall.ts'
import type { Sentence } from '../../domain/words/sentence.ts'

export const VAULT_KEY = Buffer.alloc(32, 7)

/** Monday 2026-11-23 at a time of the day, Beijing time. */
export const monday = (time: string): number => instant('2026-11-23', time)

/**
 * The demo district over a real database, without a line and without queues: messages go in through `receive`, what
 * would be said is read from the outbox. For rules that need no WeChat.
 */
export interface Talk extends Disposable {
  file: string
  store: Store
  now: number
  /** Ids of the faults so far. */
  faults: unknown[]
  /** Somebody says something in a room ('private' for a private conversation). Out: what was put into the outbox. */
  says(who: string, where: string, text: string, more?: Partial<Inbound>): string[]
  /** Everything in the outbox of a room or a person, oldest first. */
  heard(where: string): string[]
  person(name: string): PersonId
  room(name: string): RoomId
  /** The database file through another connection. */
  raw<T>(look: (db: Sqlite.Database) => T): T
}

/** Opens a talk at an instant. */
export function openTalk(now = monday('09:30')): Talk {
  const folder = mkdtempSync(join(tmpdir(), 'talk-'))
  const file = join(folder, 'lingshao.db')
  const store = openStore(file, VAULT_KEY)
  furnish(store, now)
  const faults: unknown[] = []
  let count = 0
  const log = { debug() {}, info() {}, warn() {}, error: (facts: object) => faults.push(facts) }

  const talk: Talk = {
    file,
    store,
    now,
    faults,
    says(who, where, text, more = {}) {
      const before = spoken().length
      const id = `m${++count}`
      receive(
        { ...inbound({ id, who, where, text, sentAt: talk.now }), ...more },
        { store, now: () => talk.now, newFaultId: () => 'F001', log, nudge() {} },
      )
      return spoken()
        .slice(before)
        .map(({ words }) => words)
    },
    heard: (where) =>
      spoken()
        .filter((row) => (personCalled(where) ? row.person === talk.person(where) : row.room === talk.room(where)))
        .map(({ words }) => words),
    person: (name) => store.books.people.personOf(personCalled(name)!.id)!,
    room: (name) => store.books.people.boundRoom(roomCalled(name)!.id)!.id,
    raw(look) {
      const db = new Sqlite(file)
      try {
        return look(db)
      } finally {
        db.close()
      }
    },
    [Symbol.dispose]() {
      store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return talk

  function spoken(): { room: RoomId | null; person: PersonId | null; words: string }[] {
    const rows = talk.raw((db) =>
      db
        .prepare('select o.room, o.person, s.sentence from said s join outbox o on o.id = s.outbox order by s.rowid')
        .all(),
    ) as { room: RoomId | null; person: PersonId | null; sentence: string }[]
    return rows.map(({ room, person, sentence }) => ({
      room,
      person,
      words: wordsOf(JSON.parse(sentence) as Sentence),
    }))
  }

  function wordsOf(sentence: Sentence): string {
    return sentence
      .map((piece) =>
        typeof piece === 'string'
          ? piece
          : 'at' in piece
            ? `@${store.books.people.name(piece.at)}`
            : `{${piece.field}}`,
      )
      .join('')
  }
}

function inbound(said: { id: string; who: string; where: string; text: string; sentAt: number }): Inbound {
  const person = personCalled(said.who)
  const room = said.where === 'private' ? undefined : roomCalled(said.where)
  const mentions = [...said.text.matchAll(/@([\p{Script=Han}]+)/gu)].flatMap(([, name = '']) => {
    const someone = personCalled(name)
    return someone ? [{ id: someone.id, name }] : []
  })
  return {
    id: said.id,
    ...(room && { room: { id: room.id, topic: room.topic } }),
    speaker: { id: person?.id ?? `wxid_${said.who}`, name: said.who, friend: person?.friend ?? false, self: false },
    text: said.text,
    mentionsMe: false,
    mentions,
    files: [],
    forwarded: false,
    sentAt: said.sentAt,
  }
}
