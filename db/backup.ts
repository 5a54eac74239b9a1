import { createHash } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keptOf } from '../domain/time/keeping.ts'
import { dateOf, wallOf } from '../domain/time/wall.ts'
import type { BackupFaultCode } from '../domain/words/backup.ts'
import { type Check, sound } from '../domain/words/checks.ts'
import { checkData, DATABASE, FILES } from './check.ts'
import { readIfThere } from './disk.ts'
import { fileBook } from './files.ts'
import { holdLock, InUse } from './lock.ts'
import { backupsIn, copyName, type Kept, keyMark, type Manifest, writeManifest } from './manifest.ts'
import { ageOf, isStorageFailure, OURS, readDatabase } from './open.ts'
import { copyFile, hashOfFile, openSealedFile, sealFile, toDisk } from './sealed-file.ts'
import { settingsBook } from './settings.ts'

export interface BackupOptions {
  /** The data folder: its database and its files. Somebody may be working in it. */
  dataDir: string
  /** Where backups are kept. */
  place: BackupPlace
  /** Encrypts the copy of the database; the files are sealed with the vault's key as they are. */
  key?: Buffer | undefined
  /** Opens what is sealed when the copy is checked. It is never written into a backup. */
  vaultKey?: Buffer | undefined
  now: number
}

export interface BackupPlace {
  dir: string
  /** Made when it is not there. A folder on another disk must be there: else its disk is not. */
  make: boolean
}

/** A backup that was taken. */
export interface Taken {
  name: string
  folder: string
  manifest: Manifest
  /** What did not hold when the copy was opened and looked at. */
  faults: Check[]
}

/** Why no backup was taken. */
export class BackupFault extends Error {
  override readonly name = 'BackupFault'
  readonly code: BackupFaultCode

  constructor(code: BackupFaultCode, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Takes a backup while the program works: one snapshot of the database and the files it names, opened and checked,
 * encrypted when there is a key, then given its name; older ones beyond their term are removed. Until then it stands
 * under a hidden name and is nobody's backup. Waits for the disk: call it where nobody is kept waiting. Throws BackupFault.
 */
export function takeBackup(options: BackupOptions): Taken {
  const { place } = options
  return plainly(() => {
    if (place.make) mkdirSync(place.dir, { recursive: true, mode: 0o700 })
    else readdirSync(place.dir)
    const lock = holdLock(join(place.dir, '.lock'))
    const draft = join(options.dataDir, '.backup')
    const half = join(place.dir, '.half')
    try {
      for (const left of [draft, half]) rmSync(left, { recursive: true, force: true })
      for (const folder of [draft, half, join(half, FILES)]) mkdirSync(folder, { mode: 0o700 })
      return take(options, { draft, half })
    } finally {
      for (const left of [draft, half]) rmSync(left, { recursive: true, force: true })
      lock.release()
    }
  })
}

// The plain copy never leaves the data folder where it is to be encrypted.
function take(options: BackupOptions, { draft, half }: { draft: string; half: string }): Taken {
  const { dataDir, key, vaultKey, now, place } = options
  const before = backupsIn(place.dir)
  const files = copyTogether({ dataDir, draft, half }, before[0])
  const checks = checkData({ folder: draft, files: join(half, FILES), vaultKey })
  const copy = join(half, copyName(key ? { key: '' } : {}))
  const facts = factsOf(draft, now)
  keepDatabase(join(draft, DATABASE), copy, key)
  const manifest: Manifest = {
    format: 1,
    takenAt: now,
    ...(key && { key: keyMark(key) }),
    database: hashOfFile(copy),
    schema: OURS,
    files,
    cases: facts.cases,
    bytes: sizeOf(half),
    sound: sound(checks),
  }
  writeManifest(half, manifest, key)
  for (const folder of [join(half, FILES), half]) toDisk(folder)
  const name = freeName(place.dir, now)
  const folder = join(place.dir, name)
  renameSync(half, folder)
  toDisk(place.dir)
  prune([{ folder, manifest }, ...before], facts.keeping)
  return { name, folder, manifest, faults: checks.filter(({ faults }) => faults.length) }
}

/** A snapshot of the database and the files it names. Out: the hash of each. */
function copyTogether(at: { dataDir: string; draft: string; half: string }, before: Kept | undefined) {
  for (let tries = 1; ; tries++) {
    const copy = join(at.draft, DATABASE)
    rmSync(copy, { force: true })
    snapshot(join(at.dataDir, DATABASE), copy)
    const { hashes, gone } = copyFiles(wantedBy(copy), at, before)
    // Taken away since the snapshot: a later one does not name it. What is still named is missing in truth.
    if (!gone || tries === TRIES) return hashes
  }
}

const TRIES = 3

// Not SQLite's page by page backup: it begins again at every write of another process. This also leaves erased data behind.
function snapshot(from: string, to: string): void {
  const db = readDatabase(from)
  try {
    const age = ageOf(db)
    if (age !== 'same') throw new BackupFault('schema', `the database is ${age}`)
    db.$client.prepare('vacuum into ?').run(to)
  } finally {
    db.$client.close()
  }
  toDisk(to)
}

function wantedBy(copy: string): number[] {
  const db = readDatabase(copy)
  try {
    return fileBook(db)
      .onDisk()
      .map(({ id }) => id)
  } finally {
    db.$client.close()
  }
}

function copyFiles(ids: readonly number[], at: { dataDir: string; half: string }, before: Kept | undefined) {
  const hashes: Record<string, string> = {}
  let gone = false
  for (const id of ids) {
    const name = `${id}.sealed`
    const bytes = readIfThere(join(at.dataDir, FILES, name))
    if (!bytes) {
      gone = true
      continue
    }
    const hash = createHash('sha256').update(bytes).digest('hex')
    hashes[id] = hash
    const to = join(at.half, FILES, name)
    if (existsSync(to)) continue
    const older = before?.manifest.files[id] === hash ? join(before.folder, FILES, name) : undefined
    if (older === undefined || !linked(older, to, hash)) writeFileSync(to, bytes, { mode: 0o600, flush: true })
  }
  return { hashes, gone }
}

// A file never changes: backups share it, each whole in itself. Where the disk knows no links it is copied.
function linked(older: string, to: string, hash: string): boolean {
  const bytes = readIfThere(older)
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== hash) return false
  try {
    linkSync(older, to)
    return true
  } catch {
    return false
  }
}

function keepDatabase(from: string, to: string, key: Buffer | undefined): void {
  if (!key) {
    copyFile(from, to)
    if (hashOfFile(to) !== hashOfFile(from)) throw new BackupFault('broken', 'the copy was not written as it was read')
    return
  }
  sealFile(from, to, key)
  // What was written is opened again: a backup that nobody can open is none.
  const again = `${from}.again`
  openSealedFile(to, again, key)
  if (hashOfFile(again) !== hashOfFile(from)) throw new BackupFault('broken', 'the sealed copy does not open')
  rmSync(again)
}

function factsOf(draft: string, now: number) {
  const db = readDatabase(join(draft, DATABASE))
  try {
    const { backupsDaily, backupsWeekly, backupsMonthly } = settingsBook(db).on(dateOf(now))
    return {
      cases: db.$client.prepare('select count(*) from cases').pluck().get() as number,
      keeping: { daily: backupsDaily, weekly: backupsWeekly, monthly: backupsMonthly },
    }
  } finally {
    db.$client.close()
  }
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}

function freeName(dir: string, now: number): string {
  const { date, time } = wallOf(now)
  const name = `${date}-${time.replace(/\D/g, '').slice(0, 4)}`
  for (let i = 1; ; i++) {
    const free = i === 1 ? name : `${name}-${i}`
    if (!existsSync(join(dir, free))) return free
  }
}

/** Those that do not hold make no whole one go, and go themselves with the next whole one. */
function prune(all: readonly Kept[], keeping: Parameters<typeof keptOf>[1]): void {
  const whole = all.filter(({ manifest }) => manifest.sound)
  const newest = Math.max(0, ...whole.map(({ manifest }) => manifest.takenAt))
  const kept = keptOf(
    whole.map(({ manifest }) => manifest.takenAt),
    keeping,
  )
  for (const { folder, manifest } of all) {
    const stays = manifest.sound ? kept.has(manifest.takenAt) : manifest.takenAt > newest
    if (!stays) rmSync(folder, { recursive: true, force: true })
  }
}

function plainly<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof BackupFault) throw error
    if (error instanceof InUse) throw new BackupFault('busy', error.message)
    const code = (error as { code?: string }).code ?? ''
    const message = (error as Error).message
    if (['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL'].includes(code)) throw new BackupFault('full', message)
    if (/^E(NOENT|EXIST|ACCES|ROFS|NOTDIR|PERM|IO|STALE|HOSTDOWN)$|^SQLITE_(CANTOPEN|READONLY)/.test(code))
      throw new BackupFault('folder', message)
    if (isStorageFailure(error)) throw new BackupFault('broken', message)
    throw error
  }
}
