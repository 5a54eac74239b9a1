import { createWriteStream, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { UniformResourceNameRegistry } from 'file-box'

/**
 * Where the gateway parks files above 20 KB while they pass through it. The stock registry of file-box 1.5.5 answers
 * before the file is on the disk, so that readers get nothing, and shares one folder among all gateways of a process.
 */
export class ParkedFiles extends UniformResourceNameRegistry {
  #count = 0

  constructor() {
    super({ storeDir: mkdtempSync(path.join(tmpdir(), 'wechat-files-')) })
  }

  override async save(stream: Readable): Promise<string> {
    this.#count += 1
    const id = `00000000-0000-4000-8000-${String(this.#count).padStart(12, '0')}`
    await pipeline(stream, createWriteStream(this.uuidFileName(id)))
    this.addToExpiringTable(id)
    return id
  }
}
