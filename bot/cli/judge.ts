// `npm run judge`: measurements as JSON lines on standard input, a judgement a line on standard output.
import { createInterface } from 'node:readline'
import { judgedLine } from '../judged-line.ts'

process.stdout.on('error', () => process.exit(0))
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === '') continue
  if (!process.stdout.write(`${judgedLine(line)}\n`))
    await new Promise((written) => process.stdout.once('drain', written))
}
