import { expect, test } from 'vitest'
import type { Note } from '../../../domain/reading/note.ts'
import { doubts } from '../../../domain/words/notes.ts'
import { aCase, wordsOf } from '../../support/sample.ts'
import { openTalk } from '../../support/talk.ts'

const nowhere = aCase({ street: undefined } as never)

test.each<[Note, string]>([
  [
    { kind: 'street-conflict', said: '花乡街道', street: '方庄街道', community: '芳古园一区社区' },
    '#131 原文写「花乡街道」,按芳古园一区社区登记到方庄街道。不对请回「更正 131 地址 …」。',
  ],
  [
    { kind: 'ambiguous-place', name: '幸福小区', candidates: ['甲社区', '乙社区'] },
    '#131 「幸福小区」有几处:甲社区、乙社区。请回「更正 131 地址 …」写清是哪处。',
  ],
  [
    { kind: 'outside', place: '大兴区亦庄' },
    '#131 「大兴区亦庄」像是外区的,已先登记。地址不对请回「更正 131 地址 …」。',
  ],
  [
    { kind: 'road-elsewhere', name: '成寿寺路', street: '方庄街道', other: '成寿寺街道' },
    '#131 「成寿寺路」按本群登记到方庄街道,也可能在成寿寺街道。不对请回「更正 131 地址 …」。',
  ],
  [{ kind: 'ambiguous-phone', count: 3 }, '#131 一条里有3个电话,分不清各是哪件的,没有记。请私聊把每件分开发我。'],
])('%j', (note, words) => {
  expect(doubts(nowhere, [note]).map(wordsOf)).toEqual([words])
  expect(doubts(aCase({ confidential: true }), [note])).toEqual([])
})

test('which of two communities of the same street is no doubt worth a word', () => {
  expect(doubts(aCase(), [{ kind: 'ambiguous-place', name: '芳古园一区', candidates: ['一', '二'] }])).toEqual([])
})

test('a slip of the pen or a computed deadline is no doubt', () => {
  expect(
    doubts(aCase(), [
      { kind: 'typo', from: '油焰', to: '油烟' },
      { kind: 'deadline-derived', from: '7天' },
    ]),
  ).toEqual([])
})

test('an order whose street and community do not fit is registered by community, and says so', () => {
  using talk = openTalk()
  const said = talk.says(
    '赵蕾',
    '方庄群',
    '【工单编号】202611230001\n【所属街道】成寿寺街道\n【地址】芳古园二区11号楼\n【反映内容】底商油烟大',
  )
  expect(said.join('\n')).toContain('方庄街道 芳古园二区11号楼')
  expect(said).toContainEqual(expect.stringMatching(/^#101 原文写「成寿寺街道」,按.*登记到方庄街道。/))
})
