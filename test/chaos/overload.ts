import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { furnish } from '../../bot/drill/seed.ts'
import { wait } from '../../domain/words/answers.ts'
import { furnishedHouse, type Program, runProgram } from '../support/program.ts'
import { until } from '../support/until.ts'
import { type Far, openFar } from './far.ts'
import { moment } from './moment.ts'
import type { Column } from './table.ts'
import { type Reporter, reporters, towns } from './towns.ts'

export interface OverloadOptions {
  /** 1: 1,000 complaints in 10 s, then 200 commands in 2 s, at one message a second as in production. */
  scale: number
  tell(line: string): void
}

/** A working Monday, mid-morning: ordinary cards may go out. */
const BEGIN = Date.parse('2026-11-23T10:00:00+08:00')
const POINTS = new URL('./points.ts', import.meta.url).pathname
const URGENT_EVERY = 20
/** More than this and the program is not bounded any more. */
const MOST_MEMORY_MB = 600
/** So long an urgent message may stand behind ordinary ones: those at the gate already. */
const AT_THE_GATE_MS = 3_000

/** A storm of complaints from fifty rooms, then of commands from one person. Out: its column, and what went wrong. */
export async function overload({ scale, tell }: OverloadOptions): Promise<{ column: Column; wrong: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'lingshao-storm-'))
  const shift = BEGIN - Date.now()
  const far = await openFar({ echo: true, ledger: join(folder, 'heard'), shift, towns: true })
  const house = furnishedHouse(far.address, { folder, fill: (store) => furnish(store, BEGIN, towns) })
  const pace = Math.max(20, Math.round(1000 * scale))
  const env = { ...house.env, SEND_INTERVAL_MS: String(pace), CHAOS_CLOCK_SHIFT: String(shift), LOG_LEVEL: 'warn' }
  const program = runProgram(env, ['--disable-warning=DeprecationWarning', '--import', POINTS], () => {})
  const file = new Database(join(house.dataDir, 'lingshao.db'), { readonly: true })
  try {
    await hears(program)
    return await storms({ far, program, file, scale, tell, pace })
  } finally {
    file.close()
    await program.stop()
    await far.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function hears(program: Program): Promise<void> {
  const url = await program.started()
  await until(
    () =>
      fetch(`${url}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    30_000,
  )
}

interface Parts {
  far: Far
  program: Program
  file: Database.Database
  scale: number
  pace: number
  tell(line: string): void
}

async function storms(parts: Parts): Promise<{ column: Column; wrong: string[] }> {
  const { program, scale, tell, pace } = parts
  const before = memoryOf(program, 'VmRSS')
  const complaints = await manyComplaints(parts, Math.round(1000 * scale))
  tell(`${complaints.registered} complaints registered, ${complaints.heard} messages heard`)
  const commands = await manyCommands(parts, Math.round(200 * scale))
  tell(`${commands.effects} commands done`)
  const peak = memoryOf(program, 'VmHWM')
  const wrong = [
    complaints.registered === complaints.sent
      ? []
      : `${complaints.sent - complaints.registered} complaints not registered`,
    complaints.late === 0 ? [] : `${complaints.late} urgent messages went behind ordinary ones`,
    commands.inOrder ? [] : `of ${commands.sent} commands ${commands.effects} were done, not all in order`,
    commands.waits === (commands.sent >= 20 ? 1 : 0) ? [] : `「稍候」 was said ${commands.waits} times`,
    peak <= MOST_MEMORY_MB ? [] : `${peak} MB of memory`,
  ].flat()
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  return {
    wrong,
    column: {
      head: `${complaints.sent} in ${seconds(complaints.sentIn)}, one message each ${pace} ms`,
      values: {
        'complaints sent from 50 rooms · **registered**': `${complaints.sent} · **${complaints.registered}**`,
        'all registered after': seconds(complaints.registeredIn),
        'messages of the bot they became': complaints.heard,
        'wait of an urgent card: median · longest': `${seconds(complaints.urgent.median)} · ${seconds(complaints.urgent.longest)}`,
        'wait of an ordinary card: median · longest': `${seconds(complaints.ordinary.median)} · ${seconds(complaints.ordinary.longest)}`,
        '**urgent behind ordinary**': `**${complaints.late}**`,
        'commands of one person · time · **effects in order**': `${commands.sent} · ${seconds(commands.sentIn)} · **${commands.inOrder ? commands.effects : 'no'}**`,
        '「稍候」 said': commands.waits,
        'memory (RSS): before · **peak**': `${before} MB · **${peak} MB**`,
      },
    },
  }
}

async function manyComplaints({ far, file, scale }: Parts, sent: number) {
  const who = reporters()
  const began = performance.now()
  for (let i = 0; i < sent; i++) {
    far.say({ as: who[i % who.length]!.id, room: who[i % who.length]!.room, text: complaint(i, who[i % who.length]!) })
    await moment(Math.max(0, began + (10_000 * scale * (i + 1)) / sent - performance.now()))
  }
  const sentIn = performance.now() - began
  const cases = file.prepare('select count(*) from cases').pluck()
  await until(() => cases.get() === sent, 120_000).catch(() => {})
  const registeredIn = performance.now() - began
  await spoken(file)
  const waits = (urgent: 0 | 1) =>
    file
      .prepare(
        `select sent_at - registered_at from cases join said on key = 'card-' || cases.no
         join outbox on outbox.id = outbox where urgent = ? and sent_at is not null order by 1`,
      )
      .pluck()
      .all(urgent) as number[]
  const passed = file
    .prepare(
      `select count(distinct u.id) from outbox u join outbox o on u.class = 'urgent' and o.class = 'card'
       and u.created_at < o.claimed_at - ? and u.claimed_at > o.claimed_at`,
    )
    .pluck()
    .get(AT_THE_GATE_MS) as number
  return {
    sent,
    sentIn,
    registered: cases.get() as number,
    registeredIn,
    heard: far.heard().length,
    urgent: spread(waits(1)),
    ordinary: spread(waits(0)),
    late: passed,
  }
}

function complaint(i: number, { street }: Reporter): string {
  return [
    `【工单编号】20261123${String(i).padStart(7, '0')}`,
    `【地址】${street}幸福路${(i % 90) + 1}号院`,
    `【反映内容】${i % 3 ? '饭店晚间排油烟,居民无法开窗' : '工地夜间施工噪声'}`,
    `【处理时限】${i % URGENT_EVERY ? '7天' : '2小时'}`,
  ].join('\n')
}

async function manyCommands({ far, file, scale }: Parts, sent: number) {
  const { no, room } = file
    .prepare(
      "select no, contact as room from cases join rooms on rooms.id = card_room where cases.street = '方庄街道' order by no",
    )
    .get() as { no: number; room: string }
  const as = 'wxid_liqiang'
  const events = file.prepare('select count(*) from events where no = ? and kind = ?').pluck()
  far.say({ as, room, text: `领哨 ${no}` })
  await until(() => events.get(no, 'claimed') === 1)
  const began = performance.now()
  for (let i = 1; i <= sent; i++) {
    far.say({ as, room, text: `进展 ${no} 第${i}次` })
    await moment(Math.max(0, began + (2_000 * scale * i) / sent - performance.now()))
  }
  const sentIn = performance.now() - began
  await until(() => events.get(no, 'progressed') === sent, 60_000).catch(() => {})
  await spoken(file)
  const words = file
    .prepare(
      "select body from events join texts on texts.id = json_extract(data, '$.text') where no = ? and kind = 'progressed' order by seq",
    )
    .pluck()
    .all(no) as string[]
  const inOrder = words.length === sent && words.every((body, i) => body === `第${i + 1}次`)
  const again = wait().join('')
  const waits = far.heard().filter(({ to, text }) => to === room && text.split('\n').includes(again)).length
  return { sent, sentIn, effects: words.length, inOrder, waits }
}

async function spoken(file: Database.Database): Promise<void> {
  const left = file
    .prepare(
      "select count(*) from outbox where state = 'sending' or (state = 'pending' and class in ('urgent', 'reply', 'card') and not_before < created_at + 1000)",
    )
    .pluck()
  await until(() => left.get() === 0, 600_000)
}

function spread(sorted: readonly number[]): { median: number; longest: number } {
  return { median: sorted[sorted.length >> 1] ?? 0, longest: sorted.at(-1) ?? 0 }
}

/** Megabytes. VmHWM: the most it ever had. */
function memoryOf({ pid }: Program, what: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
}
