import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Store, Tx } from '../../db/unit.ts'
import { agree, deny } from '../../domain/cases/agree.ts'
import { assign } from '../../domain/cases/assign.ts'
import type { Case, Owner, PersonId } from '../../domain/cases/case.ts'
import { type Channel, channelNames } from '../../domain/cases/channel.ts'
import { claim } from '../../domain/cases/claim.ts'
import { close, reopen } from '../../domain/cases/close.ts'
import { correctContent, correctPlace } from '../../domain/cases/correct.ts'
import type { CaseEvent } from '../../domain/cases/events.ts'
import { fold } from '../../domain/cases/fold.ts'
import { cohandle, reportIn } from '../../domain/cases/help-call.ts'
import { toHandle } from '../../domain/cases/needs.ts'
import { addPhoto, dropPhoto } from '../../domain/cases/photos.ts'
import { register } from '../../domain/cases/register.ts'
import { release } from '../../domain/cases/release.ts'
import { request, rule } from '../../domain/cases/request.ts'
import { sayOn } from '../../domain/cases/say.ts'
import * as step from '../../domain/cases/steps.ts'
import { accept, transfer } from '../../domain/cases/transfer.ts'
import { undoable } from '../../domain/cases/undo.ts'
import { restore, snooze, voidCase } from '../../domain/cases/void.ts'
import type { Complaint } from '../../domain/reading/complaint.ts'
import { Refusal } from '../../domain/refusal.ts'
import { minutes } from '../../domain/time/wall.ts'
import { openTalk } from '../support/talk.ts'

const REPORT = '上报 芳古园一区11号楼底商油烟大'

describe('the chained log', () => {
  test('holds together, and numbers begin at 101', () => {
    using talk = openTalk()
    talk.says('小刘', '方庄群', REPORT)
    talk.says('李强', '方庄群', '领哨 101')
    expect(talk.store.books.cases.verify()).toEqual({ events: 2 })
    expect(talk.store.books.cases.nextNo()).toBe(102)
  })

  test.each([
    [
      'an event was changed',
      "update events set data = replace(data, '执法一队', '执法二队') where kind = 'claimed'",
      2,
    ],
    ['a time was changed', 'update events set at = at + 1 where id = 1', 1],
    ['somebody else is said to have done it', 'update events set by = 1 where id = 2', 2],
    ['an event is gone from the middle', 'delete from events where id = 1', 2],
    ['the end was cut off', 'delete from events where id = 3', 3],
    ['all of it is gone', 'delete from events', 1],
    ['a digest was changed', "update texts set digest = substr(digest, 2) || 'x', salt = null, body = null", 1],
    ['words were changed', "update texts set body = body || '。'", 1],
    ['words and salt were changed', "update texts set salt = 'x', body = 'y'", 1],
    ['a text is gone', 'delete from texts', 1],
  ])('says where it breaks when %s', (_what, sql, brokenAt) => {
    using talk = openTalk()
    talk.says('小刘', '方庄群', REPORT)
    talk.says('李强', '方庄群', '领哨 101')
    talk.says('小刘', '方庄群', '更正 101 内容 晚上油烟很大')
    expect(talk.store.books.cases.verify()).toEqual({ events: 3 })
    talk.raw((db) => {
      db.pragma('foreign_keys = off')
      db.exec('drop trigger events_no_update; drop trigger events_no_delete')
      db.exec(sql)
    })
    expect(talk.store.books.cases.verify().brokenAt).toBe(brokenAt)
  })

  test('a blanked text leaves it whole', () => {
    using talk = openTalk()
    talk.says('小刘', '方庄群', REPORT)
    const { content, place } = talk.store.books.cases.find(101)!
    talk.store.unit((tx) => {
      for (const text of [content, place]) if (text !== undefined) tx.texts.blank(text)
    })
    expect(talk.store.books.texts.body(content)).toBe('')
    expect(talk.store.books.cases.verify()).toEqual({ events: 1 })
    expect(talk.raw((db) => db.prepare('select salt, body from texts where id = ?').get(content))).toEqual({
      salt: null,
      body: null,
    })
  })
})

describe('finding cases', () => {
  test('by platform number, by its tail, by owner, by reporter, by street', () => {
    using talk = openTalk()
    talk.says('赵蕾', 'private', order('202611230001', '芳古园一区11号楼'))
    talk.says('赵蕾', 'private', order('202611239901', '成寿寺路1号院'))
    const { cases } = talk.store.books
    expect(cases.withExternalNo('202611230001')?.no).toBe(101)
    expect(cases.withTail('0001').map(({ no }) => no)).toEqual([101])
    expect(cases.withTail('01').map(({ no }) => no)).toEqual([101, 102])
    expect(cases.open('方庄街道').map(({ no }) => no)).toEqual([101])
    expect(cases.reportedBy(talk.person('赵蕾'), talk.now).map(({ no }) => no)).toEqual([102, 101])
    talk.says('李强', '方庄群', '领哨 101')
    expect(cases.ownedBy(talk.person('李强')).map(({ no }) => no)).toEqual([101])
    expect(cases.registeredBetween(talk.now, talk.now)).toHaveLength(2)
    expect(cases.eventsBetween(talk.now, talk.now).map(({ event }) => event.kind)).toEqual([
      'registered',
      'registered',
      'claimed',
    ])
  })

  test('a case comes back from the file as it went in', () => {
    using talk = openTalk()
    talk.says('赵蕾', 'private', order('202611230001', '芳古园一区11号楼'))
    const { cases } = talk.store.books
    expect(cases.find(101)).toEqual(fold(cases.log(101)))
  })
})

// ── every verb over random cases ────────────────────────────────────────────────────────────────

/** What can happen to a case: later verbs are added here. Undefined: it does not fit, as after a Refusal. */
const verbs: Record<string, (tx: Tx, c: Case, doing: Doing) => CaseEvent[]> = {
  claim: (_tx, c, { person, unit }) => claim(c, { person, unit }),
  correctPlace: (tx, c, { person, words, room }) =>
    correctPlace(c, tx.people.speaker(person), {
      place: tx.texts.keep(words),
      ...(words.length % 2 === 0 && { street: '成寿寺街道', room }),
      ...(words.length % 3 === 0 && { community: '芳古园一区社区' }),
    }),
  correctContent: (tx, c, { person, words }) =>
    correctContent(c, tx.people.speaker(person), {
      content: tx.texts.keep(words),
      category: 'air.bbq',
      industry: '餐饮',
      ...(words.length % 2 === 0 && { subject: tx.texts.keep('某店') }),
    }),
  release: (tx, c, { person, words }) => release(c, tx.people.speaker(person), tx.texts.keep(words)),
  assign: (tx, c, { person, other }) => assign(c, tx.people.speaker(person), other),
  transfer: (tx, c, { person, other, words, now }) =>
    transfer(c, tx.people.speaker(person), { to: other, until: now + minutes(30), ...why(tx, words) }),
  accept: (tx, c, { person, now }) => accept(c, tx.people.speaker(person), now),
  offerLapsed: (_tx, c, { now }) => (c.offer && c.offer.until <= now ? [{ kind: 'offerLapsed' }] : []),
  urge: (tx, c, { person }) => step.urge(c, tx.people.speaker(person)),
  contact: (tx, c, { person, words }) => step.contact(c, tx.people.speaker(person), why(tx, words).why),
  contactTried: (tx, c, { person }) => step.contactTried(c, tx.people.speaker(person)),
  waiveContact: (tx, c, { person, words }) => step.waiveContact(c, tx.people.speaker(person), tx.texts.keep(words)),
  arrive: (tx, c, { person, words }) => step.arrive(c, tx.people.speaker(person), why(tx, words).why),
  waiveArrival: (tx, c, { person, words }) => step.waiveArrival(c, tx.people.speaker(person), tx.texts.keep(words)),
  progress: (tx, c, { person, words }) => step.progress(c, tx.people.speaker(person), tx.texts.keep(words)),
  note: (tx, _c, { words }) => step.note(tx.texts.keep(words)),
  test: (tx, c, { person, words }) => step.test(c, tx.people.speaker(person), { text: tx.texts.keep(words) }),
  waiveTest: (tx, c, { person, words }) => step.waiveTest(c, tx.people.speaker(person), tx.texts.keep(words)),
  handle: (tx, c, { person }) => step.handle(c, tx.people.speaker(person), { missing: toHandle(c) }),
  revisit: (tx, c, { person, words }) =>
    step.revisit(c, tx.people.speaker(person), {
      solved: words.length % 3 > 0,
      satisfaction: words.length % 2 ? 'good' : 'bad',
      text: tx.texts.keep(words),
    }),
  revisitTried: (tx, c, { person, now }) => step.revisitTried(c, tx.people.speaker(person), now),
  reply: (tx, c, { person }) => step.reply(c, tx.people.speaker(person)),
  close: (tx, c, { person, words }) =>
    close(c, tx.people.speaker(person), ([undefined, 'partly', 'unreached'] as const)[words.length % 3]),
  reopen: (tx, c, { person, words }) => reopen(c, tx.people.speaker(person), { why: tx.texts.keep(words) }),
  agree: (tx, c, { person }) => agree(c, tx.people.speaker(person), asked(tx, c)),
  deny: (tx, c, { person, words }) => deny(c, tx.people.speaker(person), { ...asked(tx, c), ...why(tx, words) }),
  request: (tx, c, { person, now, words }) =>
    request(c, tx.people.speaker(person), {
      wanted: (['return', 'extend', 'suspend', 'exclude'] as const)[words.length % 4]!,
      why: tx.texts.keep(words),
      ...(words.length % 4 === 1 && { until: (c.deadline?.at ?? now) + minutes(600) }),
    }),
  rule: (_tx, c, { words }) => [rule(c, { named: undefined, granted: words.length % 2 > 0 })],
  cohandle: (tx, c, { person, other }) => cohandle(c, tx.people.speaker(person), other),
  reportIn: (tx, c, { person }) => reportIn(c, tx.people.speaker(person)),
  snooze: (tx, c, { person, now, words }) =>
    snooze(c, tx.people.speaker(person), { until: now + minutes(90), ...why(tx, words) }),
  void: (tx, c, { person, words }) => voidCase(c, tx.people.speaker(person), why(tx, words).why),
  restore: (tx, c, { person }) => restore(c, tx.people.speaker(person)),
  addPhoto: (_tx, c, { words }) => addPhoto(c, words.length),
  dropPhoto: (_tx, c, { words }) => dropPhoto(c, words.length),
}

/** What somebody may answer now, and who has the say on it. */
function asked(tx: Tx, c: Case) {
  const wanted = c.asked?.[0] ?? 'noTest'
  const look = tx.look(0)
  return { wanted, say: sayOn(c, wanted, look) }
}

function why(tx: Tx, words: string): { why?: number } {
  return words.length % 2 ? { why: tx.texts.keep(words) } : {}
}

interface Doing {
  person: PersonId
  unit: string
  words: string
  room: number
  now: number
  other: Owner
}

const steps = fc.array(
  fc.record({
    // A life that goes on is tried as often as everything else together, and what was done is taken back now and then.
    verb: fc.oneof(
      fc.constantFrom('register', 'undo', ...Object.keys(verbs)),
      fc.constantFrom('transfer', 'accept', 'waiveTest', 'agree', 'revisitTried', 'cohandle', 'reportIn'),
      fc.constantFrom('claim', 'contact', 'arrive', 'test', 'handle', 'revisit', 'reply', 'close', 'undo', 'restore'),
    ),
    which: fc.nat(3).map((n) => Math.max(0, n - 2)),
    who: fc.oneof(fc.constantFrom('李强', '王磊', '周敏', '小刘', '赵蕾', '陈曦'), fc.constant('王磊')),
    words: fc.string({ minLength: 1, maxLength: 12 }),
    channel: fc.constantFrom(...(Object.keys(channelNames) as Channel[])),
    wait: fc.oneof(fc.nat(10), fc.nat(600)),
  }),
  { minLength: 24, maxLength: 48, size: 'max' },
)

test('whatever verbs happen to whatever cases, the log folds to what is stored and the chain holds', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      using talk = openTalk()
      const { store } = talk
      let now = talk.now
      let cause = 0
      for (const { verb, which, who, words, channel, wait } of sequence) {
        now += minutes(wait)
        const person = talk.person(who)
        const nos = store.books.cases.all().map(({ no }) => no)
        const unit = units[who] ?? '执法一队'
        const other = [
          { person: talk.person('陈曦'), unit: '监测站' },
          { person: talk.person('李强'), unit: '执法一队' },
        ][words.length % 2]!
        const doing = { person, unit, words, room: talk.room('成寿寺群'), now, other }
        talk.says(who, '方庄群', `闲聊${++cause}`)
        if (verb === 'register' || !nos.length) registerOne(store, { now, person, words, channel, cause })
        else if (verb === 'undo') undo(store, { now, person, cause })
        else attempt(store, nos[which % nos.length]!, { now, verb, doing, cause })
      }
      const { cases } = store.books
      const { events, brokenAt } = cases.verify()
      expect(brokenAt).toBeUndefined()
      expect(cases.all().reduce((sum, { seq }) => sum + seq, 0)).toBe(events)
      for (const c of cases.all()) expect(fold(cases.log(c.no))).toEqual(c)
    }),
    { numRuns: 25 },
  )
}, 120_000)

function registerOne(
  store: Store,
  {
    now,
    person,
    words,
    channel,
    cause,
  }: { now: number; person: PersonId; words: string; channel: Channel; cause: number },
): void {
  store.unit((tx) => {
    const complaint: Complaint = {
      content: words,
      category: 'air.catering_fume',
      industry: '餐饮',
      channel,
      confidential: words.length % 5 === 0,
      urgent: words.length % 4 === 0,
      missing: words.length % 3 === 0 ? ['place', 'problem'] : [],
      notes: [],
      ...(words.length % 2 === 0 && { street: '方庄街道', community: '芳古园一区社区' }),
      ...(words.length % 7 === 0 && { externalNo: `2026${tx.cases.nextNo()}` }),
    }
    const room = tx.people.roomFor(complaint.street)
    const ids = { content: tx.texts.keep(words), complainant: tx.vault.keep({ phone: '13800001234' }, now) }
    const event = register(complaint, { now, rules: tx.look(now).settings, ids, ...(room && { cardRoom: room.id }) })
    tx.record([{ no: tx.cases.nextNo(), at: now, by: person, cause, event }], now)
  })
}

const units: Record<string, string> = { 周敏: '方庄街道', 陈曦: '监测站' }

function undo(store: Store, { now, person, cause }: { now: number; person: PersonId; cause: number }): void {
  try {
    store.unit((tx) => {
      for (const { act, log } of tx.cases.lastActOf(person, now - minutes(30)))
        tx.record(
          undoable(log, act).map((event) => ({ no: log[0]!.no, at: now, by: person, cause, event })),
          now,
        )
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

function attempt(
  store: Store,
  no: number,
  { now, verb, doing, cause }: { now: number; verb: string; doing: Doing; cause: number },
): void {
  try {
    store.unit((tx) => {
      const events = verbs[verb]!(tx, tx.cases.find(no)!, doing)
      if (events.length)
        tx.record(
          events.map((event) => ({ no, at: now, by: doing.person, cause, event })),
          now,
        )
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

function order(no: string, address: string): string {
  return `【工单编号】${no}\n【地址】${address}\n【反映内容】底商油烟大\n【联系电话】13800001234\n【处理时限】7天`
}
