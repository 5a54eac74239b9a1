import { describe, expect, test } from 'vitest'
import { days, minutes } from '../../domain/time/wall.ts'
import { openTalk, type Talk } from '../support/talk.ts'

const HINT = '含诉求人电话,可撤回原消息;下次可私聊发我。'

/** #101 of 方庄 and #102 of 成寿寺; the first is 李强’s, with a complainant. */
function two(): Talk {
  const talk = openTalk()
  talk.says(
    '赵蕾',
    'private',
    '【工单编号】202611230001\n【地址】方庄街道芳古园一区11号楼底商\n【反映内容】底商油烟大\n【诉求人】王女士\n【联系电话】13800001234\n【处理时限】7天',
  )
  talk.says('何涛', '成寿寺群', '上报 成寿寺路12号院餐馆油烟大')
  talk.says('李强', '方庄群', '领哨 101')
  return talk
}

describe('a complainant’s phone in talk that is of no case (domain.md section 7)', () => {
  test.each([
    '诉求人张先生家住芳古园一区11号楼502 电话13800001234',
    '昨天那个居民,电话138-0000-1234,又打来了',
    '13800001234是业主的电话',
    '@李强 13800001234 王女士家 3单元502 你去看看',
  ])('%s', (words) => {
    using talk = openTalk()
    expect(talk.says('小刘', '方庄群', words)).toEqual([HINT])
  })

  test.each([
    '我电话13800005678 有事打我',
    '居民找不到你们就打我电话13800005678',
    '物业李经理电话13800005678',
    '居民反映的事找物业,电话13800005678',
    '业主委员会电话13800005678',
    '居民有事可拨打010-67611104',
    '诉求人要求找李工13800005678',
    '业主群里发的供暖电话010-67611104',
    '诉求人电话打不通',
    '王磊 13800005678',
    '3单元502漏水,物业电话13800005678',
  ])('nothing to 「%s」', (words) => {
    using talk = openTalk()
    expect(talk.says('小刘', '方庄群', words)).toEqual([])
  })

  test('is said once per person and day, not when it comes late, and not in private', () => {
    using talk = openTalk()
    expect(talk.says('小刘', '方庄群', '居民电话13800001234', { sentAt: talk.now - minutes(2) })).toEqual([])
    expect(talk.says('小刘', '方庄群', '居民电话13800001234')).toEqual([HINT])
    expect(talk.says('小刘', '方庄群', '居民电话13800001235')).toEqual([])
    expect(talk.says('周敏', '方庄群', '居民电话13800001235')).toEqual([HINT])
    expect(talk.says('小刘', 'private', '居民电话13800001235').join()).not.toContain('撤回')
    talk.now += days(1)
    expect(talk.says('小刘', '方庄群', '居民电话13800001234')).toEqual([HINT])
  })

  test('a command that carries it is answered, and hinted at', () => {
    using talk = two()
    const said = talk.says('李强', '方庄群', '101 已联系 诉求人王女士13800001234,约明天')
    expect(said).toContain(HINT)
    expect(said.some((words) => words.startsWith('#101 已记联系'))).toBe(true)
  })
})

describe('several numbers', () => {
  test.each(['101 102 认领', '认领 101 102'])('each of 「%s」 gets its word', (words) => {
    using talk = two()
    const [answer = ''] = talk.says('何涛', '成寿寺群', words)
    expect(answer).toMatch(/#101 不在本群范围/)
    expect(answer).toMatch(/#102 已认领:成寿寺街道 何涛/)
  })
})

describe('the same reading again', () => {
  test('by the same person is no second test', () => {
    using talk = two()
    expect(talk.says('李强', '方庄群', '101测了 油烟1.6')[0]).toMatch(/^#101 油烟 1.6/)
    talk.now += minutes(1)
    expect(talk.says('李强', '方庄群', '101 油烟浓度1.6mg/m3')).toEqual([
      '#101 这组检测值刚才已记,没有重复记。确是又测了一次,回「101 复测 …」。',
    ])
    const tests = () => talk.store.books.cases.log(101).filter(({ event }) => event.kind === 'tested').length
    expect(tests()).toBe(1)
    expect(talk.says('李强', '方庄群', '101 油烟浓度1.7mg/m3')[0]).toMatch(/^#101 油烟 1.7/)
    expect(talk.says('李强', '方庄群', '101 复测 油烟1.7')[0]).toMatch(/^#101 油烟 1.7/)
    expect(talk.says('陈曦', '方庄群', '检测 101 油烟1.7')[0]).toMatch(/^#101 油烟 1.7/)
    expect(tests()).toBe(4)
    talk.now += minutes(11)
    expect(talk.says('李强', '方庄群', '101测了 油烟1.7')[0]).toMatch(/^#101 油烟 1.7/)
  })

  test('after it was taken back it is one', () => {
    using talk = two()
    talk.says('李强', '方庄群', '101测了 油烟1.6')
    talk.says('李强', '方庄群', '撤销')
    expect(talk.says('李强', '方庄群', '101测了 油烟1.6')[0]).toMatch(/^#101 油烟 1.6/)
  })
})

describe('what the desk puts right in plain words', () => {
  test('the platform’s number', () => {
    using talk = two()
    expect(talk.says('赵蕾', '方庄群', '101工单号 202611230099').at(-1)).toMatch(/^#101 已更正工单编号:202611230099/)
    expect(talk.says('赵蕾', 'private', '101的工单编号是202611230098').at(-1)).toMatch(/^#101 已更正工单编号/)
  })

  test.each(['101的时限是12月1号', '101时限12月1日18:00', '101办理期限到12月1号'])('%s', (words) => {
    using talk = two()
    expect(talk.says('赵蕾', '方庄群', words).at(-1)).toMatch(/^#101 已更正时限:12-01 18:00/)
  })

  test.each(['101的时限是12月1号吗', '101的时限是12月1号吧?', '101的时限是哪天'])(
    '「%s」 is no correction',
    (words) => {
      using talk = two()
      expect(talk.says('赵蕾', '方庄群', words).join()).not.toContain('更正')
    },
  )

  test.each([
    ['补充101 诉求人电话13800001111 住601', '诉求人电话、门牌已更正(尾号1111)', '王女士'],
    ['补充101 诉求人李女士 电话13800001111 住601室', '诉求人姓名、电话、门牌已更正(尾号1111)', '李女士'],
  ])('%s', (words, answer, name) => {
    using talk = two()
    expect(talk.says('赵蕾', 'private', words).at(-1)).toBe(`#101 ${answer}。要用时私聊我回「联系方式 101」。`)
    const { cases, vault } = talk.store.books
    const to = { no: 101, person: talk.person('赵蕾'), at: talk.now, why: 'test' }
    const kept = (field: 'name' | 'phone' | 'flat') => vault.disclose(cases.find(101)!.complainant!, field, to)
    expect([kept('name'), kept('phone'), kept('flat')?.slice(0, 3)]).toEqual([name, '13800001111', '601'])
  })
})

describe('the number of the one case that can be meant, in private', () => {
  test.each([
    '那个电话给我',
    '号码',
    '电话多少',
    '诉求人电话',
    '联系方式',
    '把电话发我一下',
    '101电话多少',
    '101号码是多少',
  ])('%s', (words) => {
    using talk = two()
    expect(talk.says('李强', 'private', words)).toEqual([expect.stringMatching(/^#101 诉求人: \{name\} \{phone\}/)])
  })

  test('of several it is asked which', () => {
    using talk = two()
    talk.says('赵蕾', 'private', '上报 芳城园二区8号楼工地夜间打桩')
    talk.says('李强', '方庄群', '领哨 103')
    expect(talk.says('李强', 'private', '号码')[0]).toMatch(/^是哪一件\?#101、#103/)
  })

  test.each(['号码', '那个电话给我', '联系方式'])('「%s」 in the room is talk', (words) => {
    using talk = two()
    talk.now += days(1)
    expect(talk.says('李强', '方庄群', words)).toEqual([])
  })
})
