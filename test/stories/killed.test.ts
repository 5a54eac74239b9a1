import { afterEach, expect, test, vi } from 'vitest'
import type { Wechat } from '../../bot/drill/gateway.ts'
import { populate } from '../../bot/drill/seed.ts'
import { startWechat } from '../../bot/drill/simulated.ts'
import { openStore } from '../../db/unit.ts'
import { fold } from '../../domain/cases/fold.ts'
import { district } from '../../domain/drill/district.ts'
import { furnishedHouse, type House, type Program, runProgram } from '../support/program.ts'
import { openFile } from '../support/records.ts'
import { until } from '../support/wechat.ts'

const FANGZHUANG = 'fangzhuang@chatroom'
const LIQIANG = 'wxid_liqiang'
const ORDER = district.orders[0]!.say
// Whole programs start here, several seconds each on a small machine.
vi.setConfig({ testTimeout: 90_000 })

const opened: (() => unknown)[] = []

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

test('killed after the commit and before the answer was spoken, it speaks the answer when it is started again', async () => {
  const { wechat, house } = await aHouse()
  const first = await run(house)
  await register(wechat)

  wechat.switches.sends = 'swallow'
  wechat.say({ as: LIQIANG, room: FANGZHUANG, text: '领哨 101' })
  await until(() => count(house, `events where kind = 'claimed'`) === 1)
  await first.kill()
  expect(heard(wechat, FANGZHUANG, /已领哨/)).toEqual([])

  wechat.switches.sends = 'answer'
  await run(house)
  await until(() => heard(wechat, FANGZHUANG, /已领哨/).length > 0)
  await saysAndHears(wechat, '101', /#101 .*办理中/)
  expect(heard(wechat, FANGZHUANG, /^#101 已领哨:执法一队 李强/m)).toHaveLength(1)
  await intact(house, ['registered', 'claimed'])
})

test('killed after an answer whose echo came, it does not say it again', async () => {
  const { wechat, house } = await aHouse()
  const first = await run(house)
  await register(wechat)

  wechat.switches.sends = 'mute'
  wechat.say({ as: LIQIANG, room: FANGZHUANG, text: '领哨 101' })
  await until(() => count(house, `outbox join said on outbox = id where state = 'sent' and key like 'answer-%'`) === 1)
  await first.kill()

  wechat.switches.sends = 'answer'
  await run(house)
  await saysAndHears(wechat, '101', /#101 .*办理中/)
  expect(heard(wechat, FANGZHUANG, /^#101 已领哨:执法一队 李强/m)).toHaveLength(1)
  await intact(house, ['registered', 'claimed'])
})

test('killed while a number is being spoken in private, it does not repeat it and tells the administrator without it', async () => {
  const { wechat, house } = await aHouse()
  const first = await run(house)
  await register(wechat)
  await saysAndHears(wechat, '领哨 101', /#101 已领哨/)

  wechat.switches.sends = 'swallow'
  wechat.say({ as: LIQIANG, text: '联系方式 101' })
  await until(() => count(house, `outbox where personal = 1 and state = 'sending'`) === 1)
  await first.kill()

  wechat.switches.sends = 'answer'
  const again = await run(house)
  await until(() => count(house, `outbox where personal = 1 and state = 'unknown'`) === 1)
  wechat.say({ as: LIQIANG, text: '我的' })
  await until(() => heard(wechat, LIQIANG, /#101/).length > 0)
  expect(heard(wechat, LIQIANG, /13800001234/)).toEqual([])

  // Told in working hours: the words wait in the outbox, whatever the time of this machine.
  const told = toldAdmin(house)
  expect(told).toHaveLength(1)
  expect(told[0]).toMatch(/不确定是否送达\(#101,发给李强\),没有重发/)
  expect(told[0]).not.toMatch(/13800001234|王女士/)
  await again.stop()
  expect(first.out() + first.err() + again.out() + again.err()).not.toMatch(/13800001234|王女士/)
  await intact(house, ['registered', 'claimed'])
})

async function aHouse(): Promise<{ wechat: Wechat; house: House }> {
  let count = 0
  const wechat = await startWechat({ now: Date.now, newId: () => `m${++count}`, self: district.bot })
  opened.push(() => wechat.stop())
  populate(wechat)
  const house = furnishedHouse(wechat)
  opened.push(() => house[Symbol.dispose]())
  return { wechat, house }
}

async function run(house: House): Promise<Program> {
  const program = runProgram(house.env)
  opened.push(() => program.stop())
  const url = await program.started()
  const answers = () =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
  await until(answers, 20_000)
  return program
}

// Pasted in the room itself: there the card is the answer, at any hour of this machine.
async function register(wechat: Wechat): Promise<void> {
  wechat.say({ as: 'wxid_zhaolei', room: FANGZHUANG, text: ORDER })
  await until(() => heard(wechat, FANGZHUANG, /^#101 待领哨/).length > 0)
  // Said after the card, in a message that the next answer could otherwise join.
  await until(() => heard(wechat, FANGZHUANG, /可撤回原消息/).length > 0)
}

async function saysAndHears(wechat: Wechat, text: string, answer: RegExp): Promise<void> {
  wechat.say({ as: LIQIANG, room: FANGZHUANG, text })
  await until(() => heard(wechat, FANGZHUANG, answer).length > 0)
}

function heard(wechat: Wechat, where: string, words: RegExp): string[] {
  return wechat.heard(where).flatMap(({ text }) => (words.test(text) ? [text] : []))
}

function count(house: House, what: string): number {
  const file = openFile(house, { readonly: true })
  try {
    return file.prepare(`select count(*) from ${what}`).pluck().get() as number
  } finally {
    file.close()
  }
}

function toldAdmin(house: House): string[] {
  const file = openFile(house, { readonly: true })
  try {
    return file.prepare(`select sentence from said where key like 'unknown-%'`).pluck().all() as string[]
  } finally {
    file.close()
  }
}

/** One case, its log chained and folding to it: read after the program has ended. */
async function intact(house: House, kinds: string[]): Promise<void> {
  await opened.pop()?.()
  const store = openStore(`${house.dataDir}/lingshao.db`, house.key)
  try {
    const { cases } = store.books
    expect(cases.all().map(({ no }) => no)).toEqual([101])
    expect(cases.log(101).map(({ event }) => event.kind)).toEqual(kinds)
    expect(fold(cases.log(101))).toEqual(cases.find(101))
    expect(cases.verify()).toEqual({ events: kinds.length })
  } finally {
    store.close()
  }
}
