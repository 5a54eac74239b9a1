import { expect, test } from 'vitest'
import { sayer } from '../support/sayer.ts'
import { openWorld } from '../support/world.ts'

const order = `【工单编号】202611220188\n【地址】方庄街道芳古园一区5号楼\n【反映内容】饭馆油烟大,开不了窗\n【诉求人】李女士\n【联系电话】13800005678\n【办理截止时间】2026-11-26 18:00`

test('the platform moves a deadline, the old one stays visible and every step is armed anew', async () => {
  await using world = await openWorld()
  await world.says('赵蕾', 'private', order)
  await world.says('李强', '方庄群', '领哨 101')
  await world.says('李强', '方庄群', '101 已联系')
  await world.says('李强', '方庄群', '延期 101 11月25日 等配件')
  expect(world.heard('方庄群').at(-1)).toBe(
    '#101 现在的时限是11-26 18:00,延期要写比它晚的时间,例:「延期 101 5天 原因」。',
  )
  await world.says('李强', '方庄群', '延期 101 2天')
  expect(world.heard('方庄群').at(-1)).toMatch(/^还差原因/)
  await world.says('李强', '方庄群', '延期 101 2天 等配件')
  expect(world.heard('方庄群').at(-1)).toBe('#101 延期申请到11-28 18:00已请专班定;平台批复前时限照算。')

  await world.says('李强', '方庄群', '延期 101 12月2日 等配件到货')
  expect(world.heard('方庄群').at(-1)).toBe('#101 延期申请到12-02 18:00已请分管领导定;平台批复前时限照算。')
  await world.says('高明', 'private', '同意 101')
  await world.says('李强', '方庄群', '101')
  expect(world.heard('方庄群').at(-1)).toContain('官方时限 11-26 18:00(余')
  await world.says('赵蕾', 'private', '平台批复 101 同意')
  await world.says('李强', '方庄群', '101')
  expect(world.heard('方庄群').at(-1)).toMatch(/官方时限 12-02 18:00\(余.*,原11-26 18:00\)/)
  world.heard('李强')
  await world.advance('11-27 09:00')
  expect(world.heard('李强').filter((text) => /超期|到期/.test(text) && text.includes('11-26'))).toEqual([])
  await world.advance('12-02 18:01')
  expect(world.heard('李强').filter((text) => text.includes('#101') && /超期|到期/.test(text))).not.toEqual([])

  await world.says('李强', '方庄群', '挂账 101 等市政管网改造')
  await world.says('高明', 'private', '同意 101')
  await world.says('赵蕾', 'private', '平台批复 101 挂账 不同意 理由不充分')
  expect(world.heard('赵蕾').at(-1)).toMatch(/^#101 平台不同意挂账,照常办理/)
  await world.says('李强', '方庄群', '挂账 101 等市政管网改造,附施工计划')
  await world.says('高明', 'private', '同意 101')
  await world.says('赵蕾', 'private', '平台批复 101 同意')
  expect(world.heard('赵蕾').at(-1)).toBe(
    '#101 平台已同意挂账。时限暂停,办理不停,有进展仍回「进展」。到期后专班回「取消挂账 101」。',
  )
  await world.says('李强', '方庄群', '超期')
  expect(world.heard('方庄群').at(-1)).toBe('没有超期的件。')
})

test('moved back and forth: each time the steps are armed anew, and none of the old ones is said', async () => {
  await using world = await openWorld()
  const say = sayer(world)
  await say('赵蕾', 'private', order)
  await say('李强', '方庄群', '领哨 101')
  await say('李强', '方庄群', '101 已联系')
  const until = async () => /官方时限 (\S+ \d\d:\d\d)/.exec(await say('李强', '方庄群', '101'))?.[1]
  const dueOn = async (to: string) => {
    for (const who of ['李强', '王磊']) world.heard(who)
    await world.advance(to)
    return [...world.heard('李强'), ...world.heard('王磊')].filter((text) => /#101.*(?:到期|超期|时限到)/s.test(text))
  }
  expect(await until()).toBe('11-26 18:00')
  await say('赵蕾', 'private', '更正 101 时限 11月25日')
  expect(await until()).toBe('11-25 18:00')
  await say('赵蕾', 'private', '更正 101 时限 12月2日')
  expect(await until()).toBe('12-02 18:00')
  expect(await dueOn('11-26 18:01')).toEqual([])
  await say('赵蕾', 'private', '更正 101 时限 11月27日')
  expect(await until()).toBe('11-27 18:00')
  expect((await dueOn('11-27 18:01')).join('\n')).toMatch(/#101 .*官方时限到了/)
  await say('赵蕾', 'private', '更正 101 时限 12月4日')
  expect(await say('李强', '方庄群', '超期')).toBe('没有超期的件。')
  expect((await dueOn('12-04 18:01')).join('\n')).toMatch(/#101 .*官方时限到了/)
  expect(await say('李强', '方庄群', '过程 101')).toMatch(/11-26 18:00/)
  expect(world.bot.store.books.cases.verify().brokenAt).toBeUndefined()
})
