// `npm run docs`: writes the tables of the README from the objects they describe; `-- --check` fails when they drifted.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { withTables } from '../readme-tables.ts'

const file = new URL('../../README.md', import.meta.url)
const before = readFileSync(file, 'utf8')
const folder = new URL('../../docs/decisions/', import.meta.url)
const decisions = readdirSync(folder).map((name) => ({ name, words: readFileSync(new URL(name, folder), 'utf8') }))
const after = withTables(before, decisions)
if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('README.md: the generated tables are out of date; run `npm run docs`.')
    process.exitCode = 1
  }
} else if (after !== before) writeFileSync(file, after)
