import { describe, expect, test } from 'vitest'
import { openTalk, type Talk } from '../support/talk.ts'

/** Three cases of 方庄, claimed by 李强 in one message. */
function three(): Talk {
  const talk = openTalk()
  talk.says('小刘', '方庄群', '上报 芳古园一区11号楼底商油烟大')
  talk.says('小刘', '方庄群', '上报 芳城园二区8号楼工地夜间打桩')
  talk.says('小刘', '方庄群', '上报 芳星园三区12号楼旁工地扬尘')
  return talk
}

const statesOf = (talk: Talk) => [101, 102, 103].map((no) => talk.store.books.cases.find(no)?.state)

describe('撤销 of one message on several cases', () => {
  test('with a number takes back that case alone, the next 撤销 the others', () => {
    using talk = three()
    talk.says('李强', '方庄群', '领哨 101 102 103')
    expect(talk.says('李强', '方庄群', '撤销 101')).toContainEqual(expect.stringMatching(/^已撤销:#101(?!.*#102)/))
    expect(statesOf(talk)).toEqual(['waiting', 'claimed', 'claimed'])
    talk.says('李强', '方庄群', '撤销')
    expect(statesOf(talk)).toEqual(['waiting', 'waiting', 'waiting'])
    expect(talk.store.books.cases.verify().brokenAt).toBeUndefined()
  })

  test('one case after the other; then nothing is left to undo', () => {
    using talk = three()
    talk.says('李强', '方庄群', '领哨 101 102')
    talk.says('李强', '方庄群', '撤销 102')
    talk.says('李强', '方庄群', '撤销 101')
    expect(statesOf(talk)).toEqual(['waiting', 'waiting', 'waiting'])
    expect(talk.says('李强', '方庄群', '撤销')[0]).toMatch(/没有可撤销|可以撤销/)
  })

  test('of a merge both sides go together', () => {
    using talk = three()
    talk.says('李强', '方庄群', '领哨 101 102')
    talk.says('李强', '方庄群', '并案 102 到 101')
    const [, code] = /确认 ?(\w+)/.exec(talk.heard('方庄群').at(-1) ?? '') ?? []
    talk.says('李强', '方庄群', `确认 ${code}`)
    expect(statesOf(talk)[1]).toBe('merged')
    talk.says('李强', '方庄群', '撤销 102')
    expect(statesOf(talk)).toEqual(['claimed', 'claimed', 'waiting'])
    expect(talk.store.books.cases.find(101)?.holds ?? []).toEqual([])
  })
})

test('the room that read of 办结 reads where the case stands after 撤销', () => {
  using talk = openTalk()
  talk.says('赵蕾', 'private', '上报 芳古园一区11号楼底商油烟大')
  talk.says('李强', '方庄群', '101 我们领,免联系 匿名,到场,检测 油烟0.6,整改完 换了滤芯')
  talk.says('李强', '方庄群', '101 已回复')
  talk.says('李强', '方庄群', '办结 101')
  expect(talk.store.books.cases.find(101)?.state).toBe('closed')
  talk.says('李强', 'private', '撤销')
  expect(talk.heard('方庄群').at(-1)).toMatch(/上一步已撤销,现为已处置,由执法一队 李强承办。$/)
})
