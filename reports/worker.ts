// The thread that makes one large file.
import { parentPort, workerData } from 'node:worker_threads'
import { archivePdf } from './archive-pdf.ts'
import { workbook } from './enclosure.ts'
import { ledgerWorkbook } from './sheet.ts'
import type { Making } from './thread.ts'

const made = await bytesOf(workerData as Making)
// A copy of its own: what Node lends out of its pool cannot be handed over.
const bytes = Uint8Array.from(made)
parentPort?.postMessage(bytes, [bytes.buffer])

function bytesOf(making: Making): Promise<Buffer> {
  if (making.kind === 'archive') return archivePdf(making.volume)
  return making.kind === 'tables' ? workbook(making.sheets) : ledgerWorkbook(making.sheet)
}
