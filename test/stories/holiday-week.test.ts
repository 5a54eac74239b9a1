import { expect, test } from 'vitest'
import { dateOf } from '../../domain/time/wall.ts'
import { openWorld, type World } from '../support/world.ts'

// 国庆 2026: 1 to 7 October off, Saturday the 10th worked.
const TUESDAY = '2026-09-29T09:00:00+08:00'

const order = (n: number, place: string, more = '') =>
  `【工单编号】202609290${n}\n【地址】${place}\n【反映内容】饭馆油烟大,晚上开不了窗${more}\n【诉求人】李女士\n【联系电话】13800005678\n【处理时限】7天`

/** How many messages each room read on each day that nobody asked for and that are neither urgent nor scheduled reports. */
function unsolicited(world: World): { room: string; day: string; n: number }[] {
  const { outbox, people } = world.bot.store.books
  const days = Array.from({ length: 15 }, (_, i) => dateOf(Date.parse(TUESDAY) + i * 86_400_000))
  return people.boundRooms().flatMap((room) =>
    days.map((day) => {
      const from = Date.parse(`${day}T00:00:00+08:00`)
      const said = outbox.spokenIn(room.id, from, from + 86_400_000)
      return { room: room.topic, day, n: said.filter((one) => ['notice', 'list'].includes(one.class)).length }
    }),
  )
}

test('a fortnight with seven days off and a Saturday worked: nobody is flooded, nobody is forgotten', async () => {
  await using world = await openWorld({ at: TUESDAY })
  for (let n = 1; n <= 4; n++) await world.says('赵蕾', 'private', order(n, `方庄街道芳古园一区${n}号楼`))
  await world.says('赵蕾', 'private', order(5, '成寿寺街道成寿寺路12号院'))
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '领哨 102')

  await world.advance('09-30 15:00')
  const cleared = world.allHeard('执法一队群').filter((text) => text.startsWith('【节前清零】'))
  expect(cleared).toHaveLength(1)
  expect(cleared[0]).toMatch(
    /^【节前清零】10月1日至10月7日休息,请今天办完或交给值班:\n到期5:#101 执法一队 10-06 09:00.*#103 待领 10-06 09:00/,
  )
  expect(world.allHeard('方庄群').join()).not.toContain('节前清零')

  await world.advance('10-07 23:59')
  const offDuty = unsolicited(world).filter(({ day }) => day >= '2026-10-01' && day <= '2026-10-07')
  expect(offDuty.filter(({ n }) => n > 0)).toEqual([])
  const dutyLists = world.allHeard('李强').filter((text) => text.includes('今天值班清单'))
  expect(dutyLists).toHaveLength(14)
  expect(world.allHeard('赵蕾').filter((text) => text.includes('今天值班清单'))).toHaveLength(14)
  expect(
    world.allHeard('李强').filter((text) => /^李强,今天\d件/.test(text) || text.startsWith('李强,请')),
  ).toHaveLength(3)

  await world.advance('10-10 20:00')
  expect(
    world
      .allHeard('全区群')
      .filter((text) => text.startsWith('【早调度】'))
      .map((text) => text.slice(5, 15)),
  ).toEqual(['9月30日 周三(截', '10月8日 周四(截', '10月9日 周五(截', '10月10日 周六('])
  const saturday = world.allHeard('李强').filter((text) => text.startsWith('李强,今天'))
  expect(saturday.length).toBeGreaterThanOrEqual(3 + 6)

  await world.advance('10-12 12:00')
  for (const { room, day, n } of unsolicited(world))
    expect(n, `${room} ${day}`).toBeLessThanOrEqual(room.includes('领导') ? 3 : 8)
}, 180_000)

test('on the last working day the lead is asked who is on duty when nobody is, and not otherwise', async () => {
  await using world = await openWorld({ at: TUESDAY })
  await world.advance('09-30 15:01')
  expect(world.allHeard('王磊')).toEqual([])

  await using other = await openWorld({ at: TUESDAY })
  const monday = Date.parse('2026-09-28T00:00:00+08:00')
  other.bot.store.unit((tx) => {
    tx.people.setDuty('执法一队', [], monday, monday + 35 * 86_400_000)
    tx.people.setDuty('执法一队', [tx.people.personOf('wxid_liqiang') as number], monday, monday + 4 * 86_400_000)
  })
  await other.advance('09-30 15:01')
  expect(other.allHeard('王磊')).toEqual([
    '10月2日谁值班?执法一队(10月2日、10月3日、10月4日、10月5日、10月6日、10月7日都还没排)。在群里回「值班 执法一队 @某人 10-02」。',
  ])
})
