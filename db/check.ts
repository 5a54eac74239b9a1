import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { asc, eq, gt, isNotNull } from 'drizzle-orm'
import { fold } from '../domain/cases/fold.ts'
import type { Check } from '../domain/words/checks.ts'
import { type CaseBook, caseBook } from './cases.ts'
import { type Disk, openDisk } from './disk.ts'
import { type FileRow, fileBook } from './files.ts'
import { ageOf, type Database, isStorageFailure, readDatabase } from './open.ts'
import { archives, cases, events, inbox, vault } from './schema.ts'
import { openSeal } from './seal.ts'
import { textBook } from './texts.ts'

/** The database of a data folder; beside it stand the sealed files. */
export const DATABASE = 'lingshao.db'
export const FILES = 'files'

/**
 * Looks at everything a data folder holds, without writing: one snapshot, also while a program works on it. In: the
 * folder (`files`: where the sealed files are if not in it), and the vault's key if what is sealed shall be opened too. Out: one entry per check, in order; those behind a
 * file that cannot be read at all are left out. Throws when there is no database.
 */
export function checkData(at: { folder: string; files?: string; vaultKey?: Buffer | undefined }): Check[] {
  const { folder, files = join(folder, FILES), vaultKey } = at
  const file = join(folder, DATABASE)
  const db = readDatabase(file)
  try {
    // One snapshot for every question.
    db.$client.exec('BEGIN')
    return checksOf(db, { file, files, vaultKey })
  } finally {
    db.$client.close()
  }
}

interface Place {
  /** The database. */
  file: string
  /** The folder of sealed files. */
  files: string
  vaultKey: Buffer | undefined
}

function checksOf(db: Database, { file, files, vaultKey }: Place): Check[] {
  const whole = integrity(db)
  if (whole.faults.length) return [whole]
  const age = ageOf(db)
  const schema: Check = { name: 'schema', counted: 1, faults: age === 'same' ? [] : [age] }
  const checks = [whole, references(db), schema]
  // Another program's tables would only be misread.
  if (age !== 'same') return checks
  const book = caseBook(db, textBook(db))
  const there = filesOf(db)
  const disk = openDisk(files, openSeal(vaultKey ?? Buffer.alloc(32), 'files'))
  checks.push(chain(book), folds(db, book), archived(db), missing({ file, files }, there), orphans(file, disk))
  if (vaultKey) checks.push(sealed(db, vaultKey), pictures(disk, there))
  return checks
}

function integrity(db: Database): Check {
  return { name: 'integrity', counted: 1, faults: faultsOfFile(db) }
}

function faultsOfFile(db: Database): string[] {
  try {
    const said = db.$client.pragma('integrity_check(20)') as { integrity_check: string }[]
    return said.map(({ integrity_check }) => integrity_check).filter((line) => line !== 'ok')
  } catch (error) {
    if (isStorageFailure(error)) return ['unreadable']
    throw error
  }
}

function references(db: Database): Check {
  const broken = db.$client.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  return {
    name: 'references',
    counted: 1,
    faults: broken.map(({ table, rowid, parent }) => `${table} ${rowid} → ${parent}`),
  }
}

function chain(book: CaseBook): Check {
  const { events, brokenAt } = book.verify()
  return { name: 'chain', counted: events, faults: brokenAt === undefined ? [] : [`event ${brokenAt}`] }
}

function folds(db: Database, book: CaseBook): Check {
  const nos = db.select({ no: cases.no }).from(cases).orderBy(asc(cases.no)).all()
  const faults = nos.filter(({ no }) => !isFold(book, no)).map(({ no }) => `#${no}`)
  return { name: 'folds', counted: nos.length, faults }
}

// A log written anew from the start would hold together by itself, but not with what an archive said of its end.
function archived(db: Database): Check {
  const heads = db.select().from(archives).where(isNotNull(archives.head)).all()
  const gone = heads.filter(
    ({ head }) =>
      !db
        .select({ id: events.id })
        .from(events)
        .where(eq(events.hash, head ?? ''))
        .get(),
  )
  return { name: 'archives', counted: heads.length, faults: gone.map(({ period }) => period) }
}

function isFold(book: CaseBook, no: number): boolean {
  const log = book.log(no)
  return log.length > 0 && isDeepStrictEqual(fold(log), book.find(no))
}

/** Rows whose bytes must be on the disk. */
function filesOf(db: Database): FileRow[] {
  return fileBook(db).onDisk()
}

// Bytes go before their row: what has gone from both meanwhile is missing nowhere.
function missing({ file, files }: Pick<Place, 'file' | 'files'>, there: readonly FileRow[]): Check {
  const gone = there.filter(({ id }) => !existsSync(join(files, `${id}.sealed`)))
  const still = gone.length ? idsNow(file) : new Set<number>()
  const faults = gone.filter(({ id }) => still.has(id)).map(({ id, no }) => `file ${id}${no === null ? '' : ` #${no}`}`)
  return { name: 'missing', counted: there.length, faults }
}

function orphans(file: string, disk: Disk): Check {
  const ids = disk.ids()
  const known = ids.length ? idsNow(file) : new Set<number>()
  return { name: 'orphans', counted: ids.length, faults: ids.filter((id) => !known.has(id)).map((id) => `file ${id}`) }
}

function idsNow(file: string): Set<number> {
  const now = readDatabase(file)
  try {
    return fileBook(now).ids()
  } finally {
    now.$client.close()
  }
}

function sealed(db: Database, key: Buffer): Check {
  const faults: string[] = []
  let counted = 0
  const opens = (name: 'vault' | 'inbox', rows: Iterable<{ id: number; sealed: Buffer | null }>) => {
    const seal = openSeal(key, name)
    for (const { id, sealed } of rows) {
      if (!sealed) continue
      counted++
      if (!holds(() => seal.open(sealed))) faults.push(`${name} ${id}`)
    }
  }
  opens('vault', sealedRows(db, vault))
  opens('inbox', sealedRows(db, inbox))
  return { name: 'vault', counted, faults }
}

function* sealedRows(
  db: Database,
  table: typeof vault | typeof inbox,
): Generator<{ id: number; sealed: Buffer | null }> {
  for (let last = -1; ; ) {
    const page = db
      .select({ id: table.id, sealed: table.sealed })
      .from(table)
      .where(gt(table.id, last))
      .orderBy(asc(table.id))
      .limit(PAGE)
      .all()
    yield* page
    const end = page.at(-1)
    if (!end) return
    last = end.id
  }
}

const PAGE = 2_000

/** The bytes open and are those that were sealed; files that are missing are counted there. */
function pictures(disk: Disk, there: readonly FileRow[]): Check {
  const faults = there
    .filter(({ id, hash }) => !holds(() => isWhole(disk.read(id), hash)))
    .map(({ id }) => `file ${id}`)
  return { name: 'pictures', counted: there.length, faults }
}

function isWhole(bytes: Buffer | undefined, hash: string | null): void {
  if (bytes && createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error('not what was sealed')
}

function holds(look: () => unknown): boolean {
  try {
    look()
    return true
  } catch {
    return false
  }
}
