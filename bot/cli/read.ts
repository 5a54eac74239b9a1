// `npm run -s read`: messages as lines of JSON on standard input, what the program makes of each on standard output.
// `-- --why` adds which words gave what; `-- --name 小管家` is the name the bot is mentioned by.
import '../node-version.ts'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { LineFault, messageOf } from '../read/message.ts'
import { read } from '../read/reading.ts'

const { values } = parseArgs({
  options: { why: { type: 'boolean', default: false }, name: { type: 'string', default: '小管家' } },
})

process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))

let count = 0
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  count++
  if (!line.trim()) continue
  const answer = answered(line)
  if (!process.stdout.write(`${JSON.stringify(answer)}\n`))
    await new Promise<void>((resolve) => process.stdout.once('drain', resolve))
}

function answered(line: string): object {
  try {
    const { why, ...reading } = read(messageOf(line, { me: values.name, now: Date.now() }))
    return values.why ? { ...reading, why } : reading
  } catch (error) {
    if (!(error instanceof LineFault)) throw error
    console.error(`line ${count}: ${error.message}`)
    process.exitCode = 1
    return { id: null, error: error.message, line: count }
  }
}
