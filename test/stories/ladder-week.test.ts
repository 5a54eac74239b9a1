import { expect, test } from 'vitest'
import { district } from '../../domain/drill/district.ts'
import { order } from '../support/orders.ts'
import { reminders, told, transcript, whenAndWho } from '../support/transcript.ts'
import { openWorld } from '../support/world.ts'

const HEAD = '#101 方庄街道 芳古园一区11号楼底商 餐饮油烟'
const PLEASE = '请回「领哨 101」,去不了请安排人'

test('a case of seven days nobody claims: private, room, lead in working time, then the lists and the expiry', async () => {
  await using world = await openWorld()
  await world.says('赵蕾', 'private', order())
  const before = world.wechat.heard().length
  await world.advance('12-03 20:00')
  expect(reminders(world, before)).toEqual([
    `11-23 11:30 李强 | ${HEAD} 已等2时,还没人领。${PLEASE}`,
    `11-23 11:30 周敏 | ${HEAD} 已等2时,还没人领。${PLEASE}`,
    `11-23 13:30 方庄群 | ${HEAD} 已等4时,还没人领。请回「领哨 101」`,
    `11-23 17:30 王磊 | ${HEAD} 已等8时,还没人领。${PLEASE}`,
    `11-27 15:00 李强 | ${HEAD} 11-30 09:30到期,余2天18时,局内时限11-29 09:30,还没人领。请回「领哨 101」`,
    `11-27 15:00 周敏 | ${HEAD} 11-30 09:30到期,余2天18时,局内时限11-29 09:30,还没人领。请回「领哨 101」`,
    `11-30 08:05 李强 | ${HEAD} 今天09:30到期,余1时25分,还没人领。请回「领哨 101」`,
    `11-30 08:05 周敏 | ${HEAD} 今天09:30到期,余1时25分,还没人领。请回「领哨 101」`,
    `11-30 09:30 李强 | ${HEAD} 官方时限到了,还没人领。请马上回「领哨 101」`,
    `11-30 09:30 周敏 | ${HEAD} 官方时限到了,还没人领。请马上回「领哨 101」`,
    `11-30 09:30 王磊 | ${HEAD} 官方时限到了,还没人领。请马上回「领哨 101」`,
  ])
})

const overQuiet = [
  {
    what: 'over the night',
    at: '2026-11-23T19:00:00+08:00',
    steps: ['11-24 09:00 李强', '11-24 09:00 周敏', '11-24 11:00 方庄群', '11-24 15:00 王磊'],
  },
  {
    what: 'over the weekend',
    at: '2026-11-27T18:30:00+08:00',
    steps: ['11-30 08:30 李强', '11-30 08:30 周敏', '11-30 10:30 方庄群', '11-30 14:30 王磊'],
  },
  {
    what: 'from a Sunday on',
    at: '2026-11-29T11:00:00+08:00',
    steps: ['11-30 10:00 李强', '11-30 10:00 周敏', '11-30 12:00 方庄群', '11-30 16:00 王磊'],
  },
  {
    what: 'on a Sunday that is worked for the holiday',
    at: '2026-09-20T09:00:00+08:00',
    steps: ['09-20 11:00 李强', '09-20 11:00 周敏', '09-20 13:00 方庄群', '09-20 17:00 王磊'],
  },
  {
    what: 'over the October holiday and onto the working days after it',
    at: '2026-09-30T19:00:00+08:00',
    term: '15天',
    steps: ['10-08 09:00 李强', '10-08 09:00 周敏', '10-08 11:00 方庄群', '10-08 15:00 王磊'],
  },
  {
    what: 'on a Saturday that is worked after the holiday',
    at: '2026-10-09T17:00:00+08:00',
    steps: ['10-09 19:00 李强', '10-09 19:00 周敏', '10-10 09:00 方庄群', '10-10 13:00 王磊'],
  },
]

test.each(overQuiet)('waiting is counted in working time $what', async ({ at, steps, term = '7天' }) => {
  await using world = await openWorld({ at })
  await world.says('赵蕾', 'private', order({ term }))
  const before = world.wechat.heard().length
  await world.advance(`${steps.at(-1)?.slice(0, 6)}19:59`)
  const waiting = transcript(world, before).filter(({ text }) => text.includes('已等'))
  expect(waiting.map(({ at, to }) => `${at} ${to}`)).toEqual(steps)
  const quiet = whenAndWho(world, before).filter((line) => !/ (0[89]|1\d):/.test(line))
  expect(quiet).toEqual([])
})

test('who pastes on the eve of a holiday in which it falls due hears of that before the evening is quiet', async () => {
  await using world = await openWorld({ at: '2026-09-30T18:00:00+08:00' })
  await world.says('赵蕾', 'private', order())
  const before = world.wechat.heard().length
  await world.advance('10-08 08:10')
  expect(reminders(world, before)).toEqual([
    expect.stringMatching(/^09-30 19:59 李强 \| .*10-07 18:00到期,余6天22时.*还没人领/),
    expect.stringMatching(/^09-30 19:59 周敏 \| .*10-07 18:00到期,余6天22时.*还没人领/),
    `10-08 08:00 李强 | ${HEAD} 已等7天14时,还没人领。${PLEASE}`,
    `10-08 08:00 周敏 | ${HEAD} 已等7天14时,还没人领。${PLEASE}`,
    expect.stringMatching(/^10-08 08:05 李强 \| .*已超期14时,还没人领/),
    expect.stringMatching(/^10-08 08:05 周敏 \| .*已超期14时,还没人领/),
    expect.stringMatching(/^10-08 08:05 王磊 \| .*已超期14时,还没人领/),
  ])
})

test('after the claim the owner is reminded to call, then of the deadline; coming things move before quiet', async () => {
  await using world = await openWorld()
  await world.says('赵蕾', 'private', order())
  await world.advance('11-23 09:40')
  await world.says('李强', '方庄群', '101 我们领')
  const before = world.wechat.heard().length
  await world.advance('12-02 20:00')
  expect(reminders(world, before)).toEqual([
    `11-23 19:59 李强 | ${HEAD} 领哨10时了,还没联系诉求人。请在明天09:40前打,号码回「联系方式 101」`,
    `11-24 09:40 李强 | ${HEAD} 领哨1天了,还没联系诉求人。请现在就打,号码回「联系方式 101」`,
    `11-25 17:36 李强 | ${HEAD} 领哨2天7时了,还没联系诉求人。请现在就打,号码回「联系方式 101」`,
    `11-25 17:36 王磊 | ${HEAD} 执法一队 李强领哨2天7时了,还没联系诉求人。请督促联系,经过回「过程 101」`,
    // What is due stands in the owner's own list; what is over, in the lead's.
    `11-30 09:30 李强 | ${HEAD} 官方时限到了。请尽快办结,经过回「过程 101」`,
    `11-30 09:30 王磊 | ${HEAD} 官方时限到了,执法一队 李强在办。请尽快办结,经过回「过程 101」`,
    ...['11-30 15:00 5时', '12-01 08:05 22时', '12-01 15:00 1天5时', '12-02 08:05 1天22时', '12-02 15:00 2天5时'].map(
      (line) => {
        const [day, time, late] = line.split(' ')
        return `${day} ${time} 王磊 | ${HEAD} 已超期${late},执法一队 李强在办。请尽快办结,经过回「过程 101」`
      },
    ),
  ])
  const lists = told(world, before).filter((line) => /李强 \| 李强,今天1件:[\s\S]*#101/.test(line))
  expect(lists.map((line) => line.slice(0, 11))).toEqual(expect.arrayContaining(['11-27 15:00', '11-30 08:05']))
})

test('nobody is asked to call a complainant who left neither name nor number', async () => {
  await using world = await openWorld()
  const anonymous = order().replace(/\n【诉求人】.*\n【联系电话】.*/, '')
  await world.says('赵蕾', 'private', anonymous)
  await world.says('李强', '方庄群', '101 我们领')
  expect(world.heard('方庄群').at(-1)).toContain('请尽快到现场看看')
  const before = world.wechat.heard().length
  await world.advance('11-26 12:00')
  expect(reminders(world, before)).toEqual([])
})

test('a steward who is no friend is asked in the room once a day, whatever waits', async () => {
  await using world = await openWorld()
  const { id, name } = district.people.find((person) => person.name === '周敏')!
  world.wechat.contact({ id, name, friend: false })
  for (const n of [1, 2, 3])
    await world.says('赵蕾', 'private', order({ no: `20261123020${n}`, place: `方庄街道芳古园一区${n}号楼` }))
  const before = world.wechat.heard().length
  await world.advance('11-24 07:00')
  await world.says('赵蕾', 'private', order({ no: '202611230204', place: '方庄街道芳古园一区4号楼' }))
  await world.advance('11-24 19:00')
  const asked = transcript(world, before).filter(({ text }) => text.includes('请先加我为好友'))
  expect(asked.map(({ at, to }) => `${at} ${to}`)).toEqual(['11-23 15:00 方庄群', '11-24 15:00 方庄群'])
  expect(asked[0]?.text).toMatch(/^@周敏\s+有私信提醒发不到你,请先加我为好友。$/)
  expect(world.allHeard('周敏')).toEqual([])
})

test('a room hears eight unsolicited messages a day, one of them the list in which the rest is said, without what was claimed meanwhile', async () => {
  await using world = await openWorld()
  for (let i = 1; i <= 11; i++) {
    await world.says('赵蕾', 'private', order({ no: `2026112303${10 + i}`, place: `方庄街道芳古园一区${i}号楼` }))
    await world.advance(new Date(world.clock.now() + 120_000).toISOString())
  }
  const before = world.wechat.heard().length
  await world.advance('11-23 14:50')
  const room = () => transcript(world, before).filter(({ to, text }) => to === '方庄群' && text.includes('还没人领'))
  expect(room()).toHaveLength(7)
  await world.says('王磊', '方庄群', '领哨 110')
  await world.advance('11-23 19:59')
  expect(
    room()
      .slice(7)
      .map(({ at, text }) => `${at} ${[...text.matchAll(/#\d+/g)].join(' ')}`),
  ).toEqual(['11-23 15:00 #108 #109 #111'])
  await world.says('小刘', '方庄群', '待领')
  expect(world.heard('方庄群').at(-1)).toMatch(/^待领10件:/)
})

test('the leaders’ room hears three', async () => {
  await using world = await openWorld()
  const { store } = world.bot
  const leaders = store.books.people.boundRooms().find(({ kind }) => kind === 'leaders')!
  for (const n of [1, 2, 3, 4, 5]) {
    const speech = { to: { room: leaders.id }, class: 'notice', key: `tell-${n}`, sentence: [`第${n}条`] } as const
    store.unit((tx) => tx.outbox.say(speech, world.clock.now()))
    await world.advance(`11-23 10:${10 + n}`)
  }
  await world.advance('11-23 19:59')
  expect(told(world)).toEqual([
    '11-23 09:30 领导群 | 第1条',
    '11-23 10:11 领导群 | 第2条',
    '11-23 15:00 领导群 | 第3条\n第4条\n第5条',
  ])
})
