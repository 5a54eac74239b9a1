import { expect, test } from 'vitest'
import { issueAdminCode } from '../../bot/admin-code.ts'
import type { Saying } from '../../bot/drill/gateway.ts'
import { crowd, populateCrowd, rosterFile, type Somebody } from '../support/crowd.ts'
import { tells } from '../support/tells.ts'
import { openWorld, type World } from '../support/world.ts'

const ADMIN = 'wxid_sunyue'

test('thirty rooms and two hundred people take twelve messages of the administrator at most', async () => {
  await using world = await openWorld({ furnished: false })
  for (const id of [...world.wechat.world.groups.keys()]) world.wechat.world.groups.delete(id)
  const people = crowd()
  expect(people).toHaveLength(200)
  populateCrowd(world, people, ADMIN)
  expect(world.wechat.world.groups.size).toBe(30)

  let messages = 0
  const admin = (saying: Partial<Saying>) => {
    messages++
    return tells(world, ADMIN, saying)
  }
  await admin({ text: `绑定管理员 ${codeIn(issueAdminCode(world.bot.store, world.clock.now()))}` })
  expect(await admin({ text: '模板' })).toEqual(['〔文件〕领哨名单模板.xlsx'])
  const taken = await admin({ files: [await rosterFile(people)] })
  expect(taken[0]).toMatch(/^导入人员200、单位3、片区26。\n下一步:「绑定全部」/)

  const [list] = await admin({ text: '绑定全部' })
  expect(list).toMatch(/^找到30个群:\n1 .+→.+街道/)
  expect(await admin({ text: `确认 ${/确认 (\d{4})」/.exec(list ?? '')?.[1]}` })).toEqual([
    '已绑定30个群。各群已发告知。进度回「开通进度」。',
  ])
  expect(world.bot.store.books.people.boundRooms()).toHaveLength(30)

  const codes = (await admin({ text: '发口令' })).join('\n')
  const proving = people.filter(({ role }) => ['负责人', '专班', '分管领导', '一把手'].includes(role))
  for (const one of proving) {
    const code = new RegExp(`${one.name} .*?([A-Z0-9]{8})`).exec(codes)?.[1]
    expect((await tells(world, one.id, { text: `验证 ${code}` })).join('\n')).toMatch(/^已认证:/m)
  }
  for (const lead of people.filter(({ role }) => role === '负责人')) await letAllIn(world, lead)

  expect(await admin({ text: '开通进度' })).toEqual([
    expect.stringMatching(/^群 30\/30 · 认证 201\/201 · 未加好友 \d+\n还没有可用的备份。$/),
  ])
  expect(await admin({ text: '试运行' })).toEqual([expect.stringMatching(/^试运行开始/)])
  expect(await admin({ text: '正式运行' })).toEqual([expect.stringMatching(/^正式运行开始/)])
  expect(messages).toBeLessThanOrEqual(12)

  const officer = people.find(({ role }) => role === '队员') as Somebody
  const person = world.bot.store.books.people.personOf(officer.id) as number
  expect(world.bot.store.books.people.speaker(person).roles).toContainEqual({ role: 'officer', unit: '执法一队' })
}, 120_000)

async function letAllIn(world: World, lead: Somebody): Promise<void> {
  for (let round = 0; round < 9; round++) {
    const [list] = await tells(world, lead.id, { text: '待通过' })
    const many = /^等你通过(\d+)人/.exec(list ?? '')?.[1]
    if (many === undefined) return
    const answers = await tells(world, lead.id, { text: `通过 1-${many}` })
    expect(answers.join('\n')).toMatch(new RegExp(`^已通过${many}人:`, 'm'))
  }
}

function codeIn(words: string): string {
  return / ([A-Z0-9]{8})\(/.exec(words)?.[1] as string
}
