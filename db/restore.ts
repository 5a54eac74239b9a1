import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type RestoreCode, restoreRefused } from '../domain/words/backup.ts'
import { type Check, sound } from '../domain/words/checks.ts'
import { checkData, DATABASE, FILES } from './check.ts'
import { copyName, isProven, keyMark, type Manifest, readManifest } from './manifest.ts'
import { OURS, openDatabase } from './open.ts'
import { copyFile, hashOfFile, openSealedFile, toDisk } from './sealed-file.ts'

export interface RestoreOptions {
  /** A backup. */
  from: string
  /** The data folder to be: empty, or not there yet. */
  into: string
  key?: Buffer | undefined
  /** Checked against the backup when given; without it personal data and pictures stay sealed. */
  vaultKey?: Buffer | undefined
}

/** Why nothing was restored; its message is one sentence for whoever asked. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused'
  readonly code: RestoreCode

  constructor(code: RestoreCode, what: string) {
    super(restoreRefused(code, what))
    this.code = code
  }
}

/**
 * Gives back a backup whole or not at all: every hash is compared, the database opened, brought up to this program and
 * looked at before the folder gets its name. Out: what it holds, and what did not hold when it was taken already.
 * Throws RestoreRefused.
 */
export function restoreBackup(options: RestoreOptions): { manifest: Manifest; checks: Check[] } {
  const { into } = options
  const manifest = trusted(options)
  if (namesIn(into).length) throw new RestoreRefused('not-empty', into)
  const half = `${into}.half`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(join(half, FILES), { recursive: true, mode: 0o700 })
  try {
    bring(manifest, half, options)
    const checks = checked(half, manifest, options)
    for (const folder of [join(half, FILES), half]) toDisk(folder)
    rmSync(into, { recursive: true, force: true })
    renameSync(half, into)
    toDisk(dirname(into))
    return { manifest, checks }
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    throw error
  }
}

/** Opens a backup under a name of its own and looks at it, as a restore would; nothing of that is left. Throws RestoreRefused. */
export function checkBackup(
  options: Omit<RestoreOptions, 'into'>,
  aside: string,
): { manifest: Manifest; checks: Check[] } {
  rmSync(aside, { recursive: true, force: true })
  const found = restoreBackup({ ...options, into: aside })
  rmSync(aside, { recursive: true, force: true })
  return found
}

/** The list of a backup, believed. */
function trusted({ from, key }: RestoreOptions): Manifest {
  const read = readManifest(from)
  if (read === undefined) throw new RestoreRefused('no-backup', from)
  if (read === 'damaged') throw new RestoreRefused('damaged', from)
  const { manifest } = read
  if (manifest.key !== undefined && !key) throw new RestoreRefused('needs-key', from)
  if (manifest.key !== undefined && key && manifest.key !== keyMark(key)) throw new RestoreRefused('wrong-key', from)
  if (!isProven(read, manifest.key === undefined ? undefined : key)) throw new RestoreRefused('damaged', from)
  if (manifest.schema > OURS) throw new RestoreRefused('newer', from)
  return manifest
}

function bring(manifest: Manifest, half: string, { from, key }: RestoreOptions): void {
  const copy = join(from, copyName(manifest))
  whole(copy, manifest.database, from)
  if (manifest.key !== undefined && key) openSealedFile(copy, join(half, DATABASE), key)
  else copyFile(copy, join(half, DATABASE))
  for (const [id, hash] of Object.entries(manifest.files)) {
    const name = `${id}.sealed`
    whole(join(from, FILES, name), hash, from)
    copyFile(join(from, FILES, name), join(half, FILES, name))
  }
}

function whole(path: string, hash: string, from: string): void {
  if (hashIfThere(path) !== hash) throw new RestoreRefused('damaged', from)
}

function hashIfThere(path: string): string | undefined {
  try {
    return hashOfFile(path)
  } catch (error) {
    if (['ENOENT', 'EIO'].includes((error as { code?: string }).code ?? '')) return undefined
    throw error
  }
}

function checked(half: string, manifest: Manifest, { from, vaultKey }: RestoreOptions): Check[] {
  openDatabase(join(half, DATABASE)).$client.close()
  const checks = checkData({ folder: half, vaultKey })
  const sealed = checks.find(({ name }) => name === 'vault')
  if (sealed?.counted && sealed.faults.length === sealed.counted) throw new RestoreRefused('wrong-vault-key', from)
  // What did not hold when it was taken is given back as it was, and named.
  if (manifest.sound && !sound(checks)) throw new RestoreRefused('damaged', from)
  return checks
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return []
    if ((error as { code?: string }).code === 'ENOTDIR') return [folder]
    throw error
  }
}
