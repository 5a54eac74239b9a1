import { describe, expect, test } from 'vitest'
import { openTalk, type Talk } from '../support/talk.ts'

const ORDER = (no: string, address: string, content: string) =>
  `【工单编号】20261123${no}\n【地址】${address}\n【反映内容】${content}\n【诉求人】王女士\n【联系电话】13800001234\n【处理时限】7天`

/** #101 方庄 fume, 李强’s; #102 方庄 noise, waiting; #103 成寿寺 fume, waiting. */
function three(): Talk {
  const talk = openTalk()
  talk.says('赵蕾', 'private', ORDER('0087', '方庄街道芳古园一区11号楼', '老灶火锅油烟大'))
  talk.says('赵蕾', 'private', ORDER('0088', '方庄街道芳城园二区8号楼', '工地夜间施工噪声'))
  talk.says('赵蕾', 'private', ORDER('0089', '成寿寺街道四方景园二区5号楼', '底商油烟大'))
  talk.says('李强', '方庄群', '领哨 101')
  return talk
}

/** The numbers found, in the order they are listed. */
const found = (talk: Talk, words: string, who = '赵蕾', where = 'private') =>
  [
    ...talk
      .says(who, where, words)
      .join('\n')
      .matchAll(/^#(\d+)/gmu),
  ].map(([, no]) => Number(no))

describe('查', () => {
  test.each([
    ['查 方庄', [102, 101]],
    ['查 方庄街道', [102, 101]],
    ['查 油烟', [103, 101]],
    ['查 方庄 油烟', [101]],
    ['查 方庄油烟', [101]],
    ['查 方庄的油烟', [101]],
    ['查 施工噪声', [102]],
    ['查 噪声', [102]],
    ['查 …0087', [101]],
    ['查 尾号0087', [101]],
    ['查 202611230088', [102]],
    ['查 0089', [103]],
    ['查 李强', [101]],
    ['查 执法一队', [101]],
    ['查 一队', [101]],
    ['查 待领', [103, 102]],
    ['查 方庄 待领', [102]],
    ['查 芳古园', [101]],
    ['查 101', [101]],
    ['查 马家堡', []],
  ])('%s', (words, nos) => {
    using talk = three()
    expect(found(talk, words)).toEqual(nos)
  })

  test('a room sees its own street', () => {
    using talk = three()
    expect(found(talk, '查 油烟', '小刘', '方庄群')).toEqual([101])
    expect(found(talk, '查 成寿寺', '小刘', '方庄群')).toEqual([])
  })

  test('states are shown, what is open stands first, and nothing found names an example', () => {
    using talk = three()
    talk.says('赵蕾', 'private', '作废 103 报重了')
    talk.says('赵蕾', 'private', ORDER('0090', '方庄街道芳城园三区2号楼', '底商油烟大'))
    expect(talk.says('赵蕾', 'private', '查 油烟')[0]).toMatch(
      /^「油烟」查到2件:\n#104 .*待领哨.*\n#101 .*办理中,执法一队/,
    )
    expect(talk.says('赵蕾', 'private', '查 马家堡')).toEqual([
      '没有查到「马家堡」。换个词试试,例:「查 方庄 油烟」「查 尾号0087」。',
    ])
  })

  test('one phone screen, and how many more', () => {
    using talk = openTalk()
    for (let i = 1; i <= 11; i++)
      talk.says('赵蕾', 'private', ORDER(`01${String(i).padStart(2, '0')}`, `方庄街道芳古园一区${i}号楼`, '底商油烟大'))
    const [said = ''] = talk.says('赵蕾', 'private', '查 油烟')
    expect(said.split('\n')).toHaveLength(10)
    expect(said).toMatch(/另有3件,说细一点可缩小范围。$/)
  })

  test('a complainant is never found', () => {
    using talk = three()
    expect(found(talk, '查 王女士')).toEqual([])
    expect(found(talk, '查 13800001234')).toEqual([])
  })

  test('a text without end is searched at once, and breaks nothing', () => {
    using talk = three()
    expect(talk.says('李强', 'private', `查 ${'方庄'.repeat(2000)}`)).toEqual([expect.stringMatching(/^没有查到/)])
    expect(talk.faults).toEqual([])
  })
})
