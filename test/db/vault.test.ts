import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openSeal } from '../../db/seal.ts'
import { openStore } from '../../db/unit.ts'
import { openTalk, VAULT_KEY } from '../support/talk.ts'

const ORDER =
  '【工单编号】202611230001\n【地址】方庄街道芳古园一区11号楼3单元502室\n【反映内容】楼下面馆油烟大,我是欧阳静怡,电话13800004321\n【诉求人】欧阳静怡\n【联系电话】13800004321\n【处理时限】7天'

describe('the seal', () => {
  const seal = openSeal(VAULT_KEY, 'vault')

  test('opens what it closed, whatever the words', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (words) => seal.open(seal.close(words)) === words))
  })

  test('never closes the same words the same way twice, and hashes them always the same', () => {
    expect(seal.close('13800001234').equals(seal.close('13800001234'))).toBe(false)
    expect(seal.hash('13800001234')).toBe(seal.hash('13800001234'))
    expect(seal.hash('13800001234')).not.toBe(openSeal(VAULT_KEY, 'inbox').hash('13800001234'))
  })

  test.each([
    ['another key', (sealed: Buffer) => openSeal(Buffer.alloc(32, 8), 'vault').open(sealed)],
    ['another purpose', (sealed: Buffer) => openSeal(VAULT_KEY, 'inbox').open(sealed)],
    ['a changed byte', (sealed: Buffer) => seal.open(sealed.map((byte, i) => (i === 30 ? byte ^ 1 : byte)) as Buffer)],
    ['a cut end', (sealed: Buffer) => seal.open(sealed.subarray(0, -1))],
  ])('refuses %s', (_what, open) => expect(() => open(seal.close('王女士 13800001234'))).toThrow())

  test('takes no key but one of 32 bytes', () => {
    expect(() => openSeal(Buffer.alloc(16), 'vault')).toThrow('32 bytes')
  })
})

describe('personal data', () => {
  test('stand in no file of the store as bytes', () => {
    using talk = openTalk()
    talk.says('赵蕾', 'private', ORDER)
    talk.says('小刘', '方庄群', '上报 芳群园四区12号楼南侧工地后半夜打桩,找欧阳静怡 13800004321')
    talk.says('李强', '方庄群', '领哨 101')
    talk.says('李强', 'private', '联系方式 101')
    const bytes = Buffer.concat(
      readdirSync(dirname(talk.file)).map((name) => readFileSync(join(dirname(talk.file), name))),
    )
    expect(bytes.length).toBeGreaterThan(100_000)
    for (const planted of [
      '13800004321',
      '欧阳静怡',
      '502室',
      Buffer.from('13800004321', 'utf16le').toString('latin1'),
    ])
      expect(bytes.includes(Buffer.from(planted)), planted).toBe(false)
    expect(talk.store.books.vault.has(talk.store.books.cases.find(101)!.complainant!).sort()).toEqual([
      'flat',
      'name',
      'phone',
    ])
  })

  test('cannot be read with another key', () => {
    using talk = openTalk()
    const id = talk.store.unit((tx) => tx.vault.keep({ name: '王女士', phone: '13800001234' }, talk.now))
    const stranger = openStore(talk.file, Buffer.alloc(32, 9))
    expect(() => stranger.books.vault.has(id)).toThrow()
    expect(stranger.books.vault.samePhone('13800001234')).toEqual([])
    stranger.close()
  })

  test('each look is written down: who, when, of which case, why', () => {
    using talk = openTalk()
    talk.says('赵蕾', 'private', ORDER)
    const id = talk.store.books.cases.find(101)!.complainant!
    const who = { no: 101, person: talk.person('李强'), at: talk.now, why: '联系诉求人' }
    expect(talk.store.unit((tx) => tx.vault.disclose(id, 'phone', who))).toBe('13800004321')
    expect(talk.raw((db) => db.prepare('select vault, no, person, at, why from disclosures').all())).toEqual([
      { vault: id, ...who },
    ])
    talk.raw((db) => db.exec('update vault set sealed = null'))
    expect(talk.store.unit((tx) => tx.vault.disclose(id, 'phone', who))).toBeUndefined()
  })

  test('the same phone is found again without being stored', () => {
    using talk = openTalk()
    const [first, , third] = talk.store.unit((tx) => [
      tx.vault.keep({ phone: '13800001234' }, talk.now),
      tx.vault.keep({ phone: '13800005678' }, talk.now),
      tx.vault.keep({ phone: '13800001234', name: '王女士' }, talk.now),
    ])
    expect(talk.store.books.vault.samePhone('13800001234')).toEqual([first, third])
    expect(talk.store.books.vault.samePhone('13800009999')).toEqual([])
  })
})
