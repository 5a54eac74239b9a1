import { describe, expect, test } from 'vitest'
import { instant } from '../../domain/time/wall.ts'
import { openTalk, type Talk } from '../support/talk.ts'

const ORDER = (no: string, address = '方庄街道芳古园一区11号楼底商') =>
  `【工单编号】${no}\n【地址】${address}\n【反映内容】底商油烟大,开不了窗\n【诉求人】王女士\n【联系电话】13800001234\n【处理时限】7天`
const CARD = { quote: { name: '小管家', text: '#101 办理中｜餐饮油烟｜方庄街道 芳古园一区11号楼底商' } }

/** #101 of 方庄, claimed by 李强. */
function claimed(): Talk {
  const talk = openTalk()
  talk.says('赵蕾', 'private', ORDER('202611230001'))
  talk.says('李强', '方庄群', '领哨 101')
  return talk
}

const caseOf = (talk: Talk) => talk.store.books.cases.find(101)
/** The complainant as the vault holds it now. */
function complainant(talk: Talk, field: 'name' | 'phone'): string | undefined {
  const id = caseOf(talk)?.complainant
  const to = { no: 101, person: talk.person('李强'), at: talk.now, why: 'test' }
  return id === undefined ? undefined : talk.store.books.vault.disclose(id, field, to)
}

describe('a complainant’s phone is put right', () => {
  test.each([
    '更正 101 电话 13800005678',
    '更正101电话13800005678',
    '更正 101 13800005678',
    '101 电话错了,是13800005678',
    '101 电话更正为13800005678',
    '101 联系电话应该是13800005678',
    '101 电话是13800005678',
    '更正 101 电话 是13800005678不是13800001234',
  ])('%s', (words) => {
    using talk = claimed()
    expect(talk.says('李强', 'private', words)).toEqual([
      '#101 诉求人电话已更正(尾号5678)。要用时私聊我回「联系方式 101」。',
    ])
    expect(complainant(talk, 'phone')).toBe('13800005678')
    expect(complainant(talk, 'name')).toBe('王女士')
  })

  test('quoting the card, in a room: neither the number nor its end is said, and the message can be taken back', () => {
    using talk = claimed()
    const said = talk.says('李强', '方庄群', '电话错了,是13800005678', CARD)
    expect(said).toEqual([
      '含诉求人电话,可撤回原消息,更正已记下;下次可私聊发我。',
      '#101 诉求人电话已更正。要用时私聊我回「联系方式 101」。',
    ])
    expect(complainant(talk, 'phone')).toBe('13800005678')
  })

  test('the old row stays sealed, the event holds no value, old and new are masked from now on', () => {
    using talk = claimed()
    const before = caseOf(talk)?.complainant
    talk.says('李强', 'private', '更正 101 诉求人 欧阳兰')
    const event = talk.store.books.cases.log(101).at(-1)?.event
    expect(JSON.stringify(event)).not.toContain('欧阳')
    const to = { no: 101, person: talk.person('李强'), at: talk.now, why: 'test' }
    expect(talk.store.books.vault.disclose(before ?? 0, 'name', to)).toBe('王女士')
    const id = caseOf(talk)?.complainant
    expect(talk.store.books.vault.mask(id, '王女士和欧阳兰都在')).not.toMatch(/王女士|欧阳兰/)
    expect(talk.says('赵蕾', 'private', '过程 101').join()).toMatch(/更正诉求人姓名(?!.*欧阳)/)
    expect(talk.store.books.cases.verify().brokenAt).toBeUndefined()
  })

  test('撤销 brings the old one back', () => {
    using talk = claimed()
    talk.says('李强', 'private', '更正 101 电话 13800005678')
    talk.says('李强', 'private', '撤销')
    expect(complainant(talk, 'phone')).toBe('13800001234')
  })

  test('the owner hears when somebody else did it', () => {
    using talk = claimed()
    talk.says('赵蕾', 'private', '更正 101 电话 13800005678')
    expect(talk.heard('李强').at(-1)).toMatch(/诉求人电话已更正,取新的回「联系方式 101」。$/)
  })

  test('a case without a complainant gets one', () => {
    using talk = openTalk()
    talk.says('赵蕾', 'private', ORDER('202611230001').replace(/【诉求人】.*\n【联系电话】.*\n/, ''))
    talk.says('李强', '方庄群', '领哨 101')
    talk.says('李强', 'private', '101 诉求人是李女士')
    talk.says('李强', 'private', '更正 101 电话 13800005678')
    expect([complainant(talk, 'name'), complainant(talk, 'phone')]).toEqual(['李女士', '13800005678'])
  })

  test.each([
    ['更正 101 电话 1380000', '还差完整的电话号码。例:「更正 101 电话 号码」'],
    ['更正 101 诉求人 12345', '还差诉求人姓名。例:「更正 101 诉求人 李女士」'],
  ])('%s', (words, answer) => {
    using talk = claimed()
    expect(talk.says('李强', 'private', words)).toEqual([answer])
  })

  test.each(['101 电话是多少', '101 诉求人是谁', '101 电话打过了吗', '101 诉求人是业主吗', '诉求人是李女士'])(
    '「%s」 corrects nothing',
    (words) => {
      using talk = claimed()
      talk.says('李强', '方庄群', words)
      expect(complainant(talk, 'name')).toBe('王女士')
      expect(complainant(talk, 'phone')).toBe('13800001234')
    },
  )

  test('somebody without a hand in it may not', () => {
    using talk = claimed()
    expect(talk.says('陈曦', '方庄群', '更正 101 电话 13800005678').at(-1)).toMatch(/^#101 你不能改/)
    expect(complainant(talk, 'phone')).toBe('13800001234')
  })
})

describe('other facts', () => {
  test('the platform’s number', () => {
    using talk = claimed()
    expect(talk.says('赵蕾', 'private', '更正 101 工单编号 202611239999')).toContainEqual(
      expect.stringMatching(/^#101 已更正工单编号:202611239999。/),
    )
    expect(talk.says('赵蕾', 'private', '202611239999')[0]).toMatch(/^#101 /)
  })

  test('a number another case has is refused', () => {
    using talk = claimed()
    talk.says('赵蕾', 'private', ORDER('202611230002', '方庄街道芳城园二区8号楼'))
    expect(talk.says('赵蕾', 'private', '更正 101 工单编号 202611230002')[0]).toMatch(/^这个工单编号已是#102/)
  })

  test('the deadline: reminders are armed anew, the owner hears', () => {
    using talk = claimed()
    expect(talk.says('赵蕾', 'private', '101 时限改为12月2日18:00').join()).toContain('#101 已更正时限:12-02 18:00。')
    const c = caseOf(talk)
    expect(c?.deadline).toEqual({ at: instant('2026-12-02', '18:00'), official: true, derived: false })
    expect(c?.armedBy.deadline).toBe(c?.seq)
    expect(talk.heard('李强').at(-1)).toContain('时限已更正:12-02 18:00')
  })

  test('the platform’s facts are not the handler’s to move', () => {
    using talk = claimed()
    expect(talk.says('李强', 'private', '更正 101 时限 12月20日')).toEqual([
      '#101 时限和工单编号由专班按平台改,请把正确的告诉专班。',
    ])
    expect(caseOf(talk)?.deadline?.derived).toBe(true)
  })

  test('category, subject and street', () => {
    using talk = claimed()
    expect(talk.says('李强', '方庄群', '更正 101 类别 施工噪声')[0]).toBe(
      '#101 已更正类别:施工噪声。\n#101 办理中｜施工噪声｜方庄街道 芳古园一区11号楼底商',
    )
    expect(talk.says('李强', '方庄群', '101 店名写错了,是新灶火锅')[0]).toMatch(/^#101 已更正被反映对象:新灶火锅。/)
    talk.says('赵蕾', 'private', '更正 101 街镇 成寿寺')
    expect(caseOf(talk)?.street).toBe('成寿寺街道')
    expect(talk.heard('成寿寺群').at(-1)).toMatch(/^#101 办理中/)
    expect(talk.heard('方庄群').at(-1)).toBe('#101 已转成寿寺群')
  })

  test.each([
    ['更正 101 类别 不知道', '还差类别。例:「更正 101 类别 餐饮油烟」'],
    ['更正 101 街镇 某某', '没有「某某」这个街镇。例:「更正 101 街镇 方庄」'],
    ['更正 101 时限 很快', '还差日期和时间。例:「更正 101 时限 12月2日18:00」'],
  ])('%s', (words, answer) => {
    using talk = claimed()
    expect(talk.says('赵蕾', 'private', words)).toEqual([answer])
  })
})
