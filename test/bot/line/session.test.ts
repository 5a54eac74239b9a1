import { expect, test } from 'vitest'
import { Session } from '../../../bot/line/session.ts'

function aSession() {
  const told: string[] = []
  const session = new Session({
    now: () => 0,
    awayMs: 60_000,
    calls: {
      login: (id) => void told.push(`login ${id}`),
      logout: () => void told.push('logout'),
      away: () => void told.push('away'),
      back: () => void told.push('back'),
    },
  })
  return { session, told }
}

test('a logout is told once, however often the gateway says so, and again after the next login', () => {
  const { session, told } = aSession()
  session.connected()
  session.login('bot')
  session.logout()
  session.disconnected()
  session.connected()
  session.logout()
  session.login('bot')
  session.logout()
  session.stop()
  expect(told).toEqual(['login bot', 'logout', 'login bot', 'logout'])
})

test('an account that was out before we came is told of', () => {
  const { session, told } = aSession()
  session.connected()
  session.logout()
  session.stop()
  expect(told).toEqual(['logout'])
})
