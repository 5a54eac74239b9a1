import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { basename, join, normalize, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const ROOMS = ['bot', 'commands', 'domain', 'db', 'jobs', 'reports', 'web'] as const
type Room = (typeof ROOMS)[number]

/** Who may import whom, types included. */
const MAY_IMPORT: Record<Room, readonly Room[]> = {
  domain: [],
  commands: ['domain'],
  db: ['domain'],
  reports: ['domain'],
  jobs: ['domain', 'db', 'reports'],
  web: ['domain', 'db', 'reports'],
  bot: ['commands', 'domain', 'db', 'jobs', 'reports', 'web'],
}

/** Packages, and the only folders in which they are imported. Every dependency that is imported must be here. */
const PACKAGE_IN: Record<string, readonly string[]> = {
  wechaty: ['bot/line', 'bot/drill'],
  'wechaty-puppet': ['bot/line', 'bot/drill'],
  'wechaty-puppet-service': ['bot/line', 'bot/drill'],
  'wechaty-puppet-mock': ['bot/drill'],
  'file-box': ['bot/line', 'bot/drill'],
  bullmq: ['jobs'],
  ioredis: ['jobs'],
  'cron-parser': ['jobs'],
  'better-sqlite3': ['db'],
  'drizzle-orm': ['db'],
  'drizzle-kit': ['db'],
  hono: ['web'],
  '@hono/node-server': ['web'],
  qrcode: ['web', 'bot'],
  // What comes from outside is checked where it comes in.
  zod: ['bot/config.ts', 'web'],
  pino: ['bot'],
  // Pure: no I/O, no clock, no randomness.
  'chinese-days': ['domain'],
  'fastest-levenshtein': ['domain', 'commands'],
  'big.js': ['domain'],
  'fast-xml-parser': ['domain', 'bot/line', 'bot/drill'],
  exifreader: ['domain'],
  // Spreadsheets are read in a thread of their own and written when they are sent.
  'read-excel-file': ['bot/sheets'],
  'csv-parse': ['bot/sheets'],
  'write-excel-file': ['reports'],
  pdfkit: ['reports'],
  '@expo-google-fonts/noto-sans-sc': ['reports'],
}
/** Rules may use these and nothing else from outside. */
const PURE = ['chinese-days', 'fastest-levenshtein', 'big.js', 'fast-xml-parser', 'exifreader']

/** The one reader of the environment; main.ts and the programs for the shell hand `process.env` to it as a whole. */
const READS_ENVIRONMENT = /^bot\/(config\.ts|main\.ts|cli\/)/
/** Here the time and new ids come from; everything else is handed them. */
const MAKES_TIME = /^bot\/(main\.ts|cli\/)/
/** Nonces, salts and one-time codes must be unpredictable, not reproducible: no rule depends on them. */
const RANDOM_BYTES = [
  'db/seal.ts',
  'db/sealed-file.ts',
  'db/texts.ts',
  'db/code.ts',
  'db/confirmations.ts',
  'bot/admin-code.ts',
  'bot/cli/set-up.mjs',
]

/** Longer than 300 lines, and why. */
const LONG: Record<string, string> = {
  'db/schema.ts': 'every table on one page',
  'db/outbox.ts': 'one table and the rules of what may be spoken when; they are read together',
  'db/people.ts': 'one book over the eight tables of people and rooms',
  'bot/drill/simulated.ts': 'WeChat itself, no friendlier than the real one',
}

interface Source {
  path: string
  words: string
  /** Without comments and the words of strings. */
  code: string
}

const sources = ROOMS.flatMap((room) => filesUnder(room)).map(source)
const tests = filesUnder('test').map(source)

describe('who may import whom', () => {
  test('every file keeps to its room', () => {
    const wrong = sources.flatMap(({ path, words }) =>
      importsOf(words)
        .filter((what) => what.startsWith('.'))
        .map((what) => normalize(join(path, '..', what)))
        .filter((target) => !mayReach(path, target))
        .map((target) => `${path} → ${target}`),
    )
    expect(wrong).toEqual([])
  })

  // The events of a case and its reading are told in types that name each other.
  test('no files import each other in a circle, but for types of the rules and the server of the pages', () => {
    expect(circles()).toEqual([])
  })

  test('packages stay in their rooms', () => {
    const wrong = sources.flatMap(({ path, words }) =>
      packagesOf(words)
        .filter((name) => !(PACKAGE_IN[name] ?? []).some((where) => path === where || path.startsWith(`${where}/`)))
        .map((name) => `${path} → ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('the rules import nothing of Node and only pure packages', () => {
    const wrong = sources
      .filter(({ path }) => /^(domain|commands)\//.test(path))
      .flatMap(({ path, words }) =>
        importsOf(words)
          .filter((what) => !what.startsWith('.') && !PURE.some((name) => what === name || what.startsWith(`${name}/`)))
          .map((what) => `${path} → ${what}`),
      )
    expect(wrong).toEqual([])
  })

  test('nothing outside test/ imports from it', () => {
    expect(sources.filter(({ words }) => importsOf(words).some((what) => what.includes('/test/')))).toEqual([])
  })

  test('this test sees every way to import', () => {
    const words = [
      "import a from './a.ts'",
      "import type { B } from './b.ts'",
      "export * from './c.ts'",
      "import './d.ts'",
      "const e = await import('./e.ts')",
      "type F = import('./f.ts').F",
      "import {\n  g,\n} from './g.ts'",
      "require('./h.ts')",
      "createRequire(import.meta.url)('./i.ts')",
      "import j from './j.json' with { type: 'json' }",
    ].join('\n')
    expect(importsOf(words).sort()).toEqual(
      [...'abcdefgh']
        .map((name) => `./${name}.ts`)
        .concat('./j.json')
        .sort(),
    )
  })
})

describe('purity', () => {
  test('the environment is read in one place', () => {
    expect(where(/process\.env|import\.meta\.env/, READS_ENVIRONMENT)).toEqual([])
    expect(where(/process\.env\s*[.[]/, /^bot\/(config\.ts|cli\/set-up\.mjs)/)).toEqual([])
  })

  test('the time is made where the program begins, and handed on', () => {
    expect(where(/\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|Temporal\.Now/, MAKES_TIME)).toEqual([])
  })

  test('so are ids; other randomness is for secrets alone', () => {
    expect(where(/Math\.random|randomUUID/, MAKES_TIME)).toEqual([])
    expect(
      where(/\brandom(?:Bytes|Int|FillSync|Fill)\b|getRandomValues/, MAKES_TIME).filter(
        (p) => !RANDOM_BYTES.includes(p),
      ),
    ).toEqual([])
  })

  test('the rules hold no state of their own', () => {
    const stateful = sources
      .filter(({ path }) => /^(domain|commands|reports)\//.test(path))
      .filter(({ code }) => /^(?:export )?let /m.test(code))
    expect(stateful.map(({ path }) => path)).toEqual([])
  })

  test('they wait for nothing and print nothing', () => {
    const rules = /^(?!domain\/|commands\/|reports\/)/
    expect(where(/\bsetTimeout\b|\bsetInterval\b|\bfetch\(|\bconsole\.|\bprocess\./, rules)).toEqual([])
  })
})

describe('manners of the house', () => {
  test('no drawer for everything', () => {
    const drawers = /(^|\/)(utils?|helpers?|services?|common|managers?|misc|shared)(\/|\.\w+$)/
    expect([...sources, ...tests].map(({ path }) => path).filter((path) => drawers.test(path))).toEqual([])
  })

  test('a file can be held in the head', () => {
    const long = sources.filter(({ words, path }) => words.split('\n').length > 301 && !(path in LONG))
    expect(long.map(({ path, words }) => `${path}: ${words.split('\n').length - 1} lines`)).toEqual([])
  })

  test('every exported function of the rules says what it does', () => {
    const silent = sources
      .filter(({ path }) => path.startsWith('domain/') && !path.startsWith('domain/words/'))
      .flatMap(({ path, words }) =>
        [...words.matchAll(/^export (?:async )?function (\w+)/gm)]
          .filter(({ index }) => !/\*\/\s*$/.test(words.slice(0, index)))
          .map(([, name]) => `${path}: ${name}`),
      )
    expect(silent).toEqual([])
  })

  test('no `any`, no switched-off check', () => {
    expect(where(/:\s*any\b|<any>|\bas any\b|@ts-(?:ignore|nocheck|expect-error)/, /^$/)).toEqual([])
  })

  test('tests fake nothing but the far side, skip nothing and never sleep', () => {
    const self = basename(fileURLToPath(import.meta.url))
    const wrong = tests
      .filter(({ path }) => !path.endsWith(self))
      .flatMap(({ path, code }) =>
        [
          ['a mock', /\bvi\.(?:mock|doMock|hoisted)\b/],
          ['a skipped test', /\b(?:it|test|describe)\.(?:skip|only|todo|skipIf|runIf|fails)\b/],
          ['a sleep', /new Promise(?:<\w+>)?\(\(?(\w+)\)?\s*=>\s*\{?\s*setTimeout\(\1\b|\bsleep\(|\bpause\(/],
          ['the real date', /\bDate\.now\(\)|new Date\(\)/],
        ].flatMap(([what, pattern]) =>
          (pattern as RegExp).test(code) && !ALLOWED[path]?.includes(what as string) ? [`${path}: ${what}`] : [],
        ),
      )
    expect(wrong).toEqual([])
  })
})

const ALLOWED: Record<string, string[]> = {
  // The two places that wait for a thing itself, by asking again.
  'test/support/until.ts': ['a sleep'],
  'test/support/wechat.ts': ['a sleep'],
  // The program as a process of its own has the real clock.
  'test/support/program.ts': ['the real date'],
  'test/chaos/points.ts': ['the real date'],
  'test/chaos/gateway.ts': ['the real date'],
  'test/chaos/kill-loop.ts': ['the real date'],
  'test/chaos/overload.ts': ['the real date'],
  // A load has a rate, and a kill a moment of its own.
  'test/chaos/moment.ts': ['a sleep'],
  // /proc exists on Linux alone.
  'test/jobs/redis.test.ts': ['a skipped test'],
}

function mayReach(from: string, target: string): boolean {
  const [room] = from.split('/') as [Room]
  const [other] = target.split('/') as [Room]
  return room === other || MAY_IMPORT[room].includes(other)
}

/** Paths in which a pattern stands in code, but for those that may. */
function where(pattern: RegExp, may: RegExp): string[] {
  return sources.filter(({ path, code }) => !may.test(path) && pattern.test(code)).map(({ path }) => path)
}

function importsOf(words: string): string[] {
  const code = words.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '')
  const forms = [
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
    /\brequire\(\s*['"]([^'"]+)['"]/g,
  ]
  return [...new Set(forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] as string)))]
}

function packagesOf(words: string): string[] {
  return importsOf(words)
    .filter((what) => !what.startsWith('.') && !what.startsWith('node:') && !builtinModules.includes(what))
    .map((what) =>
      what
        .split('/')
        .slice(0, what.startsWith('@') ? 2 : 1)
        .join('/'),
    )
}

function source(path: string): Source {
  const words = readFileSync(join(root, path), 'utf8')
  const code = words
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
  return { path, words, code }
}

/** Files that reach themselves through their imports, types included; each circle once, from its first file by name. */
function circles(): string[] {
  const imports = new Map(
    sources
      .filter(({ path }) => !/^(domain|web)\//.test(path))
      .map(({ path, words }) => [
        path,
        importsOf(words)
          .filter((what) => what.startsWith('.'))
          .map((what) => normalize(join(path, '..', what))),
      ]),
  )
  const found = new Set<string>()
  const done = new Set<string>()
  const visit = (path: string, way: readonly string[]): void => {
    const from = way.indexOf(path)
    if (from >= 0) {
      const circle = way.slice(from)
      const first = circle.indexOf([...circle].sort()[0] ?? '')
      found.add([...circle.slice(first), ...circle.slice(0, first)].join(' → '))
    } else if (!done.has(path)) {
      for (const target of imports.get(path) ?? []) visit(target, [...way, path])
      done.add(path)
    }
  }
  for (const path of imports.keys()) visit(path, [])
  return [...found]
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|mts|mjs|js)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
}
