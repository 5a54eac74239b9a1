// `npm run bench:read [-- <folder>]`: how fast messages are read, on one core, by the rules as the program calls them; and
// the slowest of many strange texts. With a folder its real chat and complaints are read, else the golden table's.
import fc from 'fast-check'
import { wordings } from '../../commands/registry.ts'
import type { Room } from '../../domain/people/rooms.ts'
import type { Inbound } from '../../domain/reading/inbound.ts'
import { understand } from '../../domain/reading/meaning.ts'
import { mask } from '../../domain/reading/personal.ts'
import { golden } from '../domain/reading/golden/golden.ts'
import { found, records } from './lines.ts'
import { strange } from './strange.ts'

const folder = process.argv[2]
const now = Date.parse('2026-11-23T09:30:00+08:00')
const room: Room = { id: 1, kind: 'street', topic: '方庄群', street: '方庄街道' }

function read(text: string): void {
  const inbound: Inbound = {
    id: 'bench',
    room: { id: 'room', topic: room.topic },
    speaker: { id: 'speaker', name: '', friend: true, self: false },
    text,
    mentionsMe: false,
    mentions: [],
    files: [],
    forwarded: false,
    sentAt: now,
  }
  understand(inbound, { room, wordings, now })
}

const chat = textsOf('chat_ordinary.jsonl') ?? golden.map(({ text }) => text)
const long = (textsOf('complaints_env.jsonl') ?? golden.map(({ text }) => text.repeat(4))).filter(
  (text) => text.length >= 300 && text.length <= 8000,
)
report('chat messages', chat)
report('long complaints', long)
slowest()

function textsOf(name: string): string[] | undefined {
  const file = folder === undefined ? undefined : found(folder, name)
  return file === undefined ? undefined : records<{ text: string }>(file).map(({ text }) => text)
}

function report(what: string, texts: string[]): void {
  for (const text of texts.slice(0, 500)) read(text)
  const rounds = Math.max(1, Math.ceil(5000 / texts.length))
  const from = used()
  for (let round = 0; round < rounds; round++) for (const text of texts) read(text)
  const seconds = (used() - from) / 1000
  const letters = Math.round(texts.reduce((sum, { length }) => sum + length, 0) / texts.length)
  console.log(
    `${what}: ${Math.round((rounds * texts.length) / seconds)} a second (${texts.length}, ${letters} letters each)`,
  )
}

/** Milliseconds this process has had of a processor: others may use the machine meanwhile. */
function used(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function slowest(): void {
  const slow: { ms: number; text: string; what: string }[] = []
  for (const text of fc.sample(strange, { numRuns: 2000, seed: 20261123 }))
    for (const [what, body] of [
      ['read', read],
      ['masked', mask],
    ] as const) {
      const from = used()
      body(text)
      slow.push({ ms: used() - from, text, what })
    }
  const worst = ['read', 'masked'].flatMap((one) =>
    slow
      .filter(({ what }) => what === one)
      .sort((a, b) => b.ms - a.ms)
      .slice(0, 3),
  )
  console.log('slowest of 2000 strange texts, milliseconds of processor time:')
  for (const { ms, text, what } of worst)
    console.log(`  ${ms.toFixed(1)} ${what}: ${text.length} letters, ${JSON.stringify(text.slice(0, 60))}`)
}
