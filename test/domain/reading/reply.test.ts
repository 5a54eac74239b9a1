import { expect, test } from 'vitest'
import { namedIn, readReply } from '../../../domain/reading/reply.ts'

test.each([
  ['1', { choice: 1 }],
  [' 2 。', { choice: 2 }],
  ['118', { no: 118 }],
  ['#118', { no: 118 }],
  ['＃１１８', { no: 118 }],
  ['118的', { no: 118 }],
  ['补充118', { no: 118 }],
  ['新件', 'new'],
  ['新的一件', 'new'],
  ['是新件！', 'new'],
])('「%s」 answers a question', (text, reply) => {
  expect(readReply(text)).toEqual(reply)
})

test.each(['收到', '好的', '01', '0', '118 我们领', '11号楼', '新件多吗', '', '1、2'])(
  '「%s」 answers none',
  (text) => {
    expect(readReply(text)).toBeUndefined()
  },
)

test.each([
  ['#128 现场照片', [], [128]],
  ['照片是128的', [], [128]],
  ['128的照片', [], [128]],
  ['这是现场照片', ['131'], [131]],
  ['电话13800001234的照片', [], []],
  ['12号楼的照片', [], []],
  ['今天128个人', [], []],
])('「%s」 names %j %j', (text, quoted, nos) => {
  expect(namedIn(text, quoted)).toEqual(nos)
})
