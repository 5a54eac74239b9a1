// `npm run chaos` and `npm run chaos:short`: what docs/architecture.md promises, measured. Exit code 1 when one is broken.
import { parseArgs } from 'node:util'
import { killLoop, type LoopOptions } from './kill-loop.ts'
import { months } from './months.ts'
import { overload } from './overload.ts'
import { broken, type Column, killColumn, table } from './table.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261123' },
    /** Kills in all, over both parts. */
    kills: { type: 'string', default: '300' },
    /** yes, no or both: does the gateway send back what the bot said? */
    echo: { type: 'string', default: 'both' },
    /** Scales the overload: 1 is 1,000 complaints. */
    load: { type: 'string', default: '1' },
    /** Cases of the simulated month; 0 leaves it out. */
    month: { type: 'string', default: '300' },
  },
})
// What is mounted is given back (small-disk.ts), and gateway and program end with us.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))
const seed = Number(values.seed)
const began = performance.now()
const minutes = () => ((performance.now() - began) / 60_000).toFixed(1)
const tell = (line: string) => console.log(`  ${minutes()} min · ${line}`)
const faults: string[] = []

console.log(`seed ${seed}, ${values.kills} kills, Node ${process.version}\n`)
if (Number(values.kills) > 0) await killing()
await overloading()
await living()
console.log(`\n${minutes()} minutes`)
for (const fault of faults) console.log(`BROKEN: ${fault}`)
console.log(faults.length ? `chaos: ${faults.length} broken promises` : 'chaos: every promise held')
process.exit(faults.length ? 1 : 0)

async function killing(): Promise<void> {
  const ways = values.echo === 'both' ? [true, false] : [values.echo === 'yes']
  const kills = Math.ceil(Number(values.kills) / ways.length)
  // Side by side: most of a life is waiting for processes to start and to end.
  const columns = await Promise.all(ways.map((echo, part) => loop({ echo, part, kills })))
  console.log(`\n${table('killed', columns)}\n`)
}

async function loop({ echo, part, kills }: { echo: boolean; part: number; kills: number }): Promise<Column> {
  const head = echo ? 'echoing gateway, own Redis' : 'silent gateway, Redis apart'
  const told = (line: string) => tell(`${head}: ${line}`)
  const options: LoopOptions = { seed: seed + part, kills, echo, redis: echo ? 'own' : 'apart', tell: told }
  const result = await killLoop(options)
  faults.push(...broken(result).map((fault) => `${head}: ${fault}`))
  return killColumn(head, result)
}

async function overloading(): Promise<void> {
  const scale = Number(values.load)
  if (!(scale > 0)) return
  const { column, wrong } = await overload({ scale, tell })
  faults.push(...wrong)
  console.log(`\n${table('overload', [column])}\n`)
}

async function living(): Promise<void> {
  const cases = Number(values.month)
  if (!(cases > 0)) return
  const { columns, wrong } = await months({ seed, cases, from: '2026-11-01', days: 30, restarts: 60, tell })
  faults.push(...wrong)
  console.log(`\n${table('a month', columns)}\n`)
}
