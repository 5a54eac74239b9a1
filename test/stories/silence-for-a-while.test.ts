import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

const order = (n: number, limit: string, what: string) =>
  `【工单编号】202611230${n}\n【地址】方庄街道芳古园一区${n}号楼\n【反映内容】${what}\n【诉求人】李女士\n【联系电话】13800005678\n【处理时限】${limit}`

test('静音: what nobody asked for waits, answers and urgent things do not', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('周敏', '方庄群', '静音 2小时')
  expect(world.heard('方庄群')).toEqual(['本群静音到今天11:30,只说急件和答复。要恢复回「静音 取消」。'])
  await world.says('赵蕾', 'private', order(2, '7天', '饭馆油烟大'))
  await world.says('李强', '方庄群', '待领')
  expect(world.heard('方庄群').join()).toMatch(/^待领2件:/)
  await world.says('赵蕾', 'private', order(3, '2小时', '不明刺鼻气味,多人头晕'))
  expect(world.heard('方庄群').join()).toMatch(/【急】[\s\S]*#103/)
  await world.advance('11-23 11:29')
  expect(world.heard('方庄群').filter((text) => !text.includes('#103'))).toEqual([])
  await world.advance('11-23 11:30')
  expect(world.heard('方庄群').filter((text) => text.includes('#102'))).toHaveLength(1)
})

test('静音 取消: what waited is said at once; an officer may not silence a room', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('李强', '方庄群', '静音 2小时')
  expect(world.heard('方庄群')[0]).toMatch(/^「静音」由.*负责人.*来做/)
  await world.says('周敏', '方庄群', '静音 2小时')
  await world.says('赵蕾', 'private', order(2, '7天', '饭馆油烟大'))
  world.heard('方庄群')
  await world.advance('11-23 09:45')
  await world.says('周敏', '方庄群', '静音 取消')
  const heard = world.heard('方庄群')
  expect(heard).toContain('本群静音已取消。')
  expect(heard.some((text) => text.includes('#102'))).toBe(true)
})
