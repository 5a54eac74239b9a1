import fc from 'fast-check'
import { test } from 'vitest'
import { readRecord } from '../../bench/lines.ts'
import { strange } from '../../bench/strange.ts'

test('no text breaks the reading, in a room, in private or under a card', () => {
  const where = fc.constantFrom(
    { room: { street: '方庄街道' } },
    {},
    { room: {}, quote: '#131 待领哨｜餐饮油烟', recent: [128] },
  )
  fc.assert(
    fc.property(strange, where, (text, more) => void readRecord({ ...more, text })),
    { numRuns: 300 },
  )
})
