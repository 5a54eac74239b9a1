import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

const order = (no: string, building: string) =>
  `【工单编号】2026112201${no}\n【地址】方庄街道芳古园一区${building}号楼\n【反映内容】饭馆油烟大,开不了窗\n【诉求人】李女士\n【联系电话】13800005678\n【处理时限】7天`

test('what a lead is asked comes numbered at 11:30, and the numbers are enough to answer', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('赵蕾', 'private', order('02', '5'))
  await world.says('赵蕾', 'private', order('03', '7'))
  for (const no of [101, 102, 103]) {
    await world.says('李强', '方庄群', `领哨 ${no}`)
    await world.says('李强', '方庄群', `${no} 不宜检测 店铺已停业`)
  }
  world.heard('王磊')
  await world.advance('11-23 11:29')
  expect(world.heard('王磊')).toEqual([])
  await world.advance('11-23 11:30')
  const list = world.heard('王磊')[0] ?? ''
  expect(list.split('\n')).toHaveLength(5)
  expect(list).toMatch(/^请您定3件:\n1 #101 .*「不宜检测」 李强,.*\n2 #102 /)

  await world.says('王磊', 'private', '同意 1 3')
  expect(world.heard('王磊')[0]).toBe('#101 已同意「不宜检测」,已告知承办人。\n#103 已同意「不宜检测」,已告知承办人。')
  await world.says('王磊', 'private', '不同意 2')
  expect(world.heard('王磊')[0]).toMatch(/^还差理由/)
  world.heard('李强')
  await world.says('王磊', 'private', '不同意 2 先去现场看看')
  expect(world.heard('李强')[0]).toMatch(/^#102 「不宜检测」负责人不同意:先去现场看看。/)
  expect(world.heard('王磊')[0]).toMatch(/^#102 不同意「不宜检测」/)
  await world.says('王磊', 'private', '同意 7')
  expect(world.heard('王磊')[0]).toMatch(/^最近的清单只有3项/)
  await world.says('王磊', 'private', '同意 1')
  expect(world.heard('王磊')[0]).toMatch(/「不宜检测」已经答复过了。还有没定的回「待批」看。$/)

  await world.advance('11-23 16:01')
  expect(world.heard('王磊').filter((text) => text.startsWith('请您定'))).toEqual([])
})

test('待批 lists it on demand; 我的 begins with it; the numbers mean the list shown last', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('赵蕾', 'private', order('02', '5'))
  await world.says('王磊', '方庄群', '领哨 102')
  await world.says('王磊', 'private', '待批')
  expect(world.heard('王磊').at(-1)).toBe('没有等您定的事项。')
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '101 不宜检测 店铺已停业')

  world.heard('王磊')
  await world.says('王磊', 'private', '待批')
  expect(world.heard('王磊')[0]).toMatch(/^请您定1件:\n1 #101 .*「不宜检测」 李强,.*\n回「同意 1」/)
  await world.says('王磊', 'private', '我的')
  expect(world.heard('王磊')[0]).toMatch(/^等您定1件,回「同意 1」.*\n①#101 .*「不宜检测」.*\n你在办1件:\n1 #102 /)
  world.heard('方庄群')
  await world.says('王磊', '方庄群', '我的')
  expect(world.heard('方庄群')[0]).toMatch(/^等您定1件,私聊我回「待批」看。\n你在办1件:\n1 #102 /)
  await world.says('王磊', '方庄群', '待批')
  expect(world.heard('方庄群')).toEqual(['「待批」请私聊我说。'])

  await world.says('李强', 'private', '待批')
  expect(world.heard('李强').at(-1)).toMatch(/^「待批」由负责人、专班、分管领导来做/)
  await world.says('王磊', 'private', '同意 1')
  expect(world.heard('王磊')[0]).toBe('#101 已同意「不宜检测」,已告知承办人。')
})

test('with two hours left it is asked at once; before that as soon as they are', async () => {
  await using world = await openWorld()
  const hurried = (deadline: string, no: string) =>
    world.says(
      '赵蕾',
      'private',
      `【工单编号】2026112201${no}\n【地址】方庄街道芳古园一区9号楼\n【反映内容】饭馆油烟大\n【诉求人】李女士\n【联系电话】13800005678\n【派单时间】2026-11-16 09:00\n【办理截止时间】2026-11-23 ${deadline}`,
    )
  await hurried('11:00', '11')
  await hurried('15:00', '12')
  for (const no of [101, 102]) {
    await world.says('李强', '方庄群', `领哨 ${no}`)
    await world.says('李强', '方庄群', `${no} 不宜检测 店铺已停业`)
  }
  const asked = () => world.heard('王磊').filter((text) => text.includes('申请「不宜检测」'))
  expect(asked().join()).toMatch(/#101/)
  await world.advance('11-23 12:59')
  expect(asked()).toEqual([])
  await world.advance('11-23 13:00')
  expect(asked().join()).toMatch(/#102/)
  await world.advance('11-23 15:30')
  expect(asked()).toEqual([])
})
