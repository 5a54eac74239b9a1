import { expect, test } from 'vitest'
import { logOf } from '../support/records.ts'
import { openWorld, type World } from '../support/world.ts'

test('of two claims in the same instant one wins, and the loser reads who', async () => {
  await using world = await openWorld({ orders: true })
  await Promise.all([world.says('李强', '方庄群', '领哨 101'), world.says('周敏', '方庄群', '101 我们领')])

  expect(wordsIn(world, '方庄群')).toEqual([
    expect.stringMatching(/^#101 已领哨:执法一队 李强/),
    expect.stringMatching(/^#101 已由执法一队 李强/),
  ])
  claimedOnce(world, '执法一队')
})

test('of two claims in two rooms in the same instant one wins, and the loser reads who', async () => {
  await using world = await openWorld({ orders: true })
  await Promise.all([world.says('王磊', '执法一队群', '领哨 101'), world.says('周敏', '方庄群', '领哨 101')])

  const [team, street] = [wordsIn(world, '执法一队群'), wordsIn(world, '方庄群')]
  const teamWon = /^#101 已领哨:执法一队 王磊/.test(team[0] ?? '')
  if (teamWon) expect(street).toContainEqual(expect.stringMatching(/^#101 已由执法一队 王磊/))
  else {
    expect(street).toContainEqual(expect.stringMatching(/^#101 已认领:方庄街道 周敏/))
    expect(team).toEqual([expect.stringMatching(/^#101 已由方庄街道 周敏/)])
  }
  claimedOnce(world, teamWon ? '执法一队' : '方庄街道')
})

test('when everybody claims at once, in rooms and in private, one has it and all the others read who', async () => {
  await using world = await openWorld({ orders: true })
  await Promise.all([
    world.says('李强', '方庄群', '领哨 101'),
    world.says('王磊', '全区群', '领哨 101'),
    world.says('周敏', '方庄群', '101 归我们'),
    world.says('王磊', '执法一队群', '101 我们领'),
    world.says('李强', 'private', '领哨 101'),
  ])

  const c = world.bot.store.books.cases.find(101)
  const owner = c?.owner?.person as number
  const said = ['方庄群', '全区群', '执法一队群', '李强', '王磊', '周敏'].flatMap((where) => wordsIn(world, where))
  expect(said.filter((words) => /^#101 已(?:领哨|认领):/.test(words))).toHaveLength(1)
  // The room of the card reads once who has it, when that was said in private: no answer to anybody.
  const others = said.filter((words) => /^#101 (?:已由.*有情况|本来就在你名下)/.test(words))
  expect(others).toHaveLength(4)
  for (const words of others) expect(words).toMatch(new RegExp(`${world.bot.store.books.people.name(owner)}|你名下`))
  claimedOnce(world, c?.owner?.unit as string)
})

/** What was said in a conversation, line by line: answers for one room may have become one message. */
function wordsIn(world: World, where: string): string[] {
  return world
    .heard(where)
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith('#101'))
}

function claimedOnce(world: World, unit: string): void {
  expect(logOf(world, 101)).toEqual(['registered', 'claimed'])
  expect(world.bot.store.books.cases.find(101)).toMatchObject({ state: 'claimed', owner: { unit } })
}
