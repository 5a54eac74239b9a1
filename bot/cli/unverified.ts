// `npm run -s limits:unverified`: every limit that judges only 待核 until somebody has read it in the standard, one a
// line, tab-separated, by standard; `-- --json` gives them as lines of JSON. For the station and the legal section.
import '../node-version.ts'
import { parseArgs } from 'node:util'
import { unverified } from '../../domain/standards/limits.ts'
import { unverifiedRows } from '../../domain/words/unverified.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })

process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1))

const lines = values.json ? unverified().map((limit) => JSON.stringify(limit)) : unverifiedRows(unverified())
process.stdout.write(`${lines.join('\n')}\n`)
