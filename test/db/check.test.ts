import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkData } from '../../db/check.ts'
import type { Check } from '../../domain/words/checks.ts'
import { checkLine, sound } from '../../domain/words/checks.ts'
import { openTalk, type Talk, VAULT_KEY } from '../support/talk.ts'

let talk: Talk

beforeEach(() => {
  talk = openTalk()
  talk.says('赵蕾', '方庄群', '【地址】芳古园一区11号楼 【反映内容】油烟 【联系人】王女士 【联系电话】13800001234')
  talk.says('李强', '方庄群', '领哨 101')
  aPicture()
  talk.store.unit((tx) => tx.erasure.confirm('2026-10', talk.person('赵蕾'), talk.now, tx.chain.head()?.hash))
})
afterEach(() => talk[Symbol.dispose]())

test('a whole folder holds, with and without the key, while somebody writes in it', () => {
  const checks = look()
  expect(checks.map(({ name }) => name)).toEqual([
    'integrity',
    'references',
    'schema',
    'chain',
    'folds',
    'archives',
    'missing',
    'orphans',
    'vault',
    'pictures',
  ])
  expect(checks.filter(({ faults }) => faults.length)).toEqual([])
  expect(counted(checks)).toMatchObject({ chain: 2, folds: 1, missing: 1, pictures: 1 })
  expect(checkData({ folder: dirname(talk.file) })).toEqual(checks.slice(0, 8))
  expect(sound(checks)).toBe(true)
})

test.each([
  ['chain', 'update events set at = at + 1 where id = 2', 'event 2'],
  ['folds', "update cases set state = 'handled'", '#101'],
  ['references', 'update cases set reported_by = 9999', 'cases 101 → people'],
  ['vault', "update vault set sealed = x'00'", 'vault 1'],
  ['vault', 'update inbox set sealed = zeroblob(60) where id = 1', 'inbox 1'],
  ['missing', 'update files set id = 8', 'file 8 #101'],
  ['orphans', 'update files set id = 8', 'file 1'],
  ['pictures', "update files set hash = 'x'", 'file 1'],
  ['archives', "update archives set head = 'another'", '2026-10'],
  ['schema', 'update __drizzle_migrations set created_at = 4102444800000', 'newer'],
  ['schema', 'update __drizzle_migrations set created_at = 1', 'older'],
])('it says what is broken: %s, after «%s»', (name, sql, fault) => {
  talk.raw((db) => {
    db.pragma('foreign_keys = off')
    db.exec('drop trigger events_no_update')
    db.exec(sql)
  })
  const found = look().find((check) => check.name === name)
  expect(found?.faults).toContain(fault)
  expect(sound(look())).toBe(false)
})

test('bytes that are gone, left over or changed are found', () => {
  const files = join(dirname(talk.file), 'files')
  writeFileSync(join(files, '77.sealed'), 'nobody knows me')
  writeFileSync(join(files, '1.sealed'), 'something else')
  expect(faults(look())).toEqual({ orphans: ['file 77'], pictures: ['file 1'] })
  rmSync(files, { recursive: true })
  expect(faults(look())).toEqual({ missing: ['file 1 #101'] })
})

test('another key opens nothing, and that is all that is wrong', () => {
  expect(Object.keys(faults(look(Buffer.alloc(32, 8))))).toEqual(['vault', 'pictures'])
})

test('a damaged file is told without a guess at what it may hold', () => {
  const folder = join(dirname(talk.file), 'copy')
  mkdirSync(folder)
  const file = join(folder, 'lingshao.db')
  talk.raw((db) => db.exec(`vacuum into '${file}'`))
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0xff, 4096 * 4, 4096 * 12))
  const checks = checkData({ folder })
  expect(checks.map(({ name }) => name)).toEqual(['integrity'])
  expect(checks[0]?.faults.length).toBeGreaterThan(0)
  writeFileSync(file, 'no database')
  expect(checkData({ folder })).toEqual([{ name: 'integrity', counted: 1, faults: ['unreadable'] }])
})

test('a line names what was looked at, how much, and the first of what does not hold', () => {
  expect(checkLine({ name: 'chain', counted: 12, faults: [] })).toBe('✓ 事件链(12)')
  const many = Array.from({ length: 12 }, (_, i) => `#${101 + i}`)
  expect(checkLine({ name: 'folds', counted: 40, faults: many })).toBe(
    `✗ 案件与事件一致(40)  ${many.slice(0, 10).join('、')} 等12处`,
  )
})

function look(vaultKey = VAULT_KEY): Check[] {
  return checkData({ folder: dirname(talk.file), vaultKey })
}

function faults(checks: Check[]): Record<string, string[]> {
  return Object.fromEntries(checks.filter(({ faults }) => faults.length).map(({ name, faults }) => [name, faults]))
}

function counted(checks: Check[]): Record<string, number> {
  return Object.fromEntries(checks.map(({ name, counted }) => [name, counted]))
}

function aPicture(): void {
  const { store, now } = talk
  const bytes = Buffer.from('a picture')
  store.unit((tx) => {
    const file = { message: 1, attachment: 'p1', kind: 'image' as const, name: 'p.jpg', person: 1, room: null }
    tx.files.want({ ...file, sentAt: now }, now)
    tx.files.loaded(1, { bytes, stripped: true, position: undefined })
    tx.files.change(1, { state: 'stored', no: 101 })
  })
  store.disk.write(1, bytes)
}
