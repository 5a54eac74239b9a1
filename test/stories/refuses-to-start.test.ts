import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { Wechat } from '../../bot/drill/gateway.ts'
import { startWechat } from '../../bot/drill/simulated.ts'
import { furnishedHouse, type House, type Program, runProgram } from '../support/program.ts'

// Whole programs start here, several seconds each on a small machine.
vi.setConfig({ testTimeout: 90_000 })

const opened: (() => unknown)[] = []

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

test('live without VAULT_KEY says so in one line and ends', async () => {
  const { house } = await aHouse()
  const { VAULT_KEY: _, ...env } = house.env
  const program = run(env)
  expect(await program.ended).toBe(2)
  expect(program.err()).toMatch(/^VAULT_KEY is needed[^\n]*openssl rand -base64 32[^\n]*\n$/)
  expect(program.out()).toBe('')
})

test('a second process on the same data folder is refused, and the first works on', async () => {
  const { house } = await aHouse()
  const first = run(house.env)
  const url = await first.started()
  const second = run(house.env)
  expect(await second.ended).toBe(2)
  expect(second.err()).toBe(
    `${house.dataDir} is in use by another running process. Stop that one first, or set another DATA_DIR.\n`,
  )
  expect((await fetch(`${url}/healthz`)).status).toBe(200)

  await first.stop()
  expect(await first.ended).toBe(0)
})

test('a Node that is too old says so in one line and ends before anything is loaded', async () => {
  const { house } = await aHouse()
  const older = `Object.defineProperty(process.versions, 'node', { value: '22.18.0' })`
  const program = run(house.env, ['--import', `data:text/javascript,${encodeURIComponent(older)}`])
  expect(await program.ended).toBe(1)
  expect(program.err()).toMatch(
    /^This program needs Node 24 and was started with Node 22\.18\.0\.[^\n]*npm start[^\n]*\n$/,
  )
  expect(program.out()).toBe('')
})

test('a port that is taken is told in one line', async () => {
  const { house } = await aHouse()
  const taken = createServer().listen(0, '127.0.0.1')
  opened.push(() => taken.close())
  await once(taken, 'listening')
  const { port } = taken.address() as { port: number }
  const program = run({ ...house.env, PORT: String(port) })
  expect(await program.ended).toBe(2)
  expect(program.err()).toMatch(new RegExp(`^PORT ${port} [^\\n]*\\n$`))
})

test.each<[string, (house: House) => Record<string, string>, RegExp]>([
  [
    'a folder that cannot be made',
    ({ dataDir }) => ({ DATA_DIR: fileIn(dataDir) }),
    /^DATA_DIR cannot be made: .*a-file/,
  ],
  ['an address of another machine', () => ({ HOST: '192.0.2.1' }), /^HOST 192\.0\.2\.1 is no address of this machine/],
  [
    'a machine without Redis',
    ({ dataDir }) => ({ PATH: join(dataDir, 'none') }),
    /^Neither redis-server nor valkey-server/,
  ],
])('%s is told in one line', async (_, wrong, words) => {
  const { house } = await aHouse()
  const program = run({ ...house.env, ...wrong(house) })
  expect(await program.ended, program.out()).toBe(2)
  expect(program.err()).toMatch(words)
  expect(program.err()).toMatch(/^[^\n]+\n$/)
})

function fileIn(folder: string): string {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  return file
}

async function aHouse(): Promise<{ house: House; wechat: Wechat }> {
  const wechat = await startWechat({ now: Date.now })
  opened.push(() => wechat.stop())
  const house = furnishedHouse(wechat)
  opened.push(() => house[Symbol.dispose]())
  return { house, wechat }
}

function run(env: Record<string, string>, nodeOptions: string[] = []): Program {
  const program = runProgram(env, nodeOptions)
  opened.push(() => program.stop())
  return program
}
