import { caseBook } from './cases.ts'
import { inboxBook } from './inbox.ts'
import { type Database, openDatabase } from './open.ts'
import { outboxBook } from './outbox.ts'
import { peopleBook } from './people.ts'
import { openSeal } from './seal.ts'
import { pulseBook, runBook, settingsBook } from './settings.ts'
import { textBook } from './texts.ts'
import { vaultBook } from './vault.ts'

/** Everything that can be read and written inside one unit of work. */
export interface Tx extends Books {
  /** Runs a body that may fail alone: what it wrote is gone when it throws, what stood before stays. */
  savepoint<T>(body: () => Now<T>): T
}

export type Books = ReturnType<typeof books>

/** A unit is synchronous: a promise inside a transaction would commit before it is done. */
type Now<T> = T extends Promise<unknown> ? never : T

/** The database of one district. */
export interface Store {
  /** The one write path: all of the body is on the disk when it returns, or nothing of it. */
  unit<T>(body: (tx: Tx) => Now<T>): T
  /** Reads outside a unit: what stands now. */
  books: Books
  /** Keyed hash of spoken words, to know our own echo. */
  echoHash(words: string): string
  close(): void
}

/** Opens the store. In: the database file and the 32 bytes of VAULT_KEY. */
export function openStore(file: string, vaultKey: Buffer): Store {
  const db = openDatabase(file)
  const all = books(db, vaultKey)
  const client = db.$client
  const run = client.transaction((body: () => unknown) => body())
  const tx: Tx = { ...all, savepoint: <T>(body: () => Now<T>) => run(body) as T }
  const echo = openSeal(vaultKey, 'echo')
  return {
    unit: <T>(body: (tx: Tx) => Now<T>) => run.immediate(() => body(tx)) as T,
    books: all,
    echoHash: (words) => echo.hash(words),
    close: () => client.close(),
  }
}

function books(db: Database, vaultKey: Buffer) {
  const texts = textBook(db)
  return {
    texts,
    vault: vaultBook(db, openSeal(vaultKey, 'vault')),
    people: peopleBook(db),
    inbox: inboxBook(db, openSeal(vaultKey, 'inbox')),
    cases: caseBook(db, texts),
    outbox: outboxBook(db),
    settings: settingsBook(db),
    runs: runBook(db),
    pulse: pulseBook(db),
  }
}
