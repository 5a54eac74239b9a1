import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { fold } from '../../domain/cases/fold.ts'
import type { World } from './world.ts'

/** The world's database file, opened beside the program: what stands in it, and a way to break it. */
export function openFile({ dataDir }: Pick<World, 'dataDir'>, options: Database.Options = {}): Database.Database {
  return new Database(join(dataDir, 'lingshao.db'), options)
}

/** How many rows a table holds. */
export function countOf(world: Pick<World, 'dataDir'>, table: string): number {
  const file = openFile(world, { readonly: true })
  try {
    return file.prepare(`select count(*) from ${table}`).pluck().get() as number
  } finally {
    file.close()
  }
}

/** The kinds of a case's events, in order; fails when the log is broken or does not fold to the stored case. */
export function logOf({ bot }: Pick<World, 'bot'>, no: number): string[] {
  const { cases } = bot.store.books
  const log = cases.log(no)
  expect(cases.verify().brokenAt).toBeUndefined()
  expect(fold(log)).toEqual(cases.find(no))
  return log.map(({ event }) => event.kind)
}
