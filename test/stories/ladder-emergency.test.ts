import { expect, test } from 'vitest'
import { district } from '../../domain/drill/district.ts'
import { order } from '../support/orders.ts'
import { told, transcript } from '../support/transcript.ts'
import { openWorld, type World } from '../support/world.ts'

const HEAD = '【急】#101 方庄街道 芳古园一区11号楼底商 餐饮油烟'
const PLEASE = '请回「领哨 101」,去不了请安排人'

/** domain.md section 5, the row of 2 h: minutes after registering, who, and what is said of the time. */
const UNCLAIMED: readonly (readonly [minute: number, to: string, words: string])[] = [
  [5, '方庄群', '已等5分,还没人领。@李强@周敏@王磊请马上回「领哨 101」'],
  [15, '王磊', `已等15分,还没人领。${PLEASE}`],
  [15, '高明', `已等15分,还没人领。${PLEASE}`],
  ...[30, 45, 60, 75, 90, 105].flatMap((minute) => [
    [minute, '方庄群', `已等${saidOf(minute)},还没人领。@李强@周敏@王磊请马上回「领哨 101」`] as const,
    [minute, '高明', `已等${saidOf(minute)},还没人领。${PLEASE}`] as const,
  ]),
]
const DUE: typeof UNCLAIMED = [
  [60, '李强', '余1时,还没人领。请回「领哨 101」'],
  [60, '周敏', '余1时,还没人领。请回「领哨 101」'],
  [96, '李强', '余24分,还没人领。请回「领哨 101」'],
  [96, '周敏', '余24分,还没人领。请回「领哨 101」'],
  [96, '王磊', '余24分,还没人领。请回「领哨 101」'],
  [105, '李强', '余15分,局内时限已到,还没人领。请回「领哨 101」'],
  [105, '周敏', '余15分,局内时限已到,还没人领。请回「领哨 101」'],
  [120, '李强', '官方时限到了,还没人领。请马上回「领哨 101」'],
  [120, '周敏', '官方时限到了,还没人领。请马上回「领哨 101」'],
  [120, '王磊', '官方时限到了,还没人领。请马上回「领哨 101」'],
  [120, '高明', '官方时限到了,还没人领。请马上回「领哨 101」'],
]

test.each([
  { when: 'on a working morning', at: '2026-11-23T09:30:00+08:00' },
  { when: 'in the night to a Sunday', at: '2026-11-29T00:50:00+08:00' },
  { when: 'in the middle of the October holiday', at: '2026-10-03T22:40:00+08:00' },
  { when: 'on the evening of a make-up Saturday', at: '2026-10-10T19:50:00+08:00' },
])('an emergency nobody claims $when climbs the whole ladder, each step once', async ({ at }) => {
  await using world = await openWorld({ at })
  const start = Date.parse(at)
  await world.says('赵蕾', 'private', order({ term: '2小时' }))
  expect(world.heard('方庄群')[0]).toMatch(
    /^【急】#101 待领哨｜[\s\S]*@周敏\u2005@李强\u2005\(执法一队值班\) 请5分钟内回「领哨 101」\n涉及人身安全先拨119\/120$/,
  )
  world.heard('赵蕾')
  const before = world.wechat.heard().length

  await world.advance(new Date(start + 5 * 3_600_000).toISOString())

  const heard = world.wechat.heard().slice(before)
  const said = heard.map(({ at }, i) => [(at - start) / 60_000, ...entry(world, before + i)] as const)
  const wanted = [...UNCLAIMED, ...DUE]
  expect(said.map(([minute, to]) => `${minute} ${to}`).sort()).toEqual(
    wanted.map(([minute, to]) => `${minute} ${to}`).sort(),
  )
  for (const [minute, to, words] of wanted) {
    const [, , text = ''] = said.find(([m, t, text]) => m === minute && t === to && text.endsWith(words)) ?? []
    expect(text, `${minute} ${to} ${words}`).toMatch(new RegExp(`^${HEAD} `))
  }
})

test('the claim ends the waiting, and call, arrival and deadline are asked for in its place', async () => {
  await using world = await openWorld()
  await world.says('赵蕾', 'private', order({ term: '2小时' }))
  await world.advance('11-23 09:40')
  await world.says('李强', '方庄群', '领哨 101')
  expect(world.heard('方庄群').at(-1)).toContain('请在今天09:55前联系诉求人')
  const before = world.wechat.heard().length
  await world.advance('11-23 14:00')
  expect(told(world, before)).toEqual([
    `11-23 09:55 李强 | ${HEAD} 领哨15分了,还没联系诉求人。请现在就打,号码回「联系方式 101」`,
    `11-23 10:16 李强 | ${HEAD} 领哨36分了,还没联系诉求人。请现在就打,号码回「联系方式 101」`,
    `11-23 10:16 王磊 | ${HEAD} 执法一队 李强领哨36分了,还没联系诉求人。请督促联系,经过回「过程 101」`,
    `11-23 10:30 李强 | ${HEAD} 今天11:30到期,余1时。还差什么回「101」`,
    `11-23 10:40 李强 | ${HEAD} 领哨1时了,还没到场。请马上到现场,现况回「101」`,
    `11-23 11:06 李强 | ${HEAD} 今天11:30到期,余24分。还差什么回「101」`,
    `11-23 11:06 王磊 | ${HEAD} 今天11:30到期,余24分,执法一队 李强在办。还差什么回「101」`,
    `11-23 11:15 李强 | ${HEAD} 今天11:30到期,余15分,局内时限已到。还差什么回「101」`,
    `11-23 11:30 李强 | ${HEAD} 官方时限到了。请尽快办结,经过回「过程 101」`,
    `11-23 11:30 王磊 | ${HEAD} 官方时限到了,执法一队 李强在办。请尽快办结,经过回「过程 101」`,
    `11-23 11:30 高明 | ${HEAD} 官方时限到了,执法一队 李强在办。请尽快办结,经过回「过程 101」`,
  ])
})

test('people who are no friends of the bot are mentioned in the room, and asked once a day to become friends', async () => {
  await using world = await openWorld({ at: '2026-11-22T22:00:00+08:00' })
  strangers(world, '王磊', '李强')
  await world.says('赵蕾', 'private', order({ term: '2小时' }))
  const before = world.wechat.heard().length
  await world.advance('11-23 07:00')
  const atNight = transcript(world, before)
  expect(atNight.filter(({ to }) => to === '王磊' || to === '李强')).toEqual([])
  // By 23:36 both were tried in vain once: what 王磊 and 李强 should read in private now calls them in the room.
  const calls = atNight.filter(({ at, to }) => at === '11-22 23:36' && to === '方庄群').map(({ text }) => text)
  expect(calls).toEqual([expect.stringMatching(/余24分,还没人领。@李强\s+@王磊\s+请回「领哨 101」$/)])
  expect(atNight.filter(({ text }) => text.includes('请先加我为好友'))).toEqual([])

  await world.advance('11-23 20:00')
  const asked = transcript(world, before).filter(({ text }) => text.includes('请先加我为好友'))
  expect(asked).toEqual([
    {
      at: '11-23 08:05',
      to: '方庄群',
      text: '@王磊\u2005 有私信提醒发不到你,请先加我为好友。\n@李强\u2005 有私信提醒发不到你,请先加我为好友。',
    },
  ])
})

test('what a claimed case is past is not said any more when speech comes back after an outage', async () => {
  await using world = await openWorld()
  await world.says('赵蕾', 'private', order({ term: '2小时' }))
  const before = world.wechat.heard().length
  world.bot.jobs.lineDown()
  await world.advance('11-23 09:50')
  expect(world.wechat.heard()).toHaveLength(before)
  await world.says('李强', '方庄群', '领哨 101')
  world.bot.jobs.lineUp()
  await world.quiet()
  expect(told(world, before).sort()).toEqual([
    expect.stringMatching(/^11-23 09:50 方庄群 \| #101 已领哨:执法一队 李强/),
    '11-23 09:50 赵蕾 | 你报的#101 方庄街道 芳古园一区11号楼底商 餐饮油烟,执法一队已领哨。',
  ])
})

function entry(world: World, index: number): readonly [to: string, text: string] {
  const [line] = transcript(world, index)
  return [
    line?.to ?? '',
    line?.text.replaceAll('\u2005', '').replaceAll(' @', '@').replaceAll('王磊 请', '王磊请') ?? '',
  ]
}

function strangers({ wechat }: World, ...names: string[]): void {
  for (const { id, name } of district.people.filter(({ name }) => names.includes(name)))
    wechat.contact({ id, name, friend: false })
}

function saidOf(minute: number): string {
  if (minute < 60) return `${minute}分`
  return minute === 60 ? '1时' : `1时${minute - 60}分`
}
