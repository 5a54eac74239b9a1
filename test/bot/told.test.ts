import { describe, expect, test } from 'vitest'
import { openTalk, type Talk } from '../support/talk.ts'

/** #101 of 方庄, 李强’s; #102 waits. */
function fangzhuang(): Talk {
  const talk = openTalk()
  talk.says('小刘', '方庄群', '上报 芳古园一区11号楼楼下烧烤冒烟')
  talk.says('小刘', '方庄群', '上报 芳城园二区8号楼工地夜间打桩')
  talk.says('李强', '方庄群', '领哨 101')
  return talk
}

function closed(): Talk {
  const talk = fangzhuang()
  for (const step of ['101 到场', '101 检测 油烟0.6', '101 整改完 已搬走', '办结 101'])
    talk.says('李强', '方庄群', step)
  expect(talk.store.books.cases.find(101)?.state).toBe('closed')
  return talk
}

const kindsOf = (talk: Talk, no: number) => talk.store.books.cases.log(no).map(({ event }) => event.kind)
const card = (no: number, text: string) => ({ quote: { name: '小管家', text: `#${no} 办理中｜餐饮油烟｜${text}` } })

describe('what is told of a case by those who have to do with it', () => {
  test.each([
    ['李强', '101责令换净化器了,店家答应周五前换完'],
    ['李强', '101已经让他收摊了'],
    ['李强', '101没闻到味 应该是路过的车'],
    ['周敏', '#101 店家已经换了新净化器'],
    ['王磊', '101店家说周五前换完'],
  ])('%s: 「%s」 is kept as 进展', (who, words) => {
    using talk = fangzhuang()
    expect(talk.says(who, '方庄群', words)).toEqual([expect.stringMatching(/^#101 已记进展。/)])
    expect(kindsOf(talk, 101).at(-1)).toBe('progressed')
    expect(talk.says('李强', '方庄群', '过程 101').join('\n')).toContain(words.replace(/^#?101\s*/, '').slice(0, 8))
  })

  test('quoting its card, and in private', () => {
    using talk = fangzhuang()
    expect(talk.says('李强', '方庄群', '店家答应周五前换完', card(101, '方庄街道 芳古园一区11号楼'))[0]).toMatch(
      /^#101 已记进展/,
    )
    expect(talk.says('李强', 'private', '101责令换净化器了')[0]).toMatch(/^#101 已记进展/)
  })

  test('of a case nobody has it is a note', () => {
    using talk = fangzhuang()
    expect(talk.says('周敏', '方庄群', '102晚上去听过了,没再打桩')).toEqual([
      '#102 已补记,还没人领。领哨回「领哨 102」。',
    ])
    expect(kindsOf(talk, 102)).toEqual(['registered', 'noted'])
  })

  test.each([
    ['小刘', '101责令换净化器了'],
    ['陈曦', '101已经让他收摊了'],
    ['李强', '109责令换净化器了'],
    ['李强', '101会议室已经订好了'],
    ['李强', '101路公交改线了'],
    ['李强', '101号楼的电梯修好了'],
    ['李强', '101的快递到了放前台'],
    ['李强', '101先别催,店家答应了'],
    ['李强', '101你们谁去过了'],
    ['李强', '101店家换完没'],
    ['李强', '101麻烦周姐跟店家说一声'],
    ['李强', '101到场了,说错了'],
    ['李强', '100多人都来过了'],
    ['李强', '今天101那家我没去'],
  ])('%s: 「%s」 is talk', (who, words) => {
    using talk = fangzhuang()
    expect(talk.says(who, '方庄群', words)).toEqual([])
    expect(kindsOf(talk, 101)).toEqual(['registered', 'claimed'])
    expect(talk.faults).toEqual([])
  })

  test.each(['好的,辛苦了李队', '收到,马上安排人', '哈哈这个我见过了', '你们去看过了吗'])(
    'under a quoted card 「%s」 is talk',
    (words) => {
      using talk = fangzhuang()
      expect(talk.says('李强', '方庄群', words, card(101, '方庄街道 芳古园一区11号楼'))).toEqual([])
    },
  )
})

describe('back after 办结', () => {
  test.each([
    ['小刘', '101那个又烤上了 你们管不管啊'],
    ['周敏', '101又闻到了'],
    ['小刘', '101 又响了'],
  ])('%s: 「%s」 is kept, its owner told, nothing opens by itself', (who, words) => {
    using talk = closed()
    const said = talk.says(who, '方庄群', words)
    expect(said).toContain('#101 已办结,情况已补记,已转告李强。要再办请李强或负责人回「重办 101 原因」。')
    expect(talk.heard('李强').at(-1)).toMatch(/#101 .*有新的补充.*要再办回「重办 101 原因」。$/)
    expect(talk.store.books.cases.find(101)?.state).toBe('closed')
    expect(kindsOf(talk, 101).at(-1)).toBe('noted')
  })

  test('quoting the closed card; the lead reads how to open it again', () => {
    using talk = closed()
    const quote = { quote: { name: '小管家', text: '#101 办结｜餐饮油烟｜方庄街道 芳古园一区11号楼' } }
    expect(talk.says('王磊', '方庄群', '又开始了', quote)).toContain(
      '#101 已办结,情况已补记,已转告李强。要再办回「重办 101 原因」。',
    )
  })

  test.each(['101又办结了一次', '101怎么又来了', '101谢谢大家啊'])('「%s」 is talk', (words) => {
    using talk = closed()
    expect(talk.says('小刘', '方庄群', words)).toEqual([])
  })
})
