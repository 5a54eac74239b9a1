import { expect, test } from 'vitest'
import { jpeg } from '../support/pictures.ts'
import { openWorld, type World } from '../support/world.ts'

const order = (no: string, phone: string, due = '11-30 18:00') =>
  `【工单编号】${no}\n【地址】方庄街道芳古园一区11号楼底商\n【反映内容】老灶火锅油烟大,开不了窗\n【诉求人】李先生\n【联系电话】${phone}\n【处理时限】2026-${due}`
const codeIn = (answer: string | undefined) => /确认 (\d{4})/.exec(answer ?? '')?.[1] ?? ''

/** #102 goes with #101, which 李强 has. */
async function twoInOne(world: World) {
  const find = (no: number) => world.bot.store.books.cases.find(no)
  const say = async (who: string, where: string, text: string) => {
    world.heard(where === 'private' ? who : where)
    await world.says(who, where, text)
    return world.heard(where === 'private' ? who : where).join('\n')
  }
  await say('赵蕾', 'private', order('202611220102', '13800005678'))
  await say('李强', '方庄群', '领哨 101')
  await say('李强', '方庄群', `确认 ${codeIn(await say('李强', '方庄群', '并案 102 到 101'))}`)
  expect(find(102)?.state).toBe('merged')
  return { find, say }
}

test('what is said of a merged number acts on its own facts, or says which number leads', async () => {
  await using world = await openWorld({ orders: true })
  const { find, say } = await twoInOne(world)
  expect(await say('赵蕾', 'private', '更正 102 时限 11月28日')).toMatch(/^#102 .*11-28 18:00/)
  expect(find(102)?.state).toBe('merged')
  expect(await say('赵蕾', 'private', '更正 102 电话 13800007777')).toMatch(/^#102 诉求人电话已更正/)
  expect(await say('周敏', '方庄群', '催 102')).toMatch(/^#101 .*\n#102 已并入#101,记在#101上。$/s)
  expect(await say('高明', 'private', '督办 102 周五前')).toMatch(
    /^#101 已列入分管领导督办.*\n#102 已并入#101,记在#101上。$/s,
  )
  expect(await say('李强', '方庄群', '缓 102 2小时 等厂家')).toMatch(/^#101 缓到.*\n#102 已并入#101,记在#101上。$/s)
  expect(await say('李强', '方庄群', '延期 102 2天 等净化器')).toMatch(/^#102 延期申请到11-30 18:00已请专班定/)
  expect(await say('李强', '方庄群', '办结 102')).toMatch(/^#102 已并入#101,随#101办结/)
  expect(await say('李强', '方庄群', '重办 102 居民又打来')).toBe(
    '#102 已并入#101,#101还在办,不用重办。有新情况回「进展 101 …」。',
  )
  expect(await say('李强', '方庄群', '降级 102 不紧急')).toBe('#102 本来就不是急件。')
})

test('作废 of a merged number takes it alone, 恢复 puts it back', async () => {
  await using world = await openWorld({ orders: true })
  const { find, say } = await twoInOne(world)
  expect(await say('赵蕾', 'private', '作废 102 平台重复派单')).toBe('#102 已作废,#101照常办理。要恢复回「恢复 102」。')
  expect(await say('李强', '方庄群', '101')).not.toContain('#102')
  expect(await say('赵蕾', 'private', '恢复 102')).toMatch(/^#102 已恢复,仍并在#101里。/)
  expect(find(102)).toMatchObject({ state: 'merged', mergedInto: 101 })
  // Restored after the other is void, it stands alone.
  await say('赵蕾', 'private', '作废 102')
  await say('赵蕾', 'private', '作废 101 报错')
  expect(await say('赵蕾', 'private', '恢复 102')).toMatch(/^#102 已恢复。\n#102 待领哨/)
})

test('退单 of a merged number goes its own way; granted, the other goes on without it', async () => {
  await using world = await openWorld({ orders: true })
  const { find, say } = await twoInOne(world)
  expect(await say('李强', '方庄群', '退单 102 室内装修,建议由住建委处理,依据三定职责')).toMatch(
    /^#102 退单申请已请专班定/,
  )
  await say('赵蕾', 'private', '同意 102')
  expect(await say('赵蕾', 'private', '平台批复 102 同意')).toMatch(/^#102 平台已同意退单/)
  expect(find(102)?.state).toBe('returned')
  expect(find(101)?.state).toBe('claimed')
  expect(await say('李强', '方庄群', '101')).not.toContain('并入1件')
})

test('重办 of a merged number whose work is done opens the work, for its own complainant', async () => {
  await using world = await openWorld({ orders: true })
  const { find, say } = await twoInOne(world)
  for (const text of ['101 已联系', '102 已联系', '101 到场', '检测 101 油烟1.6', '101 整改完', '101 回访 已解决 满意'])
    await say('李强', '方庄群', text)
  expect(await say('李强', '方庄群', '重办 102 居民说晚上还有味')).toBe(
    '#102 已重办,要重新联系、回访;#101转入重办,仍由执法一队 李强承办。',
  )
  expect(find(101)).toMatchObject({ state: 'claimed', revisit: { solved: true } })
  expect(find(102)?.contactedAt).toBeUndefined()
})

test('no chain and no cycle comes back by 撤销 or 恢复', async () => {
  await using world = await openWorld({ orders: true })
  const { find, say } = await twoInOne(world)
  await say('赵蕾', 'private', order('202611220103', '13800009012'))
  await say('赵蕾', 'private', '作废 102 平台重复派单')
  const asked = await say('赵蕾', '方庄群', '并案 101 到 103')
  expect(await say('赵蕾', '方庄群', `确认 ${codeIn(asked)}`)).toMatch(/^#101 已并入#103/)
  expect(await say('赵蕾', 'private', '恢复 102')).toMatch(/^#102 已恢复。\n#102 待领哨/)
  expect(find(102)).not.toHaveProperty('mergedInto')
  const second = await say('赵蕾', '方庄群', '并案 102 到 103')
  await say('赵蕾', '方庄群', `确认 ${codeIn(second)}`)
  await say('赵蕾', '方庄群', '拆案 101')
  await say('赵蕾', '方庄群', '拆案 102')
  const third = await say('赵蕾', '方庄群', '并案 103 到 101')
  expect(await say('赵蕾', '方庄群', `确认 ${codeIn(third)}`)).toMatch(/^#103 已并入#101/)
  expect(await say('赵蕾', '方庄群', '撤销 102')).toMatch(/^#103 自己已并入#101/)
  expect(find(102)?.state).toBe('waiting')
})

test('pictures go with their own number: shown with the case it goes with, and its own again after 拆案', async () => {
  await using world = await openWorld({ orders: true })
  const { find, say } = await twoInOne(world)
  const send = (seed: number) =>
    world.says('李强', '方庄群', '', {
      files: [{ name: `${seed}.jpg`, bytes: jpeg({ seed }) }],
      text: undefined as never,
    })
  await world.advance('11-23 09:45')
  await say('李强', '方庄群', '102')
  await send(1)
  await world.advance('11-23 09:59')
  await say('李强', '方庄群', '101')
  await send(2)
  await world.advance('11-23 10:10')
  expect(find(102)?.photos).toHaveLength(1)
  expect(find(101)?.photos).toHaveLength(1)
  expect(await say('李强', 'private', '照片 101')).toMatch(/发了2份/)
  await say('李强', '方庄群', '拆案 102')
  expect(find(102)?.photos).toHaveLength(1)
  expect(await say('赵蕾', 'private', '照片 102')).toMatch(/发了1份/)
})
