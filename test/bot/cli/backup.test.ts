import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { furnishedHouse, type House } from '../../support/program.ts'

vi.setConfig({ testTimeout: 90_000 })

const ROOT = new URL('../../..', import.meta.url).pathname
const COMPILED = join(ROOT, 'node_modules/.cache/compiled')
const KEY = Buffer.alloc(32, 5).toString('base64')
let house: House

beforeEach(() => {
  house = furnishedHouse({ token: 'insecure_x', endpoint: '127.0.0.1:1' })
})
afterEach(() => house[Symbol.dispose]())

test('a backup is taken, verified, restored into an empty folder and verified again', async () => {
  const dir = join(dirname(house.dataDir), 'backups')
  const taken = await run('backup', { BACKUP_KEY: KEY })
  expect(taken).toMatchObject({ code: 0, err: '' })
  expect(taken.out).toMatch(/^✓ .*backups.*\n {2}案件 0,照片文件 0,\d+ KB,已加密\n {2}不含 VAULT_KEY 和 BACKUP_KEY/)
  const name = readdirSync(dir).find((entry) => !entry.startsWith('.'))!
  expect((await run('restore', {}, [])).out).toContain(join(dir, name))

  renameSync(house.dataDir, `${house.dataDir}.old`)
  expect(await run('restore', {}, [name])).toEqual({
    code: 1,
    out: '',
    err: `${join(dir, name)}:备份是加密的,没有恢复:请设置 BACKUP_KEY。\n`,
  })
  const restored = await run('restore', { BACKUP_KEY: KEY }, [name])
  expect(restored).toMatchObject({ code: 0, err: '' })
  expect(restored.out).toMatch(/^✓ 已恢复到 .*live.*\n {2}✓ 数据库文件\n/)
  const verified = await run('verify')
  expect(verified.code).toBe(0)
  expect(verified.out.split('\n').filter((line) => line.startsWith('✓'))).toHaveLength(10)
  expect(await run('verify', { BACKUP_KEY: KEY }, [join(dir, name)])).toMatchObject({ code: 0 })

  writeFileSync(join(house.dataDir, 'files/9.sealed'), 'nobody knows it')
  const broken = await run('verify')
  expect(broken.code).toBe(1)
  expect(broken.out).toContain('✗ 没有无主文件  file 9')
  expect((await run('restore', { BACKUP_KEY: KEY }, [name])).err).toContain('不是空的')
})

test('each way in which it cannot be done is one sentence', async () => {
  const missing = join(dirname(house.dataDir), 'not-mounted')
  expect(await run('backup', { BACKUP_DIR: missing })).toEqual({
    code: 1,
    out: '',
    err: `${missing}:备份没有成功,备份文件夹不在或不能写,请检查磁盘是否挂好。\n`,
  })
  expect(await run('backup', { BACKUP_DIR: 'off' })).toMatchObject({ code: 2, out: '' })
  expect((await run('backup', { BACKUP_KEY: 'short' })).err).toMatch(/^BACKUP_KEY must be 32 bytes[^\n]*\n$/)
  rmSync(house.dataDir, { recursive: true })
  expect(await run('backup')).toMatchObject({ code: 2, out: '' })
  expect(await run('verify')).toMatchObject({ code: 2, out: '' })
  expect(existsSync(house.dataDir)).toBe(false)
  mkdirSync(join(dirname(house.dataDir), 'backups'))
  expect((await run('restore', {}, ['2026-01-01-0230'])).err).toMatch(/这里没有备份,没有恢复。\n$/)
})

// A disk of its own can be mounted by root alone.
test('a full disk is told as one, and nothing half written stays on it', async (context) => {
  const dir = join(dirname(house.dataDir), 'small')
  mkdirSync(dir)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', dir], { stdio: 'ignore' })
  } catch {
    context.skip()
  }
  try {
    for (const env of [{ BACKUP_DIR: dir }, { BACKUP_DIR: dir, BACKUP_KEY: KEY }])
      expect(await run('backup', env)).toEqual({
        code: 1,
        out: '',
        err: `${dir}:备份没有成功,磁盘满了,请腾出空间。\n`,
      })
    expect(readdirSync(dir)).toEqual(['.lock'])
    expect(readdirSync(house.dataDir)).not.toContain('.backup')
  } finally {
    execFileSync('umount', [dir])
  }
})

async function run(program: string, env: Record<string, string> = {}, args: string[] = []) {
  const child = spawn(process.execPath, [`bot/cli/${program}.ts`, ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', NODE_COMPILE_CACHE: COMPILED, ...house.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
  })
  const [code] = await once(child, 'close')
  return { code, out, err }
}
