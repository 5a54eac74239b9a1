import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DrillConfig, readConfig } from '../../bot/config.ts'
import { openRun } from '../../bot/drill/run.ts'
import type { Sheet, StepState } from '../../domain/drill/result.ts'
import type { Scenario } from '../../domain/drill/scenario.ts'
import { scenarios } from '../../domain/drill/scenarios.ts'
import { silent } from '../support/wechat.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scenes-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let ids = 0

/** Plays a whole run over a real gateway, Redis and database. Out: its sheet, and everything the bot said. */
async function played(scenario: Scenario, mode: 'model' | 'careless'): Promise<{ sheet: Sheet; heard: string[] }> {
  const config = readConfig({ DATA_DIR: folder }) as DrillConfig
  const dir = join(folder, 'scene')
  const world = { newId: () => String(++ids), log: silent }
  const run = await openRun(scenario, mode, { config, world, dir })
  try {
    while (!run.over()) await run.next()
    const { bot } = run.ground.state()
    const lines = run.ground.lines()
    return { sheet: run.result(true), heard: lines.map(({ by, text }) => `${by === bot.id ? '' : '> '}${text}`) }
  } finally {
    await run.close()
    expect(existsSync(dir)).toBe(false)
  }
}

const named = ({ steps }: Sheet, state: StepState) =>
  steps.filter((step) => step.state === state).map(({ step }) => step.id)

describe.each(scenarios.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
  test('as a good colleague does it, every step comes in time and nothing goes wrong', async () => {
    const { sheet, heard } = await played(scenario, 'model')
    const all = scenario.steps.map(({ id }) => id)
    expect({ came: named(sheet, 'came'), wrong: sheet.wrong }, heard.join('\n')).toEqual({ came: all, wrong: [] })
    expect(sheet.verdict).toBe('clean')
    expect(heard.filter((text) => text.includes('末次仍超标'))).toEqual([])
  })

  test('carelessly, the sheet names exactly what was late, missing and wrong', async () => {
    const { sheet, heard } = await played(scenario, 'careless')
    const { comesTo } = scenario.careless
    expect(
      {
        late: named(sheet, 'late'),
        missing: named(sheet, 'missing'),
        wrong: sheet.wrong.map(({ never }) => never.says),
      },
      heard.join('\n'),
    ).toEqual(comesTo)
    expect(sheet.next).toBeDefined()
  })
})
