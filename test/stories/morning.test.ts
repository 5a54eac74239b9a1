import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { transcript } from '../support/transcript.ts'
import { until } from '../support/wechat.ts'
import { openWorld, type World } from '../support/world.ts'

const EVERYWHERE = ['全区群', '执法一队群', '领导群']

test('over a scripted week the figures are those of 08:25, each thing counted on its day', async () => {
  await using world = await openWorld()
  const paste = (no: string, place: string, term: string) => world.says('赵蕾', 'private', order({ no, place, term }))
  await paste('202611230001', '方庄街道芳古园一区1号楼', '2026-11-24 16:00')
  await paste('202611230002', '方庄街道芳古园一区2号楼', '2026-11-24 08:00')
  await paste('202611230003', '成寿寺街道成寿寺第一社区3号楼', '7天')
  await world.advance('11-23 10:00')
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('王磊', '成寿寺群', '领哨 103')

  await world.advance('11-24 08:27')
  await world.says('小刘', '方庄群', '芳古园一区4号楼楼下烧烤冒烟')
  await world.says('李强', '方庄群', '领哨 102')
  await world.advance('11-24 08:30')
  const tuesday =
    '【早调度】11月24日 周二(截至08:25)\n盯办2:超期#102 待领 25分｜今日到期#101 16:00\n待领1:#102方庄 22时｜昨日新收3 领哨2 回复0 办结0｜在办3'
  expect(dispatches(world)).toEqual({
    '11-24 08:30 领导群': tuesday,
    '11-24 08:30 全区群': tuesday,
    '11-24 08:30 执法一队群': tuesday,
    '11-24 08:30 方庄群':
      '【早调度】11月24日 周二(截至08:25)\n盯办2:超期#102 待领 25分｜今日到期#101 16:00\n待领1:#102 22时\n领件回「领哨 102」',
  })

  await world.advance('11-25 08:30')
  const wednesday =
    '【早调度】11月25日 周三(截至08:25)\n盯办2:超期#102 执法一队 1天、#101 执法一队 16时\n待领1:#104方庄 23时｜昨日新收1 领哨1 回复0 办结0｜在办4'
  expect(dispatches(world)['11-25 08:30 领导群']).toBe(wednesday)
  expect(dispatches(world)['11-25 08:30 成寿寺群']).toBeUndefined()

  await world.says('何涛', '成寿寺群', '领哨 104')
  await world.says('周敏', '方庄群', '领哨 104')
  await world.advance('11-30 08:30')
  expect(dispatches(world)['11-30 08:30 领导群']).toBe(
    '【早调度】11月30日 周一(截至08:25)\n盯办3:超期#102 执法一队 6天、#101 执法一队 5天16时｜今日到期#103 09:30\n待领0｜周末(周五起)新收0 领哨0 回复0 办结0｜在办4',
  )
  expect(Object.keys(dispatches(world)).filter((when) => when.includes('成寿寺群'))).toEqual(['11-30 08:30 成寿寺群'])
})

test('a quiet house hears of a quiet house, its streets hear nothing', async () => {
  await using world = await openWorld()
  await world.advance('11-24 09:00')
  const said = '【早调度】11月24日 周二(截至08:25)\n待领0｜昨日新收0 领哨0 回复0 办结0｜在办0'
  expect(dispatches(world)).toEqual(Object.fromEntries(EVERYWHERE.map((room) => [`11-24 08:30 ${room}`, said])))
})

test('it is said on working days only: not at weekends, not in the holiday, but on make-up days', async () => {
  await using world = await openWorld({ at: '2026-09-29T09:30:00+08:00' })
  await world.advance('10-12 09:00')
  const heard = transcript(world).filter(({ to }) => to === '领导群')
  expect(heard.map(({ at }) => at)).toEqual(['09-30 08:30', '10-08 08:30', '10-09 08:30', '10-10 08:30', '10-12 08:30'])
  const since = heard.map(({ text }) => /｜(.*)新收/.exec(text)?.[1])
  expect(since).toEqual(['昨日', '09-30以来', '昨日', '昨日', '10-10以来'])
})

test('it is said once, whatever is started again and however often somebody looks', async () => {
  await using world = await openWorld({ at: '2026-11-24T08:29:00+08:00' })
  await world.advance('11-24 08:30')
  await world.restart()
  world.bot.jobs.tick()
  await world.advance('11-24 08:31')
  await away(world, '11-24 10:00')
  await world.advance('11-24 11:00')
  expect(world.allHeard('局领导群').filter((text) => text.startsWith('【早调度】'))).toHaveLength(1)
})

test('after an absence it is made up until noon, with the figures of 08:25', async () => {
  await using world = await openWorld({ at: '2026-11-24T08:20:00+08:00', orders: true })
  await world.advance('11-24 08:28')
  await world.says('李强', '方庄群', '领哨 101')
  await away(world, '11-24 11:59')
  const said = await until(() => Object.keys(dispatches(world)).length === 4 && dispatches(world))
  expect(Object.keys(said).sort()).toEqual([...EVERYWHERE, '方庄群'].map((room) => `11-24 11:59 ${room}`).sort())
  expect(said['11-24 11:59 领导群']).toContain('(截至08:25)\n待领1:#101方庄 5分｜昨日新收1 领哨0 回复0 办结0｜在办1')
})

test('later than noon it is skipped, and the next day goes on as ever', async () => {
  await using world = await openWorld({ at: '2026-11-24T08:20:00+08:00' })
  await away(world, '11-24 12:00')
  await world.advance('11-24 19:00')
  expect(dispatches(world)).toEqual({})
  await world.advance('11-25 08:30')
  expect(Object.keys(dispatches(world))).toHaveLength(EVERYWHERE.length)
})

/** The program is down until then. */
function away(world: World, until: string): Promise<void> {
  return world.restart(() => world.clock.set(Date.parse(`2026-${until.replace(' ', 'T')}:00+08:00`)))
}

function dispatches(world: World): Record<string, string> {
  const said = transcript(world).filter(({ text }) => text.startsWith('【早调度】'))
  const byPlace = Object.fromEntries(said.map(({ at, to, text }) => [`${at} ${to}`, text]))
  expect(said).toHaveLength(Object.keys(byPlace).length)
  return byPlace
}
