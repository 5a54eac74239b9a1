import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Heard } from '../../bot/drill/gateway.ts'
import { checkData } from '../../db/check.ts'
import { openStore, type Store } from '../../db/unit.ts'
import { stepKey, stepsBetween } from '../../domain/cases/ladder.ts'
import { dateOf } from '../../domain/time/wall.ts'
import type { Known, Said } from './load.ts'

/** A row of the outbox. `words`: the keyed hash of what was spoken and to whom. */
export interface Row {
  id: number
  state: 'pending' | 'sending' | 'sent' | 'dropped' | 'unknown' | 'refused'
  personal: boolean
  attempts: number
  words: string | undefined
  /** The keys of its sentences that were not dropped. */
  keys: string[]
  /** It waits for a later hour. */
  later: boolean
  /** When it was given up; 0 when it was not. */
  unknownAt: number
}

/** A reminder that the clocks of a case nobody touched must have led to. */
export interface Expected {
  key: string
  kind: string
  no: number
  at: number
}

/** Everything a count is made of, taken from both ends: the database, and the ledger of the gateway. */
export interface Evidence {
  said: readonly Said[]
  /** Inbox rows by the gateway's id of their message. */
  inbox: ReadonlyMap<string, { id: number; state: string }>
  cases: readonly { no: number; order: string | null }[]
  /** Facts that name a message as their cause. */
  facts: readonly { cause: number; no: number; kind: string }[]
  rows: readonly Row[]
  /** Every key ever said, with the time at which. */
  keys: ReadonlyMap<string, { row: number; at: number; dropped: boolean }>
  reminders: readonly Expected[]
  /** What the people heard, each as `words` of its row. */
  heard: readonly string[]
  /** Rows that may have been spoken when a kill or a deadline came. */
  uncertain: ReadonlySet<number>
}

/** A look at the database of a program that may live or have died: a copy, so that the program itself has to recover. */
export function snapshot(dataDir: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lingshao-look-'))
  for (const name of ['lingshao.db-wal', 'lingshao.db'])
    if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(folder, name))
  return folder
}

/** Looks at a copy and throws it away. */
export function looking<T>(folder: string, key: Buffer, look: (store: Store, file: Database.Database) => T): T {
  const path = join(folder, 'lingshao.db')
  const store = openStore(path, key)
  const file = new Database(path, { readonly: true })
  try {
    return look(store, file)
  } finally {
    file.close()
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What is broken in a copy of a data folder: nothing, when its promises hold. */
export function faultsIn(folder: string, vaultKey: Buffer): string[] {
  return checkData({ folder, vaultKey }).flatMap(({ name, faults }) => faults.map((fault) => `${name}: ${fault}`))
}

/** Cases as the load needs to know them. */
export function knownCases(file: Database.Database, witnesses: ReadonlySet<string>): Known[] {
  const rows = file
    .prepare(
      `select no, state, external_no as number, contact from cases join rooms on rooms.id = card_room
       where state in ('waiting', 'claimed')`,
    )
    .all() as { no: number; state: string; number: string; contact: string }[]
  return rows.map(({ no, state, number, contact }) => ({
    no,
    room: contact,
    waiting: state === 'waiting',
    witness: witnesses.has(number),
  }))
}

/** Rows that may have been spoken, should the program die now. */
export function inTheWindow(file: Database.Database): { id: number; personal: boolean }[] {
  const rows = file.prepare("select id, personal from outbox where state = 'sending'").all()
  return (rows as { id: number; personal: number }[]).map(({ id, personal }) => ({ id, personal: personal === 1 }))
}

interface Beside {
  said: readonly Said[]
  heard: readonly Heard[]
  uncertain: ReadonlySet<number>
  now: number
  /** Reminders are expected that were due until then. */
  remindedUntil: number
}

/** Gathers the evidence, when everything has come to rest. */
export function evidenceIn(
  store: Store,
  file: Database.Database,
  { said, heard, uncertain, now, remindedUntil }: Beside,
): Evidence {
  const read = <T>(sql: string) => file.prepare(sql).all() as T[]
  const keys = read<{ key: string; outbox: number; at: number; dropped: number }>(
    'select key, outbox, at, dropped from said',
  )
  const byRow = Map.groupBy(keys, ({ outbox }) => outbox)
  const rows = read<{
    id: number
    state: Row['state']
    personal: number
    attempts: number
    spoken: string | null
    to: string
    not_before: number
    unknown_at: number | null
  }>(
    `select outbox.id, outbox.state, personal, attempts, spoken, not_before, unknown_at, coalesce(rooms.contact, people.contact) as "to"
     from outbox left join rooms on rooms.id = room left join people on people.id = person order by outbox.id`,
  )
  return {
    said,
    inbox: new Map(
      read<{ id: number; message: string; state: string }>('select id, message, state from inbox').map((one) => [
        one.message,
        one,
      ]),
    ),
    cases: read('select no, external_no as "order" from cases'),
    facts: read('select cause, no, kind from events where cause is not null'),
    rows: rows.map((row) => ({
      id: row.id,
      state: row.state,
      personal: row.personal === 1,
      attempts: row.attempts,
      words: row.spoken === null ? undefined : `${row.to} ${row.spoken}`,
      keys: (byRow.get(row.id) ?? []).filter(({ dropped }) => !dropped).map(({ key }) => key),
      later: row.not_before > now,
      unknownAt: row.unknown_at ?? 0,
    })),
    keys: new Map(keys.map(({ key, outbox, at, dropped }) => [key, { row: outbox, at, dropped: dropped === 1 }])),
    reminders: remindersOf(store, said, remindedUntil),
    heard: heard.map(({ to, text }) => `${to} ${store.echoHash(text)}`),
    uncertain,
  }
}

/** By the ladder itself, whatever the program did: the steps of the emergencies that nobody took. */
function remindersOf({ books: { cases, settings } }: Store, said: readonly Said[], now: number): Expected[] {
  const rules = { calendar: settings.calendar(), settings: settings.on(dateOf(now)) }
  return said
    .filter(({ kind }) => kind === 'witness')
    .flatMap(({ order }) => (order === undefined ? [] : (cases.withExternalNo(order) ?? [])))
    .flatMap((c) =>
      stepsBetween(c, { after: c.registeredAt, until: now }, rules)
        .filter(({ where }) => where === 'room')
        .map((step) => ({ key: stepKey(step, c.no), kind: step.kind, no: c.no, at: step.at })),
    )
}

/** What was heard and stands in no row, and what stands as spoken and was not heard, in words: where to look when a count is not zero. */
export function unmatched(
  evidence: Evidence,
  { heard, file }: { heard: readonly Heard[]; file: Database.Database },
): string[] {
  const rows = new Set(evidence.rows.flatMap(({ words }) => words ?? []))
  const ears = new Set(evidence.heard)
  const strange = evidence.heard.flatMap((words, i) => (rows.has(words) ? [] : [`in no row: ${shown(heard[i])}`]))
  const sentences = file.prepare('select key, dropped, sentence from said where outbox = ?')
  const silent = evidence.rows
    .filter(({ state, words }) => state === 'sent' && words !== undefined && !ears.has(words))
    .map((row) => `unheard row ${JSON.stringify({ ...row, sentences: sentences.all(row.id) })}`)
  return [...strange, ...silent]
}

function shown(one: Heard | undefined): string {
  return one ? `${one.to} ${one.text.replaceAll('\n', ' / ')}` : ''
}
