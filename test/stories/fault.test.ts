import { expect, test } from 'vitest'
import { heardLog } from '../support/heard-log.ts'
import { countOf, logOf, openFile } from '../support/records.ts'
import { openWorld, type World } from '../support/world.ts'

const ORDER =
  '【工单编号】202611222147003\n【地址】方庄街道芳古园一区11号楼底商\n【反映内容】老灶火锅晚间排油烟,居民无法开窗\n【诉求人】王秀兰\n【联系电话】13800001234\n【处理时限】7天'
const ANOTHER = '上报 芳群园四区12号楼南侧工地后半夜打桩'
const TABLES = ['cases', 'events', 'texts', 'vault', 'clocks', 'outbox', 'said'] as const

test('a fault inside a rule keeps the message, says a number and leaves nothing else behind', async () => {
  const log = heardLog()
  await using world = await openWorld({ log })
  breakClocks(world)
  const message = await world.says('小刘', '方庄群', ORDER)

  expect(world.heard('方庄群')).toEqual(['出错了(编号 F1),已记录,请再发一次或联系管理员。'])
  expect(kept(world, message)).toEqual({ state: 'failed', fault: 'F1', sealed: 1 })
  mendClocks(world)
  expect(counts(world)).toEqual({ cases: 0, events: 0, texts: 0, vault: 0, clocks: 0, outbox: 1, said: 1 })

  const told = log.lines.filter(({ level }) => level === 'error')
  expect(told.map(({ facts }) => facts.fault)).toContain('F1')
  for (const personal of ['13800001234', '王秀兰', '老灶火锅', '芳古园']) expect(log.text()).not.toContain(personal)
})

test('what a broken thing says about itself reaches the log without personal data', async () => {
  const log = heardLog()
  await using world = await openWorld({ log })
  withFile(
    world,
    `create trigger broken before insert on cases begin select raise(abort, '坏了
诉求人:王秀兰
电话 13800001234'); end`,
  )
  await world.says('小刘', '方庄群', ORDER)
  expect(world.heard('方庄群')).toEqual([expect.stringMatching(/^出错了\(编号 F1\)/)])
  expect(log.text()).toContain('"F1"')
  for (const personal of ['13800001234', '王秀兰']) expect(log.text()).not.toContain(personal)
})

test('a claim that breaks leaves the case waiting, and works when the thing is mended', async () => {
  await using world = await openWorld({ orders: true })
  breakClocks(world)
  await world.says('李强', '方庄群', '领哨 101')
  expect(world.heard('方庄群')).toEqual([expect.stringMatching(/^出错了\(编号 F1\)/)])
  expect(world.heard('赵蕾')).toEqual([])
  mendClocks(world)
  expect(world.bot.store.books.cases.find(101)?.state).toBe('waiting')
  expect(logOf(world, 101)).toEqual(['registered'])

  await world.says('李强', '方庄群', '领哨 101')
  expect(world.heard('方庄群')).toEqual([expect.stringMatching(/^#101 已领哨:执法一队 李强/)])
  expect(logOf(world, 101)).toEqual(['registered', 'claimed'])
})

test('a message that failed is not tried again by a restart; the next one has the first number', async () => {
  await using world = await openWorld()
  breakClocks(world)
  const message = await world.says('小刘', '方庄群', ORDER)
  mendClocks(world)
  await world.restart()
  expect(kept(world, message).state).toBe('failed')
  expect(countOf(world, 'cases')).toBe(0)

  await world.says('小刘', '方庄群', ANOTHER)
  expect(world.allHeard('方庄群').at(-1)).toMatch(/^#101 待领哨/)
  expect(logOf(world, 101)).toEqual(['registered'])
})

test('of two orders in one message the one that does not break is registered', async () => {
  await using world = await openWorld()
  withFile(
    world,
    `create trigger broken before insert on cases when new.external_no = '202611230002'
     begin select raise(abort, 'no'); end`,
  )
  const order = (no: string, place: string) =>
    `【工单编号】${no}\n【地址】方庄街道${place}\n【反映内容】楼下面馆油烟直排,开不了窗`
  const message = await world.says(
    '小刘',
    '方庄群',
    `${order('202611230002', '芳城园二区8号楼')}\n\n${order('202611230003', '芳古园一区9号楼')}`,
  )
  expect(kept(world, message)).toMatchObject({ state: 'failed', fault: 'F1' })
  expect(world.allHeard('方庄群').join('\n')).toMatch(/出错了\(编号 F1\)/)
  expect(world.bot.store.books.cases.all().map(({ externalNo }) => externalNo)).toEqual(['202611230003'])
  expect(logOf(world, 101)).toEqual(['registered'])
})

test('a fault outside of the rules does not come back for ever: the room goes on', async () => {
  const log = heardLog()
  await using world = await openWorld({ log })
  withFile(world, 'alter table settings rename to settings_elsewhere')
  const message = await world.says('小刘', '方庄群', ORDER)
  expect(world.heard('方庄群')).toEqual([expect.stringMatching(/^出错了\(编号 F\d+\)/)])
  const { state, fault } = kept(world, message)
  expect(state).toBe('failed')
  expect(world.allHeard('方庄群')[0]).toContain(`编号 ${fault}`)
  expect(log.lines.map(({ facts }) => facts.fault)).toContain(fault)
  withFile(world, 'alter table settings_elsewhere rename to settings')

  expect(counts(world)).toEqual({ cases: 0, events: 0, texts: 0, vault: 0, clocks: 0, outbox: 1, said: 1 })
  await world.says('小刘', '方庄群', ANOTHER)
  expect(world.heard('方庄群')).toEqual([expect.stringMatching(/^#101 待领哨/)])
})

/** A table is missing: rules break half way, after the case and its event were written. */
function breakClocks(world: World): void {
  withFile(world, 'alter table clocks rename to clocks_elsewhere')
}

function mendClocks(world: World): void {
  withFile(world, 'alter table clocks_elsewhere rename to clocks')
}

function withFile(world: World, sql: string): void {
  const file = openFile(world)
  file.exec(sql)
  file.close()
}

function kept(world: World, message: string): { state: string; fault: string | null; sealed: number } {
  const file = openFile(world, { readonly: true })
  try {
    return file
      .prepare('select state, fault, sealed is not null as sealed from inbox where message = ?')
      .get(message) as {
      state: string
      fault: string | null
      sealed: number
    }
  } finally {
    file.close()
  }
}

function counts(world: World): Record<string, number> {
  return Object.fromEntries(TABLES.map((table) => [table, countOf(world, table)]))
}
