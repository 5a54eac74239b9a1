import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('an emergency at two in the morning of a holiday is heard at once; an ordinary case is not', async () => {
  await using world = await openWorld({ at: '2026-10-03T02:00:00+08:00' })
  await world.says(
    '赵蕾',
    'private',
    '【工单编号】2026100301\n【地址】方庄街道芳古园一区3号楼\n【反映内容】饭馆油烟大,晚上开不了窗\n【诉求人】李女士\n【联系电话】13800005678\n【处理时限】7天',
  )
  await world.says(
    '赵蕾',
    'private',
    '【工单编号】2026100302\n【地址】方庄街道芳古园一区9号楼\n【反映内容】不明刺鼻气味,多人头晕呕吐\n【诉求人】李女士\n【联系电话】13800005678\n【处理时限】2小时',
  )
  expect(
    world
      .heard('方庄群')
      .filter((text) => text.includes('【急】'))
      .join(),
  ).toMatch(/#102[\s\S]*119\/120/)
  await world.advance('2026-10-03T02:05:00+08:00')
  expect(world.heard('方庄群').join()).toMatch(/【急】#102 .*已等5分,还没人领。.*请马上回「领哨 102」/)
  await world.advance('2026-10-03T02:15:00+08:00')
  expect(world.heard('高明').join()).toMatch(/【急】#102/)
  await world.says('李强', '方庄群', '领哨 102')
  expect(world.heard('方庄群').join()).toMatch(/#102 已领哨/)
  await world.advance('2026-10-03T02:30:00+08:00')
  expect(world.heard('李强').join()).toMatch(/【急】#102 .*还没联系诉求人/)
  await world.advance('2026-10-03T08:59:00+08:00')
  const night = world.allHeard('方庄群').filter((text) => text.includes('#101') && !text.includes('待领哨｜'))
  expect(night).toEqual([])
  await world.advance('2026-10-03T09:00:00+08:00')
  expect(
    world
      .heard('赵蕾')
      .filter((text) => text.startsWith('赵蕾,今天值班清单'))
      .join(),
  ).toMatch(/急件1:#102[\s\S]*待领1:#101方庄/)
})
