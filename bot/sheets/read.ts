import { Worker } from 'node:worker_threads'
import type { LearnedPlace } from '../../domain/reading/learned.ts'
import type { SheetReading, SheetUse } from '../../domain/reading/sheet.ts'

/** What a reader of spreadsheets is given, and what it answers. */
export interface SheetQuestion {
  name: string
  bytes: Uint8Array
  now: number
  units: readonly string[]
  /** Names taught by closed cases. */
  places: readonly LearnedPlace[]
  /** What its sender said it is. */
  as?: SheetUse
}
export type SheetAnswer = SheetReading | { kind: 'unreadable'; why: 'old' | 'broken' | 'large' }

/** How long reading may take, and how much memory: a small file can unfold to gigabytes. */
const LONGEST_MS = 30_000
const MOST_MB = 400

/**
 * Reads a spreadsheet in a thread of its own, so that nobody waits for it and a hostile file takes nothing along.
 * Never rejects: what cannot be read is `unreadable`.
 */
export function readSheetFile(question: SheetQuestion): Promise<SheetAnswer> {
  const { promise, resolve } = Promise.withResolvers<SheetAnswer>()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
    execArgv: [],
  })
  const tooLong = setTimeout(() => settle({ kind: 'unreadable', why: 'large' }), LONGEST_MS)
  function settle(answer: SheetAnswer): void {
    clearTimeout(tooLong)
    resolve(answer)
    void worker.terminate()
  }
  worker.on('message', settle)
  worker.on('error', () => settle({ kind: 'unreadable', why: 'broken' }))
  worker.on('exit', () => settle({ kind: 'unreadable', why: 'broken' }))
  return promise
}
