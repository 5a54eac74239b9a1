import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { openSeal } from '../../db/seal.ts'
import type { Line } from '../../web/ground.ts'

/** Where the ground's conversations outlive the program, as the cases do. */
export interface GroundFile {
  /** What was written last; nothing when there is no file or it cannot be read with this key. */
  read(): Line[]
  write(lines: readonly Line[]): void
}

/** A file of sealed lines. In: its path, and the 32 bytes of VAULT_KEY. People paste whole orders: never plain words on the disk. */
export function groundFile(path: string, vaultKey: Buffer): GroundFile {
  const seal = openSeal(vaultKey, 'ground')
  return {
    read() {
      try {
        return JSON.parse(seal.open(readFileSync(path))) as Line[]
      } catch {
        return []
      }
    },
    write(lines) {
      writeFileSync(`${path}.new`, seal.close(JSON.stringify(lines)), { mode: 0o600 })
      renameSync(`${path}.new`, path)
    },
  }
}
