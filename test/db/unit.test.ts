import { Worker } from 'node:worker_threads'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../db/unit.ts'
import { fold } from '../../domain/cases/fold.ts'
import { openTalk, VAULT_KEY } from '../support/talk.ts'

const REPORT = '上报 芳古园一区11号楼底商油烟大'

describe('a unit of work', () => {
  test('leaves nothing behind when its body throws', () => {
    using talk = openTalk()
    const before = counts(talk)
    expect(() =>
      talk.store.unit((tx) => {
        tx.texts.keep('words')
        tx.people.meet({ id: 'wxid_new', name: '新人', friend: true })
        tx.outbox.say({ to: { room: talk.room('方庄群') }, class: 'reply', key: 'k', sentence: ['x'] }, talk.now)
        throw new Error('the last line')
      }),
    ).toThrow('the last line')
    expect(counts(talk)).toEqual(before)
  })

  test('a savepoint that fails leaves nothing, what stood around it stays', () => {
    using talk = openTalk()
    const kept = talk.store.unit((tx) => {
      const outer = tx.texts.keep('outer')
      expect(() =>
        tx.savepoint(() => {
          tx.texts.keep('inner')
          throw new Error('inner')
        }),
      ).toThrow('inner')
      return outer
    })
    expect(talk.store.books.texts.body(kept)).toBe('outer')
    expect(talk.raw((db) => db.prepare("select count(*) from texts where body = 'inner'").pluck().get())).toBe(0)
  })

  test('what it wrote stands in the file when it returns', () => {
    using talk = openTalk()
    const id = talk.store.unit((tx) => tx.texts.keep('durable'))
    expect(talk.raw((db) => db.prepare('select body from texts where id = ?').pluck().get(id))).toBe('durable')
    expect(talk.raw((db) => db.pragma('journal_mode', { simple: true }))).toBe('wal')
  })

  test('a fault inside a rule keeps the message, says its number and nothing else', () => {
    using talk = openTalk()
    talk.says('小刘', '方庄群', REPORT)
    const log = talk.store.books.cases.log(101)
    talk.raw((db) => db.exec('drop table clocks'))
    expect(talk.says('李强', '方庄群', '领哨 101')).toEqual(['出错了(编号 F001),已记录,请再发一次或联系管理员。'])
    expect(talk.store.books.cases.find(101)).toMatchObject({ state: 'waiting' })
    expect(talk.store.books.cases.log(101)).toEqual(log)
    expect(talk.faults).toHaveLength(1)
    expect(talk.raw((db) => db.prepare("select count(*) from inbox where state = 'failed'").pluck().get())).toBe(1)
  })

  test('with the outbox broken nothing changes: the case is still waiting and the message was never kept', () => {
    using talk = openTalk()
    talk.says('小刘', '方庄群', REPORT)
    const before = talk.store.books.cases.find(101)
    talk.raw((db) => db.exec("create trigger broken before insert on said begin select raise(abort, 'no'); end"))
    expect(() => talk.says('李强', '方庄群', '领哨 101', { id: 'claim-1' })).toThrow('no')
    expect(talk.store.books.cases.find(101)).toEqual(before)
    expect(talk.store.books.inbox.seen('claim-1')).toBe(false)

    talk.raw((db) => db.exec('drop trigger broken'))
    talk.says('李强', '方庄群', '领哨 101', { id: 'claim-1' })
    expect(talk.store.books.cases.find(101)).toMatchObject({ state: 'claimed' })
  })

  test('two connections writing at once wait for each other and lose nothing', async () => {
    using talk = openTalk()
    const rounds = 150
    const other = new Worker(
      `const { parentPort, workerData } = require('node:worker_threads')
       import(workerData.unit).then(({ openStore }) => {
         const store = openStore(workerData.file, Buffer.from(workerData.key))
         parentPort.postMessage('ready')
         for (let i = 0; i < workerData.rounds; i++) store.unit((tx) => { tx.texts.keep('theirs'); tx.people.units() })
         store.close()
       })`,
      {
        eval: true,
        workerData: {
          unit: new URL('../../db/unit.ts', import.meta.url).href,
          file: talk.file,
          key: [...VAULT_KEY],
          rounds,
        },
      },
    )
    const ended = new Promise<number>((resolve, reject) => other.once('exit', resolve).once('error', reject))
    await new Promise((resolve) => other.once('message', resolve))
    for (let i = 0; i < rounds; i++) talk.store.unit((tx) => tx.texts.keep('ours'))
    expect(await ended).toBe(0)
    const count = (words: string) =>
      talk.raw((db) => db.prepare('select count(*) from texts where body = ?').pluck().get(words))
    expect([count('ours'), count('theirs')]).toEqual([rounds, rounds])
  })

  test('two claims by two programs: one wins, the log holds one', () => {
    using talk = openTalk()
    talk.says('小刘', '方庄群', REPORT)
    const second = openStore(talk.file, VAULT_KEY)
    const claimIn = (store: typeof second, person: number) =>
      store.unit((tx) => {
        const c = tx.cases.find(101)
        if (c?.state !== 'waiting') return 'late'
        const fact = {
          no: 101,
          at: talk.now,
          by: person,
          event: { kind: 'claimed', owner: { person, unit: '执法一队' } },
        } as const
        tx.record([fact], talk.now)
        return 'first'
      })
    expect([claimIn(second, talk.person('李强')), claimIn(talk.store, talk.person('王磊'))]).toEqual(['first', 'late'])
    expect(fold(talk.store.books.cases.log(101))).toEqual(second.books.cases.find(101))
    second.close()
  })
})

function counts(talk: ReturnType<typeof openTalk>): Record<string, unknown> {
  return talk.raw((db) =>
    Object.fromEntries(
      ['texts', 'people', 'said', 'outbox', 'events', 'cases'].map((table) => [
        table,
        db.prepare(`select count(*) from ${table}`).pluck().get(),
      ]),
    ),
  )
}
