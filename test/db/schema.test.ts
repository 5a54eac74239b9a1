import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseBook } from '../../db/cases.ts'
import { inboxBook } from '../../db/inbox.ts'
import { outboxBook } from '../../db/outbox.ts'
import { quizBook } from '../../db/quiz.ts'
import { openSeal } from '../../db/seal.ts'
import { textBook } from '../../db/texts.ts'
import { vaultBook } from '../../db/vault.ts'
import { openTalk, type Talk, VAULT_KEY } from '../support/talk.ts'

let talk: Talk
beforeAll(() => {
  talk = openTalk()
  talk.says('小刘', '方庄群', '上报 芳古园一区11号楼底商油烟大')
})
afterAll(() => talk[Symbol.dispose]())

describe('the tables as they stand in the file', () => {
  test('every table is STRICT', () => {
    const loose = talk.raw((db) =>
      db
        .prepare("select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0")
        .pluck()
        .all(),
    )
    expect(loose.filter((name) => !/^(sqlite_|__drizzle)/.test(String(name)))).toEqual([])
  })

  test('the log can neither be changed nor deleted from, by whatever connection', () => {
    talk.raw((db) => {
      expect(() => db.exec('update events set at = 1')).toThrow('append-only')
      expect(() => db.exec('delete from events')).toThrow('append-only')
      expect(() => db.exec("update or replace events set kind = 'x'")).toThrow('append-only')
    })
  })

  test('references hold', () => {
    talk.raw((db) => {
      expect(db.pragma('foreign_key_check')).toEqual([])
      db.pragma('foreign_keys = on')
      expect(() => db.exec('delete from people')).toThrow('FOREIGN KEY')
    })
    expect(() => talk.store.unit((tx) => tx.cases.setClock(999_999, 1))).toThrow('FOREIGN KEY')
  })

  test.each([
    ['a state nobody knows', "update cases set state = 'lost'"],
    ['an owner without a unit', 'update cases set owner_person = 1'],
    ['a number below 101', 'update cases set no = 7'],
    ['a word where a number belongs', "update cases set registered_at = 'gestern'"],
    ['a message to a room and a person at once', 'update outbox set room = 1, person = 1'],
    ['a street room without a street', "update rooms set street = null where kind = 'street'"],
  ])('%s is refused', (_what, sql) => {
    expect(() => talk.raw((db) => db.exec(sql))).toThrow()
  })
})

describe('the hot questions use their index, as the books really ask them', () => {
  test.each<[string, (books: Books) => unknown, string]>([
    ['open cases of a street', ({ cases }) => cases.open('方庄街道'), 'cases_open'],
    ["a person's cases", ({ cases }) => cases.ownedBy(1), 'cases_of_owner'],
    ['what somebody reported', ({ cases }) => cases.reportedBy(1, 0), 'cases_reported'],
    ['an order by its number', ({ cases }) => cases.withExternalNo('202611230001'), 'cases_external'],
    ['due clocks', ({ cases }) => cases.due(1), 'clocks_due'],
    ['the log of a case', ({ cases }) => cases.log(101), 'events_of_case'],
    ['waiting messages', ({ outbox }) => outbox.nextReady(1), 'outbox_pending'],
    ['the budget of a room', ({ outbox }) => outbox.counted(1, '2026-11-23'), 'outbox_budget'],
    ['the last card of a room', ({ outbox }) => outbox.lastCard(1, 1, 2), 'outbox_cards'],
    ['words that were not handled', ({ inbox }) => inbox.unhandled(), 'inbox_waiting'],
    ['a message by its id', ({ inbox }) => inbox.seen('m1'), 'inbox_message_unique'],
    ['what somebody practised', ({ quiz }) => quiz.history(1, 0), 'quiz_of_person'],
    ['a round of practice', ({ quiz }) => quiz.inRound(1), 'quiz_of_round'],
    ['the same phone', ({ vault }) => vault.samePhone('13800001234'), 'vault_phone'],
  ])('%s', (_what, ask, index) => {
    const heard: string[] = []
    const client = new Sqlite(talk.file, { verbose: (sql) => heard.push(String(sql)) })
    const books = booksOver(client)
    heard.length = 0
    ask(books)
    const plans = heard.map((sql) => client.prepare(`explain query plan ${sql}`).all() as { detail: string }[])
    client.close()
    expect(
      plans
        .flat()
        .map(({ detail }) => detail)
        .join('\n'),
    ).toContain(index)
  })
})

type Books = ReturnType<typeof booksOver>

function booksOver(client: Sqlite.Database) {
  const db = drizzle({ client })
  return {
    cases: caseBook(db, textBook(db)),
    outbox: outboxBook(db),
    inbox: inboxBook(db, openSeal(VAULT_KEY, 'inbox')),
    vault: vaultBook(db, openSeal(VAULT_KEY, 'vault')),
    quiz: quizBook(db),
  }
}
