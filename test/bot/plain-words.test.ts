import { describe, expect, test } from 'vitest'
import { hours, minutes } from '../../domain/time/wall.ts'
import { openTalk, type Talk } from '../support/talk.ts'

/** Two cases of 方庄, reported by 小刘; the first is 李强’s. */
function fangzhuang(): Talk {
  const talk = openTalk()
  talk.says('小刘', '方庄群', '上报 芳古园一区11号楼底商油烟大')
  talk.says('小刘', '方庄群', '上报 芳城园二区8号楼工地夜间打桩')
  talk.says('李强', '方庄群', '领哨 101')
  return talk
}

describe('plain words without a number (domain.md section 6 g)', () => {
  test.each([
    ['没人接', '#101 已记一次未接通'],
    ['电话打了三遍没人接,短信也发了', '#101 已记一次未接通'],
    ['已电话联系诉求人,约明天上午10点现场', '#101 已记联系'],
    ['到现场了 净化器开着', '#101 已记到场'],
    ['进展 滤芯下周到', '#101 已记进展'],
    ['测了 油烟0.6', '#101 油烟 0.6 mg/m³,限值1,达标'],
    ['测了 昼间 62.4 背景61.1 2类', '#101 昼间 2类 62.4 背景61.1:差1.3≈1,限值60,无法判定'],
    ['夜间 2类 56.1 背景48.2', '#101 夜间 2类 56.1 背景48.2:差7.9≈8,修正−1'],
    ['二类区，厂界昼间59.6，夜间51.8，都达标吧？', '#101 昼间 2类 59.6≈60,限值60,达标;夜间 2类 51.8,限值50,无法判定'],
    ['厂界臭气 <10、13、18 三个点', '#101 臭气浓度 二级-新扩改建 <10'],
    ['处理完了', '#101 还不能处置完成'],
  ])('「%s」 is of the one case the speaker is at', (text, answer) => {
    using talk = fangzhuang()
    expect(talk.says('李强', '方庄群', text)[0]).toMatch(new RegExp(`^${answer}`))
  })

  test.each(['没人接', '到现场了', '处理完了', '催一下', '同意', '恢复', '接', '缓一缓'])(
    '「%s」 of somebody who is at no case is silence',
    (text) => {
      using talk = fangzhuang()
      expect(talk.says('王磊', '方庄群', text)).toEqual([])
      expect(talk.faults).toEqual([])
    },
  )

  test('after four hours it is silence', () => {
    using talk = fangzhuang()
    talk.now += hours(4) + minutes(1)
    expect(talk.says('李强', '方庄群', '到现场了')).toEqual([])
  })

  test('in another room it is silence', () => {
    using talk = fangzhuang()
    expect(talk.says('李强', '成寿寺群', '到现场了')).toEqual([])
  })

  test('two candidates are one question that names both', () => {
    using talk = fangzhuang()
    talk.says('李强', '方庄群', '领哨 102')
    const answers = talk.says('李强', '方庄群', '到现场了')
    expect(answers).toHaveLength(1)
    expect(answers[0]).toMatch(/^是哪一件\?#101、#102/)
  })
})

test('what a measurement lacks is asked once, and may follow alone', () => {
  using talk = fangzhuang()
  const asked = talk.says('李强', '方庄群', '检测 101 夜间 56.1')
  expect(asked[0]).toMatch(/请补:类别、背景值,回「检测 101 …」/)
  const answer = talk.says('李强', '方庄群', '背景48.2 2类')
  expect(answer[0]).toMatch(/^#101 夜间 2类 56\.1 背景48\.2:差7\.9≈8,修正−1 → 55\.1≈55,限值50,超标5 dB\(A\)/)
  expect(talk.faults).toEqual([])
})

describe('接', () => {
  test('alone takes what was offered to the speaker', () => {
    using talk = fangzhuang()
    talk.says('李强', '方庄群', '转办 101 @陈曦 要先检测')
    expect(talk.says('陈曦', '方庄群', '接').join('\n')).toMatch(/#101 已领哨:监测站 陈曦/)
  })

  test('「101 我们接」 takes it as well', () => {
    using talk = fangzhuang()
    talk.says('李强', '方庄群', '转办 101 @陈曦 要先检测')
    expect(talk.says('陈曦', '方庄群', '101 我们接').join('\n')).toMatch(/#101 已领哨:监测站 陈曦/)
  })

  test('of a case that waits claims it', () => {
    using talk = fangzhuang()
    expect(talk.says('陈曦', '方庄群', '接 102')).toContainEqual(expect.stringMatching(/^#102 已领哨:监测站 陈曦/))
  })
})

describe('「这不归我们管」', () => {
  test('gives back what is one’s own', () => {
    using talk = fangzhuang()
    expect(talk.says('李强', '方庄群', '101 这不归我们管,找城管')[0]).toMatch(/^#101 已放回待领哨/)
  })

  test('on a case nobody has says who can give it away', () => {
    using talk = fangzhuang()
    expect(talk.says('李强', '方庄群', '102 这不归我们管')[0]).toMatch(/^#102 还没人领,不用放回。.*「派给 102 单位」/)
  })
})

describe('撤销', () => {
  test('of 作废 brings the case back; a second one goes on to the act before', () => {
    using talk = fangzhuang()
    talk.says('小刘', '方庄群', '作废 102 报重了')
    talk.says('小刘', '方庄群', '撤销')
    expect(talk.store.books.cases.find(102)?.state).toBe('waiting')
    talk.says('小刘', '方庄群', '撤销')
    expect(talk.store.books.cases.find(102)?.state).toBe('void')
    expect(talk.store.books.cases.find(101)?.state).toBe('claimed')
    expect(talk.store.books.cases.verify().brokenAt).toBeUndefined()
  })
})
