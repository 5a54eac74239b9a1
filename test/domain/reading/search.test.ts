import { expect, test } from 'vitest'
import { readSearch } from '../../../domain/reading/search.ts'

test.each([
  ['老灶火锅', [{ words: '老灶火锅' }]],
  ['方庄', [{ words: '方庄', street: '方庄街道' }]],
  ['成寿寺街道', [{ words: '成寿寺街道', street: '成寿寺街道' }]],
  ['…0087', [{ words: '…0087', tail: '0087' }]],
  ['尾号0087', [{ words: '尾号0087', tail: '0087' }]],
  ['202611230001', [{ words: '202611230001', tail: '202611230001' }]],
  ['待领', [{ words: '待领', states: ['waiting'] }]],
  ['餐饮油烟', [{ words: '餐饮油烟', categories: ['air.catering_fume'] }]],
  [
    '方庄 待领',
    [
      { words: '方庄', street: '方庄街道' },
      { words: '待领', states: ['waiting'] },
    ],
  ],
])('查 %s', (said, terms) => expect(readSearch(said)).toEqual(terms))

test('a street with more behind it is both', () => {
  const [term] = readSearch('方庄油烟的件')
  expect(term?.words).toBe('方庄油烟')
  expect(term?.within?.map(({ street, categories }) => street ?? categories)).toEqual([
    '方庄街道',
    ['air.catering_fume'],
  ])
})

test('a text without end is looked for by its beginning, a street in it only once', () => {
  const [term] = readSearch('方庄'.repeat(1000))
  expect(term?.words).toHaveLength(40)
  expect(term?.within?.some(({ within }) => within)).toBe(false)
})
