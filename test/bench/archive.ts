// `npm run bench:archive [-- <cases>]`: what a 归档包 and a 台账 of many cases cost: time, bytes, and how long anything
// else had to wait meanwhile.
import '../../bot/node-version.ts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { furnish } from '../../bot/drill/seed.ts'
import { openStore, type Store } from '../../db/unit.ts'
import type { CaseEvent, Registered } from '../../domain/cases/events.ts'
import { district } from '../../domain/drill/district.ts'
import { STREETS } from '../../domain/reading/gazetteer.ts'
import { spanOfPeriod } from '../../domain/time/period.ts'
import { hours } from '../../domain/time/wall.ts'
import { CASES_IN_VOLUME } from '../../domain/words/archive.ts'
import { archiveFile } from '../../jobs/archive-file.ts'
import { ledgerFile } from '../../jobs/ledger-file.ts'

const count = Number(process.argv[2] ?? 1500)
const NOW = Date.parse('2026-11-23T09:30:00+08:00')
const folder = mkdtempSync(join(tmpdir(), 'archive-'))

try {
  const store = openStore(join(folder, 'lingshao.db'), Buffer.alloc(32, 7))
  furnish(store, NOW)
  const nos = fill(store)
  const at = { store, now: NOW }
  const of = Math.ceil(nos.length / CASES_IN_VOLUME)
  console.log(`${count} cases, ${store.books.chain.head()?.events} events`)
  // What this machine makes anybody wait anyhow.
  await measured('nothing at all', () => setTimeout(5000, Buffer.alloc(0)))
  for (let nth = 1; nth <= of; nth++) {
    const mine = nos.slice((nth - 1) * CASES_IN_VOLUME, nth * CASES_IN_VOLUME)
    const volume = { name: '', kind: 'archive', period: '2026-11', total: count, volume: { nth, of } } as const
    await measured(`volume ${nth} of ${of}`, () => archiveFile({ ...volume, of: 'volume', nos: mine }, at))
  }
  const index = { name: '', kind: 'archive', period: '2026-11', total: count, volume: { nth: 1, of: 1 } } as const
  await measured('index', () => archiveFile({ ...index, of: 'index', nos }, at))
  await measured('台账', () => ledgerFile({ ...spanOfPeriod('2026-11'), period: '2026-11' }, { ...at, reader: 1 }))
  store.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measured(what: string, make: () => Promise<Buffer>): Promise<void> {
  const lag = monitorEventLoopDelay({ resolution: 5 })
  lag.enable()
  const from = performance.now()
  const bytes = await make()
  lag.disable()
  const longest = Math.round(lag.max / 1e6)
  console.log(
    `${what}: ${((performance.now() - from) / 1000).toFixed(1)} s, ${Math.round(bytes.length / 1024)} KB, nothing else waited longer than ${longest} ms`,
  )
  const kept = process.env.KEEP
  if (kept) writeFileSync(join(kept, `${what}.${bytes.subarray(0, 2).toString() === 'PK' ? 'xlsx' : 'pdf'}`), bytes)
}

/** Cases of one period as a bureau has them: a dozen steps each, a picture in words, some returned. */
function fill(store: Store): number[] {
  const by = store.books.people.personOf(district.people[0]?.id ?? '') ?? 1
  const owner = { person: by, unit: '执法一队' }
  const { from } = spanOfPeriod('2026-11')
  return Array.from({ length: count }, (_, i) =>
    store.unit((tx) => {
      const no = tx.cases.nextNo()
      const start = from + (i % 700) * hours(1)
      const text = (words: string) => tx.texts.keep(words)
      const registered: Registered = {
        kind: 'registered',
        channel: '12345',
        basis: i % 9 ? 'bureau' : 'industry',
        grade: '7d',
        urgent: false,
        confidential: false,
        category: 'air.catering_fume',
        industry: '餐饮',
        street: STREETS[i % STREETS.length] ?? '方庄街道',
        externalNo: `20261100${String(i).padStart(5, '0')}`,
        place: text(`芳古园一区${i % 90}号楼底商`),
        subject: text('老灶火锅'),
        content: text('居民反映楼下饭店晚间排油烟,气味很大,家里无法开窗,已持续一个多月,希望尽快处理并给予答复。'),
        missing: [],
        deadline: { at: start + hours(168), official: true, derived: false },
        listed: true,
      }
      const events: CaseEvent[] = [
        registered,
        { kind: 'claimed', owner },
        { kind: 'contacted', text: text('已联系,约明天上午十点到现场核查') },
        { kind: 'arrived', text: text('到场时商户正在营业,净化器未开启,滤芯堵塞') },
        { kind: 'photoAdded', file: i + 1 },
        { kind: 'tested', text: text('油烟1.6 颗粒物3.2') },
        { kind: 'progressed', text: text('已责令商户三日内清洗净化器并更换滤芯,商户表示配合整改') },
        { kind: 'tested', text: text('复测 油烟0.6') },
        { kind: 'handled', text: text('整改完成,净化器已更换滤芯,正常开启,已建立清洗台账') },
        { kind: 'revisited', solved: true, satisfaction: 'good' },
        { kind: 'replied' },
        { kind: 'closed', result: 'solved' },
      ]
      tx.cases.append(events.map((event, step) => ({ no, at: start + step * hours(2), by, event })))
      return no
    }),
  )
}
