import { describe, expect, test } from 'vitest'
import { openTalk, type Talk } from '../support/talk.ts'

/** #101 of 方庄, about 老灶火锅, claimed. */
function fangzhuang(): Talk {
  const talk = openTalk()
  talk.says('小刘', '方庄群', '上报 芳古园一区11号楼底商老灶火锅油烟大')
  talk.says('李强', '方庄群', '领哨 101')
  return talk
}

describe('a place alone is no report', () => {
  test.each([
    ['赵蕾', '驳回 1 就是方庄'],
    ['赵蕾', '打回去,不是方庄的'],
    ['高明', '不批准 101,方庄自己办'],
    ['高明', '方庄这件盯紧一点'],
    ['孙悦', '我下周去方庄检查'],
    ['李强', '今晚去方庄'],
    ['何涛', '成寿寺今天有雨'],
    ['李强', '我们在芳古园一区检查'],
    ['李强', '芳古园一区11号楼'],
  ])('%s, in private: %s', (who, words) => {
    using talk = fangzhuang()
    expect(talk.says(who, 'private', words).length).toBeLessThanOrEqual(1)
    expect(talk.store.books.cases.find(102)).toBeUndefined()
  })

  test.each(['芳城园二区8号楼油烟大', '芳城园二区8号楼停车位被占了谁管', '芳城园二区8号楼居民投诉违建'])(
    'what is wrong there is one: %s',
    (words) => {
      using talk = fangzhuang()
      talk.says('小刘', 'private', words)
      expect(talk.store.books.cases.find(102)).toMatchObject({ street: '方庄街道' })
    },
  )
})

describe('a case that is described', () => {
  const toBot = { mentionsMe: true }

  test('督办 in the leaders’ room is asked with its number', () => {
    using talk = fangzhuang()
    expect(talk.says('高明', '局领导群', '督办方庄老灶火锅那个件 周五前', toBot)).toEqual([
      '像是#101(办理中)。要督办请回「督办 101 周五前」。',
    ])
    expect(talk.says('高明', '局领导群', '督办 101 周五前', toBot).join()).toContain('#101 已列入分管领导督办')
  })

  test('the leaders’ room opens nothing by free text, by its order and 上报 it does', () => {
    using talk = fangzhuang()
    talk.says('高明', '局领导群', '芳城园二区8号楼油烟大', toBot)
    expect(talk.store.books.cases.find(102)).toBeUndefined()
    talk.says('高明', '局领导群', '上报 芳城园二区8号楼油烟大', toBot)
    expect(talk.store.books.cases.find(102)).toBeDefined()
  })

  test('is named, and takes the words by its number', () => {
    using talk = fangzhuang()
    expect(talk.says('小刘', 'private', '方庄老灶火锅那个件店主说下周搬')[0]).toMatch(/^像是#101\(办理中\)/)
    expect(talk.says('小刘', 'private', '101').join()).toContain('#101 已记补充。')
    expect(talk.says('小刘', 'private', '芳古园一区11号楼底商 油烟大')[0]).toMatch(/^像是#101/)
  })

  test('of several all are named', () => {
    using talk = fangzhuang()
    talk.says('小刘', '方庄群', '上报 芳城园二区8号楼老灶火锅噪声大')
    expect(talk.says('小刘', 'private', '老灶火锅那件先放放').join()).toBe('像是#102、#101,请带编号再说一次。')
  })
})
