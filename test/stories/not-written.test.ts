import Client from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openWorld } from '../support/world.ts'

test('a message that was spoken but could not be marked is known by its echo, and not said twice', async () => {
  await using world = await openWorld({ orders: true })
  const raw = new Client(`${world.dataDir}/lingshao.db`)
  raw.exec(
    `CREATE TRIGGER no_mark BEFORE UPDATE ON outbox WHEN new.state = 'sent' BEGIN SELECT RAISE(ABORT, 'broken'); END`,
  )
  await world.says('李强', '方庄群', '待领')
  expect(world.heard('方庄群')).toHaveLength(1)
  raw.exec('DROP TRIGGER no_mark')
  raw.close()
  await world.advance('11-23 09:40')
  const states = world.bot.store.books.outbox.counts()
  expect(states.refused).toBeUndefined()
  expect(world.heard('方庄群').length).toBeLessThanOrEqual(1)
})
