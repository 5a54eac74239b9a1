import { describe, expect, test } from 'vitest'
import { kinds } from '../../domain/drill/kinds.ts'
import { confirms } from '../support/confirms.ts'
import { openWorld, type World } from '../support/world.ts'

const LETTERS = ['A', 'B', 'C', 'D']

test('练兵 asks in private, tells right from wrong with reckoning and source, and the next question is another', async () => {
  await using world = await openWorld()
  await world.says('李强', 'private', '练兵 噪声')
  const first = world.heard('李强').at(-1) ?? ''
  expect(first).toMatch(/^【练兵·噪声】[\s\S]+不会回「不知道」,不练回「停」$/)

  await world.says('李强', 'private', rightAnswer(world, '李强'))
  const told = world.heard('李强').at(-1) ?? ''
  expect(told).toMatch(/^对,/)
  expect(told).toMatch(/GB \d+-\d{4}|GB\/T 8170/)
  expect(told.split('\n').length).toBeLessThanOrEqual(5)
  expect(told).toMatch(/回「再来一题」继续/)

  await world.says('李强', 'private', '再来一题')
  const second = world.heard('李强').at(-1) ?? ''
  expect(second).toMatch(/^【练兵·/)
  expect(second).not.toBe(first)

  await world.says('李强', 'private', wrongAnswer(world, '李强'))
  expect(world.heard('李强').at(-1)).toMatch(/^不对,正确是/)
})

test('不知道 tells the answer, 停 ends it, and nobody is ever asked unasked', async () => {
  await using world = await openWorld()
  await world.says('李强', 'private', '来一题')
  world.heard('李强')
  await world.says('李强', 'private', '不知道')
  expect(world.heard('李强').at(-1)).toMatch(/^答案是/)
  await world.says('李强', 'private', '练兵 水')
  await world.says('李强', 'private', '停')
  expect(world.heard('李强').at(-1)).toBe('好,练到这。想练随时回「练兵」。')
  // What comes later is no answer any more.
  await world.says('李强', 'private', 'B')
  expect(world.heard('李强').at(-1)).not.toMatch(/^(?:不对|对,)/)
  await world.advance('11-25 18:00')
  expect(world.heard('李强').join('\n')).not.toContain('练兵')
  expect(world.allHeard('周敏').join('\n')).not.toContain('练兵')
})

test('several in a row: each answer brings the next, the last one the result', async () => {
  await using world = await openWorld()
  await world.says('陈曦', 'private', '练兵 3题')
  expect(world.heard('陈曦').at(-1)).toMatch(/^【练兵·.+】1\/3 /)
  await world.says('陈曦', 'private', rightAnswer(world, '陈曦'))
  expect(world.heard('陈曦').at(-1)).toMatch(/^对,[\s\S]+\n【练兵·.+】2\/3 /)
  await world.says('陈曦', 'private', wrongAnswer(world, '陈曦'))
  expect(world.heard('陈曦').at(-1)).toMatch(/^不对,[\s\S]+\n【练兵·.+】3\/3 /)
  await world.says('陈曦', 'private', rightAnswer(world, '陈曦'))
  expect(world.heard('陈曦').at(-1)).toMatch(/^对,[\s\S]+\n本轮3题对2。回「再来一题」/)
})

describe('an open question takes no other message', () => {
  test('a command, a case number, a complaint and thanks mean what they always mean; the question stays open', async () => {
    await using world = await openWorld({ orders: true })
    await world.says('李强', 'private', '练兵 归口')
    world.heard('李强')
    await world.says('李强', 'private', '101')
    expect(world.heard('李强').at(-1)).toMatch(/^#101 待领哨/)
    await world.says('李强', 'private', '领哨 101')
    expect(world.heard('李强').at(-1)).toMatch(/^#101 已领哨/)
    await world.says('李强', 'private', '我的')
    expect(world.heard('李强').at(-1)).toContain('#101')
    await world.says('李强', 'private', '谢谢')
    expect(world.heard('李强')).toEqual([])
    await world.says('李强', 'private', '这道题什么意思')
    expect(world.heard('李强').at(-1)).toMatch(/^练兵这道题没看懂你的答案,回A、B/)
    await world.says('李强', 'private', rightAnswer(world, '李强'))
    expect(world.heard('李强').at(-1)).toMatch(/^对,/)
  })

  test('the number for what the bot asked later is for that, the letter still for the question', async () => {
    await using world = await openWorld({ orders: true })
    const now = () => world.clock.now()
    const person = world.bot.store.books.people.personOf('wxid_liqiang') as number
    await world.says('李强', 'private', '练兵 归口')
    world.bot.store.unit((tx) => {
      const words = tx.texts.keep('晚上又在排油烟')
      tx.questions.ask({ person, kind: 'same', choices: [101], words }, now() + 1)
    })
    world.heard('李强')
    await world.says('李强', 'private', '1')
    expect(world.heard('李强').at(-1)).toMatch(/^#101 /)
    await world.says('李强', 'private', rightAnswer(world, '李强'))
    expect(world.heard('李强').at(-1)).toMatch(/^对,/)
  })

  test('a choice copied as it stands is the answer though it begins with a command; a number that is a case is the case', async () => {
    await using world = await openWorld({ orders: true })
    const asks = (choices: string[], right: string) =>
      world.bot.store.unit((tx) => {
        const person = tx.people.personOf('wxid_liqiang') as number
        const question = {
          kind: 'missing',
          topic: '流程',
          of: `missing ${right}`,
          ask: '差什么?',
          choices,
          right,
          why: ['规则。'],
        } as const
        tx.quiz.ask(person, { question }, world.clock.now())
      })
    asks(['回访、平台回复', '到场、回访、平台回复', '不差,可以办结'], '回访、平台回复')
    await world.says('李强', 'private', '回访、平台回复')
    expect(world.heard('李强').at(-1)).toMatch(/^对,A 回访、平台回复。/)

    asks(['99', '100', '101'], '101')
    await world.says('李强', 'private', '101')
    expect(world.heard('李强').at(-1)).toMatch(/^#101 待领哨/)
    await world.says('李强', 'private', '100')
    expect(world.heard('李强').at(-1)).toMatch(/^不对,正确是C 101。/)

    asks(['超标5 dB(A)', '达标', '超标6 dB(A)'], '达标')
    await world.says('李强', 'private', '超标')
    expect(world.heard('李强').at(-1)).toBe('是A还是C?回字母。')
    await world.says('李强', 'private', '达标')
    expect(world.heard('李强').at(-1)).toMatch(/^对,B 达标。/)
  })

  test('it lapses without a word after half an hour', async () => {
    await using world = await openWorld()
    await world.says('李强', 'private', '练兵')
    world.heard('李强')
    await world.advance('11-23 10:05')
    expect(world.heard('李强')).toEqual([])
    await world.says('李强', 'private', 'A')
    expect(world.heard('李强').at(-1)).not.toMatch(/^(?:不对|对,)/)
  })

  test('another person, or the same one in a room, does not answer it', async () => {
    await using world = await openWorld()
    await world.says('李强', 'private', '练兵 归口')
    await world.says('李强', '方庄群', 'B')
    expect(world.heard('方庄群')).toEqual([])
    await world.says('周敏', 'private', 'B')
    expect(world.heard('周敏').at(-1)).not.toMatch(/^(?:不对|对,)/)
  })
})

test('in a room one line says that it goes in private; talk about practising is talk', async () => {
  await using world = await openWorld()
  await world.says('李强', '方庄群', '练兵 噪声')
  expect(world.heard('方庄群')).toEqual(['「练兵」请私聊我说。'])
  await world.says('李强', '方庄群', '练兵成绩')
  expect(world.heard('方庄群')).toEqual(['「练兵成绩」请私聊我说。'])
  await world.says('李强', '方庄群', '练兵比武下周三上午集合')
  expect(world.heard('方庄群')).toEqual([])
})

test('练兵成绩 is one’s own alone, and goes when the rights go', async () => {
  await using world = await openWorld()
  for (let n = 0; n < 4; n++) {
    await world.says('李强', 'private', '练兵 水')
    await world.says('李强', 'private', n < 3 ? wrongAnswer(world, '李强') : rightAnswer(world, '李强'))
  }
  await world.says('李强', 'private', '练兵成绩')
  expect(world.heard('李强').at(-1)).toBe(
    '近30天答4题,对1题(25%);近7天4题对1题。\n多练练:水4题对1。\n只有你自己看得到。回「练兵」继续,或「练兵 水」。',
  )
  await world.says('孙悦', 'private', '练兵成绩')
  expect(world.heard('孙悦').at(-1)).toMatch(/^近30天你还没练过/)
  const { quiz, people } = world.bot.store.books
  const person = people.personOf('wxid_liqiang') as number
  expect(quiz.history(person, 0)).toHaveLength(4)
  await confirms(world, ['孙悦', '方庄群', '撤权 @李强'])
  expect(quiz.history(person, 0)).toEqual([])
})

test('answers of more than 90 days ago are forgotten at night', async () => {
  await using world = await openWorld()
  await world.says('李强', 'private', '练兵')
  const person = world.bot.store.books.people.personOf('wxid_liqiang') as number
  world.bot.store.unit((tx) => tx.settings.set('quizKept', 86_400_000, { from: '2026-11-23', at: world.clock.now() }))
  await world.advance('11-24 04:00')
  expect(world.bot.store.books.quiz.history(person, 0)).toHaveLength(1)
  await world.advance('11-25 04:30')
  expect(world.bot.store.books.quiz.history(person, 0)).toEqual([])
})

test('a topic nobody knows names those there are', async () => {
  await using world = await openWorld()
  await world.says('小刘', 'private', '练兵 法律')
  expect(world.heard('小刘').at(-1)).toMatch(/^没有「法律」这个方向。可选:噪声、油烟/)
  expect(Object.keys(kinds).length).toBeGreaterThan(12)
})

test('「练兵 停」 ends quietly, with a round or without; more than twenty at once are twenty, and it is said', async () => {
  await using world = await openWorld()
  await world.says('陈曦', 'private', '练兵 停')
  expect(world.heard('陈曦').at(-1)).toBe('好,练到这。想练随时回「练兵」。')
  await world.says('陈曦', 'private', '练兵 100题')
  expect(world.heard('陈曦').at(-1)).toMatch(/^一次最多20题,先练20题。\n【练兵·.+】1\/20 /)
  await world.says('陈曦', 'private', rightAnswer(world, '陈曦'))
  await world.says('陈曦', 'private', '练兵 停')
  expect(world.heard('陈曦').at(-1)).toBe('好,练到这,本轮1题对1。想练随时回「练兵」。')
})

test('the question is still open after a restart', async () => {
  await using world = await openWorld()
  await world.says('李强', 'private', '练兵 地名')
  await world.restart()
  world.heard('李强')
  await world.says('李强', 'private', rightAnswer(world, '李强'))
  expect(world.heard('李强').at(-1)).toMatch(/^对,/)
})

function openQuestion(world: World, who: string) {
  const { people, quiz } = world.bot.store.books
  const person = people.personOf({ 李强: 'wxid_liqiang', 陈曦: 'wxid_chenxi' }[who] ?? '') as number
  const asked = quiz.last(person, 0)
  if (!asked) throw new Error(`${who} was asked nothing`)
  return asked.question
}

function rightAnswer(world: World, who: string): string {
  const { choices, right } = openQuestion(world, who)
  return choices.length ? (LETTERS[choices.indexOf(right)] ?? '') : right
}

function wrongAnswer(world: World, who: string): string {
  const { choices, right } = openQuestion(world, who)
  return choices.length ? (LETTERS[choices.findIndex((choice) => choice !== right)] ?? '') : String(Number(right) + 1)
}
