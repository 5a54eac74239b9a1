import { expect, test } from 'vitest'
import { tells } from '../support/tells.ts'
import { openWorld } from '../support/world.ts'

const codeIn = (words: string | undefined) => /确认 (\d{4})」/.exec(words ?? '')?.[1]
const TOO_LATE = /^没有等你确认的事,或已过5分钟。/

test('voiding somebody else’s case asks once more; one’s own does not', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('王磊', 'private', '作废 101 报重了')
  const [question] = world.heard('王磊')
  expect(question).toMatch(/^作废别人报的#101。确定回「确认 \d{4}」/)
  expect(world.bot.store.books.cases.find(101)?.state).toBe('waiting')
  await world.says('王磊', 'private', `确认 ${codeIn(question)}`)
  expect(world.heard('王磊')[0]).toMatch(/^#101 已作废/)
  await world.says('王磊', 'private', `确认 ${codeIn(question)}`)
  expect(world.heard('王磊')[0]).toMatch(TOO_LATE)

  await world.says('小刘', '方庄群', '芳群园四区12号楼南侧工地后半夜打桩')
  await world.says('小刘', '方庄群', '作废 102 看错了')
  expect(world.heard('方庄群').at(-1)).toMatch(/^#102 已作废/)
})

test('only the same person, in the same conversation, within five minutes', async () => {
  await using world = await openWorld({ orders: true })
  await world.says('王磊', '方庄群', '作废 101 报重了')
  const code = codeIn(world.heard('方庄群')[0])
  await world.says('李强', '方庄群', `确认 ${code}`)
  expect(world.heard('方庄群')[0]).toMatch(TOO_LATE)
  await world.says('王磊', 'private', `确认 ${code}`)
  expect(world.heard('王磊').at(-1)).toMatch(TOO_LATE)
  await world.advance('11-23 09:35')
  await world.says('王磊', '方庄群', `确认 ${code}`)
  expect(world.heard('方庄群').at(-1)).toMatch(TOO_LATE)
  expect(world.bot.store.books.cases.find(101)?.state).toBe('waiting')
})

test('roles ask once more before they are given or taken back, and name who', async () => {
  await using world = await openWorld()
  const mentions = ['wxid_xiaoma', 'wxid_qianjin']
  await world.says('孙悦', '方庄群', '授权 @小马 @钱进 执法一队 队员', { mentions })
  const [question] = world.heard('方庄群')
  expect(question).toMatch(/^给2人\(小马、钱进\)授权「执法一队 队员」。确定回/)
  await world.says('孙悦', '方庄群', `确认 ${codeIn(question)}`)
  expect(world.heard('方庄群')).toEqual(['已授权:小马 执法一队 队员。\n已授权:钱进 执法一队 队员。'])

  await world.says('孙悦', '方庄群', '授权 @小马 管理员', { mentions: ['wxid_xiaoma'] })
  const [one] = world.heard('方庄群')
  expect(one).toMatch(/^给小马授权「管理员」。确定回「确认 \d{4}」/)
  expect(world.bot.store.books.people.admins()).toHaveLength(1)
  await world.says('小马', '方庄群', `确认 ${codeIn(one)}`)
  expect(world.heard('方庄群')).toEqual([expect.stringMatching(TOO_LATE)])
  await world.says('孙悦', '方庄群', `确认 ${codeIn(one)}`)
  expect(world.bot.store.books.people.admins()).toHaveLength(2)
  world.heard('方庄群')

  await world.says('孙悦', '方庄群', '授权 @小马 管理员', { mentions: ['wxid_xiaoma'] })
  expect(world.heard('方庄群')).toEqual(['小马本来就是管理员。'])
  await world.says('孙悦', '方庄群', '授权 @小马 负责人 执法一队', { mentions: ['wxid_xiaoma'] })
  expect(world.heard('方庄群')).toEqual([expect.stringMatching(/^给小马授权「执法一队 负责人」。/)])
  await world.says('孙悦', '方庄群', '撤权 @小马', { mentions: ['wxid_xiaoma'] })
  const [back] = world.heard('方庄群')
  expect(back).toMatch(/^收回小马的全部角色。确定回「确认 \d{4}」/)
  await world.says('孙悦', '方庄群', `确认 ${codeIn(back)}`)
  expect(world.heard('方庄群')).toEqual(['已撤权:小马的2项角色。'])
})

test('more than five cases at once ask once more', async () => {
  await using world = await openWorld()
  for (let i = 1; i <= 6; i++) await world.says('小刘', '方庄群', `芳古园一区${i}号楼底商油烟大,开不了窗`)
  world.heard('方庄群')
  await world.says('李强', '方庄群', '领哨 101 102 103 104 105 106')
  const [question] = world.heard('方庄群')
  expect(question).toMatch(/^一次「领哨」6件。确定回/)
  await world.says('李强', '方庄群', `确认 ${codeIn(question)}`)
  expect(world.heard('方庄群')[0]?.match(/已领哨/g)).toHaveLength(6)
})

test('「确认」 in talk is no command', async () => {
  await using world = await openWorld()
  await world.says('李强', '方庄群', '确认 收到')
  await world.says('李强', '方庄群', '我是 执法一队的')
  await world.says('李强', '方庄群', '通过 微信发给你了')
  expect(world.heard('方庄群')).toEqual([])
  expect(await tells(world, 'wxid_liqiang', { text: '确认 1234' })).toEqual([expect.stringMatching(TOO_LATE)])
})
