import { expect, test } from 'vitest'
import { minutes } from '../../domain/time/wall.ts'
import { monday, openTalk } from '../support/talk.ts'

test('the program lived until the last it wrote down, whatever its pulse says', () => {
  using talk = openTalk()
  const { store } = talk
  expect(store.books.pulse.lastLived()).toBeUndefined()
  store.unit((tx) => tx.pulse.heard(monday('09:30')))
  expect(store.books.pulse.lastLived()).toBe(monday('09:30'))
  talk.now += minutes(1)
  talk.says('小刘', '方庄群', '今天开会')
  expect(store.books.pulse.lastLived()).toBe(talk.now)
  const row = store.unit((tx) => {
    const to = { room: talk.room('方庄群') }
    return tx.outbox.say({ to, class: 'reply', key: 'k', sentence: ['好'] }, talk.now + 5) as number
  })
  expect(store.books.pulse.lastLived()).toBe(talk.now + 5)
  store.unit((tx) => tx.outbox.sent(row, talk.now + 9))
  expect(store.books.pulse.lastLived()).toBe(talk.now + 9)
})
