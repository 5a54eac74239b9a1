// `npm run -s judge`: measurements as lines of JSON on standard input, a judgement a line on standard output.
import '../node-version.ts'
import { judgedLine } from '../judged-line.ts'

process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))

let count = 0
let rest = ''
for await (const chunk of process.stdin.setEncoding('utf8')) {
  // Only a line feed ends a line of JSON: readline also breaks at U+2028 inside a text, and at a lone \r.
  const lines = `${rest}${chunk}`.split('\n')
  rest = lines.pop() ?? ''
  for (const line of lines) await answer(line)
}
await answer(rest)

async function answer(line: string): Promise<void> {
  count++
  if (line.trim() === '') return
  if (!process.stdout.write(`${judgedLine(line, count)}\n`))
    await new Promise<void>((resolve) => process.stdout.once('drain', resolve))
}
