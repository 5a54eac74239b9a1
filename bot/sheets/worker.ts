// The thread that reads one spreadsheet.
import { parentPort, workerData } from 'node:worker_threads'
import { learnedFrom } from '../../domain/reading/learned.ts'
import { readSheets } from '../../domain/reading/sheet.ts'
import { gridsOf } from './grids.ts'
import type { SheetAnswer, SheetQuestion } from './read.ts'

const { bytes, name, now, units, places, as } = workerData as SheetQuestion
parentPort?.postMessage(await answer())

async function answer(): Promise<SheetAnswer> {
  const grids = await gridsOf(Buffer.from(bytes), name)
  return typeof grids === 'string'
    ? { kind: 'unreadable', why: grids }
    : readSheets(grids, { now, units, learned: learnedFrom(places), ...(as && { as }) })
}
