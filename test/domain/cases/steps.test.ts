import { describe, expect, test } from 'vitest'
import { agree, deny } from '../../../domain/cases/agree.ts'
import { assign } from '../../../domain/cases/assign.ts'
import type { Case, State } from '../../../domain/cases/case.ts'
import { close, reopen } from '../../../domain/cases/close.ts'
import type { CaseEvent } from '../../../domain/cases/events.ts'
import { cohandle, reportIn } from '../../../domain/cases/help-call.ts'
import { release } from '../../../domain/cases/release.ts'
import type { Say } from '../../../domain/cases/say.ts'
import * as step from '../../../domain/cases/steps.ts'
import { accept, transfer } from '../../../domain/cases/transfer.ts'
import { restore, snooze, voidCase } from '../../../domain/cases/void.ts'
import type { Speaker } from '../../../domain/people/speaker.ts'
import { hours, minutes } from '../../../domain/time/wall.ts'
import { aCase, aClaimed, aSpeaker, NOW, refusalOf } from '../../support/sample.ts'

/** Who stands how to case 131: reported by 1, owned by 7 of 执法一队, helped by 监测站. */
/** The unit's own lead has the say. */
const LEADS: Say = { role: 'lead', deciders: [] }
const people = {
  owner: aSpeaker(7, [{ role: 'officer', unit: '执法一队' }]),
  colleague: aSpeaker(6, [{ role: 'officer', unit: '执法一队' }]),
  lead: aSpeaker(5, [{ role: 'lead', unit: '执法一队' }], { areas: ['方庄街道'] }),
  'other lead': aSpeaker(4, [{ role: 'lead', unit: '执法二队' }], { areas: ['成寿寺街道'] }),
  stranger: aSpeaker(3, [{ role: 'officer', unit: '执法二队' }]),
  helper: aSpeaker(12, [{ role: 'officer', unit: '执法三队' }]),
  tester: aSpeaker(11, [{ role: 'tester', unit: '监测站' }]),
  steward: aSpeaker(8, [{ role: 'steward', street: '方庄街道' }]),
  reporter: aSpeaker(1, [{ role: 'grid', street: '方庄街道' }]),
  grid: aSpeaker(2, [{ role: 'grid', street: '方庄街道' }]),
  desk: aSpeaker(10, [{ role: 'desk', unit: '专班' }]),
} satisfies Record<string, Speaker>
type Who = keyof typeof people

const STATES: readonly State[] = ['waiting', 'claimed', 'handled', 'closed', 'returned', 'merged', 'void']
const helped = { helpers: [{ unit: '执法三队', at: NOW, seq: 3 }] }

/** The case in a state, as it stands there. */
function inState(state: State): Case {
  return state === 'waiting' ? aCase(helped) : aClaimed({ ...helped, state })
}

interface Rule {
  does(c: Case, by: Speaker): CaseEvent[]
  /** Where it may be done, and what is said elsewhere where that is not 「wrong-state」. */
  from: readonly State[]
  else?: Partial<Record<State, string>>
  may: readonly Who[]
}

const OURS: readonly Who[] = ['owner', 'colleague', 'lead', 'desk']
const WAITS = { waiting: 'claim-first' }
const to = { person: 6, unit: '执法一队' }

/** domain.md section 4 and the hands of a case: who may do what, and from which states. */
const rules: Record<string, Rule> = {
  release: {
    does: (c, by) => release(c, by, 1),
    from: ['claimed'],
    else: { waiting: 'not-taken' },
    may: ['owner', 'lead', 'desk'],
  },
  assign: { does: (c, by) => assign(c, by, to), from: ['waiting', 'claimed'], may: ['lead', 'desk'] },
  transfer: {
    does: (c, by) => transfer(c, by, { to, until: NOW }),
    from: ['claimed'],
    else: WAITS,
    may: ['owner', 'lead', 'desk'],
  },
  contact: {
    does: (c, by) => step.contact(c, by),
    from: ['claimed', 'merged', 'returned'],
    else: { ...WAITS, handled: 'revisit-instead' },
    may: OURS,
  },
  contactTried: {
    does: step.contactTried,
    from: ['claimed', 'merged', 'returned'],
    else: { ...WAITS, handled: 'revisit-instead' },
    may: OURS,
  },
  waiveContact: {
    does: (c, by) => step.waiveContact(c, by, 1),
    from: ['claimed', 'handled', 'merged', 'returned'],
    else: WAITS,
    may: OURS,
  },
  arrive: {
    does: (c, by) => step.arrive(c, by),
    from: ['claimed'],
    else: WAITS,
    may: [...OURS, 'helper', 'tester', 'steward'],
  },
  waiveArrival: { does: (c, by) => step.waiveArrival(c, by, 1), from: ['claimed'], else: WAITS, may: OURS },
  progress: {
    does: (c, by) => step.progress(c, by, 1),
    from: ['claimed', 'handled'],
    else: WAITS,
    may: [...OURS, 'helper', 'tester', 'steward', 'reporter'],
  },
  test: {
    does: (c, by) => step.test(c, by, { text: 1 }),
    from: ['claimed', 'handled'],
    else: WAITS,
    may: [...OURS, 'helper', 'tester'],
  },
  waiveTest: {
    does: (c, by) => step.waiveTest(c, by, 1),
    from: ['claimed', 'handled'],
    else: WAITS,
    may: [...OURS, 'tester'],
  },
  handle: { does: (c, by) => step.handle(c, by, { missing: [] }), from: ['claimed'], else: WAITS, may: OURS },
  revisit: {
    does: (c, by) => step.revisit(c, by, { solved: true, satisfaction: 'good' }),
    from: ['handled', 'merged'],
    else: { ...WAITS, claimed: 'not-handled' },
    may: OURS,
  },
  revisitTried: {
    does: (c, by) => step.revisitTried(c, by, NOW),
    from: ['handled', 'merged'],
    else: { ...WAITS, claimed: 'not-handled' },
    may: OURS,
  },
  reply: { does: step.reply, from: ['claimed', 'handled', 'merged'], else: WAITS, may: ['owner', 'lead', 'desk'] },
  close: {
    does: (c, by) => close({ ...c, ...done }, by, undefined),
    from: ['claimed', 'handled'],
    else: WAITS,
    may: ['owner', 'lead', 'desk'],
  },
  reopen: {
    does: (c, by) => reopen(c, by, { why: 1 }),
    from: ['handled', 'closed', 'returned'],
    else: WAITS,
    may: ['owner', 'lead', 'desk'],
  },
  agree: {
    does: (c, by) => agree({ ...c, asked: ['noTest'] }, by, { wanted: 'noTest', say: LEADS }),
    from: STATES,
    may: ['lead'],
  },
  deny: {
    does: (c, by) => deny({ ...c, asked: ['noTest'] }, by, { wanted: 'noTest', say: LEADS }),
    from: STATES,
    may: ['lead'],
  },
  cohandle: {
    does: (c, by) => cohandle(c, by, { unit: '监测站' }),
    from: ['waiting', 'claimed', 'handled'],
    // Those of the unit join by themselves; a case nobody has is nobody's to call for, but the lead's and the desk's.
    may: ['owner', 'lead', 'desk', 'tester'],
  },
  snooze: { does: (c, by) => snooze(c, by, { until: NOW }), from: ['claimed', 'handled'], else: WAITS, may: ['owner'] },
  void: { does: (c, by) => voidCase(c, by), from: ['waiting', 'claimed', 'handled', 'merged'], may: ['lead', 'desk'] },
  restore: { does: restore, from: ['void', 'returned'], may: ['reporter', 'lead', 'desk'] },
}

const done: Partial<Case> = {
  claimedAt: NOW,
  arrivedAt: NOW,
  testedAt: NOW,
  handledAt: NOW,
  repliedAt: NOW,
}

describe('who may do what to a claimed case, or the first state it may be done in', () => {
  const cells = Object.entries(rules).flatMap(([verb, rule]) =>
    (Object.keys(people) as Who[]).map((who) => [verb, who, rule.may.includes(who)] as const),
  )
  test.each(cells)('%s by the %s: %s', (verb, who, allowed) => {
    const rule = rules[verb]!
    const c = inState(rule.from.includes('claimed') ? 'claimed' : rule.from[0]!)
    expect(refusalOf(() => rule.does(c, people[who]))).toBe(allowed ? undefined : 'not-yours')
  })
})

describe('from which states', () => {
  const cells = Object.entries(rules)
    .filter(([verb]) => verb !== 'agree' && verb !== 'deny')
    .flatMap(([verb, rule]) =>
      STATES.map(
        (state) =>
          [verb, state, rule.from.includes(state) ? undefined : (rule.else?.[state] ?? 'wrong-state')] as const,
      ),
    )
    // 作废 and 办结 of what is so already change nothing.
    .filter(([verb, state]) => !(verb === 'void' && state === 'void') && !(verb === 'close' && state === 'closed'))
  test.each(cells)('%s of a case that is %s: %s', (verb, state, refusal) => {
    const rule = rules[verb]!
    const who = rule.may.includes('lead') ? people.lead : people.owner
    expect(refusalOf(() => rule.does(inState(state), who))).toBe(refusal)
  })

  test.each<[string, () => CaseEvent[]]>([
    ['void twice', () => voidCase(aCase({ state: 'void' }), people.desk)],
    ['close twice', () => close(aClaimed({ state: 'closed' }), people.owner, undefined)],
    ['assign to who has it', () => assign(aClaimed(), people.lead, { person: 7, unit: '执法一队' })],
    [
      'transfer to oneself',
      () => transfer(aClaimed(), people.owner, { to: { person: 7, unit: '执法一队' }, until: NOW }),
    ],
    ['contact again without words', () => step.contact(aClaimed({ contactedAt: NOW }), people.owner)],
    ['arrive again without words', () => step.arrive(aClaimed({ arrivedAt: NOW }), people.owner)],
    ['waive contact twice', () => step.waiveContact(aClaimed({ contactWaived: true }), people.owner, 1)],
    ['waive arrival twice', () => step.waiveArrival(aClaimed({ arrivalWaived: true }), people.owner, 1)],
    ['waive a test agreed to', () => step.waiveTest(aClaimed({ agreed: ['noTest'] }), people.owner, 1)],
    ['reply twice', () => step.reply(aClaimed({ repliedAt: NOW }), people.owner)],
    ['urge oneself', () => step.urge(aClaimed(), people.owner)],
    ['call a unit that was called', () => cohandle(inState('claimed'), people.owner, { unit: '执法三队' })],
    ['call the unit that has it', () => cohandle(aClaimed(), people.owner, { unit: '执法一队' })],
    [
      'report in twice',
      () => reportIn(aClaimed({ helpers: [{ unit: '执法三队', at: NOW, seq: 3, arrivedAt: NOW }] }), people.helper),
    ],
  ])('%s changes nothing', (_what, does) => expect(does()).toEqual([]))
})

describe('the facts', () => {
  const mine = aClaimed()
  const handled = aClaimed({ state: 'handled', handledAt: NOW })
  test.each<[string, () => CaseEvent[], CaseEvent[]]>([
    ['release', () => release(mine, people.owner, 1), [{ kind: 'released', why: 1 }]],
    ['assign', () => assign(aCase(), people.desk, to), [{ kind: 'assigned', owner: to }]],
    [
      'transfer in the unit',
      () => transfer(mine, people.owner, { to, until: NOW }),
      [{ kind: 'assigned', owner: to, from: 7 }],
    ],
    [
      'transfer to another unit',
      () => transfer(mine, people.owner, { to: { person: 11, unit: '监测站' }, why: 1, until: NOW + minutes(30) }),
      [{ kind: 'offered', to: { person: 11, unit: '监测站' }, why: 1, until: NOW + minutes(30) }],
    ],
    ['urge', () => step.urge(mine, people.steward), [{ kind: 'urged' }]],
    ['contact', () => step.contact(mine, people.owner, 1), [{ kind: 'contacted', text: 1 }]],
    [
      'contact again',
      () => step.contact({ ...mine, contactedAt: NOW }, people.owner, 1),
      [{ kind: 'progressed', text: 1 }],
    ],
    ['a missed call', () => step.contactTried(mine, people.owner), [{ kind: 'contactTried' }]],
    ['waive contact', () => step.waiveContact(mine, people.owner, 1), [{ kind: 'contactWaived', why: 1 }]],
    ['arrive', () => step.arrive(mine, people.owner), [{ kind: 'arrived' }]],
    [
      'arrive again',
      () => step.arrive({ ...mine, arrivedAt: NOW }, people.owner, 1),
      [{ kind: 'progressed', text: 1 }],
    ],
    ['waive arrival', () => step.waiveArrival(mine, people.owner, 1), [{ kind: 'arrivalWaived', why: 1 }]],
    ['progress', () => step.progress(mine, people.reporter, 1), [{ kind: 'progressed', text: 1 }]],
    ['a late word', () => step.note(1), [{ kind: 'noted', text: 1 }]],
    ['test', () => step.test(mine, people.tester, { text: 1 }), [{ kind: 'tested', text: 1 }]],
    ['waive a test', () => step.waiveTest(mine, people.owner, 1), [{ kind: 'asked', wanted: 'noTest', why: 1 }]],
    ['handle', () => step.handle(mine, people.owner, { missing: [], text: 1 }), [{ kind: 'handled', text: 1 }]],
    ['reply', () => step.reply(handled, people.desk), [{ kind: 'replied' }]],
    [
      'help',
      () => cohandle(mine, people.owner, { unit: '监测站', person: 11 }),
      [{ kind: 'helpCalled', unit: '监测站', person: 11 }],
    ],
    ['report in', () => reportIn(inState('claimed'), people.helper), [{ kind: 'reportedIn', unit: '执法三队' }]],
    ['reopen', () => reopen(handled, people.lead, { why: 1 }), [{ kind: 'reopened', why: 1 }]],
    ['void by its reporter', () => voidCase(aCase(), people.reporter, 1), [{ kind: 'voided', why: 1 }]],
    ['restore', () => restore(aCase({ state: 'void' }), people.reporter), [{ kind: 'restored' }]],
  ])('%s', (_what, does, facts) => expect(does()).toEqual(facts))

  test('整改完 names what is missing', () => {
    expect(() => step.handle(mine, people.owner, { missing: ['联系', '检测'] })).toThrow(
      expect.objectContaining({ code: 'not-ready', facts: { no: 131, what: '处置完成', missing: ['联系', '检测'] } }),
    )
  })

  test('only its reporter, the lead of its area and the desk may make a waiting case void', () => {
    const may = (who: Who) => refusalOf(() => voidCase(aCase(), people[who])) === undefined
    expect((Object.keys(people) as Who[]).filter(may)).toEqual(['lead', 'reporter', 'desk'])
  })

  test('a waiting case is the lead’s whose unit answers for its street, and the desk’s, to give', () => {
    const may = (who: Who) => refusalOf(() => assign(aCase(), people[who], to)) === undefined
    expect((Object.keys(people) as Who[]).filter(may)).toEqual(['lead', 'desk'])
  })

  test('it rests no longer than its deadline', () => {
    const due = { ...mine, deadline: { at: NOW + hours(3), official: true, derived: false } }
    expect(snooze(due, people.owner, { until: NOW + hours(3), why: 1 })).toEqual([
      { kind: 'snoozed', until: NOW + hours(3), why: 1 },
    ])
    expect(refusalOf(() => snooze(due, people.owner, { until: NOW + hours(3) + 1 }))).toBe('past-deadline')
  })

  test('a unit nobody called joins by reporting in', () => {
    expect(reportIn(mine, people.helper)).toEqual([
      { kind: 'helpCalled', unit: '执法三队', joined: true },
      { kind: 'reportedIn', unit: '执法三队' },
    ])
    expect(reportIn(mine, people.owner)).toEqual([])
    expect(refusalOf(() => reportIn(inState('closed'), people.helper))).toBe('wrong-state')
  })
})

describe('接', () => {
  const offered = aClaimed({ offer: { to: { person: 11, unit: '监测站' }, until: NOW + minutes(30) } })
  const another = aSpeaker(13, [{ role: 'officer', unit: '监测站' }])

  test.each<[string, Case, Speaker, number, string | undefined]>([
    ['the person it was offered to', offered, people.tester, NOW, undefined],
    ['a colleague of theirs', offered, another, NOW, undefined],
    ['in the last minute', offered, people.tester, NOW + minutes(30), undefined],
    ['too late', offered, people.tester, NOW + minutes(31), 'no-offer'],
    ['somebody else', offered, people.stranger, NOW, 'no-offer'],
    ['nothing was offered', aClaimed(), people.tester, NOW, 'no-offer'],
  ])('%s', (_what, c, by, now, refusal) => expect(refusalOf(() => accept(c, by, now))).toBe(refusal))

  test('whoever takes it owns it, for the unit it was offered to', () => {
    expect(accept(offered, another, NOW)).toEqual([
      { kind: 'assigned', owner: { person: 13, unit: '监测站' }, from: 7 },
    ])
  })
})

describe('回访', () => {
  const handled = aClaimed({ state: 'handled', handledAt: NOW })
  const said = (c: Case, solved: boolean, satisfaction: 'good' | 'fair' | 'bad') =>
    step.revisit(c, people.owner, { solved, satisfaction }).map((event) => event.kind)

  test.each<[boolean, 'good' | 'fair' | 'bad', string[]]>([
    [true, 'good', ['revisited']],
    [true, 'fair', ['revisited']],
    [true, 'bad', ['revisited', 'reopened']],
    [false, 'good', ['revisited', 'reopened']],
    [false, 'bad', ['revisited', 'reopened']],
  ])('solved %s, %s: %j', (solved, satisfaction, kinds) => {
    expect(said(handled, solved, satisfaction)).toEqual(kinds)
  })

  test('of a case that was opened again before asks the lead instead', () => {
    expect(said({ ...handled, reopened: 1 }, false, 'bad')).toEqual(['revisited', 'asked'])
    expect(said({ ...handled, reopened: 1 }, true, 'good')).toEqual(['revisited'])
  })

  test('the third time nobody answers the lead is asked for 未接通', () => {
    const evening = Date.parse('2026-11-23T19:00:00+08:00')
    const tried = (...before: number[]) =>
      step.revisitTried({ ...handled, revisitTries: before }, people.owner, evening)
    expect(tried()).toEqual([{ kind: 'revisitTried' }])
    expect(tried(evening - hours(8))).toEqual([{ kind: 'revisitTried' }])
    expect(tried(evening - hours(9), evening - hours(4.5))).toEqual([
      { kind: 'revisitTried' },
      { kind: 'asked', wanted: 'unreached' },
    ])
    expect(tried(evening - hours(1), evening - hours(0.5))).toEqual([{ kind: 'revisitTried' }])
  })
})

describe('办结', () => {
  const ready = aClaimed({ ...done, state: 'handled', repliedAt: NOW })

  test('with everything and solved is closed', () => {
    expect(close(ready, people.owner, undefined)).toEqual([{ kind: 'closed', result: 'solved' }])
  })

  test('another result asks the lead, once, and is closed when agreed to', () => {
    expect(close(ready, people.owner, 'partly')).toEqual([{ kind: 'asked', wanted: 'partly' }])
    expect(refusalOf(() => close({ ...ready, asked: ['partly'] }, people.owner, 'partly'))).toBe('lead-asked')
    expect(close({ ...ready, agreed: ['partly'] }, people.owner, undefined)).toEqual([
      { kind: 'closed', result: 'partly' },
    ])
  })

  test('an unsolved revisit is no 已解决', () => {
    const unsolved = { ...ready, revisitedAt: NOW, revisit: { solved: false, satisfaction: 'bad' as const } }
    expect(close(unsolved, people.owner, undefined)).toEqual([{ kind: 'asked', wanted: 'explained' }])
    expect(refusalOf(() => close(unsolved, people.owner, 'solved'))).toBe('not-solved')
  })

  test('部分解决 in the revisit asks the lead for it', () => {
    const partly = {
      ...ready,
      revisitedAt: NOW,
      revisit: { solved: false, partly: true as const, satisfaction: 'fair' as const },
    }
    expect(close(partly, people.owner, undefined)).toEqual([{ kind: 'asked', wanted: 'partly' }])
    expect(refusalOf(() => close(partly, people.owner, 'solved'))).toBe('not-solved')
    const said = { solved: false, partly: true as const, satisfaction: 'fair' as const }
    const events = step.revisit(aClaimed({ state: 'handled', reopened: 1 }), people.owner, said)
    expect(events).toEqual([{ kind: 'revisited', ...said }])
  })

  test('another result that was asked for or agreed to is no 已解决', () => {
    const asked: Case = { ...ready, asked: ['partly'] }
    expect(refusalOf(() => close(asked, people.owner, 'solved'))).toBe('lead-asked')
    expect(refusalOf(() => close(asked, people.owner, undefined))).toBe('lead-asked')
    expect(refusalOf(() => close({ ...ready, agreed: ['partly'] }, people.owner, 'solved'))).toBe('not-solved')
  })

  test('who was reached after all is 已解决 in spite of 未接通', () => {
    const reached = { ...ready, revisitedAt: NOW, revisit: { solved: true, satisfaction: 'good' as const } }
    const solved = [{ kind: 'closed', result: 'solved' }]
    expect(close({ ...reached, asked: ['unreached'] }, people.owner, 'solved')).toEqual(solved)
    expect(close({ ...reached, agreed: ['unreached'] }, people.owner, undefined)).toEqual(solved)
  })

  test('says what is missing', () => {
    expect(() =>
      close(aClaimed({ state: 'handled', handledAt: NOW, complainant: 1 }), people.owner, undefined),
    ).toThrow(
      expect.objectContaining({
        code: 'not-ready',
        facts: { no: 131, what: '办结', missing: ['联系', '到场', '检测', '回访', '平台回复'] },
      }),
    )
  })
})

describe('同意', () => {
  const asked = aClaimed({ ...done, state: 'handled', repliedAt: NOW, asked: ['partly'] })

  test('to a result closes what waited only for it', () => {
    expect(agree(asked, people.lead, { wanted: 'partly', say: LEADS })).toEqual([
      { kind: 'agreed', wanted: 'partly' },
      { kind: 'closed', result: 'partly' },
    ])
  })

  test('closes nothing that still lacks something', () => {
    const { repliedAt: _, ...unanswered } = asked
    expect(agree(unanswered, people.lead, { wanted: 'partly', say: LEADS })).toEqual([
      { kind: 'agreed', wanted: 'partly' },
    ])
    expect(agree({ ...asked, asked: ['noTest'] }, people.lead, { wanted: 'noTest', say: LEADS })).toEqual([
      { kind: 'agreed', wanted: 'noTest' },
    ])
  })

  test('不同意 keeps the reason; what was not asked can neither be agreed to nor denied', () => {
    expect(deny(asked, people.lead, { wanted: 'partly', say: LEADS, why: 1 })).toEqual([
      { kind: 'denied', wanted: 'partly', why: 1 },
    ])
    expect(refusalOf(() => agree(asked, people.lead, { wanted: 'unfounded', say: LEADS }))).toBe('nothing-asked')
    expect(refusalOf(() => deny(asked, people.lead, { wanted: 'noTest', say: LEADS }))).toBe('nothing-asked')
  })
})
