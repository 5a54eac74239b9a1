// `npm run -s judge`: measurements as lines of JSON on standard input, a judgement a line on standard output.
import '../node-version.ts'
import { createInterface } from 'node:readline'
import { judgedLine } from '../judged-line.ts'

process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))

let count = 0
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  count++
  if (line.trim() === '') continue
  if (!process.stdout.write(`${judgedLine(line, count)}\n`))
    await new Promise<void>((resolve) => process.stdout.once('drain', resolve))
}
