import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { decisionTable, withTable, withTables } from '../bot/readme-tables.ts'
import { commands } from '../commands/registry.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const pkg = JSON.parse(read('package.json')) as Record<'scripts' | Kind, Record<string, string>>
type Kind = 'dependencies' | 'devDependencies' | 'optionalDependencies'

const decisions = readdirSync(join(root, 'docs/decisions')).map((name) => ({
  name,
  words: read(`docs/decisions/${name}`),
}))
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...pagesUnder('docs')]

describe('README.md', () => {
  test('its tables are those of the commands and the decisions (else run `npm run docs`)', () => {
    expect(read('README.md')).toBe(withTables(read('README.md'), decisions))
  })

  test('its commands link to their files', () => {
    for (const file of read('README.md').matchAll(/\]\((commands\/[^)]+)\)/g))
      expect(existsSync(join(root, file[1]!))).toBe(true)
    expect(new Set(read('README.md').match(/\]\(commands\/[a-z-]+\.ts\)/g)).size).toBeGreaterThanOrEqual(
      commands.length,
    )
  })

  test('every decision stands in it with title and date', () => {
    for (const { name } of decisions) expect(read('README.md')).toContain(`](docs/decisions/${name})`)
    const noDate = { name: '2026-01-01-x.md', words: '# X\n\n2026-01-02 · accepted' }
    expect(() => decisionTable([noDate])).toThrow('needs a title, and the date')
    expect(() => withTable('', 'commands', '')).toThrow('no place for commands')
  })
})

test.each(pages)('every link of %s leads somewhere', (page) => {
  const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  const dead = links
    .filter((link) => !/^(?:https?:|mailto:|#)/.test(link))
    .filter((link) => !existsSync(join(root, dirname(page), link.replace(/#.*$/, ''))))
  expect(dead).toEqual([])
})

test('every script that a page names is in package.json', () => {
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/npm (?:run )?([a-z][a-z:-]+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !['run', 'ci', 'install', 'ships'].includes(name)),
  )
  expect([...new Set(named)].filter((name) => !(name in pkg.scripts))).toEqual([])
})

describe('dependencies', () => {
  const kinds: Kind[] = ['dependencies', 'devDependencies', 'optionalDependencies']
  const all = kinds.flatMap((kind) => Object.entries(pkg[kind]))

  test('each has an exact version', () => {
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([])
  })

  test('each has its reason in docs/dependencies.md, and nothing else does', () => {
    const rows = [...read('docs/dependencies.md').matchAll(/^\| (?!package )([^|]+?) \|/gm)]
      .flatMap(([, names = '']) => names.split(/,\s*/))
      .filter((name) => !/^-+$/.test(name))
    expect(rows.sort()).toEqual(all.map(([name]) => name).sort())
  })
})

test('nothing names where packages come from, and no file of the house is private to one machine', () => {
  const lock = read('package-lock.json')
  const hosts = [...lock.matchAll(/"resolved": "https?:\/\/([^/"]+)/g)].map(([, host]) => host)
  expect(new Set(hosts).size).toBeLessThanOrEqual(1)
})

function pagesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => path.endsWith('.md'))
}
