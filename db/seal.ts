import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Seals and opens bytes with keys derived from the one VAULT_KEY, each purpose its own. */
export interface Seal {
  /** AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the ciphertext. */
  close(plain: string): Buffer
  closeBytes(plain: Uint8Array): Buffer
  /** The words again. Throws when the key or the bytes are not the ones they were sealed with. */
  open(sealed: Buffer): string
  openBytes(sealed: Buffer): Buffer
  /** A keyed hash: equal words, equal hash, nothing to be learned without the key. */
  hash(words: string): string
}

/** In: the 32 bytes of VAULT_KEY and what the seal is for. */
export function openSeal(key: Buffer, purpose: string): Seal {
  if (key.length !== 32) throw new Error('VAULT_KEY must be 32 bytes')
  const cipherKey = deriveKey(key, `${purpose}/cipher`)
  const hashKey = deriveKey(key, `${purpose}/hash`)
  function closeBytes(plain: Uint8Array): Buffer {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce)
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), body])
  }
  function openBytes(sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', cipherKey, sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(12, 28))
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
  }
  return {
    closeBytes,
    openBytes,
    close: (plain) => closeBytes(Buffer.from(plain, 'utf8')),
    open: (sealed) => openBytes(sealed).toString('utf8'),
    hash: (words) => createHmac('sha256', hashKey).update(words).digest('hex'),
  }
}

/** A key of its own for one purpose, from one of the 32-byte keys. */
export function deriveKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `lingshao/${purpose}`, 32))
}
