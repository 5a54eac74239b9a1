import { expect, test } from 'vitest'
import { linesOf, type RosterEntry } from '../../../domain/people/entry.ts'

const entries: RosterEntry[] = [
  { id: 1, name: '钱进', role: 'officer', unit: '执法一队' },
  { id: 2, name: '钱进', role: 'officer', unit: '执法二队' },
  { id: 3, name: '小马', role: 'grid', street: '方庄街道' },
]

test.each([
  ['钱进 执法一队', [1]],
  ['钱进 一队的', [1]],
  ['钱进,一队', [1]],
  ['钱进 一队队员', [1]],
  ['执法二队的钱进', [2]],
  ['二队 钱进', [2]],
  ['钱进', [1, 2]],
  ['钱进 三队', []],
  ['钱进 队', []],
  ['小马 方庄的', [3]],
  ['小马,方庄街道网格员', [3]],
  ['一队', []],
])('「我是 %s」', (said, ids) => {
  expect(linesOf(entries, said).map(({ id }) => id)).toEqual(ids)
})
