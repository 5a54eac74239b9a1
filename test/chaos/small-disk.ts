import { execFileSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A folder on a disk that can be full. */
export interface SmallDisk extends Disposable {
  /** tmpfs: a disk of its own, mounted by root · limit: no file of the process may grow (RLIMIT_FSIZE). */
  kind: 'tmpfs' | 'limit'
  /** From now on there is no room for a byte. In: the process that will notice. */
  fill(pid: number): void
  free(pid?: number): void
}

const SIZE = 96 * 1024 * 1024

/** Makes the folder, on a small disk of its own where this user may mount one. */
export function smallDisk(folder: string): SmallDisk {
  mkdirSync(folder, { recursive: true })
  return mounted(folder) ? ofItsOwn(folder) : limited()
}

function mounted(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'lingshao-chaos', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function ofItsOwn(folder: string): SmallDisk {
  const filler = join(folder, 'filler')
  const giveBack = () => void execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' })
  process.once('exit', giveBack)
  return {
    kind: 'tmpfs',
    fill() {
      const file = openSync(filler, 'a')
      try {
        for (let piece = 1 << 20; piece >= 1; piece >>= 4) writeAll(file, Buffer.alloc(piece))
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(filler, { force: true }),
    [Symbol.dispose]() {
      process.off('exit', giveBack)
      giveBack()
    },
  }
}

function writeAll(file: number, piece: Buffer): void {
  try {
    while (writeSync(file, piece) === piece.length);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOSPC') throw error
  }
}

function limited(): SmallDisk {
  const limit = (pid: number, size: string) => {
    try {
      execFileSync('prlimit', ['--pid', String(pid), `--fsize=${size}:`], { stdio: 'ignore' })
    } catch {
      // It is dead already.
    }
  }
  return {
    kind: 'limit',
    fill: (pid) => limit(pid, '0'),
    free: (pid) => pid !== undefined && limit(pid, 'unlimited'),
    [Symbol.dispose]() {},
  }
}
