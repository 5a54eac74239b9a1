import { expect, test } from 'vitest'
import { likelyDuplicates } from '../../domain/cases/similar.ts'
import { defaults } from '../../domain/settings.ts'
import { days } from '../../domain/time/wall.ts'
import { compactLikeCases, tidyLikeCases } from '../../jobs/like-cases.ts'
import { openTalk, type Talk } from '../support/talk.ts'

const FIRST = '上报 芳古园一区11号楼底商 老灶火锅晚间排油烟'
const SECOND = '上报 芳古园一区12号楼 老灶火锅油烟呛人'

const likely = ({ store, now }: Talk, no: number) =>
  store.books.alike.likely(store.books.cases.find(no)!, defaults, now).map((c) => c.no)

test('a case is found by its words in the transaction that registers it', () => {
  using talk = openTalk()
  talk.says('小刘', '方庄群', FIRST)
  expect(talk.says('李强', '方庄群', SECOND).join('\n')).toContain('可能重复:#101(待领哨)')
})

test('what is rolled back is not found', () => {
  using talk = openTalk()
  talk.says('小刘', '方庄群', FIRST)
  const before = talk.store.books.alike.count()
  expect(() =>
    talk.store.unit((tx) => {
      tx.alike.clear()
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(talk.store.books.alike.count()).toBe(before)
  talk.says('李强', '方庄群', SECOND)
  expect(likely(talk, 102)).toEqual([101])
})

test('a blanked text takes its case out of the index, by whatever connection', () => {
  using talk = openTalk()
  talk.says('小刘', '方庄群', FIRST)
  talk.says('李强', '方庄群', SECOND)
  const { content } = talk.store.books.cases.find(101)!
  talk.raw((db) => db.prepare('update texts set body = null, salt = null where id = ?').run(content))
  expect(likely(talk, 102)).toEqual([])
  expect(talk.raw((db) => db.prepare('select no from alike_texts where no = 101').all())).toEqual([])
})

test('a lost index is built anew, what is old is forgotten', () => {
  using talk = openTalk()
  talk.says('小刘', '方庄群', FIRST)
  talk.says('李强', '方庄群', SECOND)
  talk.store.unit((tx) => tx.alike.clear())
  expect(likely(talk, 102)).toEqual([])
  tidyLikeCases(talk.store, talk.now)
  expect(likely(talk, 102)).toEqual([101])

  talk.says('小刘', '方庄群', '作废 101 报重了')
  expect(likely(talk, 102)).toEqual([])
  talk.says('小刘', '方庄群', '恢复 101')
  expect(likely(talk, 102)).toEqual([101])
  talk.says('小刘', '方庄群', '作废 101 报重了')
  tidyLikeCases(talk.store, talk.now + days(40))
  expect(talk.store.books.alike.count()).toBe(1)
})

test('what is forgotten leaves the file when the lists are merged', () => {
  using talk = openTalk()
  talk.says('小刘', '方庄群', FIRST)
  talk.says('李强', '方庄群', SECOND)
  const blocks = () =>
    talk.raw((db) => Buffer.concat(db.prepare('select block from alike_data').pluck().all() as Buffer[]).toString())
  expect(blocks()).toContain('方庄街道air11号')
  talk.store.unit((tx) => tx.texts.blank(tx.cases.find(101)!.content!))
  compactLikeCases(talk.store, true)
  for (let i = 0; i < 10; i++) compactLikeCases(talk.store, false)
  expect(blocks()).not.toContain('11号')
  expect(likely(talk, 101)).toEqual([102])
})

test('a corrected place is found where it is now', () => {
  using talk = openTalk()
  talk.says('小刘', '方庄群', FIRST)
  talk.says('小刘', '方庄群', '更正 101 地址 成寿寺街道成寿寺路2号')
  talk.says('李强', '方庄群', SECOND)
  expect(likely(talk, 102)).toEqual([])
})

test('a confidential case is neither found nor hinted at', () => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', `【地址】方庄街道芳古园一区11号楼 【反映内容】老灶火锅晚间排油烟 【是否保密】是`)
  expect(talk.store.books.cases.find(101)?.confidential).toBe(true)
  expect(talk.says('李强', '方庄群', SECOND).join('\n')).not.toContain('可能重复')
  expect(talk.store.books.alike.count()).toBe(1)
  expect(
    likelyDuplicates(talk.store.books.cases.find(101)!, talk.store.books.cases.all(), {
      text: talk.store.books.texts.body,
      rules: defaults,
      now: talk.now,
    }),
  ).toEqual([])
})
