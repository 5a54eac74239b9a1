// `npm run db:generate`: writes the next migration, with what drizzle-kit leaves out: STRICT tables and the append-only log.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const folder = new URL('./migrations/', import.meta.url)
execFileSync('drizzle-kit', ['generate', '--config', 'db/drizzle.config.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
})

const TRIGGERS = ['update', 'delete'].map(
  (act) =>
    `CREATE TRIGGER IF NOT EXISTS events_no_${act} BEFORE ${act.toUpperCase()} ON events\nBEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;`,
)

for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql'))) {
  const file = new URL(name, folder)
  const before = readFileSync(file, 'utf8')
  const strict = before.replace(/(CREATE TABLE [^;]*?\n\));/g, '$1 STRICT;')
  const touchesLog = /CREATE TABLE `(__new_)?events`/.test(strict) && !strict.includes('events_no_update')
  const after = touchesLog ? [strict.trimEnd(), ...TRIGGERS].join('--> statement-breakpoint\n') : strict
  if (after !== before) writeFileSync(file, `${after.trimEnd()}\n`)
}
