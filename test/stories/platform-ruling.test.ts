import { expect, test } from 'vitest'
import { order } from '../support/orders.ts'
import { openTalk, type Talk } from '../support/talk.ts'

function asked(request: string): Talk {
  const talk = openTalk()
  talk.says(
    '赵蕾',
    'private',
    order({ no: '202611230001', place: '方庄街道芳古园一区1号楼', term: '2026-11-27 18:00' }),
  )
  talk.says('李强', '方庄群', '领哨 101')
  talk.says('李强', '方庄群', request)
  talk.says('赵蕾', 'private', '同意 101')
  return talk
}

const find = (talk: Talk) => talk.store.books.cases.find(101)

test('another date than was asked for is granted: it rules, and the answer says both', () => {
  using talk = asked('延期 101 3天 等净化器到货')
  expect(talk.says('李强', '方庄群', '101')[0]).toContain('延期到11-30 18:00等平台批复')
  expect(talk.says('赵蕾', 'private', '平台批复 101 同意 延到11月29日')[0]).toBe(
    '#101 平台已同意延期。批到11-29 18:00(申请到11-30 18:00);12345件,官方时限 11-29 18:00(余6天8时,原11-27 18:00)',
  )
  expect(find(talk)?.deadline).toMatchObject({ at: Date.parse('2026-11-29T18:00:00+08:00') })
  expect(talk.heard('李强').at(-1)).toContain('批到11-29 18:00(申请到11-30 18:00)')
  expect(talk.says('李强', '方庄群', '过程 101').join('\n')).toContain('平台同意「延期」到11-29 18:00')
})

test('a date before the deadline is no extension', () => {
  using talk = asked('延期 101 3天 等净化器到货')
  expect(talk.says('赵蕾', 'private', '平台批复 101 同意 延到11月26日')[0]).toMatch(/^#101 /)
  expect(find(talk)?.agreed).toEqual(['extend'])
})

test.each(['平台批复 101 还没批', '101 平台还没批', '平台批复 101 还在等'])('「%s」 rules nothing', (words) => {
  using talk = asked('延期 101 3天 等净化器到货')
  const [answer = ''] = talk.says('赵蕾', 'private', words)
  expect(answer).toBe(
    '#101 延期到11-30 18:00等平台批复,批复前时限照算。批复后回「平台批复 101 同意」或「平台批复 101 不同意 原因」。',
  )
  expect(find(talk)?.agreed).toEqual(['extend'])
})

test('of two requests the one that is meant is asked for', () => {
  using talk = asked('延期 101 3天 等净化器到货')
  talk.says('李强', '方庄群', '挂账 101 等市政管网改造')
  talk.says('高明', 'private', '同意 101')
  expect(talk.says('李强', '方庄群', '101')[0]).toContain('延期到11-30 18:00等平台批复、挂账等平台批复')
  expect(talk.says('赵蕾', 'private', '平台批复 101 同意')[0]).toMatch(/延期.*挂账/)
  expect(talk.says('赵蕾', 'private', '平台批复 101 挂账 同意')[0]).toMatch(/^#101 平台已同意挂账/)
  expect(talk.says('赵蕾', 'private', '平台批复 101 不同意 材料不全')[0]).toMatch(/^#101 平台不同意延期,照常办理/)
  expect(talk.says('赵蕾', 'private', '平台批复 101 同意')[0]).toMatch(/没有/)
})

test('a ruling after 办结 is kept: a granted extension counts for 按时率, the case stays closed', () => {
  using talk = asked('延期 101 3天 等净化器到货')
  for (const text of ['101 已联系 到场 检测 油烟0.6 整改完 换了净化器', '101 回访 已解决 满意'])
    talk.says('李强', '方庄群', text)
  talk.now = Date.parse('2026-11-28T10:00:00+08:00')
  talk.says('赵蕾', 'private', '101 已回复')
  talk.says('李强', '方庄群', '办结 101')
  expect(find(talk)?.state).toBe('closed')
  expect(talk.says('赵蕾', 'private', '平台批复 101 同意')[0]).toBe(
    '#101 平台已同意延期。已办结,时限改记11-30 18:00(原11-27 18:00)',
  )
  expect(find(talk)).toMatchObject({ state: 'closed', deadline: { at: Date.parse('2026-11-30T18:00:00+08:00') } })
})

test('the page of a case names what the city heard', () => {
  using talk = asked('延期 101 3天 等净化器到货')
  talk.says('赵蕾', 'private', '市回访 101 已联系 未解决 不满意')
  expect(talk.says('赵蕾', 'private', '101')[0]).toContain('市回访11-23:已联系 未解决 不满意')
})

test('the same request again, one that is granted, and a ruling told twice change nothing and say so', () => {
  using talk = asked('挂账 101 等市政管网改造')
  const say = (who: string, text: string) => talk.says(who, 'private', text)
  expect(say('李强', '挂账 101 等市政管网改造')[0]).toBe('#101 本来就申请了挂账,在等分管领导定。')
  expect(talk.heard('高明')).toEqual([])
  say('高明', '同意 101')
  expect(say('赵蕾', '平台批复 101 同意')[0]).toMatch(/^#101 平台已同意挂账/)
  const seq = find(talk)?.seq
  expect(say('赵蕾', '平台批复 101 挂账同意')).toEqual(['#101 本来就记了:平台已同意挂账。经过回「过程 101」。'])
  expect(say('李强', '挂账 101 管网还没改')).toEqual(['#101 平台已同意挂账,不用再申请。有进展仍回「进展」。'])
  expect(find(talk)?.seq).toBe(seq)
  say('赵蕾', '取消挂账 101')
  expect(say('李强', '挂账 101 管网还没改')[0]).toMatch(/^#101 挂账申请已请分管领导定/)
})

test('a date that is over is no extension either', () => {
  using talk = asked('延期 101 3天 等净化器到货')
  talk.says('赵蕾', 'private', '平台批复 101 不同意 材料不全')
  talk.now = Date.parse('2026-12-02T10:00:00+08:00')
  expect(talk.says('李强', '方庄群', '延期 101 2天 等净化器到货')[0]).toMatch(
    /^#101 延期的时间11-29 18:00已经过去了。请写今后的时间/,
  )
  expect(find(talk)?.asked).toBeUndefined()
})

test('what a request lacks is named; who decides reads what is theirs to do; of a closed case the way back', () => {
  using talk = asked('延期 101 3天 等净化器到货')
  const say = (who: string, text: string) => talk.says(who, 'private', text)
  expect(say('李强', '挂账 101')[0]).toMatch(/^还差原因。/)
  expect(say('李强', '101 申请延期')[0]).toMatch(/^还差到哪天、原因。/)
  say('李强', '挂账 101 等市政管网改造')
  expect(say('高明', '同意 101').at(-1)).toBe('#101 「挂账」已同意报平台,已告知承办人和专班。平台批复由专班记。')
  for (const text of [
    '101 已联系 到场 检测 油烟0.6 整改完 换了净化器',
    '101 回访 已解决 满意',
    '101 已回复',
    '办结 101',
  ])
    say('李强', text)
  expect(say('李强', '剔除 101 不属职责')).toEqual(['#101 已办结,这一步做不了。要再办回「重办 101 原因」。'])
})
