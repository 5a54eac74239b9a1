import { describe, expect, test } from 'vitest'
import { issueAdminCode } from '../../bot/admin-code.ts'
import { befriend } from '../../bot/friends.ts'
import { openTalk, type Talk } from '../support/talk.ts'

const log = { debug() {}, info() {}, warn() {}, error() {} }

/** Asks to be a friend. Out: whether it was accepted. The gateway may fail first. */
async function asks(talk: Talk, contact: string, greeting: string, { fails = false } = {}): Promise<boolean> {
  let accepted = false
  const accept = async () => {
    if (fails) throw new Error('the gateway hangs')
    accepted = true
  }
  const request = { id: `request-${contact}`, contact, name: '新朋友', greeting, accept }
  await befriend(request, { store: talk.store, now: () => talk.now, log, nudge() {} })
  return accepted
}

const codeOf = (talk: Talk) => /绑定管理员 ([A-Z0-9]{8})/.exec(issueAdminCode(talk.store, talk.now))![1]!

describe('a request to be friends', () => {
  test('of a member of a bound room is accepted, and they can be written to', async () => {
    using talk = openTalk()
    expect(talk.store.books.people.reachable(talk.person('小马'))).toBe(false)
    expect(await asks(talk, 'wxid_xiaoma', '我是小马')).toBe(true)
    expect(talk.store.books.people.reachable(talk.person('小马'))).toBe(true)
  })

  test('of a stranger waits, and nothing of it is stored', async () => {
    using talk = openTalk()
    expect(await asks(talk, 'wxid_stranger', '你好')).toBe(false)
    expect(talk.store.books.people.personOf('wxid_stranger')).toBeUndefined()
    expect(await asks(talk, 'wxid_stranger', '绑定管理员 WRONG234')).toBe(false)
  })

  test('with the code makes an administrator', async () => {
    using talk = openTalk()
    expect(await asks(talk, 'wxid_new', `绑定管理员 ${codeOf(talk)}`)).toBe(true)
    const person = talk.store.books.people.personOf('wxid_new')!
    expect(talk.store.books.people.admins()).toContain(person)
    expect(
      talk.raw((db) => db.prepare('select sentence from said where sentence like ?').all('%你已是管理员%')),
    ).toHaveLength(1)
  })

  test('does not use the code up when the gateway fails: the next request is accepted', async () => {
    using talk = openTalk()
    const greeting = `绑定管理员:${codeOf(talk)}`
    await expect(asks(talk, 'wxid_new', greeting, { fails: true })).rejects.toThrow('hangs')
    expect(await asks(talk, 'wxid_new', greeting)).toBe(true)
    expect(talk.store.books.people.admins()).toContain(talk.store.books.people.personOf('wxid_new'))
  })
})
