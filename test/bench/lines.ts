import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageOf } from '../../bot/read/message.ts'
import { type Reading, read } from '../../bot/read/reading.ts'

/** The records of a file of JSON lines. */
export function records<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
}

/** A file of that name in the folder or one of its folders of data; undefined when there is none. */
export function found(folder: string, name: string): string | undefined {
  return ['', 'corpus', 'real', 'golden'].map((sub) => join(folder, sub, name)).find((file) => existsSync(file))
}

/** A record read as the program reads it, through the same door as `npm run read`. */
export function readRecord(record: object): Reading {
  return read(messageOf(JSON.stringify(record), { me: '小管家', now: Date.parse('2026-11-23T09:30:00+08:00') }))
}
