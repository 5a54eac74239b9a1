// `npm run read:score -- <folder>`: how well messages are read. The folder holds files of JSON lines: messages with
// expectations (`messages.jsonl`, `*.golden.jsonl`), and the records of real talk, estates and complaints, where there are any.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { found, readRecord, records } from './lines.ts'
import { scoreComplaints, scoreEstates, scoreSilence } from './real.ts'
import { type Expected, judge } from './score.ts'

interface Message {
  id: string
  text: string
  expect: Expected
}

const folder = process.argv[2]
if (!folder || !existsSync(folder)) {
  console.error(`no folder ${folder ?? ''}: npm run read:score -- <folder>`)
  process.exit(2)
}

const expecting = filesUnder(folder).filter((file) => /(?:^|\/)(?:messages|[^/]*golden[^/]*\/[^/]+)\.jsonl$/.test(file))
for (const file of expecting) scoreMessages(file, records<Message>(file))
const table = filesUnder(folder).find((file) => file.endsWith('/golden.ts'))
if (table) scoreMessages(table, ((await import(resolve(table))) as { golden: Message[] }).golden)
const silence = [
  ['chat_ordinary.jsonl', 2000],
  ['chat_env_talk.jsonl', 100],
  ['chat_hard_negatives.jsonl', undefined],
] as const
let measured = expecting.length + (table ? 1 : 0)
for (const [name, oneIn] of silence) measured += withFile(name, (file) => scoreSilence(name, file, oneIn))
measured += withFile('fengtai_estates.jsonl', scoreEstates)
measured += withFile('complaints_env.jsonl', scoreComplaints)
if (!measured) {
  console.error(`${folder} holds nothing to measure`)
  process.exitCode = 2
}

function withFile(name: string, score: (file: string) => void): number {
  const file = found(folder as string, name)
  if (file) score(file)
  return file ? 1 : 0
}

function filesUnder(root: string): string[] {
  if (!statSync(root).isDirectory()) return [root]
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => join(root, name))
    .sort()
}

function scoreMessages(file: string, messages: Message[]): void {
  const tally = new Map<string, { right: number; all: number }>()
  const wrongWrites: string[] = []
  for (const message of messages) {
    const got = readRecord(message)
    const { points, wrongWrite } = judge(message.expect, got)
    for (const { field, right, expected, got: read } of points) {
      for (const key of [`${message.expect.kind} · ${field}`, `all · ${message.expect.kind}`, 'all']) {
        const row = tally.get(key) ?? { right: 0, all: 0 }
        tally.set(key, { right: row.right + Number(right), all: row.all + 1 })
      }
      if (!right)
        console.log(`  ${message.id} ${field}: expected ${JSON.stringify(expected)}, read ${JSON.stringify(read)}`)
    }
    if (wrongWrite) wrongWrites.push(`${message.id} ${wrongWrite}: ${message.text}`)
  }
  console.log(`${file}: ${messages.length} messages`)
  for (const [key, { right, all }] of [...tally].sort())
    console.log(`  ${key.padEnd(24)} ${right}/${all}  ${((100 * right) / all).toFixed(1)} %`)
  console.log(`  wrong writes: ${wrongWrites.length}`)
  for (const one of wrongWrites) console.log(`    ${one}`)
}
