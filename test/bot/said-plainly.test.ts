import { describe, expect, test } from 'vitest'
import { openTalk, type Talk } from '../support/talk.ts'

/** #101 of 方庄, 李强’s; #102 waits. */
function fangzhuang(): Talk {
  const talk = openTalk()
  talk.says('小刘', '方庄群', '上报 芳古园一区11号楼底商油烟大')
  talk.says('小刘', '方庄群', '上报 芳城园二区8号楼工地夜间打桩')
  talk.says('李强', '方庄群', '领哨 101')
  return talk
}

/** #101 is an order of the platform, 李强’s, and its 退单 was agreed to here. */
function asked(): Talk {
  const talk = openTalk()
  talk.says('赵蕾', 'private', ORDER)
  talk.says('李强', '方庄群', '领哨 101')
  talk.says('李强', '方庄群', '退单 101 内部装修噪声,建议由住建委处理,依据三定职责')
  talk.says('赵蕾', 'private', '同意 101')
  return talk
}

const ORDER =
  '【工单编号】202611230001\n【地址】方庄街道芳古园一区11号楼底商\n【反映内容】装修噪声大\n【诉求人】王女士\n【联系电话】13800001234\n【处理时限】7天'

describe('the lead sends somebody', () => {
  test.each(['102 @李强 你去看一下', '李强 102你先去看看', '102李强你去一趟', '@李强 102你去处理一下'])(
    '%s',
    (words) => {
      using talk = fangzhuang()
      expect(talk.says('王磊', '方庄群', words).join()).toContain('#102 已派给:执法一队 李强')
    },
  )

  test.each(['102 @李强 你去看一下', '李强 102你先去看看'])(
    '%s: from others it is a request among colleagues',
    (words) => {
      using talk = fangzhuang()
      for (const who of ['周敏', '小刘']) expect(talk.says(who, '方庄群', words)).toEqual([])
      expect(talk.says('李强', '方庄群', '101 @陈曦 你去看一下')).toEqual([])
      expect(talk.says('王磊', '方庄群', '老板 102你先去看看')).toEqual([])
      expect(talk.says('王磊', '方庄群', '@李强 你去看一下')).toEqual([])
    },
  )
})

describe('放回', () => {
  test.each(['101我不领了', '101 我们领不了,人手不够'])('%s', (words) => {
    using talk = fangzhuang()
    expect(talk.says('李强', '方庄群', words)[0]).toMatch(/^#101 已放回待领哨/)
    expect(talk.says('李强', '方庄群', '过程 101').join('\n')).toContain(`放回:${words.replace(/^101\s*/, '')}`)
  })
})

describe('平台批复', () => {
  test.each([
    ['平台没同意101退单', '#101 平台不同意退单'],
    ['101平台没批', '#101 平台不同意退单'],
    ['平台批了101', '#101 平台已同意退单'],
    ['101平台同意退单了', '#101 平台已同意退单'],
    ['平台驳回101了', '#101 平台不同意退单'],
  ])('%s', (words, answer) => {
    using talk = asked()
    expect(talk.says('赵蕾', '方庄群', words)[0]).toContain(answer)
  })

  test.each(['101平台批了没', '101平台同意了吗', '平台还没批101', '101平台还没批', '平台批了', '101平台批了没有?'])(
    '%s: nothing is ruled',
    (words) => {
      using talk = asked()
      talk.says('赵蕾', '方庄群', words)
      expect(talk.store.books.cases.log(101).some(({ event }) => event.kind === 'ruled')).toBe(false)
    },
  )
})

describe('in private', () => {
  test('「1同意」 is 「同意 1」', () => {
    using talk = fangzhuang()
    talk.says('李强', '方庄群', '101 不宜检测 店铺已停业')
    talk.says('王磊', 'private', '待批')
    expect(talk.says('王磊', 'private', '1同意').join('\n')).toContain('#101 已同意「不宜检测」')
  })

  test('「1不同意 理由」 too', () => {
    using talk = fangzhuang()
    talk.says('李强', '方庄群', '101 不宜检测 店铺已停业')
    talk.says('王磊', 'private', '待批')
    expect(talk.says('王磊', 'private', '1不同意 请再去一次').join('\n')).toContain('不同意「不宜检测」')
    expect(talk.says('王磊', '方庄群', '1同意')).toEqual([])
  })

  test('「接」 without an offer', () => {
    using talk = fangzhuang()
    expect(talk.says('陈曦', 'private', '接')[0]).toMatch(/^没有转给你的件/)
    expect(talk.says('陈曦', '方庄群', '接')).toEqual([])
  })

  test('「检测101 不用测」 reads how to say so', () => {
    using talk = fangzhuang()
    for (const words of ['检测101 不用测', '101 不用测'])
      expect(talk.says('李强', 'private', words)[0]).toMatch(/^#101 测不了或不用测.*「101 不宜检测 理由」/)
    expect(talk.says('李强', '方庄群', '检测101 不用测')).toEqual([])
  })
})
