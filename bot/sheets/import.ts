import { setImmediate as breath } from 'node:timers/promises'
import { isStorageFailure } from '../../db/open.ts'
import type { KeptSheet } from '../../db/sheets.ts'
import type { Store, Tx } from '../../db/unit.ts'
import { may } from '../../domain/people/rights.ts'
import type { PlatformFile } from '../../domain/reading/platform-sheet.ts'
import type { SheetReading } from '../../domain/reading/sheet.ts'
import type { SheetFault } from '../../domain/reading/sheet-fault.ts'
import { days } from '../../domain/time/wall.ts'
import { cityRevisitsNoted } from '../../domain/words/city-sheets.ts'
import { ledgerLearned, noLedgerHead } from '../../domain/words/ledger.ts'
import { notForWechat, secretSeen } from '../../domain/words/privacy.ts'
import type { Sentence } from '../../domain/words/sentence.ts'
import {
  faultOfRow,
  ordersTaken,
  rosterTaken,
  sheetBroken,
  sheetLost,
  sheetNotAllowed,
  sheetUnknown,
  sheetUnreadable,
} from '../../domain/words/sheets.ts'
import type { Log } from '../line/line.ts'
import { cityRevisitsTaken, noteCityRevisits } from './city-revisits.ts'
import { listOrders, registerRows } from './orders.ts'
import { readSheetFile, type SheetAnswer } from './read.ts'
import { takePlatformFile } from './reconcile.ts'
import { takeRoster } from './roster.ts'

/** What importing needs beside the store. */
export interface Importing {
  store: Store
  now: () => number
  log: Log
  nudge(): void
  file(attachment: string): Promise<{ name: string; bytes: Buffer }>
}

/** A file that cannot be fetched so often is given up, and its sender asked. */
const MOST_TRIES = 5
/** Rows of one unit of work: short enough that nobody waits. */
const CHUNK = 20
/** The same words without a number are one case within this time. */
const SAME_WITHIN = days(30)

/**
 * Takes the oldest spreadsheet that waits: fetched, read in a thread of its own, its rows in short units of work, its
 * sender answered. After a death of the process it goes on behind the last row. Out: whether there was one and it is done.
 */
export async function importNext(importing: Importing): Promise<boolean> {
  const { store, log } = importing
  const sheet = store.books.sheets.next()
  if (!sheet) return false
  const file = await importing.file(sheet.attachment).catch((error: Error) => {
    log.warn({ sheet: sheet.id, error: error.name }, 'a spreadsheet could not be fetched')
    return undefined
  })
  if (!file) return giveUp(sheet, importing)
  const known = { units: store.books.people.units(), places: store.books.places.all() }
  const read = await readSheetFile({
    name: sheet.name,
    bytes: file.bytes,
    now: sheet.at,
    ...known,
    ...(sheet.as && { as: sheet.as }),
  })
  try {
    await take(sheet, read, importing)
  } catch (error) {
    if (isStorageFailure(error)) throw error
    // A rule of ours broke: this file is given up, the next ones must not wait for it.
    log.error({ sheet: sheet.id, error: (error as Error).name }, 'a spreadsheet broke a rule')
    store.unit((tx) => end(tx, sheet, sheetBroken(sheet.name), importing.now(), 'lost'))
  }
  importing.nudge()
  return true
}

function giveUp(sheet: KeptSheet, { store, now, nudge }: Importing): boolean {
  const lost = store.unit((tx) => {
    if (tx.sheets.failed(sheet.id) < MOST_TRIES) return false
    end(tx, sheet, sheetLost(sheet.name), now(), 'lost')
    return true
  })
  if (lost) nudge()
  return lost
}

async function take(sheet: KeptSheet, read: SheetAnswer, importing: Importing): Promise<void> {
  const { store, now } = importing
  if (read.kind === 'orders') return takeOrders(sheet, read, importing)
  if (read.kind === 'cityRevisits') return takeCityRevisits(sheet, read, importing)
  store.unit((tx) => {
    if (read.kind === 'unreadable') return end(tx, sheet, sheetUnreadable(sheet.name, read.why), now())
    if (read.kind === 'secret') return secret(tx, sheet, now())
    if (read.kind === 'reconcile') return compare(read, { tx, sheet, now: now() })
    if (read.kind === 'ledger' || read.kind === 'noLedger') return learn(read, { tx, sheet, now: now() })
    if (read.kind === 'neither') return end(tx, sheet, sheetUnknown(read.headers, sheet.as), now())
    if (!may(tx.people.speaker(sheet.person), 'importRoster')) return end(tx, sheet, sheetNotAllowed('roster'), now())
    const { taken, faults } = takeRoster(read, tx, now())
    tx.admission.propose()
    tx.admission.tell(now())
    end(tx, sheet, rosterTaken(taken, worded(faults), read.unknown), now())
  })
}

function compare(read: PlatformFile, at: { tx: Tx; sheet: KeptSheet; now: number }): void {
  const { tx, sheet, now } = at
  if (!may(tx.people.speaker(sheet.person), 'reconcile')) {
    end(tx, sheet, sheetNotAllowed('cityRevisits'), now)
    return
  }
  const { answer, enclose } = takePlatformFile(read, worded(read.faults), at)
  end(tx, sheet, answer, now)
  enclose()
}

function learn(read: LedgerRead, { tx, sheet, now }: { tx: Tx; sheet: KeptSheet; now: number }): void {
  const allowed = may(tx.people.speaker(sheet.person), 'ledgerTemplate')
  if (allowed && read.kind === 'ledger')
    tx.ledger.learn({ name: sheet.name, template: read.template }, sheet.person, now)
  const answer = read.kind === 'ledger' ? ledgerLearned(sheet.name, read) : noLedgerHead(sheet.name)
  end(tx, sheet, allowed ? answer : sheetNotAllowed('ledger'), now)
}

type LedgerRead = Extract<SheetReading, { kind: 'ledger' | 'noLedger' }>

async function takeOrders(
  sheet: KeptSheet,
  read: Extract<SheetReading, { kind: 'orders' }>,
  { store, now, log }: Importing,
): Promise<void> {
  const allowed = may(store.books.people.speaker(sheet.person), 'importOrders')
  if (!allowed) return store.unit((tx) => end(tx, sheet, sheetNotAllowed('orders'), now()))
  const known = wordsOf(sheet, store)
  for (let at = sheet.rows; at < read.rows.length; at += CHUNK) {
    store.unit((tx) => {
      const faults = registerRows(read.rows.slice(at, at + CHUNK), { tx, sheet, now: now(), known, log })
      tx.sheets.advance(sheet.id, at + CHUNK, faults)
    })
    await breath()
  }
  store.unit((tx) => {
    const broken = tx.sheets.find(sheet.id)?.faults ?? []
    const fresh = tx.cases.registeredBy(sheet.message)
    const rooms = sheet.silent ? 0 : listOrders(fresh, { tx, sheet, now: now() })
    const again = read.rows.length - fresh.length - broken.length
    const faults = [...worded(read.faults), ...broken.map(({ row }) => brokenRow(row))]
    end(tx, sheet, ordersTaken({ fresh, known: again, rooms, silent: sheet.silent }, faults, read.unknown), now())
  })
}

async function takeCityRevisits(
  sheet: KeptSheet,
  read: Extract<SheetReading, { kind: 'cityRevisits' }>,
  { store, now, log }: Importing,
): Promise<void> {
  const allowed = may(store.books.people.speaker(sheet.person), 'importCityRevisits')
  if (!allowed) return store.unit((tx) => end(tx, sheet, sheetNotAllowed('cityRevisits'), now()))
  for (let at = sheet.rows; at < read.rows.length; at += CHUNK) {
    store.unit((tx) => {
      const faults = noteCityRevisits(read.rows.slice(at, at + CHUNK), { tx, sheet, now: now(), log })
      tx.sheets.advance(sheet.id, at + CHUNK, faults)
    })
    await breath()
  }
  store.unit((tx) => {
    const broken = (tx.sheets.find(sheet.id)?.faults ?? []).map(({ row }) => row)
    const taken = cityRevisitsTaken(read, { tx, sheet, broken })
    const faults = [...worded(read.faults), ...broken.map(brokenRow)]
    end(tx, sheet, cityRevisitsNoted(taken, faults, { ...read, now: now() }), now())
  })
}

function brokenRow(row: number): string {
  return faultOfRow({ sheet: '', row, why: 'broken', said: '' }, false)
}

/** What this person's cases of late say, to know a row without a number again. */
function wordsOf(sheet: KeptSheet, { books }: Store): Set<string> {
  const late = books.cases.reportedBy(sheet.person, sheet.at - SAME_WITHIN)
  return new Set(late.map((c) => `${books.texts.body(c.place)}\0${books.texts.body(c.content)}`))
}

function worded(faults: readonly SheetFault[]): string[] {
  const several = new Set(faults.map(({ sheet }) => sheet)).size > 1
  return faults.map((fault) => faultOfRow(fault, several))
}

function end(tx: Tx, sheet: KeptSheet, sentence: Sentence, now: number, state: 'done' | 'lost' = 'done'): void {
  tx.sheets.end(sheet.id, state)
  tx.outbox.say({ to: { person: sheet.person }, class: 'reply', key: `sheet-${sheet.id}`, sentence }, now)
}

/** Marked as secret: nothing of it is kept; its sender hears in private, the administrators without content. */
function secret(tx: Tx, sheet: KeptSheet, now: number): void {
  end(tx, sheet, notForWechat(), now)
  for (const admin of tx.people.admins().filter((person) => person !== sheet.person)) {
    const sentence = secretSeen(tx.people.name(sheet.person), '私聊')
    tx.outbox.say({ to: { person: admin }, class: 'notice', key: `secret-sheet-${sheet.id}-${admin}`, sentence }, now)
  }
}
