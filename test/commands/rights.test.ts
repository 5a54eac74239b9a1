import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { rights, type Verb } from '../../domain/people/rights.ts'
import { said } from '../support/said.ts'
import { openBureau, type Place, places, roles, type Who, type Whose, whose } from '../support/standing.ts'

/** One cell of rights.txt: who says what, where, of whose case, and what comes of it. */
interface Cell {
  line: string
  who: Who
  place: Place
  whose: Whose | undefined
  sign: string
}

const cells = readTable(readFileSync(join(import.meta.dirname, 'rights.txt'), 'utf8'))
const bureau = openBureau()
afterAll(() => bureau.close())

// What is said of one standing is tried together, when its first cell is looked at.
const tried = new Map<string, string[]>()
function triedBy({ line, who, whose }: Cell): string[] | undefined {
  const key = (one: string) => `${one} ${who} ${whose}`
  if (!tried.has(key(line))) {
    const lines = Object.entries(said).filter(([, { standing }]) => standing === said[line]?.standing)
    const found = bureau.outcomes(
      who,
      lines.map(([, one]) => one),
      whose,
    )
    for (const [i, [name]] of lines.entries()) tried.set(key(name), found[i] ?? [])
  }
  return tried.get(key(line))
}

describe('the table of rights', () => {
  test('every verb stands in it, every line with every role once', () => {
    const lines = Map.groupBy(cells, ({ line }) => line)
    expect([...lines.keys()].sort()).toEqual(Object.keys(said).sort())
    const verbs = new Set([...lines.keys()].map((line) => said[line]?.verb))
    expect([...verbs].sort()).toEqual((Object.keys(rights) as Verb[]).sort())
    for (const [line, of] of lines) {
      const kinds = said[line]?.standing ? whose.length : 1
      expect(of.length, line).toBe(Object.keys(roles).length * places.length * kinds)
      expect(new Set(of.map(({ who }) => who)).size, line).toBe(Object.keys(roles).length)
    }
  })
})

describe.each([...Map.groupBy(cells, ({ line }) => line)])('%s', (_line, of) => {
  test.each(of)('by $who, $place, $whose case: $sign', (cell) => {
    expect(triedBy(cell)?.[places.indexOf(cell.place)]).toBe(cell.sign)
  })
})

test('every refusal is one sentence or two, with its reason and the next step', () => {
  expect(bureau.refusals.size).toBeGreaterThan(100)
  for (const words of bureau.refusals) {
    expect(words).toMatch(/^[^\n]{8,90}。$/)
    expect(words).toMatch(/请|回「|不用/)
  }
})

// A section: a comment, the lines it holds for, the head, and the rows.
function readTable(text: string): Cell[] {
  const sections = text.split(/^# .*$/m).slice(1)
  return sections.flatMap((section) => {
    const [names = '', , ...rows] = section.trim().split('\n')
    const lines = names.split(',').map((name) => name.trim())
    return rows.filter(Boolean).flatMap((row) => lines.filter(Boolean).flatMap((line) => readRow(line, row)))
  })
}

function readRow(line: string, row: string): Cell[] {
  const words = row.split(/\s+/)
  const signs = words.slice(-places.length)
  const kinds: readonly (Whose | undefined)[] = said[line]?.standing ? whose : [undefined]
  return (words.slice(0, -places.length) as Who[]).flatMap((who) =>
    places.flatMap((place, p) =>
      kinds.map((one, k) => ({ line, who, place, whose: one, sign: cellAt(signs[p] ?? '', k) })),
    ),
  )
}

// One sign stands for every kind of case.
function cellAt(signs: string, kind: number): string {
  return (signs.length === 1 ? signs : signs[kind]) ?? ''
}
