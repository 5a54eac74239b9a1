// `npm run bench:duplicates [-- <cases>]`: what the index of like cases costs when a million cases are open or recent:
// to build, to keep, to look in, and on the disk.
import '../../bot/node-version.ts'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { digestOf } from '../../db/texts.ts'
import { openStore } from '../../db/unit.ts'
import { STREETS } from '../../domain/reading/gazetteer.ts'
import { defaults } from '../../domain/settings.ts'
import { tidyLikeCases } from '../../jobs/like-cases.ts'

const count = Number(process.argv[2] ?? 1_000_000)
const NOW = Date.parse('2026-11-23T09:30:00+08:00')
const LOOKS = 300
const folder = mkdtempSync(join(tmpdir(), 'duplicates-'))
const file = join(folder, 'lingshao.db')

let seed = 7
const chance = () => {
  seed = (seed * 1664525 + 1013904223) >>> 0
  return seed / 2 ** 32
}
const oneOf = <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)]!
const sign = (from: number) => String.fromCharCode(from + Math.floor(chance() * 2500))
const name = (n: number) => Array.from({ length: n }, () => sign(0x4e00)).join('')
const compounds = Array.from({ length: 4000 }, () => name(3) + oneOf(['园', '家园', '里', '小区', '路']))
const categories = ['air.catering_fume', 'noise.construction', 'air.odor', 'air.dust.construction', 'water.discharge']
const said =
  '居民反映,晚间排油烟,无法开窗,夜间施工,噪音扰民,凌晨打桩,影响休息,味道刺鼻,渣土车遗撒,裸地没有苫盖,污水直排,多次投诉没有结果,希望尽快处理,老人孩子睡不着,已经持续一个月,物业不管'.split(
    ',',
  )

try {
  let started = performance.now()
  fill()
  console.log(`${count} open cases written in ${seconds(started)}`)
  const store = openStore(file, Buffer.alloc(32, 7))
  const before = statSync(file).size
  started = performance.now()
  tidyLikeCases(store, NOW)
  const built = performance.now() - started
  for (let i = 0; i < 1000; i++) store.unit((tx) => tx.alike.compact(i === 0))
  checkpoint()
  const size = statSync(file).size - before
  console.log(
    `index built in ${(built / 1000).toFixed(0)} s (${(built / count).toFixed(3)} ms a case), ${(size / 1e6).toFixed(0)} MB (${Math.round(size / count)} bytes a case)`,
  )
  started = performance.now()
  tidyLikeCases(store, NOW)
  console.log(`nothing to do seen in ${seconds(started)}`)
  const { cases, alike } = store.books
  const nos = Array.from({ length: LOOKS }, () => 101 + Math.floor(chance() * count))
  spread(
    'likely duplicates of a case found',
    nos.map((no) => {
      const c = cases.find(no)!
      const from = performance.now()
      alike.likely(c, defaults, NOW)
      return performance.now() - from
    }),
  )
  spread(
    'a case taken in, one durable transaction each',
    nos.map((no) => {
      const c = cases.find(no)!
      const from = performance.now()
      store.unit((tx) => tx.alike.update(c))
      return performance.now() - from
    }),
  )
  store.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function fill(): void {
  openStore(file, Buffer.alloc(32, 7)).close()
  const db = new Sqlite(file)
  db.pragma('synchronous = off')
  db.exec("insert into people (id, contact, name, friend) values (1, 'bench', 'bench', 0)")
  const text = db.prepare('insert into texts (id, salt, body, digest) values (?, ?, ?, ?)')
  const row = db.prepare(
    `insert into cases (no, state, channel, basis, grade, urgent, confidential, category, industry, street, place, subject,
     content, missing, reported_by, registered_at, waiting_since, armed_by, seq)
     values (?, 'waiting', 'grid', 'bureau', '7d', 0, 0, ?, '其他', ?, ?, ?, ?, '[]', 1, ?, ?, '{"waiting":1,"claim":1,"deadline":1}', 1)`,
  )
  const digest = digestOf('', '')
  for (let from = 0; from < count; from += 10_000)
    db.transaction(() => {
      for (let i = from; i < Math.min(count, from + 10_000); i++) {
        const at = NOW - Math.floor((30 * 86_400_000 * (count - i)) / count)
        const words = [
          `${oneOf(compounds)}${1 + Math.floor(chance() * 20)}号楼`,
          `${name(3)}餐厅`,
          Array.from({ length: 5 }, () => oneOf(said)).join(','),
        ]
        for (const [n, body] of words.entries()) text.run(3 * i + n + 1, 'salt', body, digest)
        row.run(101 + i, oneOf(categories), oneOf(STREETS), 3 * i + 1, 3 * i + 2, 3 * i + 3, at, at)
      }
    })()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

function checkpoint(): void {
  const db = new Sqlite(file)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

function spread(what: string, times: number[]): void {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(2)
  console.log(`${what}: median ${at(0.5)} ms, 99 % within ${at(0.99)} ms, slowest ${at(1)} ms`)
}

function seconds(from: number): string {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`
}
