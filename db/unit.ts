import { dirname, join } from 'node:path'
import { dateOf } from '../domain/time/wall.ts'
import type { Speech } from '../domain/words/speech.ts'
import { admissionBook } from './admission.ts'
import { alikeBook } from './alike.ts'
import { arrivalBook } from './arrivals.ts'
import { backupBook } from './backups.ts'
import { afterMute, outsideQuiet, turnAt } from './budget.ts'
import { caseBook } from './cases.ts'
import { chainBook } from './chain.ts'
import { confirmationBook } from './confirmations.ts'
import { type Disk, openDisk } from './disk.ts'
import { erasureBook } from './erasure.ts'
import { figureBook } from './figures.ts'
import { fileBook } from './files.ts'
import { inboxBook } from './inbox.ts'
import { ledgerBook } from './ledger.ts'
import { type Database, openDatabase } from './open.ts'
import { outboxBook } from './outbox.ts'
import { peopleBook } from './people.ts'
import { placeBook } from './places.ts'
import { questionBook } from './questions.ts'
import { quizBook } from './quiz.ts'
import { recorder } from './record.ts'
import { restoringBook } from './restoring.ts'
import { rosterBook } from './roster.ts'
import { openSeal } from './seal.ts'
import { pulseBook, runBook, settingsBook } from './settings.ts'
import { sheetBook } from './sheets.ts'
import { shownBook } from './shown.ts'
import { suggestionBook } from './suggestions.ts'
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
  /** The bytes of pictures and files, sealed beside the database. */
  disk: Disk
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
    disk: openDisk(join(dirname(file), 'files'), openSeal(vaultKey, 'files')),
    echoHash: (words) => echo.hash(words),
    close: () => client.close(),
  }
}

function books(db: Database, vaultKey: Buffer) {
  const texts = textBook(db)
  const people = peopleBook(db)
  const settings = settingsBook(db)
  const cases = caseBook(db, texts)
  const alike = alikeBook(db, { cases, texts })
  const places = placeBook(db, texts)
  const outbox = outboxBook(db)
  const inbox = inboxBook(db, openSeal(vaultKey, 'inbox'))
  const say = (speech: Speech, now: number) => {
    if (speech.reminder && settings.on(dateOf(now)).trial) return undefined
    const timed = outsideQuiet(afterMute(speech, now, people), now, settings)
    return outbox.say(timed, now)
  }
  const claim = (id: number, now: number) => outbox.claim(id, now, turnAt(now, { people, settings, ...outbox }))
  const roster = rosterBook(db)
  const arrivals = arrivalBook(db)
  const confirmations = confirmationBook(db)
  return {
    texts,
    people,
    settings,
    cases,
    alike,
    places,
    vault: vaultBook(db, openSeal(vaultKey, 'vault')),
    inbox,
    outbox: { ...outbox, say, claim },
    files: fileBook(db),
    figures: figureBook(db),
    questions: questionBook(db),
    quiz: quizBook(db),
    runs: runBook(db),
    shown: shownBook(db),
    pulse: pulseBook(db),
    roster,
    arrivals,
    confirmations,
    sheets: sheetBook(db),
    ledger: ledgerBook(db),
    chain: chainBook(db),
    backups: backupBook(db),
    suggestions: suggestionBook(db),
    erasure: erasureBook(db, { cases, texts }),
    restoring: restoringBook(db, { people, roster, arrivals, say }),
    admission: admissionBook({ people, roster, arrivals, confirmations, say }),
    ...recorder({
      alike,
      places,
      cases,
      people,
      texts,
      settings,
      say,
      dropReminders: outbox.dropReminders,
      takeBack: outbox.takeBack,
      saidIn: inbox.saidIn,
    }),
  }
}
