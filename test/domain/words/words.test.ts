import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import type { CaseEvent, EventKind, Logged } from '../../../domain/cases/events.ts'
import { Refusal, type RefusalCode, type RefusalFacts } from '../../../domain/refusal.ts'
import { days, hours, minutes } from '../../../domain/time/wall.ts'
import * as answers from '../../../domain/words/answers.ts'
import { card, cardBrief } from '../../../domain/words/card.ts'
import { clip, whereOf } from '../../../domain/words/case-lines.ts'
import * as grants from '../../../domain/words/grants.ts'
import * as page from '../../../domain/words/page.ts'
import * as privacy from '../../../domain/words/privacy.ts'
import { refuse } from '../../../domain/words/refusals.ts'
import { at, lines, type Sentence, s } from '../../../domain/words/sentence.ts'
import { MESSAGE_BYTES } from '../../../domain/words/speech.ts'
import { timeline } from '../../../domain/words/timeline.ts'
import { aCase, aClaimed, aLook, fangzhuang, NOW, wordsOf } from '../../support/sample.ts'

const look = aLook({ 1: '芳古园一区11号楼底商', 2: '老灶火锅晚间排油烟,居民无法开窗' })
const full = { place: 1, content: 2, deadline: { at: NOW + days(6) + hours(12), official: true, derived: false } }

describe('a card', () => {
  const summoned = {
    ...look,
    stewardsOf: () => [8],
    unitFor: () => '执法一队',
    dutyOf: () => [7],
    unitsOf: (p: number) => (p === 7 ? ['执法一队'] : []),
  }

  test('says what, where, until when, who and how to take it', () => {
    expect(wordsOf(card(aCase(full), summoned)).split('\n')).toEqual([
      '#131 待领哨｜餐饮油烟｜方庄街道 芳古园一区11号楼底商',
      '老灶火锅晚间排油烟,居民无法开窗',
      '12345件,官方时限 11-29 21:30(余6天12时)',
      '@P8@P7(执法一队值班) 引用本条回「领哨」',
    ])
  })

  test('urgent: says so first, how soon, and where life is at risk', () => {
    const withPhone = { ...summoned, settings: { ...summoned.settings, dutyPhone: '010-63800099' } }
    expect(wordsOf(card(aCase({ ...full, urgent: true }), withPhone)).split('\n')).toEqual([
      '【急】#131 待领哨｜餐饮油烟｜方庄街道 芳古园一区11号楼底商',
      '老灶火锅晚间排油烟,居民无法开窗',
      '12345件,官方时限 11-29 21:30(余6天12时)',
      '@P8@P7(执法一队值班) 请5分钟内回「领哨 131」',
      '涉及人身安全先拨119/120;局值班电话 010-63800099',
    ])
  })

  test('confidential: the community only, and not a word of the complaint', () => {
    const words = wordsOf(card(aCase({ ...full, confidential: true, community: '芳古园一区社区' }), summoned))
    expect(words).toContain('方庄街道 芳古园一区社区')
    expect(words).not.toMatch(/11号楼|老灶火锅/)
  })

  test('without place or problem: says what to add and how', () => {
    expect(wordsOf(card(aCase({ missing: ['place', 'problem'] }), look))).toContain(
      '待补:地址、问题,补充回「更正 131 地址 …」',
    )
    expect(wordsOf(card(aCase({ missing: ['problem'] }), look))).toContain('补充回「更正 131 内容 …」')
  })

  test('with a passed deadline says by how much', () => {
    const late = { ...full, deadline: { at: NOW - hours(3), official: false, derived: true } }
    expect(wordsOf(card(aCase(late), look))).toContain('12345件,内部时限(推算) 11-23 06:30(超3时)')
  })

  test('in a list is one line that still says how to take it', () => {
    expect(wordsOf(cardBrief(aCase(full), look))).toBe(
      '#131 待领哨｜餐饮油烟｜方庄街道 芳古园一区11号楼底商,回「领哨 131」',
    )
  })

  test('a street that the address begins with is not said twice', () => {
    const twice = aLook({ 1: '方庄街道芳古园一区11号楼', 2: '方庄街道' })
    expect(whereOf(aCase({ place: 1 }), twice)).toBe('方庄街道 芳古园一区11号楼')
    expect(whereOf(aCase({ place: 2 }), twice)).toBe('方庄街道 方庄街道')
    expect(whereOf(aCase({ street: undefined } as never), look)).toBe('地址待补')
  })
})

// ── every sentence there is ─────────────────────────────────────────────────────────────────────

/** The longest that can plausibly stand anywhere: a page of text in every field. */
const endless = aLook(
  { 1: '芳古园一区'.repeat(60), 2: '晚上油烟很大,'.repeat(300) },
  {
    name: (person) => `名字很长的承办人员${person}`,
    unitsOf: () => ['生态环境综合执法一队'],
    dutyOf: () => [7],
    stewardsOf: () => [8],
    unitFor: () => '生态环境综合执法一队',
  },
)
const longCase = (more: Partial<Case> = {}): Case =>
  aClaimed({
    ...full,
    no: 123_456,
    urgent: true,
    missing: ['place', 'problem'],
    complainant: 4,
    owner: { person: 7, unit: '生态环境综合执法一队' },
    ...more,
  })

const refusals: { [C in RefusalCode]: RefusalFacts[C] } = {
  'unknown-case': { no: 131 },
  'out-of-scope': { no: 131 },
  'already-claimed': { no: 131, by: 7, unit: '执法一队', at: NOW },
  'not-waiting': { no: 131, state: 'handled' },
  'not-open': { no: 131, state: 'closed' },
  'may-not-correct': { no: 131, by: 7 },
  'not-allowed': { verb: '绑定', who: '管理员' },
  'no-unit': { no: 131 },
  'other-street': { no: 131, street: '方庄街道', own: '成寿寺街道' },
  'other-unit': { no: 131, said: '水科', unit: '执法一队' },
  'missing-argument': { verb: 'claim', what: '编号', example: '领哨 128' },
  'code-wrong': {},
  'private-only': { verb: '绑定管理员' },
  'intake-only': { verb: '我的' },
  'room-only': { verb: '绑定' },
  'unknown-street': { said: '方庒', nearest: '方庄街道', example: '三句话 方庄' },
  'unknown-scope': { said: '方装', nearest: '方庄街道', example: '三句话 方庄' },
  'order-known': { no: 131, other: 128 },
  'unknown-unit': { said: '执法三队' },
  'unknown-role': { said: '厨师' },
  'last-admin': { name: '孙悦' },
  'street-bound': { street: '方庄街道', room: 1 },
  'nobody-mentioned': { verb: '授权' },
  'several-called': { said: '李强' },
  'several-named': { people: [7, 9], said: '李强' },
  'unknown-party': {},
  'assign-or-help': { no: 131, unit: '监测站' },
  'nothing-to-correct': { no: 131 },
  'not-yours': { no: 131, by: 7 },
  'claim-first': { no: 131 },
  'not-taken': { no: 131 },
  'say-why': { no: 131 },
  'unknown-order': {},
  'nothing-offered': {},
  'no-complainant': { no: 131 },
  confidential: { no: 131, by: 7 },
  'not-friends': {},
  'wrong-state': { no: 131, state: 'closed' },
  'not-ready': { no: 131, what: '处置完成', missing: ['联系', '检测'] },
  'revisit-instead': { no: 131 },
  'not-handled': { no: 131 },
  'merge-self': { no: 131 },
  'merged-already': { no: 131, into: 128 },
  'merge-chain': { no: 131, into: 128 },
  'merge-holds': { no: 131, holds: [130] },
  'not-merged': { no: 131 },
  'leaders-supervise': { no: 131 },
  'goes-with': { no: 131, into: 128 },
  'lead-refused': { no: 131, wanted: '部分解决' },
  'lead-asked': { no: 131, wanted: '部分解决' },
  'not-solved': { no: 131, revisit: '未解决' },
  'not-yours-to-decide': { no: 131, wanted: '剔除', who: 'deputy' },
  'waits-for-platform': { no: 131, wanted: '退单' },
  'request-undecided': { no: 131, wanted: '退单' },
  'which-request': { no: 131, wanted: ['退单', '延期'] },
  'no-request': { no: 131 },
  'not-later': { no: 131, at: NOW },
  'nothing-asked': { no: 131 },
  'no-offer': { no: 131 },
  'not-whistler': { no: 131 },
  'past-deadline': { no: 131, at: NOW + hours(30) },
  'still-open': { no: 130, into: 131 },
  'foreign-scope': { said: '成寿寺街道' },
  'answered-already': { no: 131, wanted: '剔除' },
  'past-wish': { no: 131, at: NOW - hours(3), what: '督办', example: '督办 131 周五前' },
  'past-supervision': { no: 131, at: NOW + hours(30) },
  'not-in-a-unit': { name: '小马' },
  'which-case': { nos: [131, 132], said: '到现场了 净化器没开' },
  'nothing-to-undo': {},
  'undo-acted-on': { no: 131 },
  'undo-elsewhere': {},
  'unknown-time': { said: '晚点', example: '缓 131 2小时 原因' },
  'too-long': { limit: 8000 },
  'unknown-setting': { said: '群发言', nearest: '群每日主动发言' },
  'unreadable-setting': { said: '很多', label: '群每日主动发言', expected: '0到50的整数' },
  'past-date': { said: '2026-11-01' },
  'unknown-category': { said: '停车' },
  'not-listed': { n: 4, count: 2 },
  'not-confirmed': {},
  'code-unknown': {},
  'not-on-roster': { said: '钱进 执法一队' },
  'no-places-shown': {},
  'not-a-place': { said: '3号楼' },
  'official-place': { said: '芳古园', street: '方庄街道' },
  'unknown-place': { said: '望悦家园' },
  'nothing-shown': {},
  'nobody-waits': { said: '马小军' },
  'several-wait': { said: '马小军' },
  'bind-where': {},
  'not-in-list': { n: 7 },
  'ambiguous-quote': { nos: [131, 132] },
}

const reportedEvent: CaseEvent = {
  kind: 'registered',
  channel: '12345',
  basis: 'bureau',
  grade: '7d',
  urgent: false,
  confidential: false,
  category: 'air.catering_fume',
  industry: '餐饮',
  missing: [],
  externalNo: '202611230001',
}
const events: { [K in EventKind]: Extract<CaseEvent, { kind: K }> } = {
  registered: reportedEvent,
  claimed: { kind: 'claimed', owner: { person: 7, unit: '执法一队' } },
  released: { kind: 'released', why: 2 },
  assigned: { kind: 'assigned', owner: { person: 8, unit: '监测站' } },
  offered: { kind: 'offered', to: { person: 8, unit: '监测站' }, why: 2, until: NOW + minutes(30) },
  offerLapsed: { kind: 'offerLapsed' },
  urged: { kind: 'urged' },
  cityRevisited: {
    kind: 'cityRevisited',
    contacted: true,
    solved: false,
    satisfaction: 'bad',
    heldAt: NOW,
    text: 2,
  },
  cityRevisitRedated: { kind: 'cityRevisitRedated', heldAt: NOW },
  contacted: { kind: 'contacted', text: 2 },
  contactTried: { kind: 'contactTried' },
  contactWaived: { kind: 'contactWaived', why: 2 },
  arrived: { kind: 'arrived', text: 2 },
  arrivalWaived: { kind: 'arrivalWaived', why: 2 },
  progressed: { kind: 'progressed', text: 2 },
  tested: { kind: 'tested', text: 2 },
  handled: { kind: 'handled', text: 2 },
  revisited: { kind: 'revisited', solved: false, satisfaction: 'bad', text: 2 },
  revisitTried: { kind: 'revisitTried' },
  replied: { kind: 'replied' },
  asked: { kind: 'asked', wanted: 'noTest', why: 2 },
  agreed: { kind: 'agreed', wanted: 'noTest' },
  denied: { kind: 'denied', wanted: 'partly', why: 2 },
  ruled: { kind: 'ruled', request: 'extend', granted: false, why: 2 },
  resumed: { kind: 'resumed', deadline: { at: NOW + hours(9), official: true, derived: true } },
  closed: { kind: 'closed', result: 'solved' },
  reopened: { kind: 'reopened', why: 2 },
  merged: { kind: 'merged', into: 128 },
  tookIn: { kind: 'tookIn', other: 130, same: true },
  unmerged: { kind: 'unmerged', from: 128 },
  letGo: { kind: 'letGo', other: 130 },
  ownerFollowed: { kind: 'ownerFollowed', owner: { person: 7, unit: '执法一队' } },
  helpCalled: { kind: 'helpCalled', unit: '监测站', person: 8 },
  reportedIn: { kind: 'reportedIn', unit: '监测站' },
  followUpSet: { kind: 'followUpSet', on: NOW + days(7) },
  followedUp: { kind: 'followedUp', rebound: true, text: 2 },
  consultCalled: { kind: 'consultCalled', members: [{ name: '法制科' }], at: NOW + days(3), why: 2 },
  cannotCome: { kind: 'cannotCome', unit: '监测站', why: 2 },
  helpCalledOff: { kind: 'helpCalledOff', unit: '监测站' },
  consultCancelled: { kind: 'consultCancelled', members: [] },
  consultConcluded: { kind: 'consultConcluded', text: 2 },
  supervised: { kind: 'supervised', level: 'chief', until: NOW + days(3), why: 2 },
  unsupervised: { kind: 'unsupervised', level: 'deputy' },
  urgencyRaised: { kind: 'urgencyRaised' },
  urgencyLowered: { kind: 'urgencyLowered', why: 2 },
  snoozed: { kind: 'snoozed', until: NOW + hours(2), why: 2 },
  voided: { kind: 'voided', why: 2 },
  restored: { kind: 'restored' },
  noted: { kind: 'noted', text: 2 },
  photoAdded: { kind: 'photoAdded', file: 1 },
  photoDropped: { kind: 'photoDropped', file: 1 },
  undone: { kind: 'undone', undoes: 4 },
  placeCorrected: { kind: 'placeCorrected', place: 1 },
  basisCorrected: { kind: 'basisCorrected', basis: 'industry' },
  factCorrected: { kind: 'factCorrected', what: 'phone', complainant: 3 },
  contentCorrected: { kind: 'contentCorrected', content: 2, category: 'air.bbq', industry: '餐饮', urgent: false },
}

const log = (kinds: EventKind[]): Logged[] =>
  kinds.map((kind, i) => ({ no: 131, seq: i + 1, at: NOW + minutes(i), by: 7, event: events[kind] }))

function everySentence(with_: typeof look, c: Case): Record<string, Sentence | string | undefined> {
  const waiting = { ...c, state: 'waiting' as const }
  const many = Array.from({ length: 40 }, (_, i) => ({ ...c, no: c.no + i }))
  return {
    card: card(waiting, with_),
    cardBrief: cardBrief(waiting, with_),
    claimed: answers.claimed(c, with_),
    claimedAsSteward: answers.claimed(
      { ...c, complainant: undefined, owner: { person: 7, unit: '方庄街道' } } as never,
      with_,
    ),
    alreadyYours: answers.alreadyYours(c),
    forwarded: answers.forwarded(c, fangzhuang),
    forwardedNowhere: answers.forwarded(c, undefined),
    knownOrder: answers.knownOrder(c, with_, true),
    knownElsewhere: answers.knownOrder(c, with_, false),
    notForWechat: privacy.notForWechat(),
    secretSeen: privacy.secretSeen('李强', '方庄群'),
    askMissing: answers.askMissing({ ...c, missing: ['place', 'problem'] }),
    missingInRoom: answers.missingInRoom({ ...c, missing: ['place', 'problem'] }),
    personalInRoom: privacy.personalInRoom('电话', '案件已登记'),
    toReporterClaimed: answers.toReporterClaimed(c, with_),
    shown: page.shown(c, with_),
    shownWaiting: page.shown(waiting, with_),
    mine: answers.caseList('你在办', many, with_),
    waiting: answers.caseList(
      '待领',
      many.map((one) => ({ ...one, state: 'waiting' })),
      with_,
    ),
    contactDetails: answers.contactDetails({ ...c, complainant: 4 }, ['name', 'phone', 'flat']),
    sentPrivately: answers.sentPrivately(c.no),
    corrected: answers.corrected(c, with_),
    bound: grants.bound(fangzhuang),
    unbound: grants.unbound(fangzhuang),
    nowAdmin: grants.nowAdmin(),
    granted: grants.granted({ person: 7, role: { role: 'officer', unit: '执法一队' }, isNew: true }, with_, true),
    grantedBefore: grants.granted({ person: 7, role: { role: 'deputy' } }, with_, false),
    revoked: grants.revoked(7, 2, with_),
    dutySet: grants.dutySet('执法一队', [7, 8], with_, NOW, NOW + days(7)),
    areasSet: grants.areasSet('执法一队', ['方庄街道', '成寿寺街道']),
    didYouMean: answers.didYouMean('零哨 128', '领哨 128'),
    notUnderstood: answers.didYouMean('今天天气', undefined),
    toStranger: answers.toStranger(),
    wait: answers.wait(),
    fault: answers.fault('7F3A'),
    cannotStore: answers.cannotStore,
    wasAway: answers.wasAway(NOW - hours(3), NOW, NOW),
    stale: answers.stale([131, 132]),
    unknownFate: answers.unknownFate([131], '李强'),
    tooOld: answers.tooOld(NOW - hours(1), NOW, '领哨 131'),
    timeline: timeline(log(Object.keys(events) as EventKind[]), with_),
    longTimeline: timeline(log(Array.from({ length: 40 }, () => 'contentCorrected')), with_),
    ...Object.fromEntries(
      Object.entries(refusals).map(([code, facts]) => [
        code,
        refuse(new Refusal(code as RefusalCode, facts as never), with_),
      ]),
    ),
  }
}

describe('every sentence', () => {
  const plain = Object.entries(everySentence(look, aClaimed({ ...full, complainant: 4 })))
  const longest = Object.entries(everySentence(endless, longCase()))

  test.each(longest)('%s fits a message, whatever stands in the case', (_name, sentence) => {
    const words = wordsOf(sentence)
    expect(words).not.toBe('')
    expect(Buffer.byteLength(words)).toBeLessThanOrEqual(MESSAGE_BYTES)
  })

  test.each(plain)('%s holds no phone, no gap, no code', (_name, sentence) => {
    const words = wordsOf(sentence)
    expect(words).not.toMatch(/(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)/)
    expect(words).not.toMatch(/undefined|null|NaN|\[object|Invalid|\b(?!admin-code)[a-z]+-[a-z]+\b/)
    expect(words).not.toMatch(/「」|：：|,,|。。|\n\n| {2}|「[^」]*$/)
  })

  test.each(plain.filter(([name]) => name in refusals))(
    'refusal %s is one or two short sentences',
    (_name, sentence) => {
      const words = wordsOf(sentence)
      expect(words.length).toBeLessThanOrEqual(70)
      expect(words).not.toContain('\n')
    },
  )

  test('a refusal about a case begins with its number or says what to do', () => {
    for (const [code, facts] of Object.entries(refusals)) {
      const words = refuse(new Refusal(code as RefusalCode, facts as never), look)
      if ('no' in facts) expect(words, code).toContain('131')
      expect(words, code).toMatch(/「|请|联系|详情|没有留下/)
    }
  })

  test('an answer to a command is two lines at most', () => {
    for (const name of [
      'claimed',
      'claimedAsSteward',
      'alreadyYours',
      'corrected',
      'forwarded',
      'askMissing',
      'knownOrder',
    ])
      expect(wordsOf(Object.fromEntries(plain)[name]).split('\n').length, name).toBeLessThanOrEqual(2)
  })
})

describe('what somebody typed is never said back with a phone in it', () => {
  test.each<[string, string]>([
    ['not understood', wordsOf(answers.didYouMean('13800001234 已联系', '联系方式 128'))],
    ['too old', wordsOf(answers.tooOld(NOW, NOW, '打13800001234问问'))],
    ['an unknown role', refuse(new Refusal('unknown-role', { said: '13800001234' }), look)],
    [
      'an unknown street',
      refuse(new Refusal('unknown-street', { said: '138-0000-1234', example: '三句话 方庄' }), look),
    ],
    ['another unit', refuse(new Refusal('other-unit', { no: 131, said: '13800001234队', unit: '一队' }), look)],
  ])('%s', (_what, words) => {
    expect(words).not.toMatch(/1380|0000/)
    expect(words).toContain('〔电话〕')
  })
})

describe('the answers of wording.md', () => {
  test('claimed', () => {
    const c = aClaimed({ ...full, complainant: 4, registeredAt: NOW - minutes(14) })
    expect(wordsOf(answers.claimed(c, look))).toBe(
      '#131 已领哨:执法一队 P7(用时14分)。\n请在明天09:30前联系诉求人,号码私聊我回「联系方式 131」。',
    )
    const byStreet = aClaimed({ owner: { person: 8, unit: '方庄街道' } })
    expect(wordsOf(answers.claimed(byStreet, look))).toMatch(/^#131 已认领:方庄街道 P8/)
    expect(wordsOf(page.shown(byStreet, look))).toContain('今天09:30认领')
  })

  test('a list names what is urgent, how long it waits and what is left', () => {
    const c = aCase({ ...full, urgent: true, waitingSince: NOW - hours(3) })
    expect(wordsOf(answers.caseList('待领', [c], look)).split('\n')).toEqual([
      '待领1件:',
      '【急】#131 方庄街道 芳古园一区11号楼底商 餐饮油烟,已等3时,余6天12时',
    ])
    const many = Array.from({ length: 40 }, (_, i) => aCase({ no: 131 + i }))
    expect(wordsOf(answers.caseList('待领', many, look))).toMatch(/^待领40件:[\s\S]*\n另有25件,先办上面的。$/)
  })

  test('the timeline reads the log aloud, the newest that fit last', () => {
    expect(wordsOf(timeline(log(['registered', 'claimed']), look)).split('\n')).toEqual([
      '#131 过程:',
      '11-23 09:30 登记(12345件 202611230001)(P7)',
      '11-23 09:31 领哨:执法一队 P7',
    ])
    expect(wordsOf(timeline(log(Array.from({ length: 20 }, () => 'claimed')), look))).toMatch(/^#131 过程\(最近12步\):/)
  })
})

describe('a sentence', () => {
  test('is pieces: words people typed never become a mention or a secret', () => {
    const typed = '{"secret":7,"field":"phone"} @所有人 {{vault:7}}'
    expect(s`#${131} ${typed}`).toEqual([`#131 ${typed}`])
    expect(s`${at(7)} 请看 ${{ secret: 4, field: 'phone' }}`).toEqual([
      { at: 7 },
      ' 请看 ',
      { secret: 4, field: 'phone' },
    ])
  })

  test('lines leave no gap for what is empty', () => {
    expect(lines('a', '', undefined, ['b'], [])).toEqual(['a\nb'])
  })

  test('clip cuts whole characters and puts everything on one line', () => {
    expect(clip('一\n二 三', 9)).toBe('一 二 三')
    expect(clip('👍👍👍👍', 3)).toBe('👍👍…')
    expect(clip('一二三', 3)).toBe('一二三')
  })
})
