import { expect, test } from 'vitest'
import { instant } from '../../domain/time/wall.ts'
import { order } from '../support/orders.ts'
import { openTalk } from '../support/talk.ts'

test('a case counts in every span in which something of it falls, once', () => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', order({ no: '202611230001', term: '2026-12-20 18:00' }))
  talk.says(
    '赵蕾',
    'private',
    order({ no: '202611230002', term: '2026-11-30 18:00', place: '方庄街道芳城园二区2号楼' }),
  )
  talk.now = instant('2027-01-20', '10:00')
  talk.says('赵蕾', 'private', '市回访 102 已联系 已解决 满意')
  const touching = (from: string, to: string) =>
    talk.store.books.figures.touching(instant(from), instant(to)).map(({ no }) => no)
  expect(touching('2026-11-19', '2026-12-19')).toEqual([101, 102])
  expect(touching('2026-12-19', '2027-01-19')).toEqual([101])
  expect(touching('2027-01-19', '2027-02-19')).toEqual([102])
  expect(touching('2026-11-23', '2026-11-23')).toEqual([])
})
