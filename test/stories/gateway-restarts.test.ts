import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { logOf } from '../support/records.ts'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

/** The first rounds fill caches; what grows after them is a leak. */
const WARM = 10
const TIMES = 50

test('the gateway restarts fifty times: no crash, every message after a restart is heard, nothing is left behind', async () => {
  const warnings: string[] = []
  const note = ({ message }: Error) => void warnings.push(message)
  process.on('warning', note)
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '领哨 101')
  for (let i = 0; i < WARM; i++) await restart(world)
  const before = held()
  for (let i = WARM; i < TIMES; i++) await restart(world)
  const after = held()
  process.off('warning', note)

  expect(logOf(world, 101).filter((kind) => kind === 'progressed')).toHaveLength(TIMES)
  expect(warnings.filter((warning) => warning.includes('leak'))).toEqual([])
  console.log(`${TIMES - WARM} restarts: ${JSON.stringify(before)} → ${JSON.stringify(after)}`)
  expect(after.handles).toBeLessThanOrEqual(before.handles + 2)
  expect(after.heapMb).toBeLessThan(before.heapMb + 10)
}, 180_000)

async function restart(world: World): Promise<void> {
  await world.wechat.restart()
  await until(() => !world.bot.line.health().up)
  await until(() => world.bot.line.health().loggedIn, 20_000)
  await world.says('李强', '方庄群', '进展 101 又看了一次')
}

/** What the process holds once the garbage is taken out. */
function held(): { handles: number; heapMb: number } {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const heapMb = Math.round(process.memoryUsage().heapUsed / 1e5) / 10
  return { handles: process.getActiveResourcesInfo().length, heapMb }
}
