import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Scenario } from '../../domain/drill/scenario.ts'
import { timeOf } from '../../domain/drill/scenario.ts'
import { scenarios } from '../../domain/drill/scenarios.ts'
import { dateOf } from '../../domain/time/wall.ts'
import {
  headlineOf,
  nextWords,
  playsWhen,
  runModes,
  sheetText,
  stepStates,
  stepWords,
  wrongWords,
} from '../../domain/words/scenario.ts'
import { GroundRefusal } from '../../web/ground.ts'
import type { SceneCard, SceneMode, SceneSheet, Scenes } from '../../web/scenes.ts'
import type { DrillConfig } from '../config.ts'
import type { World } from '../engine.ts'
import { openRun, type Run } from './run.ts'

/** Scenario drills that end with the program. */
export interface OpenScenes extends Scenes {
  close(): Promise<void>
}

/** Opens the house of the scenario drills: nothing runs until somebody starts one. */
export function openScenes(config: DrillConfig, world: Pick<World, 'newId' | 'log' | 'drillClock'>): OpenScenes {
  const dir = join(config.dataDir, 'scene')
  let on: { scenario: Scenario; mode: SceneMode; run: Run; token: string } | undefined
  let changing: Promise<unknown> | undefined
  let last: SceneSheet | undefined
  // What a kill left behind.
  rmSync(dir, { recursive: true, force: true })

  async function alone<T>(act: () => Promise<T>): Promise<T> {
    if (changing) throw new GroundRefusal('正在准备,请稍等')
    const acting = act()
    changing = acting.catch(() => {})
    try {
      return await acting
    } finally {
      changing = undefined
    }
  }

  function running() {
    if (!on) throw new GroundRefusal('没有正在进行的情景')
    return on
  }

  return {
    list: () => scenarios.map(cardOf),
    ground: () => on?.run.ground,
    last: () => last,
    running: (token) => on && { name: on.scenario.name, mine: token === on.token },
    start: (id, mode) =>
      alone(async () => {
        if (on) throw new GroundRefusal(`「${on.scenario.name}」还在进行,先结束它`)
        const scenario = scenarios.find((one) => one.id === id)
        if (!scenario) throw new GroundRefusal('没有这个情景')
        last = undefined
        const run = await openRun(scenario, mode, { config, world, dir })
        on = { scenario, mode, run, token: Array.from({ length: 4 }, () => world.newId()).join('') }
        return on.token
      }),
    next: () => running().run.next(),
    end: () =>
      alone(async () => {
        const { scenario, mode, run } = running()
        last = sheetOf(scenario, mode, run)
        on = undefined
        await run.close()
        return last
      }),
    async close() {
      await changing
      const open = on
      on = undefined
      await open?.run.close()
    },
  }
}

function cardOf(scenario: Scenario): SceneCard {
  const { id, name, trains, plays, takes, steps, careless } = scenario
  return {
    id,
    name,
    trains,
    plays: [...plays],
    takes,
    when: playsWhen(scenario),
    steps: steps.length,
    careless: careless.what,
  }
}

function sheetOf(scenario: Scenario, mode: SceneMode, run: Run): SceneSheet {
  const sheet = run.result(true)
  const day = dateOf(timeOf(scenario.begins))
  return {
    id: scenario.id,
    name: scenario.name,
    mode: runModes[mode],
    headline: headlineOf(sheet, mode),
    clean: sheet.verdict === 'clean',
    rows: sheet.steps.map((one) => ({
      step: one.step.id,
      state: one.state,
      word: stepStates[one.state],
      words: stepWords(one, day),
    })),
    wrong: sheet.wrong.map((one) => wrongWords(one, day)),
    next: nextWords(sheet, mode),
    text: sheetText(scenario, sheet, mode),
  }
}
