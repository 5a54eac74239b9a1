// `npm run docs`: writes the tables of the README from the objects they describe; `-- --check` fails when they drifted.
import { readFileSync, writeFileSync } from 'node:fs'
import { commandTable, withTable } from '../readme-tables.ts'

const file = new URL('../../README.md', import.meta.url)
const before = readFileSync(file, 'utf8')
const after = withTable(before, 'commands', commandTable())
if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('README.md: the generated tables are out of date; run `npm run docs`.')
    process.exitCode = 1
  }
} else if (after !== before) writeFileSync(file, after)
