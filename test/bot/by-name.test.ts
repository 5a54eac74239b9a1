import { describe, expect, test } from 'vitest'
import { personCalled } from '../../domain/drill/district.ts'
import { openTalk, type Talk } from '../support/talk.ts'

/** #101 of 方庄, 李强’s unless it waits. */
function oneCase({ waiting = false } = {}): Talk {
  const talk = openTalk()
  talk.says('小刘', '方庄群', '上报 芳古园一区11号楼底商油烟大')
  if (!waiting) talk.says('李强', '方庄群', '领哨 101')
  return talk
}

/** Somebody else of that name, in another unit. */
function namesake(talk: Talk, unit: string): void {
  talk.store.unit((tx) => {
    const other = tx.people.meet({ id: 'wxid_other', name: '李强', friend: true })
    tx.people.grant(other, { role: 'officer', unit }, undefined, talk.now)
  })
}

const ownerOf = (talk: Talk) => talk.store.books.cases.find(101)?.owner

describe('a case is given to somebody by name', () => {
  test.each([
    '派给 101 李强',
    '101 派给李强',
    '101给李强',
    '101让李强去',
    '派101给李强',
    '派给李强101',
    '101交给李强处理吧',
    '101安排李强跟进',
    '派给 101 李强去看看',
  ])('%s', (words) => {
    using talk = oneCase({ waiting: true })
    expect(talk.says('王磊', '方庄群', words).join()).toContain('#101 已派给:执法一队 李强')
  })

  test.each(['101给监测站', '101 给陈曦', '派给 101 监测站'])(
    '%s: a unit is its duty officer, its lead or its people',
    (words) => {
      using talk = oneCase({ waiting: true })
      expect(talk.says('赵蕾', '方庄群', words).join()).toContain('#101 已派给:监测站 陈曦')
    },
  )

  test('a short name of a unit', () => {
    using talk = oneCase({ waiting: true })
    expect(talk.says('赵蕾', '方庄群', '101给一队').join()).toContain('#101 已派给:执法一队 李强')
  })

  test('two of that name: one’s own unit’s first', () => {
    using talk = oneCase({ waiting: true })
    namesake(talk, '监测站')
    expect(talk.says('王磊', '方庄群', '101给李强').join()).toContain('#101 已派给:执法一队 李强')
  })

  test('two of that name elsewhere: one question', () => {
    using talk = oneCase({ waiting: true })
    namesake(talk, '监测站')
    expect(talk.says('赵蕾', '方庄群', '101给李强')).toEqual(['有2位「李强」(执法一队、监测站),请@他再说一次。'])
    expect(ownerOf(talk)).toBeUndefined()
  })

  test('who only bears the name and has no role is nobody', () => {
    using talk = oneCase({ waiting: true })
    talk.store.unit((tx) => void tx.people.meet({ id: 'wxid_nobody', name: '李强', friend: true }))
    expect(talk.says('赵蕾', '方庄群', '101给李强').join()).toContain('#101 已派给:执法一队 李强')
  })

  test('the name on the list counts, whatever WeChat shows', () => {
    using talk = oneCase({ waiting: true })
    talk.store.unit((tx) => {
      const chen = personCalled('陈曦')
      if (chen) tx.people.meet({ id: chen.id, name: '晨曦微露', friend: true })
      const person = tx.people.personOf(chen?.id ?? '')
      tx.roster.put({ name: '陈曦', role: 'tester', unit: '监测站' }, talk.now)
      const [line] = tx.roster.all()
      if (line && person !== undefined) tx.roster.verify(line.id, person, talk.now)
    })
    expect(talk.says('赵蕾', '方庄群', '101给陈曦').join()).toContain('#101 已派给:监测站 晨曦微露')
  })

  test('of their own case an officer hands it on with the same words', () => {
    using talk = oneCase()
    expect(talk.says('李强', '方庄群', '101给王磊').at(-1)).toMatch(/^#101 已转给:执法一队 王磊/)
  })

  test.each([
    '101给居民',
    '101 给商户',
    '101转给大家看看',
    '101让他们去',
    '101请居民协助',
    '101转给你了',
    '101请物业配合',
    '101 让李强别去',
    '101 给李强打电话',
    '101 谁来协办',
    '101请办公室配合',
  ])('%s is talk', (words) => {
    using talk = oneCase()
    expect(talk.says('王磊', '方庄群', words)).toEqual([])
    expect(talk.says('小刘', '方庄群', words)).toEqual([])
  })

  test('a unit nobody entered is answered', () => {
    using talk = oneCase()
    expect(talk.says('王磊', '方庄群', '101给水科')[0]).toMatch(/^没有叫这个名字的单位或同事。/)
  })
})

describe('a case is handed on, or help called, in any order of words', () => {
  test.each([
    '101转给监测站',
    '101转监测站',
    '转101给监测站',
    '把101转给监测站',
    '转给监测站101',
    '转办 101 陈曦 要先检测',
  ])('%s', (words) => {
    using talk = oneCase()
    expect(talk.says('李强', '方庄群', words).join()).toContain('#101 等监测站 陈曦接')
  })

  test.each([
    '101请监测站协办',
    '请监测站协办101',
    '监测站协办101',
    '101叫监测站一起去',
    '101监测站配合一下',
    '101 需要监测站配合',
    '协办101监测站',
    '101麻烦监测站测一下',
  ])('%s', (words) => {
    using talk = oneCase()
    expect(talk.says('李强', '方庄群', words).join()).toContain('#101 已请监测站协办')
    expect(ownerOf(talk)?.unit).toBe('执法一队')
  })

  test('「麻烦X看一下」 of a case nobody has may mean two things', () => {
    using talk = oneCase({ waiting: true })
    expect(talk.says('赵蕾', '方庄群', '101麻烦监测站看一下')).toEqual([
      '#101 还没人领:归监测站办就回「派给 101 监测站」,只请去帮忙回「协办 101 监测站」。',
    ])
  })
})
