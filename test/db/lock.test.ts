import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { holdLock, InUse } from '../../db/lock.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

it('refuses a second holder at once and names the folder', () => {
  const lock = holdLock(file())
  expect(() => holdLock(file())).toThrow(InUse)
  expect(() => holdLock(file())).toThrow(folder)
  lock.release()
})

it('is free again after release, twice released or not', () => {
  const lock = holdLock(file())
  lock.release()
  lock.release()
  holdLock(file()).release()
})

it('makes the folder it stands in', () => {
  holdLock(join(folder, 'live', 'deeper', 'lock.db')).release()
})

it('holds against another process and vanishes with it, even by SIGKILL', async () => {
  const other = await holderInAnotherProcess()
  expect(() => holdLock(file())).toThrow(InUse)
  other.kill('SIGKILL')
  await once(other, 'exit')
  holdLock(file()).release()
})

it('keeps another process out while we hold it', async () => {
  const lock = holdLock(file())
  await expect(holderInAnotherProcess()).rejects.toThrow(`InUse ${folder}`)
  lock.release()
})

function file(): string {
  return join(folder, 'lock.db')
}

async function holderInAnotherProcess() {
  const program = `
    const { holdLock } = await import(${JSON.stringify(new URL('../../db/lock.ts', import.meta.url).href)})
    try { holdLock(${JSON.stringify(file())}); console.log('held') } catch (fault) { console.log(fault.name, fault.folder); process.exit() }
    setInterval(() => {}, 60_000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout, 'data')
  if (String(said).trim() !== 'held') throw new Error(String(said).trim())
  return child
}
