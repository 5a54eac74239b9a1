import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Seal } from './seal.ts'

/** Bytes of pictures and files, sealed, each under the id of its row. */
export interface Disk {
  /** Writes it whole or not at all; over an earlier one of the same id. */
  write(id: number, bytes: Uint8Array): void
  /** The bytes again; undefined when there are none. Throws when they are not the ones that were sealed. */
  read(id: number): Buffer | undefined
  remove(id: number): void
  /** The ids of everything there. */
  ids(): number[]
}

/** In: the folder, made when it is first needed, and the seal for what stands in it. */
export function openDisk(folder: string, seal: Pick<Seal, 'closeBytes' | 'openBytes'>): Disk {
  const path = (id: number) => join(folder, `${id}.sealed`)
  return {
    write(id, bytes) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const half = join(folder, `${id}.half`)
      writeFileSync(half, seal.closeBytes(bytes), { mode: 0o600, flush: true })
      renameSync(half, path(id))
    },
    read(id) {
      const sealed = readIfThere(path(id))
      return sealed && seal.openBytes(sealed)
    },
    remove(id) {
      rmSync(path(id), { force: true })
      rmSync(join(folder, `${id}.half`), { force: true })
    },
    ids: () => [...new Set(namesIn(folder).map((name) => Number.parseInt(name, 10)))],
  }
}

/** The bytes of a file, or undefined when there is none. */
export function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined
    throw error
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return []
    throw error
  }
}
