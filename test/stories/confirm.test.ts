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

test('a role for several people asks once more, for one it is given at once', async () => {
  await using world = await openWorld()
  const mentions = ['wxid_xiaoma', 'wxid_qianjin']
  await world.says('孙悦', '方庄群', '授权 @小马 @钱进 执法一队 队员', { mentions })
  const [question] = world.heard('方庄群')
  expect(question).toMatch(/^给2人授权「执法一队 队员」。确定回/)
  await world.says('孙悦', '方庄群', `确认 ${codeIn(question)}`)
  expect(world.heard('方庄群')).toEqual(['已授权:小马 执法一队 队员。\n已授权:钱进 执法一队 队员。'])
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
