import { describe, expect, test } from 'vitest'
import type { Inbound } from '../../domain/reading/inbound.ts'
import { hours } from '../../domain/time/wall.ts'
import { openTalk, type Talk } from '../support/talk.ts'

describe('the inbox', () => {
  test('keeps a message once, whoever delivers it again', () => {
    using talk = openTalk()
    const first = keep(talk, message('a'))
    expect(first).toMatchObject({ keptAt: talk.now, inbound: { text: '领哨 101' } })
    expect(keep(talk, message('a'))).toBeUndefined()
    expect(keep(talk, message('a', '别的话'))).toBeUndefined()
    expect(talk.store.books.inbox.seen('a')).toBe(true)
  })

  test('holds the words sealed, and gives them back', () => {
    using talk = openTalk()
    const kept = keep(talk, message('a', '秘密的话 13800001234'))!
    const sealed = talk.raw((db) => db.prepare('select sealed from inbox where id = ?').pluck().get(kept.id)) as Buffer
    expect(sealed.includes(Buffer.from('13800001234'))).toBe(false)
    expect(talk.store.books.inbox.find(kept.id)?.inbound).toEqual(kept.inbound)
  })

  test('names what was kept but not handled, in the order it came', () => {
    using talk = openTalk()
    const [a, b, c] = [keep(talk, message('a')), keep(talk, message('b')), keep(talk, message('c'))]
    talk.store.unit((tx) => tx.inbox.mark(b!.id, 'handled'))
    expect(talk.store.books.inbox.unhandled().map(({ id }) => id)).toEqual([a!.id, c!.id])
  })

  test('blanks old words and leaves id, sender and time; what still waits is never blanked', () => {
    using talk = openTalk()
    const [old, waiting] = [keep(talk, message('a'))!, keep(talk, message('b'))!]
    talk.store.unit((tx) => tx.inbox.mark(old.id, 'chatter'))
    talk.now += hours(73)
    const fresh = keep(talk, message('c'))!
    talk.store.unit((tx) => tx.inbox.mark(fresh.id, 'handled'))
    expect(talk.store.unit((tx) => tx.inbox.blank(talk.now - hours(72)))).toBe(1)
    const { find, seen } = talk.store.books.inbox
    expect([find(old.id), find(waiting.id)?.id, find(fresh.id)?.id]).toEqual([undefined, waiting.id, fresh.id])
    expect(seen('a')).toBe(true)
  })

  test('a message a rule broke on stays, under its number', () => {
    using talk = openTalk()
    const kept = keep(talk, message('a'))!
    talk.store.unit((tx) => tx.inbox.failed(kept.id, '7F3A'))
    expect(talk.raw((db) => db.prepare('select state, fault from inbox').get())).toEqual({
      state: 'failed',
      fault: '7F3A',
    })
    expect(talk.store.books.inbox.find(kept.id)?.inbound.text).toBe('领哨 101')
    expect(talk.store.books.inbox.unhandled()).toEqual([])
  })

  test('counts what concerned us since an instant, not the chatter', () => {
    using talk = openTalk()
    const person = talk.person('李强')
    for (const [id, state] of [
      ['a', 'handled'],
      ['b', 'chatter'],
      ['c', 'handled'],
    ] as const) {
      const kept = keep(talk, message(id))!
      talk.store.unit((tx) => tx.inbox.mark(kept.id, state))
    }
    expect(talk.store.books.inbox.addressedSince(person, talk.now)).toBe(2)
    expect(talk.store.books.inbox.addressedSince(person, talk.now + 1)).toBe(0)
  })
})

function keep(talk: Talk, inbound: Inbound) {
  return talk.store.unit((tx) =>
    tx.inbox.keep(inbound, { person: talk.person('李强'), room: talk.room('方庄群') }, talk.now),
  )
}

function message(id: string, text = '领哨 101'): Inbound {
  return {
    id,
    speaker: { id: 'wxid_liqiang', name: '李强', friend: true, self: false },
    text,
    mentionsMe: false,
    mentions: [],
    files: [],
    forwarded: false,
    sentAt: 0,
  }
}
