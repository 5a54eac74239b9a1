import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSeal } from './seal.ts'

/** What a backup holds: the list that is checked before anything of it is believed. */
export interface Manifest {
  format: 1
  /** Milliseconds since the epoch. */
  takenAt: number
  /** Tells one key from another without giving it away; absent where nothing was encrypted. */
  key?: string
  /** SHA-256 of the database's copy as it lies here, sealed or not. */
  database: string
  /** The last migration of the database, as drizzle names it. */
  schema: number
  /** SHA-256 of each sealed file as it lies here, by its id. */
  files: Record<string, string>
  cases: number
  /** All bytes together. */
  bytes: number
  /** Everything held when it was checked. */
  sound: boolean
}

/** A backup in the folder of backups. */
export interface Kept {
  folder: string
  manifest: Manifest
}

const NAME = 'manifest.json'

/** Of a backup: the name of the database's copy. */
export const copyName = ({ key }: Pick<Manifest, 'key'>): string =>
  key === undefined ? 'lingshao.db' : 'lingshao.db.sealed'

/** What tells one key from another. */
export const keyMark = (key: Buffer): string => openSeal(key, 'backup/mark').hash('key').slice(0, 16)

/** Writes it, on the disk when it returns; with a key nobody without it can write another one. */
export function writeManifest(folder: string, manifest: Manifest, key: Buffer | undefined): void {
  const words = JSON.stringify(manifest)
  const whole = JSON.stringify({ manifest, proof: proofOf(words, key) }, undefined, 1)
  writeFileSync(join(folder, NAME), whole, { mode: 0o600, flush: true })
}

/** Reads it. Undefined when there is none; 'damaged' when it is not as it was written. Its proof is `isProven`'s. */
export function readManifest(folder: string): { manifest: Manifest; proof: string } | 'damaged' | undefined {
  let text: string
  try {
    text = readFileSync(join(folder, NAME), 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as { code?: string }).code ?? '')) return undefined
    throw error
  }
  try {
    const { manifest, proof } = JSON.parse(text) as { manifest: Manifest; proof: string }
    return manifest.format === 1 && typeof proof === 'string' ? { manifest, proof } : 'damaged'
  } catch {
    return 'damaged'
  }
}

/** Whether a manifest is the one that was written, as far as this key can tell. */
export function isProven({ manifest, proof }: { manifest: Manifest; proof: string }, key: Buffer | undefined): boolean {
  return proofOf(JSON.stringify(manifest), key) === proof
}

/** The whole backups of a folder, newest first. */
export function backupsIn(dir: string): Kept[] {
  const names = readdirSync(dir).filter((name) => !name.startsWith('.'))
  const read = names.flatMap((name) => {
    const found = readManifest(join(dir, name))
    return found && found !== 'damaged' ? [{ folder: join(dir, name), manifest: found.manifest }] : []
  })
  return read.sort((a, b) => b.manifest.takenAt - a.manifest.takenAt)
}

function proofOf(words: string, key: Buffer | undefined): string {
  if (key) return openSeal(key, 'backup/manifest').hash(words)
  return createHash('sha256').update(words).digest('hex')
}
