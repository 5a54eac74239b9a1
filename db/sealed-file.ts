import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { deriveKey } from './seal.ts'

const PIECE = 1 << 20
const NONCE = 12
const TAG = 16

/**
 * Writes a sealed copy of a file of any size: 12 bytes nonce, the AES-256-GCM ciphertext, 16 bytes tag. On the disk when
 * it returns.
 */
export function sealFile(from: string, to: string, key: Buffer): void {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', deriveKey(key, 'backup/file'), nonce)
  withFiles(from, to, (input, output) => {
    writeAll(output, nonce)
    for (const piece of pieces(input, 0, fstatSync(input).size)) writeAll(output, cipher.update(piece))
    cipher.final()
    writeAll(output, cipher.getAuthTag())
  })
}

/** Writes the file again that was sealed. Throws when the key or a byte is another one; then `to` is not to be used. */
export function openSealedFile(from: string, to: string, key: Buffer): void {
  withFiles(from, to, (input, output) => {
    const end = fstatSync(input).size - TAG
    if (end < NONCE) throw new Error('too short')
    const decipher = createDecipheriv('aes-256-gcm', deriveKey(key, 'backup/file'), bytesAt(input, 0, NONCE))
    decipher.setAuthTag(bytesAt(input, end, TAG))
    for (const piece of pieces(input, NONCE, end)) writeAll(output, decipher.update(piece))
    decipher.final()
  })
}

/** Writes a copy of a file that its owner alone may read. On the disk when it returns. */
export function copyFile(from: string, to: string): void {
  withFiles(from, to, (input, output) => {
    for (const piece of pieces(input, 0, fstatSync(input).size)) writeAll(output, piece)
  })
}

/** SHA-256 of a file of any size. */
export function hashOfFile(path: string): string {
  const input = openSync(path, 'r')
  try {
    const hash = createHash('sha256')
    for (const piece of pieces(input, 0, fstatSync(input).size)) hash.update(piece)
    return hash.digest('hex')
  } finally {
    closeSync(input)
  }
}

/** Sees to it that a file, or the names in a folder, are on the disk. */
export function toDisk(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function withFiles(from: string, to: string, work: (input: number, output: number) => void): void {
  const input = openSync(from, 'r')
  try {
    const output = openSync(to, 'w', 0o600)
    try {
      work(input, output)
      fsyncSync(output)
    } finally {
      closeSync(output)
    }
  } finally {
    closeSync(input)
  }
}

// A disk that fills up first takes a part of what it is given, and only then says so.
function writeAll(output: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(output, bytes, at)
}

function* pieces(input: number, from: number, to: number): Generator<Buffer> {
  for (let at = from; at < to; at += PIECE) yield bytesAt(input, at, Math.min(PIECE, to - at))
}

function bytesAt(input: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  if (readSync(input, bytes, 0, length, at) !== length) throw new Error('the file became shorter')
  return bytes
}
