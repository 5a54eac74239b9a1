import { expect, test } from 'vitest'
import { countOf, logOf, openFile } from '../support/records.ts'
import { until } from '../support/wechat.ts'
import { openWorld } from '../support/world.ts'

const FANGZHUANG = 'fangzhuang@chatroom'
const CANNOT = '暂时不能登记,消息已留住,恢复后自动补记。'

// SQLite itself waits five seconds for the lock before it gives up: that is the length of this story.
test('while another process holds the write lock a message is kept, said once, and registered once when it lets go', async () => {
  await using world = await openWorld()
  const other = openFile(world)
  other.exec('BEGIN IMMEDIATE')
  const first = world.wechat.say({ as: 'wxid_liqiang', room: FANGZHUANG, text: '芳古园一区11号楼底商油烟大,熏得慌' })
  const second = world.wechat.say({ as: 'wxid_liqiang', room: FANGZHUANG, text: '我的' })
  await until(() => world.allHeard('方庄群').includes(CANNOT), 30_000)
  expect(countOf(world, 'inbox')).toBe(0)

  other.exec('ROLLBACK')
  other.close()
  await world.bot.handled(first)
  await world.bot.handled(second)
  await world.quiet()
  expect(logOf(world, 101)).toEqual(['registered'])
  expect(countOf(world, 'cases')).toBe(1)
  const said = world.allHeard('方庄群')
  expect(said.filter((text) => text === CANNOT)).toHaveLength(1)
  expect(said.filter((text) => text.includes('#101 待领哨'))).toHaveLength(1)
  expect(said.findIndex((text) => text.includes('#101 待领哨'))).toBeGreaterThan(said.indexOf(CANNOT))
}, 60_000)
