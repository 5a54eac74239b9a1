import { expect, test } from 'vitest'
import { openWorld, type World } from '../support/world.ts'

/** An order about 老灶火锅, by its platform number, the complainant's phone and when it is due. */
const order = (no: string, phone: string, due = '11-30 18:00') =>
  `【工单编号】${no}\n【地址】方庄街道芳古园一区11号楼底商\n【反映内容】老灶火锅油烟大,开不了窗\n【诉求人】李先生\n【联系电话】${phone}\n【处理时限】2026-${due}`

const codeIn = (answer: string | undefined) => /确认 (\d{4})/.exec(answer ?? '')?.[1] ?? ''

async function sayer(world: World) {
  return async (who: string, where: string, text: string) => {
    world.heard(where === 'private' ? who : where)
    await world.says(who, where, text)
    return world.heard(where === 'private' ? who : where).join('\n')
  }
}

test('three complainants, one matter: work is shared, each is called, revisited and answered on their own', async () => {
  await using world = await openWorld({ orders: true })
  const say = await sayer(world)
  const find = (no: number) => world.bot.store.books.cases.find(no)
  await say('赵蕾', 'private', order('202611220102', '13800005678', '11-25 18:00'))
  await say('赵蕾', 'private', order('202611220103', '13800009012'))
  await say('李强', '方庄群', '领哨 101')
  await say('李强', '方庄群', '101 已联系')

  const asked = await say('李强', '方庄群', '102和101是同一件')
  expect(asked).toMatch(/^把#102并入#101 方庄街道 芳古园一区11号楼底商 餐饮油烟。确定回「确认 \d{4}」/)
  expect(find(102)?.state).toBe('waiting')
  expect(await say('李强', '方庄群', `确认 ${codeIn(asked)}`)).toBe(
    '#102 已并入#101,到场、检测、处置一起办。\n#102 自己还差:联系、回访、平台回复,11-25 18:00到期',
  )
  world.heard('方庄群')
  await world.quotes('李强', '方庄群', '#103 待领哨｜餐饮油烟', '并案101')
  await say('李强', '方庄群', `确认 ${codeIn(world.heard('方庄群').at(-1))}`)
  expect(find(103)).toMatchObject({ state: 'merged', mergedInto: 101, owner: { unit: '执法一队' } })

  expect(await say('李强', '方庄群', '并案 101 到 102')).toMatch(/^#102 自己已并入#101,不能再并进来/)
  expect(await say('李强', '方庄群', '101')).toContain(
    '并入2件:#102 差联系、回访、平台回复;#103 差联系、回访、平台回复;最早#102 11-25 18:00到期',
  )
  expect(await say('李强', '方庄群', '102 到场 净化器没开')).toBe(
    '#101 已记到场。还差:检测、处置、回访、平台回复\n#102 已并入#101,记在#101上。',
  )
  await say('陈曦', '方庄群', '检测 103 油烟1.6')
  expect(find(101)?.testedAt).toBeDefined()
  expect(find(103)?.testedAt).toBeUndefined()

  expect(await say('李强', '方庄群', '102 回访 已解决 满意')).toMatch(/^#101 还没处置完成/)
  expect(await say('李强', '方庄群', '102 已联系')).toBe('#102 已记联系。还差:回访、平台回复')
  await say('李强', '方庄群', '101 整改完 换了滤芯')
  await say('李强', '方庄群', '101 回访 已解决 满意')
  await say('李强', '方庄群', '102 回访 已解决 满意')
  for (const no of [101, 102]) await say('赵蕾', 'private', `已回复 ${no}`)
  expect(await say('赵蕾', 'private', '回复稿 102')).toMatch(/检测油烟1\.6.*换了滤芯.*已解决、满意/s)
  expect(await say('李强', '方庄群', '办结 102')).toMatch(/^#102 已并入#101,随#101办结/)
  expect(await say('李强', '方庄群', '办结 101')).toBe(
    '#101 已办结:已解决。检测:11月23日油烟1.6mg/m³ 超标0.6倍(DB11/1488-2018)。末次仍超标,请安排复测。\n#102 随同办结。\n#103 还差联系、回访、平台回复,齐了自动办结。',
  )
  await say('李强', '方庄群', '103 已联系')
  await say('李强', '方庄群', '103 回访 已解决 基本满意')
  expect(find(103)?.state).toBe('merged')
  await say('赵蕾', 'private', '已回复 103')
  expect(find(103)).toMatchObject({ state: 'closed', result: 'solved' })
  expect(world.bot.store.books.cases.verify().brokenAt).toBeUndefined()
})

test('one of them is not satisfied: the work goes on for all, nobody else is called again', async () => {
  await using world = await openWorld({ orders: true })
  const say = await sayer(world)
  const find = (no: number) => world.bot.store.books.cases.find(no)
  await say('赵蕾', 'private', order('202611220102', '13800005678'))
  await say('李强', '方庄群', '领哨 101')
  await say('李强', '方庄群', `确认 ${codeIn(await say('李强', '方庄群', '并案 102 到 101'))}`)
  for (const text of ['101 已联系', '102 已联系', '101 到场', '检测 101 油烟1.6', '101 整改完', '101 回访 已解决 满意'])
    await say('李强', '方庄群', text)
  expect(await say('李强', '方庄群', '102 回访 未解决 不满意')).toMatch(/^#102 已记回访,未解决,#101转入重办/)
  expect(find(101)).toMatchObject({ state: 'claimed', reopened: 1, revisit: { solved: true } })
  await say('李强', '方庄群', '101 整改完 加装除味')
  expect(await say('李强', '方庄群', '102 回访 已解决 满意')).toMatch(/^#102 已记回访。还差:平台回复/)
  for (const no of [101, 102]) await say('赵蕾', 'private', `已回复 ${no}`)
  expect(await say('李强', '方庄群', '办结 101')).toBe(
    '#101 已办结:已解决。检测:11月23日油烟1.6mg/m³ 超标0.6倍(DB11/1488-2018)。末次仍超标,请安排复测。\n#102 随同办结。',
  )
})

test('one complainant four times: called and revisited once, each order answered', async () => {
  await using world = await openWorld({ orders: true })
  const say = await sayer(world)
  const find = (no: number) => world.bot.store.books.cases.find(no)
  for (const n of [2, 3, 4]) await say('赵蕾', 'private', order(`20261122010${n}`, '13800001234'))
  await say('李强', '方庄群', '领哨 101')
  const asked = await say('李强', '方庄群', '并案 102 103 104 到 101')
  expect(asked).toContain('把#102(同一诉求人)、#103(同一诉求人)、#104(同一诉求人)并入#101')
  expect(await say('李强', '方庄群', `确认 ${codeIn(asked)}`)).toContain('同一诉求人,联系、回访只要一次;差:平台回复')
  expect(await say('李强', '方庄群', '103 已联系')).toMatch(/^#101 已记联系/)
  for (const text of ['101 到场', '检测 101 油烟1.6', '101 整改完', '104 回访 已解决 满意'])
    await say('李强', '方庄群', text)
  for (const no of [101, 102, 103]) await say('赵蕾', 'private', `已回复 ${no}`)
  expect(await say('李强', '方庄群', '办结 101')).toBe(
    '#101 已办结:已解决。检测:11月23日油烟1.6mg/m³ 超标0.6倍(DB11/1488-2018)。末次仍超标,请安排复测。\n#102、#103 随同办结。\n#104 还差平台回复,齐了自动办结。',
  )
  await say('赵蕾', 'private', '已回复 104')
  expect(find(104)?.state).toBe('closed')
})

test('taken out again it stands as it was; another owner of the main case has the merged ones too', async () => {
  await using world = await openWorld({ orders: true })
  const say = await sayer(world)
  const find = (no: number) => world.bot.store.books.cases.find(no)
  await say('赵蕾', 'private', order('202611220102', '13800005678', '11-23 18:00'))
  await say('赵蕾', '方庄群', `确认 ${codeIn(await say('赵蕾', '方庄群', '并案 102 到 101'))}`)
  expect(find(102)).not.toHaveProperty('owner')
  expect(await say('李强', '方庄群', '102 已联系')).toMatch(/^#101 还没人领/)
  await say('李强', '方庄群', '领哨 101')
  expect(find(102)?.owner).toEqual(find(101)?.owner)
  await world.advance('11-23 15:00')
  const list = world.heard('李强').at(-1)
  expect(list).toContain('#101 今天18:00到期(按并入的#102)')
  expect(list).toContain('#102 今天18:00到期,差:联系、回访、平台回复')
  await world.advance('11-23 18:01')
  expect(world.heard('李强').at(-1)).toMatch(/^#101 .* 并入的#102 官方时限到了。请尽快办结,经过回「过程 101」$/)
  await world.advance('11-24 08:31')
  expect(world.heard('全区群').at(-1)).toMatch(/超期#102 执法一队 .*｜在办1\(另并案1\)/s)
  expect(await say('李强', '方庄群', '拆案 102')).toBe('#102 已从#101拆出,恢复为「待领哨」。要领回「领哨 102」。')
  expect(find(102)).not.toHaveProperty('owner')
  expect(find(101)).not.toHaveProperty('holds')
  expect(world.bot.store.books.cases.verify().brokenAt).toBeUndefined()
})

test('the earliest deadline of all arms the reminders; answered it moves back, taken out each has its own', async () => {
  await using world = await openWorld({ orders: true })
  const say = await sayer(world)
  await say('赵蕾', 'private', order('202611220102', '13800005678', '11-26 18:00'))
  await say('李强', '方庄群', '领哨 101')
  await say('李强', '方庄群', '101 已联系')
  await say('李强', '方庄群', `确认 ${codeIn(await say('李强', '方庄群', '并案 102 到 101'))}`)
  await say('李强', '方庄群', '102 已联系')
  const clock = () =>
    new Date((world.bot.store.books.cases.clockOf(101) ?? 0) + 8 * 3_600_000).toISOString().slice(5, 16)
  expect(clock()).toBe('11-24T15:00')
  expect(await say('李强', '方庄群', '缓 101 5天 等厂家')).toBe(
    '#101 按并入的#102,11-26 18:00到期,不能缓到那之后。确需延期请走「延期」。',
  )
  await say('赵蕾', 'private', '更正 102 时限 11月25日')
  expect(clock()).toBe('11-23T15:00')
  await say('赵蕾', 'private', '已回复 102')
  expect(clock()).toBe('11-27T15:00')
  await say('赵蕾', 'private', '撤销')
  expect(clock()).toBe('11-23T15:00')
  await say('李强', '方庄群', '拆案 102')
  expect(clock()).toBe('11-27T15:00')
  expect(world.bot.store.books.cases.clockOf(102)).toBeDefined()
})
