import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** A checkout of its own, on a machine whose programs are small scripts that note how they were called. */
let checkout: string

const lock = {
  packages: {
    '': { optionalDependencies: { 'node-here': '24.0.0', 'node-elsewhere': '24.0.0' } },
    'node_modules/kept': { version: '1.0.0', integrity: 'a' },
    'node_modules/only-for-tests': { version: '1.0.0', dev: true },
    'node_modules/node-here': { version: '24.0.0', optional: true, os: [process.platform], cpu: [process.arch] },
    'node_modules/node-elsewhere': { version: '24.0.0', optional: true, os: ['plan9'] },
  },
}

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'set-up-'))
  const source = new URL('../../bot/cli/set-up.mjs', import.meta.url)
  write('bot/cli/set-up.mjs', readFileSync(source, 'utf8'))
  write('package-lock.json', JSON.stringify(lock))
  program('npm', 'cp package-lock.json node_modules/.package-lock.json')
  for (const name of ['sudo', 'env']) writeProgram(bin(name), 'shift; exec "$@"')
  program('redis-server')
  program('chromium')
  packages(without('node-elsewhere'))
})

afterEach(() => rmSync(checkout, { recursive: true }))

describe('when all is in place', () => {
  it.each([[[]], [['--tests']]])('does nothing and says nothing (%j)', (args) => {
    expect(setUp(...args)).toEqual({ code: 0, said: '' })
    expect(calls()).toEqual([])
  })

  it('needs no test packages, no chromium to start, and no Redis beside REDIS_URL', () => {
    packages(without('node-elsewhere', 'only-for-tests'))
    remove('chromium')
    remove('redis-server')
    write('.env', 'DATA_DIR=x\nREDIS_URL=redis://127.0.0.1:6379\n')
    expect(setUp()).toEqual({ code: 0, said: '' })
    expect(calls()).toEqual([])
  })

  it('takes valkey for redis', () => {
    remove('redis-server')
    program('valkey-server')
    expect(setUp()).toEqual({ code: 0, said: '' })
  })
})

describe('packages', () => {
  it.each([
    ['there is no node_modules', () => rmSync(join(checkout, 'node_modules/.package-lock.json'))],
    ['a package is missing', () => packages(without('node-elsewhere', 'kept'))],
    ['the Node for this machine is missing', () => packages(without('node-elsewhere', 'node-here'))],
    [
      'a package is older than the lock',
      () => packages({ ...lock.packages, 'node_modules/kept': { version: '0.9.0' } }),
    ],
  ])('are installed from the lock when %s', (_, change) => {
    change()
    expect(setUp()).toMatchObject({ code: 0 })
    expect(calls()).toEqual(['npm ci --no-audit --no-fund'])
    expect(setUp()).toEqual({ code: 0, said: '' })
  })

  it('for tests are installed when only the tests need them', () => {
    packages(without('node-elsewhere', 'only-for-tests'))
    expect(setUp('--tests')).toMatchObject({ code: 0 })
    expect(calls()).toEqual(['npm ci --no-audit --no-fund'])
  })

  it('stop the set-up with code 1 when npm fails', () => {
    rmSync(join(checkout, 'node_modules/.package-lock.json'))
    program('npm', 'exit 7')
    expect(setUp()).toMatchObject({ code: 1, said: expect.stringContaining('npm ci failed') })
  })
})

it('finds in our lock every optional package of every platform, or npm ci refuses it', () => {
  const file = new URL('../../package-lock.json', import.meta.url)
  const locked: Record<string, { optionalDependencies?: object }> = JSON.parse(readFileSync(file, 'utf8')).packages
  const names = Object.values(locked).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
  const absent = names.filter((name) => !Object.keys(locked).some((path) => path.endsWith(`node_modules/${name}`)))
  expect(absent).toEqual([])
})

it('links the Node of this machine where npm 10 did not', () => {
  rmSync(join(checkout, 'node_modules/.bin/node'))
  const program = join(checkout, `node_modules/node-${process.platform}-${process.arch}/bin/node`)
  writeProgram(program, 'echo v24.21.0')
  expect(setUp()).toEqual({ code: 0, said: '' })
  expect(realpathSync(join(checkout, 'node_modules/.bin/node'))).toBe(realpathSync(program))
})

it('stops with code 2 when there is no Node 24, and says how to get it', () => {
  writeProgram(join(checkout, 'node_modules/.bin/node'), 'echo v20.19.0')
  expect(setUp()).toMatchObject({ code: 2, said: expect.stringMatching(/Node 24 is needed; this is Node 20\.19\.0/) })
  expect(setUp().said).toContain('brew install node@24')
})

describe('programs', () => {
  it('are installed with apt-get, after an update, without a question', () => {
    remove('redis-server')
    remove('chromium')
    aptThatInstalls()
    expect(setUp('--tests')).toMatchObject({ code: 0 })
    expect(calls()).toEqual([
      'apt-get -o DPkg::Lock::Timeout=300 -qq update',
      'apt-get -o DPkg::Lock::Timeout=300 -qq -y --no-install-recommends install redis-server',
      'apt-get -o DPkg::Lock::Timeout=300 -qq -y --no-install-recommends install chromium',
    ])
  })

  it('count as installed when they are there, whatever apt-get says of services and lists', () => {
    remove('redis-server')
    aptThatInstalls('exit 100')
    expect(setUp()).toMatchObject({ code: 0 })
  })

  it('are sought under their other name when the first is unknown', () => {
    remove('redis-server')
    program(
      'apt-get',
      `case "$*" in *"install valkey-server") cp ${bin('chromium')} ${bin('valkey-server')};; *) exit 100;; esac`,
    )
    expect(setUp()).toMatchObject({ code: 0 })
  })

  it.each([
    ['redis-server', [], 'sudo apt-get install -y redis-server', 'brew install redis', 'docker run -d'],
    ['chromium', ['--tests'], 'sudo apt-get install -y chromium', 'brew install --cask chromium', 'docker run --rm'],
  ])('%s missing without apt-get: stops with code 3 and the exact commands', (name, args, debian, mac, docker) => {
    remove(name)
    const { code, said } = setUp(...args)
    expect(code).toBe(3)
    expect(said).toMatch(/no apt-get, or neither root nor sudo/)
    for (const part of [`${name} is missing`, debian, mac, docker, '请先执行']) expect(said).toContain(part)
  })

  it('that apt-get cannot install stop the set-up with code 3', () => {
    remove('redis-server')
    program('apt-get', 'exit 100')
    expect(setUp()).toMatchObject({ code: 3, said: expect.stringContaining('apt-get could not install it') })
  })
})

function setUp(...args: string[]): { code: number | null; said: string } {
  const options = { cwd: tmpdir(), env: { PATH: join(checkout, 'bin') }, encoding: 'utf8' } as const
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(checkout, 'bot/cli/set-up.mjs'), ...args],
    options,
  )
  return { code: status, said: stdout + stderr }
}

function calls(): string[] {
  const file = join(checkout, 'calls')
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
}

function aptThatInstalls(after = '') {
  program('apt-get', `for name; do :; done; [ $name = update ] || cp ${bin('npm')} ${bin('$name')}; ${after}`)
}

function program(name: string, body = '') {
  writeProgram(bin(name), `export PATH=/usr/bin:/bin\necho "${name} $*" >> ${checkout}/calls\n${body}`)
}

function writeProgram(path: string, body: string) {
  rmSync(path, { force: true })
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `#!/bin/sh\n${body}\n`)
  chmodSync(path, 0o755)
}

function packages(present: object) {
  write('node_modules/.package-lock.json', JSON.stringify({ packages: present }))
  const node = join(checkout, 'node_modules/.bin/node')
  if (existsSync(node)) return
  mkdirSync(dirname(node), { recursive: true })
  symlinkSync(process.execPath, node)
}

function without(...names: string[]): object {
  return Object.fromEntries(
    Object.entries(lock.packages).filter(([path]) => path && !names.some((name) => path.endsWith(`/${name}`))),
  )
}

function remove(name: string) {
  rmSync(bin(name))
}

function bin(name: string): string {
  return join(checkout, 'bin', name)
}

function write(path: string, text: string) {
  mkdirSync(dirname(join(checkout, path)), { recursive: true })
  writeFileSync(join(checkout, path), text)
}
