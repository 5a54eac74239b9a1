import { spawn } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BackupFault, type BackupOptions, type Taken, takeBackup } from '../../db/backup.ts'
import { backupsIn, writeManifest } from '../../db/manifest.ts'
import { type RestoreOptions, RestoreRefused, restoreBackup } from '../../db/restore.ts'
import { hashOfFile } from '../../db/sealed-file.ts'
import { openStore, type Store } from '../../db/unit.ts'
import { hours } from '../../domain/time/wall.ts'
import { openTalk, type Talk, VAULT_KEY } from '../support/talk.ts'

const KEY = Buffer.alloc(32, 9)
const ORDER = '【地址】芳古园一区11号楼 【反映内容】油烟 【联系人】王女士 【联系电话】13800001234'

let talk: Talk
let dir: string
let into: string

beforeEach(() => {
  talk = openTalk()
  talk.says('赵蕾', 'private', ORDER)
  talk.says('李强', '方庄群', '领哨 101')
  aPicture(1, 'the first picture')
  const folder = mkdtempSync(join(tmpdir(), 'backup-'))
  dir = join(folder, 'backups')
  into = join(folder, 'live')
})
afterEach(() => {
  talk[Symbol.dispose]()
  rmSync(dirname(dir), { recursive: true, force: true })
})

describe.each([
  ['without a key', undefined],
  ['with a key', KEY],
])('a backup %s', (_, key) => {
  test('gives back every case, log, photo, number and setting', () => {
    talk.store.unit((tx) => tx.settings.set('roomBudget', 5, { from: '2026-11-23', at: talk.now }))
    const taken = take({ key })
    expect(taken).toMatchObject({ name: '2026-11-23-0930', faults: [], manifest: { cases: 1, sound: true } })
    expect(taken.manifest.bytes).toBeGreaterThan(100_000)

    // What comes later is not in it.
    talk.says('李强', '方庄群', '101 到场')
    const before = contentOf(talk.store)
    restore(taken, { key })
    const store = openStore(join(into, 'lingshao.db'), VAULT_KEY)
    try {
      expect(store.books.cases.log(101)).toEqual(talk.store.books.cases.log(101).slice(0, 2))
      expect(contentOf(store)).toEqual({ ...before, cases: [store.books.cases.find(101)] })
      expect(store.disk.read(1)?.toString()).toBe('the first picture')
    } finally {
      store.close()
    }
    expect(readdirSync(into).toSorted()).toEqual(['files', 'lingshao.db'])
  })

  test('holds no key, no readable name or phone, and what is in the folder is for its owner alone', () => {
    const { folder } = take({ key })
    const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const bytes = Buffer.concat(all.map(({ parentPath, name }) => readFileSync(join(parentPath, name))))
    for (const secret of ['13800001234', '王女士', 'the first picture', VAULT_KEY, KEY, VAULT_KEY.toString('base64')])
      expect(bytes.includes(secret)).toBe(false)
    expect(bytes.includes('SQLite format 3')).toBe(key === undefined)
    expect(all.map(({ parentPath, name }) => statSync(join(parentPath, name)).mode & 0o077)).toEqual(all.map(() => 0))
  })
})

describe('a restore refuses', () => {
  test('a folder with something in it, and leaves that alone', () => {
    mkdirSync(into)
    writeFileSync(join(into, 'mine'), 'mine')
    expect(refusal(take())).toBe('not-empty')
    expect(readdirSync(into)).toEqual(['mine'])
  })

  test('an empty folder is none with something in it', () => {
    mkdirSync(into)
    restore(take())
    expect(existsSync(join(into, 'lingshao.db'))).toBe(true)
  })

  test('no key, another key, another vault key', () => {
    const taken = take({ key: KEY })
    expect(refusal(taken)).toBe('needs-key')
    expect(refusal(taken, { key: Buffer.alloc(32, 1) })).toBe('wrong-key')
    expect(refusal(taken, { key: KEY, vaultKey: Buffer.alloc(32, 1) })).toBe('wrong-vault-key')
    expect(existsSync(into)).toBe(false)
  })

  test('a folder that is no backup', () => {
    expect(refusal({ folder: dir })).toBe('no-backup')
    expect(refusal({ folder: join(dir, 'nowhere') })).toBe('no-backup')
  })

  test('a backup of a newer program', () => {
    const { folder, manifest } = take()
    writeManifest(folder, { ...manifest, schema: 4102444800000 }, undefined)
    expect(refusal({ folder })).toBe('newer')
  })

  test.each([
    ['the database was changed', (at: string) => flip(join(at, 'lingshao.db.sealed'), 5000)],
    ['the database is cut short', (at: string) => writeFileSync(join(at, 'lingshao.db.sealed'), 'short')],
    ['the database is gone', (at: string) => rmSync(join(at, 'lingshao.db.sealed'))],
    ['a photo was changed', (at: string) => flip(join(at, 'files/1.sealed'), 3)],
    ['a photo is gone', (at: string) => rmSync(join(at, 'files/1.sealed'))],
    ['the list was changed', (at: string) => edit(join(at, 'manifest.json'), '"cases": 1', '"cases": 2')],
    ['the list is cut short', (at: string) => writeFileSync(join(at, 'manifest.json'), '{"manifest":')],
    ['something was added to the database', (at: string) => appendFileSync(join(at, 'lingshao.db.sealed'), 'x')],
  ])('a damaged backup: %s', (_, damage) => {
    const taken = take({ key: KEY })
    damage(taken.folder)
    expect(refusal(taken, { key: KEY })).toBe('damaged')
    expect(readdirSync(dirname(into))).not.toContain('live')
    expect(readdirSync(dirname(into))).not.toContain('live.half')
  })
})

test('without the vault key everything comes back sealed', () => {
  const { checks } = restoreBackup({ from: take().folder, into })
  expect(checks.map(({ name }) => name)).not.toContain('vault')
  const store = openStore(join(into, 'lingshao.db'), Buffer.alloc(32, 1))
  const to = { no: 101, person: 1, at: talk.now, why: 'test' }
  try {
    expect(() => store.books.vault.disclose(1, 'phone', to)).toThrow()
  } finally {
    store.close()
  }
})

test('an older backup is brought up to this program', () => {
  const taken = take()
  const file = join(taken.folder, 'lingshao.db')
  rmSync(file)
  const schema = olderDatabase(file)
  writeManifest(taken.folder, { ...taken.manifest, files: {}, schema, database: hashOfFile(file) }, undefined)
  restore(taken)
  const store = openStore(join(into, 'lingshao.db'), VAULT_KEY)
  expect(store.books.cases.all()).toEqual([])
  store.close()
})

test('a database of another version is not copied', () => {
  talk.raw((db) => db.exec('update __drizzle_migrations set created_at = 1'))
  expect(fault({})).toBe('schema')
})

test('while another process writes as fast as it can, the copy is one moment, whole', async () => {
  const writer = spawn(process.execPath, ['--input-type=module', '-e', WRITER, dirname(talk.file)], {
    cwd: new URL('../..', import.meta.url).pathname,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = () => new Promise((resolve) => writer.stdout.once('data', resolve))
  try {
    await said()
    for (let i = 0; i < 3; i++) {
      const before = talk.store.books.cases.all().length
      const taken = take({ now: talk.now + i * hours(24), key: i === 2 ? KEY : undefined })
      await said()
      const after = talk.store.books.cases.all().length
      expect(taken.faults).toEqual([])
      expect(taken.manifest.cases).toBeGreaterThanOrEqual(before)
      expect(after).toBeGreaterThan(taken.manifest.cases)
      rmSync(into, { recursive: true, force: true })
      const { checks } = restore(taken, { key: i === 2 ? KEY : undefined })
      expect(checks.find(({ name }) => name === 'folds')?.counted).toBe(taken.manifest.cases)
      expect(checks.flatMap(({ faults }) => faults)).toEqual([])
    }
  } finally {
    writer.kill('SIGKILL')
    await new Promise((resolve) => writer.once('close', resolve))
  }
})

test('nights share their photos on the disk, and each stays whole without the other', () => {
  const first = take()
  aPicture(2, 'the second picture')
  const second = take({ now: talk.now + hours(24) })
  const photo = (at: Taken) => statSync(join(at.folder, 'files/1.sealed'))
  expect(photo(second).ino).toBe(photo(first).ino)
  expect(photo(second).nlink).toBe(2)
  expect(readdirSync(join(second.folder, 'files')).toSorted()).toEqual(['1.sealed', '2.sealed'])
  rmSync(first.folder, { recursive: true })
  restore(second)
})

test('a photo that rotted in the last backup is copied anew', () => {
  const first = take()
  flip(join(first.folder, 'files/1.sealed'), 3)
  const second = take({ now: talk.now + hours(24) })
  expect(refusal(first)).toBe('damaged')
  restore(second)
})

test('kept by age as the settings say, and a broken one makes no whole one go', () => {
  talk.store.unit((tx) => {
    for (const key of ['backupsDaily', 'backupsWeekly', 'backupsMonthly'])
      tx.settings.set(key, key === 'backupsDaily' ? 3 : 0, { from: '2026-11-23', at: talk.now })
  })
  const names = () => readdirSync(dir).filter((name) => !name.startsWith('.'))
  for (let night = 0; night < 5; night++) take({ now: talk.now + night * hours(24) })
  expect(names()).toEqual(['2026-11-25-0930', '2026-11-26-0930', '2026-11-27-0930'])
  const photo = join(dirname(talk.file), 'files/1.sealed')
  const bytes = readFileSync(photo)
  rmSync(photo)
  const broken = take({ now: talk.now + 5 * hours(24) })
  expect(broken.faults).toMatchObject([{ name: 'missing', faults: ['file 1 #101'] }])
  expect(names()).toHaveLength(4)
  writeFileSync(photo, bytes)
  take({ now: talk.now + 6 * hours(24) })
  expect(names()).toEqual(['2026-11-26-0930', '2026-11-27-0930', '2026-11-29-0930'])
})

test('what does not hold already is given back as it is, and named', () => {
  rmSync(join(dirname(talk.file), 'files/1.sealed'))
  const { checks } = restore(take())
  expect(checks.find(({ name }) => name === 'missing')?.faults).toEqual(['file 1 #101'])
})

test('two of one minute have two names', () => {
  expect([take().name, take().name]).toEqual(['2026-11-23-0930', '2026-11-23-0930-2'])
})

test('a chosen folder that is not there is told and not made; nothing is left of what was begun', () => {
  expect(fault({ place: { dir: join(dir, 'usb'), make: false } })).toBe('folder')
  expect(existsSync(join(dir, 'usb'))).toBe(false)
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'a-file'), '')
  expect(fault({ place: { dir: join(dir, 'a-file'), make: true } })).toBe('folder')
  expect(readdirSync(dirname(talk.file))).not.toContain('.backup')
})

test('what a death left of an unfinished one is swept by the next', () => {
  mkdirSync(join(dir, '.half/files'), { recursive: true })
  writeFileSync(join(dir, '.half/lingshao.db'), 'half')
  expect(backupsIn(dir)).toEqual([])
  take()
  expect(readdirSync(dir).filter((name) => name !== '.lock')).toEqual(['2026-11-23-0930'])
})

test('a copied backup is as good as the first', () => {
  const taken = take({ key: KEY })
  const copy = join(dirname(dir), 'usb')
  cpSync(taken.folder, copy, { recursive: true })
  restore({ folder: copy }, { key: KEY })
})

function take(more: Partial<BackupOptions> = {}): Taken {
  const dataDir = dirname(talk.file)
  return takeBackup({ dataDir, place: { dir, make: true }, vaultKey: VAULT_KEY, now: talk.now, ...more })
}

function restore({ folder }: Pick<Taken, 'folder'>, more: Partial<RestoreOptions> = {}) {
  return restoreBackup({ from: folder, into, vaultKey: VAULT_KEY, ...more })
}

function refusal(taken: Pick<Taken, 'folder'>, more: Partial<RestoreOptions> = {}): string {
  try {
    restore(taken, more)
  } catch (error) {
    if (error instanceof RestoreRefused) return error.code
    throw error
  }
  return 'restored'
}

function fault(more: Partial<BackupOptions>): string {
  try {
    take(more)
  } catch (error) {
    if (error instanceof BackupFault) return error.code
    throw error
  }
  return 'taken'
}

function contentOf({ books }: Store) {
  return {
    cases: books.cases.all(),
    settings: books.settings.on('2026-11-23'),
    phone: books.vault.has(1),
    rooms: books.people.boundRooms(),
    files: books.files.onDisk(),
  }
}

function aPicture(id: number, words: string): void {
  const bytes = Buffer.from(words)
  talk.store.disk.write(id, bytes)
  talk.store.unit((tx) => {
    const file = { message: 1, attachment: `p${id}`, kind: 'image' as const, name: 'p.jpg', person: 1, room: null }
    tx.files.want({ ...file, sentAt: talk.now }, talk.now)
    tx.files.loaded(id, { bytes, stripped: true, position: undefined })
    tx.files.change(id, { state: 'stored', no: 101 })
  })
}

/** A database as it stood before the last migration. Out: the name of its own last one. */
function olderDatabase(file: string): number {
  const folder = join(dirname(dir), 'migrations')
  cpSync(new URL('../../db/migrations', import.meta.url).pathname, folder, { recursive: true })
  const journal = join(folder, 'meta/_journal.json')
  const all = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { when: number }[] }
  all.entries.pop()
  writeFileSync(journal, JSON.stringify(all))
  const client = new Sqlite(file)
  migrate(drizzle({ client }), { migrationsFolder: folder })
  client.close()
  return all.entries.at(-1)?.when ?? 0
}

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

/** Registers one case after the other, each a unit of its own, and says so now and then. */
const WRITER = `
import { openStore } from './db/unit.ts'
import { receive } from './bot/receive.ts'
const store = openStore(process.argv[1] + '/lingshao.db', Buffer.alloc(32, 7))
const log = { debug() {}, info() {}, warn() {}, error() {} }
for (let i = 0; ; i++) {
  const now = Date.parse('2026-11-23T10:00:00+08:00') + i * 60_000
  const text = '【工单编号】20261123' + String(i).padStart(6, '0') + ' 【地址】芳古园一区' + (i % 20 + 1) + '号楼 【反映内容】油烟扰民'
  receive({ id: 'w' + i, speaker: { id: 'wxid_zhaolei', name: '赵蕾', friend: true, self: false }, text, mentionsMe: false, mentions: [], files: [], forwarded: false, sentAt: now },
    { store, now: () => now, newFaultId: () => 'F', log, nudge() {} })
  if (i % 5 === 4) console.log(i)
  await new Promise(setImmediate)
}`
