import { Worker } from 'node:worker_threads'
import type { ArchiveVolume } from '../domain/words/archive.ts'
import type { LedgerSheet } from '../domain/words/ledger.ts'

/** What is made in a thread of its own, because it takes longer than an answer may wait. */
export type Making =
  | { kind: 'ledger'; sheet: LedgerSheet }
  | { kind: 'tables'; sheets: readonly { name: string; rows: readonly (readonly string[])[] }[] }
  | { kind: 'archive'; volume: ArchiveVolume }

const MOST_MB = 800

/** Makes a large file beside everything else. Rejects when it cannot be made. */
export function madeInThread(making: Making): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: making,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
    execArgv: [],
  })
  worker.on('message', (bytes: Uint8Array) => {
    resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    void worker.terminate()
  })
  worker.on('error', reject)
  worker.on('exit', () => reject(new Error(`a ${making.kind} could not be made`)))
  return promise
}
