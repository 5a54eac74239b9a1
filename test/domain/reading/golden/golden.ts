import { commands, wire } from './commands.ts'
import type { Golden } from './line.ts'
import { orders } from './orders.ts'
import { places } from './places.ts'
import { sentences } from './sentences.ts'
import { several } from './several.ts'
import { quiet } from './silence.ts'

const tables = { orders, sentences, several, places, commands, quiet, wire }

/** All lines, each with its place in the tables for an id; said on a Monday morning in 方庄's room unless it says otherwise. */
export const golden = Object.entries(tables).flatMap(([name, lines]: [string, Golden[]]) =>
  lines.map((line, i) => ({
    id: `${name} ${i + 1}`,
    now: '2026-11-23T09:30:00+08:00',
    kind: 'text',
    ...line,
    ...(line.room === null ? { room: undefined } : { room: line.room ?? { street: '方庄街道' } }),
  })),
)
