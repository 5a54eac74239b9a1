import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DrillConfig, readConfig } from '../../bot/config.ts'
import { type OpenScenes, openScenes } from '../../bot/drill/scenes.ts'
import { scenarios } from '../../domain/drill/scenarios.ts'
import { silent, until } from '../support/wechat.ts'

let folder: string
let scenes: OpenScenes
let ids = 0

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hints-'))
  const config = readConfig({ DATA_DIR: folder }) as DrillConfig
  scenes = openScenes(config, { newId: () => String(++ids), log: silent })
})
afterEach(async () => {
  await scenes.close()
  rmSync(folder, { recursive: true, force: true })
})

const stage = () => scenes.ground()?.state()

/** The step whose turn it is, as the page shows it. */
function turn() {
  const { scene } = stage() ?? {}
  return scene?.over ? undefined : scene?.steps.find(({ state }) => state === 'open')
}

const lastHeard = (where: string) =>
  scenes
    .ground()
    ?.lines()
    .findLast((line) => line.in === where)?.text ?? ''

/** Says it and waits for the answer. */
async function tell(as: string, where: string, text: string): Promise<void> {
  scenes.ground()?.say({ as, in: where, text })
  await until(() => lastHeard(where) !== text)
}

// A stranger at the page knows nothing but the hints: they say them as they stand, and let the clock go on in between.
test.each(scenarios.map(({ name, id }) => [name, id]))(
  '%s can be played to a clean end by its hints alone',
  async (_, id) => {
    await scenes.start(id, 'play')
    for (let step = turn(), tries = 0; step && tries < 80; step = turn(), tries++) {
      const { as, in: where, say, ready } = step
      if (say && ready) {
        await tell(as, where, say)
        const code = /确认 (\d{4})/.exec(lastHeard(where))?.[1]
        if (code) await tell(as, where, `确认 ${code}`)
      }
      if (turn()?.id === step.id) await scenes.next()
    }
    const sheet = await scenes.end()
    expect(sheet.headline, sheet.text).toMatch(/^\d+步都按时,没有违规/)
  },
)
