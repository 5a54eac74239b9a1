import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { priorityOf } from '../../db/outbox.ts'
import { minutes } from '../../domain/time/wall.ts'
import type { Speech } from '../../domain/words/speech.ts'
import { at, openTown, type Town } from '../support/town.ts'

const NINE = at('09:00')
let town: Town
let keys = 0

beforeEach(() => {
  town = openTown(NINE)
})
afterEach(() => town.close())

const say = (speech: Partial<Speech> = {}, now = NINE): number | undefined =>
  town.store.unit((tx) =>
    tx.outbox.say(
      { to: { room: town.rooms.team }, class: 'reply', key: `k${keys++}`, sentence: ['好'], ...speech },
      now,
    ),
  )
const claim = (id: number | undefined, now = NINE) => town.store.unit((tx) => tx.outbox.claim(id ?? 0, now))
const outbox = () => town.store.books.outbox

describe('one row is one message', () => {
  it('says each key once for ever', () => {
    expect(say({ key: 'card-101' })).toBeDefined()
    expect(say({ key: 'card-101', sentence: ['又来'] })).toBeUndefined()
    expect(outbox().said('card-101')).toBe(true)
  })

  it('is never longer than WeChat takes: more lines are more messages, in their order', () => {
    const words = Array.from(
      { length: 60 },
      (_, i) => `#${101 + i} 已领哨:执法一队 李强(用时1分)。请在明天09:31前联系诉求人`,
    )
    const long = `一行${'很长'.repeat(900)}`
    let row = say({ sentence: [words.join('\n'), '\n', { at: 1 }, `\n${long}`] })
    const spoken: string[] = []
    for (; row !== undefined; row = outbox().ready(NINE)[0]?.id) {
      const message = claim(row)
      const text = message?.sentence.map((piece) => (typeof piece === 'string' ? piece : '@')).join('') ?? ''
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1900)
      spoken.push(text)
      town.store.unit((tx) => tx.outbox.sent(message?.id ?? 0, NINE, undefined))
    }
    expect(spoken.length).toBeGreaterThan(3)
    expect(spoken.join('\n').split('\n').slice(0, 61)).toEqual([...words, '@'])
    expect(spoken.join('').replaceAll('\n', '')).toContain(long)
  })

  it('joins sentences of one conversation and class while the row waits', () => {
    const row = say({ sentence: ['第一句'] })
    expect(say({ sentence: ['第二句'] })).toBe(row)
    expect(claim(row)?.sentence).toEqual(['第一句\n第二句'])
  })

  it.each([
    ['another class', { class: 'notice' } as const],
    ['another conversation', { to: { person: 1 } }],
    ['personal data', { to: { person: 1 }, sentence: [{ secret: 1, field: 'phone' } as const] }],
    ['an end of its use, beside words that have none', { goodUntil: NINE + 1 }],
  ])('does not join %s', (_, other) => {
    const row = say()
    expect(say(other)).not.toBe(row)
  })

  it('begins a new row when the message would pass 1,900 bytes', () => {
    const [first, second] = apart()
    expect(second).not.toBe(first)
  })

  it('counts everybody it mentions as often as their name stands in it', () => {
    const called = (n: number): Partial<Speech> => ({
      class: 'urgent',
      sentence: [
        `#${n} 方庄街道 芳古园一区11号楼底商 施工扬尘 还没人领。`,
        { at: 1 },
        { at: 2 },
        { at: 3 },
        `请回「领哨 ${n}」`,
      ],
    })
    const rows = new Set(Array.from({ length: 20 }, (_, i) => say(called(101 + i))))
    const filled = [...rows].map((row) =>
      (claim(row)?.sentence ?? [])
        .map((piece) => (typeof piece === 'string' ? piece : '@方庄街道城市管理办公室网格员李强\u2005'))
        .join(''),
    )
    expect(filled.length).toBeGreaterThan(1)
    expect(Math.max(...filled.map((words) => Buffer.byteLength(words)))).toBeLessThanOrEqual(1900)
  })

  it('begins a new row when the last one is being spoken', () => {
    const row = say()
    claim(row)
    expect(say()).not.toBe(row)
  })

  it('shrinks several cards of one message to a line each', () => {
    const row = say({ class: 'card', sentence: ['长卡一'], brief: ['卡一'], no: 101 })
    say({ class: 'card', sentence: ['长卡二'], brief: ['卡二'], no: 102 })
    expect(claim(row)).toMatchObject({ sentence: ['卡一\n卡二'], nos: [101, 102] })
  })

  it('calls at the end of several cards, once, the two whom most of them call', () => {
    const card = (no: number, people: number[]): Partial<Speech> => {
      const calls = people.map((person) => ({ at: person }))
      return { class: 'card', sentence: [`长卡${no}\n`, ...calls, '领哨'], brief: [`卡${no}`], no }
    }
    const row = say(card(101, [7, 8]))
    say(card(102, [9, 8]))
    say(card(103, [9, 8]))
    expect(claim(row)?.sentence).toEqual(['卡101\n卡102\n卡103\n', { at: 8 }, { at: 9 }, '请看以上3件'])
  })

  it('shrinks several cards among answers too, and leaves one card and urgent ones whole', () => {
    const row = say({ sentence: ['长卡一'], brief: ['卡一'], no: 101 })
    say({ sentence: ['已登记'] })
    expect(outbox().claim(row as number, NINE)?.sentence).toEqual(['长卡一\n已登记'])
    const other = say({ sentence: ['长卡一'], brief: ['卡一'], no: 101 })
    say({ sentence: ['已登记'] })
    say({ sentence: ['长卡二'], brief: ['卡二'], no: 102 })
    town.store.unit((tx) => tx.outbox.sent(row as number, NINE))
    expect(claim(other)?.sentence).toEqual(['卡一\n已登记\n卡二'])
    const urgent = say({ class: 'urgent', sentence: ['急卡一'], brief: ['卡一'] })
    say({ class: 'urgent', sentence: ['急卡二'], brief: ['卡二'] })
    expect(claim(urgent)?.sentence).toEqual(['急卡一\n急卡二'])
  })

  it('says the same words once in a message', () => {
    const row = say({ sentence: ['#101 已由执法一队 李强领哨'] })
    expect(say({ sentence: ['#101 已由执法一队 李强领哨'] })).toBe(row)
    expect(claim(row)?.sentence).toEqual(['#101 已由执法一队 李强领哨'])
  })

  it('is useful as long as the last of its sentences, but no old one lives on with new ones', () => {
    const row = say({ class: 'notice', goodUntil: NINE + minutes(20) })
    expect(say({ class: 'notice', goodUntil: NINE + minutes(30) }, NINE + minutes(5))).toBe(row)
    expect(outbox().nextExpiry()).toBe(NINE + minutes(30))
    expect(say({ class: 'notice', goodUntil: NINE + minutes(40) }, NINE + minutes(15))).not.toBe(row)
  })
})

describe('the cases of a quoted message', () => {
  const spoken = (...speeches: Partial<Speech>[]) => {
    const rows = speeches.map((speech) => say(speech) as number)
    claim(rows[0])
    town.store.unit((tx) => tx.outbox.sent(rows[0] as number, NINE))
  }
  const cases = (quote: string) => outbox().sharing(town.rooms.team, 118, quote)

  it('are those of the list or the answer that begins like it, not of all that begin with its number', () => {
    spoken(
      { class: 'card', sentence: ['长卡118'], brief: ['#118 待领哨｜油烟,回「领哨 118」'], no: 118 },
      { class: 'card', sentence: ['长卡119'], brief: ['#119 待领哨｜噪声,回「领哨 119」'], no: 119 },
    )
    spoken({ sentence: ['#118 已领哨:执法一队 李强(用时3分)。\n请尽快到现场看看。'] })
    expect(cases('#118 已领哨:执法一队 李强(用时3分)。\n请尽快到现场看看。')).toEqual([118])
    expect(cases('#118 已领哨:执法一队…')).toEqual([118])
    expect(cases('#118 待领哨｜油烟,回「领哨 118」')).toEqual([118, 119])
  })

  it('are those of the newest where several begin like it, as far as the words before a name', () => {
    spoken({ class: 'card', sentence: ['#118 待领哨｜油烟'], no: 118 }, { class: 'card', sentence: ['#119 待领哨'] })
    spoken({
      class: 'card',
      sentence: ['#118 待领哨｜油烟\n', { at: town.people.lead }, '引用本条回「领哨」'],
      no: 118,
    })
    expect(cases('#118 待领哨｜油烟\n@王磊')).toEqual([118])
    expect(cases('#118 待领')).toEqual([118])
  })

  it('are asked for where nothing begins like it', () => {
    spoken({ class: 'card', sentence: ['#118 待领哨'], no: 118 }, { class: 'card', sentence: ['#119 待领哨'], no: 119 })
    expect(cases('#118 别的话')).toEqual([118, 119])
  })
})

describe('order', () => {
  it('offers the first row of each conversation and class only, and the next when that is settled', () => {
    const [first, second] = apart()
    const urgent = say({ class: 'urgent' })
    const elsewhere = say({ to: { room: town.rooms.district } })
    expect(readyIds()).toEqual([first, urgent, elsewhere])
    claim(first)
    expect(readyIds()).toEqual([urgent, elsewhere])
    town.store.unit((tx) => tx.outbox.sent(first, NINE))
    expect(readyIds()).toEqual([second, urgent, elsewhere])
  })

  it('gives the first waiting row to whoever asks for a later one, and nothing while one is being spoken', () => {
    const [first, second] = apart()
    expect(claim(second)?.id).toBe(first)
    expect(claim(second)).toBeUndefined()
  })

  it('holds what comes after a message that is said once more', () => {
    const [first, second] = apart()
    claim(first)
    town.store.unit((tx) => tx.outbox.uncertain(first, NINE + minutes(1), NINE))
    expect(readyIds()).toEqual([])
    expect(claim(second)).toBeUndefined()
    expect(outbox().nextReady(NINE)).toBe(NINE + minutes(1))
    expect(claim(second, NINE + minutes(1))?.id).toBe(first)
  })

  it('keeps the order of people apart from that of rooms', () => {
    const inRoom = say()
    const inPrivate = say({ to: { person: town.people.lead } })
    const other = say({ to: { person: town.people.desk } })
    expect(readyIds()).toEqual([inRoom, inPrivate, other])
  })

  it('lets answers and urgent things pass the rest', () => {
    expect((['reply', 'urgent', 'card', 'notice', 'list', 'report'] as const).map(priorityOf)).toEqual([
      undefined,
      undefined,
      3,
      5,
      7,
      9,
    ])
  })
})

describe('what becomes of a message', () => {
  it('waits as if it had not been tried when nothing went out', () => {
    const row = say()
    claim(row)
    town.store.unit((tx) => tx.outbox.unsent(row as number))
    expect(outbox().ready(NINE)).toEqual([{ id: row, class: 'reply', attempts: 0 }])
  })

  it('is said once more when it may have been spoken, never a third time', () => {
    const row = say() as number
    claim(row)
    expect(town.store.unit((tx) => tx.outbox.uncertain(row, NINE, NINE))).toBe('again')
    claim(row)
    expect(town.store.unit((tx) => tx.outbox.uncertain(row, NINE, NINE))).toBe('unknown')
    expect(outbox().counts()).toEqual({ unknown: 1 })
  })

  it('is settled by its echo, also one that waits to be repeated', () => {
    const to = { room: town.rooms.team }
    const row = say({ to }) as number
    claim(row)
    town.store.unit((tx) => tx.outbox.speaking(row, 'hash'))
    town.store.unit((tx) => tx.outbox.uncertain(row, NINE, NINE))
    expect(town.store.unit((tx) => tx.outbox.echoed({ room: town.rooms.district }, 'hash', NINE, 'm1'))).toBeUndefined()
    expect(town.store.unit((tx) => tx.outbox.echoed(to, 'hash', NINE, 'm1'))).toBe(row)
    expect(outbox().counts()).toEqual({ sent: 1 })
    expect(town.store.unit((tx) => tx.outbox.uncertain(row, NINE, NINE))).toBeUndefined()
  })

  it('is not settled by the echo of another with the same words', () => {
    const rows = [town.people.lead, town.people.desk].map(
      (person) => say({ to: { person }, sentence: ['同样的话'] }) as number,
    )
    const [first, second] = rows as [number, number]
    for (const row of rows) {
      claim(row)
      town.store.unit((tx) => tx.outbox.speaking(row, 'hash'))
    }
    town.store.unit((tx) => tx.outbox.sent(first, NINE, 'm1'))
    expect(town.store.unit((tx) => tx.outbox.echoed(undefined, 'hash', NINE, 'm1'))).toBe(first)
    expect(town.store.unit((tx) => tx.outbox.uncertain(second, NINE, NINE))).toBe('again')
  })

  it('is dropped when it comes too late, one line per conversation naming the cases', () => {
    say({ class: 'notice', no: 101, goodUntil: NINE + minutes(1) })
    say({ class: 'list', no: 102, goodUntil: NINE + minutes(1) })
    say({ class: 'report', no: 103, goodUntil: NINE + minutes(9) })
    const expired = town.store.unit((tx) => tx.outbox.expire(NINE + minutes(5)))
    expect(expired).toMatchObject([{ to: { room: town.rooms.team }, nos: [101, 102] }])
    expect(outbox().counts()).toEqual({ dropped: 2, pending: 1 })
  })
})

describe('reminders', () => {
  it('are dropped when the case moves on, and a message without any sentence left with them', () => {
    const alone = say({ class: 'notice', no: 101, reminder: true })
    const shared = say({ class: 'list', no: 101, reminder: true })
    say({ class: 'list', no: 102, reminder: true, sentence: ['还在'] })
    town.store.unit((tx) => tx.outbox.dropReminders(101))
    expect(claim(alone)).toBeUndefined()
    expect(claim(shared)?.sentence).toEqual(['还在'])
  })

  it('stay when they are no reminders, or are being spoken', () => {
    const answer = say({ no: 101 })
    const spoken = say({ class: 'notice', no: 101, reminder: true })
    claim(spoken)
    town.store.unit((tx) => tx.outbox.dropReminders(101))
    expect(claim(answer)).toBeDefined()
    expect(outbox().counts()).toEqual({ sending: 2 })
  })
})

describe('the budget of a room', () => {
  const notice = (now: number, room = town.rooms.fangzhuang) => {
    const row = say({ to: { room }, class: 'notice' }, now) as number
    claim(row, now)
    town.store.unit((tx) => tx.outbox.sent(row, now))
    return row
  }

  it('takes eight unsolicited messages a day, one of them the list in which the rest is said', () => {
    for (let i = 0; i < 7; i++) notice(NINE + i)
    const late = say({ to: { room: town.rooms.fangzhuang }, class: 'notice', sentence: ['第八条'] }, NINE + 9)
    expect(claim(late, NINE + 9)).toBeUndefined()
    const later = say({ to: { room: town.rooms.fangzhuang }, class: 'notice', sentence: ['第九条'] }, NINE + 10)
    expect(claim(later, NINE + 10)).toBeUndefined()
    expect(readyIds(NINE + 11)).toEqual([])
    expect(outbox().nextReady(NINE + 11)).toBe(at('15:00'))
    expect(claim(late, at('15:00'))?.sentence).toEqual(['第八条\n第九条'])
    expect(outbox().counted(town.rooms.fangzhuang, '2026-11-23')).toBe(8)
    town.store.unit((tx) => tx.outbox.sent(late as number, at('15:00')))
    const tomorrow = say({ to: { room: town.rooms.fangzhuang }, class: 'notice' }, at('15:30'))
    expect(claim(tomorrow, at('15:30'))).toBeUndefined()
    expect(outbox().nextReady(at('15:30'))).toBe(at('08:05', '2026-11-24'))
  })

  it('counts what is heard: not what was refused, and once what is said again', () => {
    const room = town.rooms.fangzhuang
    const refused = say({ to: { room }, class: 'notice' })
    claim(refused)
    expect(outbox().counted(room, '2026-11-23')).toBe(1)
    town.store.unit((tx) => tx.outbox.refused(refused as number))
    expect(outbox().counted(room, '2026-11-23')).toBe(0)
    const again = say({ to: { room }, class: 'notice' })
    claim(again)
    town.store.unit((tx) => tx.outbox.uncertain(again as number, NINE, NINE))
    claim(again)
    expect(outbox().counted(room, '2026-11-23')).toBe(1)
  })

  it('keeps what waits for a list useful for as long as it had to wait', () => {
    for (let i = 0; i < 7; i++) notice(NINE + i)
    const to = { room: town.rooms.fangzhuang }
    claim(say({ to, class: 'notice', goodUntil: NINE + minutes(30) }, NINE + 9), NINE + 9)
    expect(outbox().nextExpiry()).toBe(at('15:00') + minutes(30) - 9)
  })

  it('is three in the leaders room, and none for answers, cards, urgent things and private words', () => {
    const { leaders } = town.rooms
    for (let i = 0; i < 2; i++) notice(NINE + i, leaders)
    expect(claim(say({ to: { room: leaders }, class: 'notice' }, NINE + 4), NINE + 4)).toBeUndefined()
    const free = (['reply', 'urgent', 'card', 'report'] as const).map((kind) =>
      say({ to: { room: leaders }, class: kind }, NINE + 5),
    )
    free.push(say({ to: { person: town.people.lead }, class: 'notice' }, NINE + 5))
    for (const row of free) expect(claim(row, NINE + 5)?.id).toBe(row)
    expect(outbox().counted(leaders, '2026-11-23')).toBe(2)
  })
})

describe('what waits for one room', () => {
  const to = () => ({ room: town.rooms.fangzhuang })

  it('is said in one message, each sentence in its order, whatever its class and however long it is of use', () => {
    const first = say({ to: to(), class: 'notice', sentence: ['提醒一'], goodUntil: NINE + minutes(5) })
    const apart = say({ to: to(), class: 'notice', sentence: ['欢迎'], apart: true })
    say({ to: to(), class: 'list', sentence: ['提醒二'] })
    const card = say({ to: to(), class: 'card', sentence: ['长卡'], brief: ['卡'], no: 101 })
    expect(claim(card)?.sentence).toEqual(['提醒一\n提醒二\n长卡'])
    expect(claim(first)?.id).toBe(apart)
    expect(outbox().counted(town.rooms.fangzhuang, '2026-11-23')).toBe(2)
    expect(outbox().counts()).toEqual({ sending: 2, dropped: 2 })
  })

  it('is two messages where one would be too long, and keeps urgent words to themselves', () => {
    const long = '长'.repeat(400)
    const first = say({ to: to(), class: 'notice', sentence: [long] })
    say({ to: to(), class: 'list', sentence: [`又${long}`] })
    const urgent = say({ to: to(), class: 'urgent', sentence: ['急'] })
    expect(claim(first)?.sentence).toEqual([long])
    expect(claim(urgent)?.sentence).toEqual(['急'])
    expect(outbox().counts()).toEqual({ sending: 2, pending: 1 })
  })

  it('a card that follows another within ten minutes waits, and those that wait are one list', () => {
    const card = (no: number, now: number) =>
      say({ to: to(), class: 'card', sentence: [`长卡${no}`], brief: [`卡${no}`], no }, now)
    claim(card(101, NINE))
    town.store.unit((tx) => tx.outbox.sent(1, NINE))
    const second = card(102, NINE + minutes(2))
    expect(claim(second, NINE + minutes(2))).toBeUndefined()
    expect(claim(card(103, NINE + minutes(9)), NINE + minutes(9))).toBeUndefined()
    expect(outbox().nextReady(NINE + minutes(9))).toBe(NINE + minutes(10))
    expect(claim(second, NINE + minutes(10))?.sentence).toEqual(['卡102\n卡103'])
  })

  it('is not begun in quiet hours, when its time came before', () => {
    const late = say({ to: to(), class: 'notice' }, at('19:59'))
    const inPrivate = say({ to: { person: town.people.lead }, class: 'notice' }, at('19:59'))
    for (const row of [late, inPrivate]) expect(claim(row, at('20:01'))).toBeUndefined()
    expect(outbox().nextReady(at('20:01'))).toBe(at('08:05', '2026-11-24'))
  })
})

it('holds what nobody asked for until the quiet hours are over, and nothing else', () => {
  const night = at('23:00')
  say({ class: 'notice' }, night)
  say({ class: 'list' }, night)
  const urgent = say({ class: 'urgent' }, night)
  const answer = say({ class: 'reply' }, night)
  expect(readyIds(night)).toEqual([urgent, answer])
  expect(outbox().nextReady(night)).toBe(at('08:05', '2026-11-24'))
})

function apart(): [number, number] {
  const long = '长'.repeat(400)
  return [say({ sentence: [long] }) as number, say({ sentence: [`又${long}`] }) as number]
}

function readyIds(now = NINE): number[] {
  return outbox()
    .ready(now)
    .map(({ id }) => id)
}
