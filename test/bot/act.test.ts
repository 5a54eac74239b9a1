import { describe, expect, test } from 'vitest'
import { minutes } from '../../domain/time/wall.ts'
import { openTalk, type Talk } from '../support/talk.ts'

const ORDER = (no: string, address = '方庄街道芳古园一区11号楼底商') =>
  `【工单编号】${no}\n【地址】${address}\n【反映内容】底商油烟大,开不了窗\n【诉求人】王女士\n【联系电话】13800001234\n【处理时限】7天`

/** #101 of 方庄 (order …0001), #102 of 成寿寺 (order …0002). */
function twoCases(): Talk {
  const talk = openTalk()
  talk.says('赵蕾', 'private', ORDER('202611230001'))
  talk.says('赵蕾', 'private', ORDER('202611230002', '成寿寺街道四方景园二区5号楼'))
  return talk
}

describe('numbers', () => {
  test.each([
    ['101', /^#101 待领哨/],
    ['#101', /^#101 待领哨/],
    ['202611230001', /^#101 待领哨/],
    ['0001', /^#101 待领哨/],
  ])('%s alone shows its case', (text, answer) => {
    using talk = twoCases()
    expect(talk.says('李强', '方庄群', text)).toEqual([expect.stringMatching(answer)])
  })

  test.each([
    '13800001234',
    '13800001234 已联系',
    '100',
    '110',
    '9999',
    '0101',
    '102',
    '2026',
    '联系方式:13800001234',
    '5号我们去',
    '1',
    '收到',
  ])('%s in a room that knows no such case is silence', (text) => {
    using talk = twoCases()
    expect(talk.says('小刘', '方庄群', text)).toEqual([])
  })

  test.each([
    ['100', '没有#100这个件'],
    ['99999999', '没有找到这个工单号'],
    ['13800001234', '没看懂。'],
  ])('%s in private is answered', (text, answer) => {
    using talk = twoCases()
    expect(talk.says('李强', 'private', text)[0]).toContain(answer)
  })

  test('another street’s case: its bare number is silence, #102 or the bot called by name is answered', () => {
    using talk = twoCases()
    expect(talk.says('小刘', '方庄群', '102')).toEqual([])
    expect(talk.says('小刘', '方庄群', '#102')).toEqual([expect.stringMatching(/^#102 不在本群范围/)])
    expect(talk.says('小刘', '方庄群', '102', { mentionsMe: true })).toEqual([
      expect.stringMatching(/^#102 不在本群范围/),
    ])
  })

  test.each([
    ['领哨 100', '没有#100这个件'],
    ['领哨 102', '#102 不在本群范围'],
    ['领哨 202611239999', '没有找到这个工单号'],
  ])('%s says what is wrong', (text, answer) => {
    using talk = twoCases()
    expect(talk.says('李强', '方庄群', text)[0]).toContain(answer)
  })

  test('several cases in one message are each done or refused for themselves', () => {
    using talk = twoCases()
    const answers = talk
      .says('李强', '全区群', '101 我们领,102 我们领,100 我们领')
      .filter((words) => !/^你报的|^#10[12] 已由/.test(words))
    expect(answers).toEqual([
      expect.stringMatching(/^#101 已领哨:/),
      expect.stringMatching(/^#102 已领哨:/),
      expect.stringMatching(/^没有#100/),
    ])
  })
})

describe('claiming for a unit', () => {
  test('another unit’s name claims for nobody', () => {
    using talk = twoCases()
    expect(talk.says('李强', '方庄群', '101大气科领了')).toEqual([
      '你是执法一队的,不能替大气科领#101。请大气科的人自己回「领哨 101」;归执法一队的话你回「领哨 101」。',
    ])
    expect(talk.store.books.cases.find(101)?.state).toBe('waiting')
  })

  test('the short name of one’s own does', () => {
    using talk = twoCases()
    expect(talk.says('李强', '方庄群', '101一队领了')).toContainEqual(
      expect.stringMatching(/^#101 已领哨:执法一队 李强/),
    )
  })

  test('a word behind the number is no unit', () => {
    using talk = twoCases()
    expect(talk.says('李强', '方庄群', '领哨 101 马上到站')).toContainEqual(expect.stringMatching(/^#101 已领哨/))
  })

  test('somebody without the right reads who may', () => {
    using talk = twoCases()
    expect(talk.says('小刘', '方庄群', '领哨 101')).toEqual([
      '「领哨」由队员、监测员、负责人、街镇管家来做。需要的话请联系管理员授权。',
    ])
  })
})

describe('what arrives late, twice, too long or from a stranger', () => {
  test('a command older than ten minutes is asked back, a complaint is not', () => {
    using talk = twoCases()
    const sentAt = talk.now - minutes(11)
    expect(talk.says('李强', '方庄群', '领哨 101', { sentAt })).toEqual([
      '这条是今天09:19发的,刚收到。还要办的话请再说一次「领哨 101」。',
    ])
    expect(talk.says('小刘', '方庄群', '上报 芳群园四区12号楼油烟大', { sentAt }).join('\n')).toContain('#103 待领哨')
  })

  test('the same message twice is done once', () => {
    using talk = twoCases()
    talk.says('李强', '方庄群', '领哨 101', { id: 'same' })
    expect(talk.says('李强', '方庄群', '领哨 101', { id: 'same' })).toEqual([])
    expect(talk.store.books.cases.log(101)).toHaveLength(2)
  })

  test('10,000 characters to the bot get one sentence, to the room silence', () => {
    using talk = twoCases()
    expect(talk.says('小刘', '方庄群', '好'.repeat(10_000))).toEqual([])
    expect(talk.says('小刘', '方庄群', '好'.repeat(10_000), { mentionsMe: true })).toEqual([
      '这条超过8000字,没有读完。请把每件的地址和问题分开发给我。',
    ])
  })

  test('a stranger in private gets one polite line a day', () => {
    using talk = openTalk()
    expect(talk.says('路人', 'private', '你好')).toEqual([expect.stringMatching(/^你好,我是接诉即办小管家/)])
    expect(talk.says('路人', 'private', '在吗')).toEqual([])
  })

  test('an unbound room gets silence and nothing of it is stored', () => {
    using talk = openTalk()
    expect(talk.says('小马', '新来的群', '上报 芳古园一区11号楼油烟大')).toEqual([])
    expect(talk.says('小马', '新来的群', '绑定 马家堡街道')).toEqual([])
    expect(talk.raw((db) => db.prepare('select count(*) from inbox').pluck().get())).toBe(0)
    expect(talk.says('孙悦', '新来的群', '绑定 马家堡街道')[0]).toMatch(
      /^本群已绑定为马家堡群。本群涉件消息会记录用于办理。/,
    )
  })

  test('many messages in a minute are all done, and one line asks for patience', () => {
    using talk = twoCases()
    const said = Array.from({ length: 25 }, () => talk.says('李强', '方庄群', '101')).flat()
    expect(said.filter((words) => words.startsWith('#101'))).toHaveLength(25)
    expect(said.filter((words) => words.includes('请稍候'))).toHaveLength(1)
  })

  test('so are many that mean nothing', () => {
    using talk = twoCases()
    const said = Array.from({ length: 25 }, (_, i) => talk.says('李强', 'private', `随便说${i}`)).flat()
    expect(said.filter((words) => words.startsWith('没看懂'))).toHaveLength(25)
    expect(said.filter((words) => words.includes('请稍候'))).toHaveLength(1)
  })

  test.each(['你太吵了', '别说话了', '小管家安静一会儿', '能不能少刷屏'])(
    '%s, said to the bot, is no complaint',
    (words) => {
      using talk = twoCases()
      expect(talk.says('周敏', '方庄群', words, { mentionsMe: true })).toEqual([
        '要我安静,在群里回「静音 2小时」,急件和答复除外。',
      ])
      expect(talk.says('小刘', '方庄群', words, { mentionsMe: true })).toEqual([
        '要我安静,请管家或负责人在群里回「静音 2小时」。',
      ])
      expect(talk.says('小刘', '方庄群', words)).toEqual([])
    },
  )
})

describe('quoting', () => {
  const quote = (text: string) => ({ quote: { name: '小管家', text } })

  test('a card and 「我来」 claims its case', () => {
    using talk = twoCases()
    const card = quote('#101 待领哨｜餐饮油烟\n@周敏 引用本条回「领哨」')
    expect(talk.says('周敏', '方庄群', '我来,十分钟到', card)).toEqual([
      '你报的#101 方庄街道 芳古园一区11号楼底商 餐饮油烟,方庄街道已认领。',
      expect.stringMatching(/^#101 已认领:方庄街道 周敏/),
    ])
  })

  test('a message with several cases is asked back', () => {
    using talk = twoCases()
    expect(talk.says('李强', '全区群', '我来', quote('#101 待领哨\n#102 待领哨'))).toEqual([
      '这条里有#101、#102,请写明编号,例:「领哨 101」',
    ])
  })

  test('a person’s talk and 「我来」 is silence', () => {
    using talk = twoCases()
    expect(talk.says('李强', '方庄群', '我来', quote('谁去买水'))).toEqual([])
  })
})

test('a mistyped command to the bot is answered with the nearest and one example', () => {
  using talk = twoCases()
  expect(talk.says('李强', '方庄群', '零哨 101', { mentionsMe: true })).toEqual([
    '没看懂「零哨 101」。是不是想说「领哨 101」?用法回「帮助」。',
  ])
  expect(talk.says('李强', '方庄群', '领少 106', { mentionsMe: true })[0]).toContain('是不是想说「领哨 106」')
  expect(talk.says('孙悦', '方庄群', '绑定全区', { mentionsMe: true })[0]).toContain('是不是想说「绑定 ')
  expect(talk.says('李强', '方庄群', '打电话13800001234', { mentionsMe: true })[0]).not.toContain('1380')
})

test('personal data pasted in a room: one hint per person and day', () => {
  using talk = openTalk()
  const hints = () => talk.heard('方庄群').filter((words) => words.includes('可撤回原消息')).length
  talk.says('小刘', '方庄群', ORDER('202611230001'))
  talk.says('小刘', '方庄群', ORDER('202611230003', '方庄街道芳群园四区12号楼'))
  expect(hints()).toBe(1)
  talk.says('周敏', '方庄群', ORDER('202611230004', '方庄街道芳城园二区8号楼'))
  expect(hints()).toBe(2)
})

test('what is missing is said once: on the card in its room, in a line where the card is not', () => {
  using talk = openTalk()
  const order = '【工单编号】202611230009\n【地址】方庄街道芳古园一区11号楼\n【反映内容】'
  talk.says('小马', '方庄群', order)
  expect(
    talk
      .heard('方庄群')
      .filter((words) => words.includes('#101'))
      .join(),
  ).toMatch(/待补:问题/)
  expect(talk.heard('方庄群').join()).not.toContain('已登记(待补')
  talk.says('林芳', '成寿寺群', order.replace('0009', '0010'))
  expect(talk.heard('成寿寺群').join()).toContain('#102 已登记(待补问题)')
})

describe('several numbers', () => {
  test('a verb on one case is done for each, every one with its own line', () => {
    using talk = twoCases()
    talk.says('赵蕾', 'private', ORDER('202611230003', '方庄街道芳城园三区4号楼'))
    talk.says('李强', '方庄群', '领哨 101 103')
    const [arrived] = talk.says('李强', '方庄群', '101 103 到场')
    expect(arrived).toMatch(/^#101 已记到场.*\n#103 已记到场/)
    const urged = talk.says('周敏', '方庄群', '催 101 103').join('\n')
    expect(urged).toMatch(/#101 已提醒执法一队.*\n#103 已提醒执法一队/)
    const [replied] = talk.says('赵蕾', 'private', '已回复 101 103')
    expect(replied).toMatch(/^#101 已记平台回复.*\n#103 已记平台回复/)
  })

  test('one that is refused does not take the others with it', () => {
    using talk = twoCases()
    talk.says('李强', '方庄群', '领哨 101')
    expect(talk.says('李强', '方庄群', '101 102 到场')[0]).toMatch(/^#101 已记到场.*\n#102 不在本群范围/)
  })
})

describe('what was said is not said back', () => {
  const planted = () => {
    const talk = openTalk()
    talk.says('赵蕾', 'private', ORDER('202611230001').replace('王女士', '魏无羡'))
    talk.says('李强', '方庄群', '领哨 101')
    return talk
  }

  test('协办 takes the unit it begins with; the rest is the reason', () => {
    using talk = planted()
    const said = talk.says('李强', '方庄群', '协办 101 监测站 魏无羡要监测').join('\n')
    expect(said).toContain('#101 已请监测站协办')
    expect(said).not.toContain('魏无羡')
  })

  test.each(['协办 101 魏无羡要监测', '派给 101 魏无羡队', '查 魏无羡'])('%s', (words) => {
    using talk = planted()
    const said = talk.says('王磊', '方庄群', words).join('\n')
    expect(said).not.toBe('')
    expect(said).not.toContain('魏无羡')
  })
})

describe('in private', () => {
  test.each([
    ...[
      '好的',
      '谢谢',
      '辛苦了',
      '收到',
      '好的,谢谢!',
      '1',
      '+1',
      '1️⃣',
      '👍',
      '👍🏻👍🏻',
      '🙏',
      '[强]',
      '[OK]',
      '[抱拳][抱拳]',
    ],
    ...[
      '收到👍',
      '收到[强]',
      '谢谢🙏',
      '好滴',
      '已阅',
      '已收到',
      '收到,马上去',
      '收到,这就办',
      '好的,明天去',
      '哈哈',
      '。',
      '…',
      '\u200b',
    ],
  ])('%s is not answered', (words) => {
    using talk = twoCases()
    expect(talk.says('李强', 'private', words)).toEqual([])
    expect(talk.says('李强', '方庄群', words, { mentionsMe: true })).toEqual([])
  })

  test.each(['你好', '在吗', '早上好!', '您好👋'])('%s is answered by who is there', (words) => {
    using talk = twoCases()
    expect(talk.says('李强', 'private', words)).toEqual([expect.stringMatching(/^我在。/)])
  })

  test.each(['2', '？', '行不行'])('%s is not understood', (words) => {
    using talk = twoCases()
    expect(talk.says('李强', 'private', words)).toEqual([expect.stringMatching(/^没看懂/)])
  })

  test('who names themselves reads their own name', () => {
    using talk = twoCases()
    expect(talk.says('小刘', 'private', '我是小刘')[0]).toContain('名单里没有「小刘」')
    expect(talk.says('小马', 'private', '我是小马,方庄街道网格员')[0]).toContain('名单里没有「小马')
  })
})
