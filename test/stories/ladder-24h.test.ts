import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { isList, reminders, transcript } from '../support/transcript.ts'
import { openWorld } from '../support/world.ts'

const HEAD = '【急】#101 方庄街道 芳古园一区11号楼底商 餐饮油烟'
const PLEASE = '请回「领哨 101」,去不了请安排人'

/** domain.md section 5, the row of 24 h: minutes after registering, who, and how it ends. */
const UNCLAIMED: readonly (readonly [minute: number, to: string, ends: string])[] = [
  [30, '李强', `已等30分,还没人领。${PLEASE}`],
  [30, '周敏', `已等30分,还没人领。${PLEASE}`],
  [60, '方庄群', '已等1时,还没人领。请马上回「领哨 101」'],
  [120, '王磊', `已等2时,还没人领。${PLEASE}`],
  [18 * 60, '李强', '余6时,还没人领。请回「领哨 101」'],
  [18 * 60, '周敏', '余6时,还没人领。请回「领哨 101」'],
  [20 * 60, '李强', '余4时,局内时限已到,还没人领。请回「领哨 101」'],
  [20 * 60, '周敏', '余4时,局内时限已到,还没人领。请回「领哨 101」'],
  [22 * 60, '李强', '余2时,还没人领。请回「领哨 101」'],
  [22 * 60, '周敏', '余2时,还没人领。请回「领哨 101」'],
  [22 * 60, '王磊', '余2时,还没人领。请回「领哨 101」'],
  [24 * 60, '李强', '官方时限到了,还没人领。请马上回「领哨 101」'],
  [24 * 60, '周敏', '官方时限到了,还没人领。请马上回「领哨 101」'],
  [24 * 60, '王磊', '官方时限到了,还没人领。请马上回「领哨 101」'],
]

test.each([
  { when: 'on a working day', at: '2026-11-23T09:30:00+08:00' },
  { when: 'on a Friday evening', at: '2026-11-27T21:15:00+08:00' },
  { when: 'on the eve of the October holiday', at: '2026-09-30T19:00:00+08:00' },
])('a 24 h case nobody claims $when is heard day and night, each step once', async ({ at }) => {
  await using world = await openWorld({ at })
  const start = Date.parse(at)
  await world.says('赵蕾', 'private', order({ term: '24小时' }))
  expect(world.heard('方庄群')[0]).toContain('(执法一队值班) 请30分钟内回「领哨 101」')
  const before = world.wechat.heard().length
  await world.advance(new Date(start + 30 * 3_600_000).toISOString())

  const instants = world.wechat
    .heard()
    .slice(before)
    .map((heard) => (heard.at - start) / 60_000)
  const said = transcript(world, before)
    .map(({ to, text }, i) => ({ minute: instants[i], to, text }))
    .filter(({ text }) => !isList(text))
  expect(said).toEqual(UNCLAIMED.map(([minute, to, ends]) => ({ minute, to, text: expect.stringContaining(ends) })))
  for (const { text } of said) expect(text.startsWith(`${HEAD} `), text).toBe(true)
})

test('the owner is reminded to call within two hours, and of the deadline with the lead', async () => {
  await using world = await openWorld()
  await world.says('赵蕾', 'private', order({ term: '24小时' }))
  await world.advance('11-23 09:40')
  await world.quotes('李强', '方庄群', '【急】#101 待领哨｜餐饮油烟', '领哨')
  expect(world.heard('方庄群').at(-1)).toContain('请在今天11:40前联系诉求人')
  const before = world.wechat.heard().length
  await world.advance('11-24 12:00')
  expect(reminders(world, before)).toEqual([
    `11-23 11:40 李强 | ${HEAD} 领哨2时了,还没联系诉求人。请现在就打,号码回「联系方式 101」`,
    `11-23 17:36 李强 | ${HEAD} 领哨7时了,还没联系诉求人。请现在就打,号码回「联系方式 101」`,
    `11-23 17:36 王磊 | ${HEAD} 执法一队 李强领哨7时了,还没联系诉求人。请督促联系,经过回「过程 101」`,
    `11-24 03:30 李强 | ${HEAD} 今天09:30到期,余6时。还差什么回「101」`,
    `11-24 05:30 李强 | ${HEAD} 今天09:30到期,余4时,局内时限已到。还差什么回「101」`,
    `11-24 07:30 李强 | ${HEAD} 今天09:30到期,余2时。还差什么回「101」`,
    `11-24 07:30 王磊 | ${HEAD} 今天09:30到期,余2时,执法一队 李强在办。还差什么回「101」`,
    `11-24 09:30 李强 | ${HEAD} 官方时限到了。请尽快办结,经过回「过程 101」`,
    `11-24 09:30 王磊 | ${HEAD} 官方时限到了,执法一队 李强在办。请尽快办结,经过回「过程 101」`,
  ])
})

test('claimed between two steps, the next one is not said; urgent words need no budget', async () => {
  await using world = await openWorld()
  for (let i = 0; i < 10; i++) {
    await world.advance(`11-23 09:${30 + i}`)
    await world.says(
      '赵蕾',
      'private',
      order({ no: `20261123010${i}`, term: '24小时', place: `方庄街道芳古园一区${i + 1}号楼` }),
    )
  }
  const before = world.wechat.heard().length
  await world.advance('11-23 10:35')
  await world.says('王磊', '方庄群', '领哨 107 108 109 110')
  await world.advance('11-23 11:00')
  const inRoom = transcript(world, before).filter(({ to, text }) => to === '方庄群' && text.includes('已等1时'))
  expect(inRoom.map(({ at, text }) => `${at} ${/#\d+/.exec(text)}`)).toEqual(
    [1, 2, 3, 4, 5, 6].map((i) => `11-23 10:${29 + i} #10${i}`),
  )
})

test('words like 头晕 make a case urgent whatever its term, and it takes the row of 2 h', async () => {
  await using world = await openWorld({ at: '2026-11-28T23:00:00+08:00' })
  await world.says('小刘', '方庄群', '芳古园一区11号楼附近刺鼻气味,好几个人头晕')
  expect(world.heard('方庄群')[0]).toMatch(/^【急】#101 待领哨[\s\S]*内部时限 11-29 01:00\(余2时\)[\s\S]*请5分钟内回/)
  await world.advance('11-28 23:05')
  expect(world.heard('方庄群')).toEqual([expect.stringContaining('已等5分,还没人领')])
})
