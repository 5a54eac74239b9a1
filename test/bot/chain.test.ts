import { describe, expect, test } from 'vitest'
import { openTalk, type Talk } from '../support/talk.ts'

/** Two orders with somebody to call; both are 李强’s. */
function claimed(): Talk {
  const talk = openTalk()
  talk.says('赵蕾', 'private', ORDER('202611230001', '方庄街道芳古园一区11号楼底商'))
  talk.says('赵蕾', 'private', ORDER('202611230002', '方庄街道芳城园二区8号楼'))
  talk.says('李强', '方庄群', '领哨 101 102')
  return talk
}

const ORDER = (no: string, address: string) =>
  `【工单编号】${no}\n【地址】${address}\n【反映内容】底商油烟大,开不了窗\n【诉求人】王女士\n【联系电话】13800001234\n【处理时限】7天`

const kinds = (talk: Talk, no: number) => talk.store.books.cases.log(no).map(({ event }) => event.kind)

describe('several steps in one message', () => {
  test('are recorded in order and answered in one line', () => {
    using talk = claimed()
    const [answer] = talk.says('李强', '方庄群', '101 已联系 到场 检测 昼间52 2类')
    expect(answer).toMatch(/^#101 已记联系、到场、检测。还差:处置、回访、平台回复\n昼间 2类 52/)
    expect(answer?.match(/还差/g)).toHaveLength(1)
    expect(answer?.split('\n')).toHaveLength(2)
    expect(kinds(talk, 101).slice(-3)).toEqual(['contacted', 'arrived', 'tested'])
  })

  test('a refused one is named, the others stand', () => {
    using talk = claimed()
    const [answer] = talk.says('李强', '方庄群', '101 已联系居民,现场到了,整改完')
    expect(answer).toMatch(/^#101 已记联系、到场。还差:检测、处置、回访、平台回复\n#101 还不能处置完成:差检测。/)
    expect(answer?.split('\n')).toHaveLength(2)
  })

  test('refused ones behind it are named too', () => {
    using talk = claimed()
    const [answer] = talk.says('李强', '方庄群', '101 已联系,整改完,回访 已解决 满意')
    expect(answer).toMatch(/^#101 已记联系。.*\n#101 还不能处置完成:.*「回访」也没记。$/)
  })

  test('one refused for the same reason all the way is said once', () => {
    using talk = claimed()
    talk.says('李强', '方庄群', '放回 101 不在片区')
    expect(talk.says('李强', '方庄群', '101 已联系 到场')).toEqual(['#101 还没人领,先回「领哨 101」。'])
  })

  test('each case has its own answer', () => {
    using talk = claimed()
    const said = talk.says('李强', '方庄群', '101 已联系 到场,102 没人接')
    expect(said).toHaveLength(2)
    expect(said[0]).toMatch(/^#101 已记联系、到场。/)
    expect(said[1]).toMatch(/^#102 已记一次未接通/)
    expect(kinds(talk, 102).at(-1)).toBe('contactTried')
  })

  test('several cases, several steps', () => {
    using talk = claimed()
    const [answer] = talk.says('李强', '方庄群', '101、102 已联系 到场')
    expect(answer).toMatch(/^#101 已记联系、到场。.*\n#102 已记联系、到场。/)
  })

  test('撤销 takes them back together', () => {
    using talk = claimed()
    talk.says('李强', '方庄群', '101 已联系 到场 检测 昼间52 2类')
    talk.says('李强', '方庄群', '撤销')
    const c = talk.store.books.cases.find(101)
    expect([c?.contactedAt, c?.arrivedAt, c?.testedAt, c?.state]).toEqual([undefined, undefined, undefined, 'claimed'])
  })

  test('taking a case and going on with it', () => {
    using talk = claimed()
    talk.says('李强', '方庄群', '放回 101 不在片区')
    expect(talk.says('李强', '方庄群', '101 我们领,已联系').at(-1)).toMatch(
      /^#101 已领哨:执法一队 李强,已记联系。还差:到场/,
    )
  })

  test('done to the end', () => {
    using talk = claimed()
    talk.says('李强', '方庄群', '101 已联系 到场 检测 昼间52 2类')
    const answer = talk.says('李强', '方庄群', '101 整改完,回访 已解决 满意,已回复,办结').at(-1)
    expect(answer).toMatch(/^#101 已记处置、回访、平台回复,已办结:已解决。\n.*回访/)
    expect(talk.faults).toEqual([])
  })
})
