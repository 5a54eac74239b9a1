import { expect, test } from 'vitest'
import { Arrivals } from '../../../bot/line/arrivals.ts'
import { Seen } from '../../../bot/line/seen.ts'
import { silent, until } from '../../support/wechat.ts'

function arrivals(open: (id: string) => Promise<string>, log = silent, holdMs = 10_000) {
  const handled: string[] = []
  const queue = new Arrivals<string, string>({
    open,
    isPassing: (error) => String(error).includes('passing'),
    conversation: () => 'room',
    read: async (opened) => opened,
    handle: async (read) => void handled.push(read),
    log,
    retryMs: 1,
    holdMs,
  })
  return { queue, handled }
}

test('the first announced is the first handled, whichever is opened first', async () => {
  const doors = new Map<string, () => void>()
  const { queue, handled } = arrivals((id) => new Promise((resolve) => doors.set(id, () => resolve(id))))
  for (const id of ['一', '二', '三']) queue.announce(id)
  for (const id of ['三', '二', '一']) doors.get(id)?.()
  await until(() => handled.length === 3)
  expect(handled).toEqual(['一', '二', '三'])
})

test('a message that does not open holds the others for a while only, and is not lost', async () => {
  let letGo = () => {}
  const { queue, handled } = arrivals(
    (id) => (id === '一' ? new Promise((resolve) => (letGo = () => resolve(id))) : Promise.resolve(id)),
    silent,
    20,
  )
  queue.announce('一')
  queue.announce('二')
  await until(() => handled.length === 1)
  letGo()
  await until(() => handled.length === 2)
  expect(handled).toEqual(['二', '一'])
})

test('a passing fault is waited out however long; a message that is not there is given up', async () => {
  let faults = 8
  const { queue, handled } = arrivals(async (id) => {
    if (id === '无') throw new Error('no such message')
    if (faults-- > 0) throw new Error('passing')
    return id
  })
  queue.announce('无')
  queue.announce('一')
  await until(() => handled.length === 1, 20_000)
  expect(handled).toEqual(['一'])
})

test('a message that was given up may be announced again', async () => {
  let there = false
  const givenUp: string[] = []
  const log = { ...silent, error: (_: object, message: string) => void givenUp.push(message) }
  const { queue, handled } = arrivals(async (id) => {
    if (!there) throw new Error('no such message')
    return id
  }, log)
  queue.announce('一')
  await until(() => givenUp.length === 1)
  there = true
  queue.announce('一')
  await until(() => handled.length === 1)
})

test('the memory of ids is bounded and forgets the oldest', () => {
  const seen = new Seen(2)
  expect(['一', '一', '二', '三', '三', '一'].map((id) => seen.add(id))).toEqual([true, false, true, true, false, true])
})

test('in a storm everything else gets its turn between two messages, however many conversations there are', async () => {
  const order: string[] = []
  const queue = new Arrivals<string, string>({
    open: async (id) => id,
    isPassing: () => false,
    conversation: (opened) => opened.slice(0, 1),
    read: async (opened) => opened,
    handle: async (read) => {
      order.push(read)
      // As a row that is to be spoken: it waits for the event loop, not for the storm.
      if (order.length === 1) setTimeout(() => order.push('spoken'), 0)
      for (const end = performance.now() + 2; performance.now() < end; );
    },
    log: silent,
  })
  for (let i = 0; i < 100; i++) queue.announce(`${'abcde'[i % 5]}${i}`)
  await until(() => order.length === 101)
  expect(order.indexOf('spoken')).toBeLessThan(10)
})
