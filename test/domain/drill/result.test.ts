import { describe, expect, test } from 'vitest'
import type { CaseEvent, Logged } from '../../../domain/cases/events.ts'
import { type Played, resultOf } from '../../../domain/drill/result.ts'
import { type Never, type Scenario, type Step, timeOf } from '../../../domain/drill/scenario.ts'
import { headlineOf, nextWords, sheetText, stepWords, wrongWords } from '../../../domain/words/scenario.ts'
import { aCase } from '../../support/sample.ts'

const DAY = '2026-11-24'
const NAMES: Record<number, string> = { 1: '李强', 2: '陈曦' }
const words = { as: '李强', in: '方庄群', say: '' }
const owner = { person: 1, unit: '执法一队' }

const claim: Step = {
  id: '领哨',
  of: '件',
  what: { kind: 'claimed' },
  within: { minutes: 30 },
  model: { ...words, at: '11-24 09:10' },
  teach: '看到就领',
}
const contact: Step = {
  ...claim,
  id: '联系',
  what: { kind: 'contacted' },
  within: { minutes: 120, from: '领哨' },
  teach: '先打电话',
}
const handle: Step = { ...claim, id: '处置', what: { kind: 'handled' }, within: { minutes: 600 } }
const { within: _, ...untimed } = handle
const again: Step = { ...untimed, id: '再处置', since: '处置', until: '11-25 12:00' }

function scenario(steps: Step[], never: Never[] = []): Scenario {
  return {
    id: 'x',
    name: '小情景',
    trains: '',
    plays: ['李强'],
    takes: 1,
    begins: '11-24 09:00',
    ends: '11-25 18:00',
    story: '',
    cases: { 件: '202611240001' },
    beats: [],
    steps,
    never,
    careless: { what: '', comesTo: { late: [], missing: [], wrong: [] } },
  }
}

/** A log from 'HH:MM' (the next day: '+HH:MM') to what happened then; #101 is registered at 09:00. */
function log(...facts: [when: string, event: CaseEvent, more?: Partial<Logged>][]): Logged[] {
  const { no: _, ...facts101 } = aCase()
  const registered = { ...facts101, kind: 'registered', externalNo: '202611240001' } as unknown as CaseEvent
  return ([['09:00', registered], ...facts] as typeof facts).map(([when, event, more], i) => ({
    no: 101,
    seq: i + 1,
    at: timeOf(when.startsWith('+') ? `11-25 ${when.slice(1)}` : `11-24 ${when}`),
    by: 1,
    cause: i + 1,
    event,
    ...more,
  }))
}

function played(logged: Logged[], more: Partial<Played> = {}): Played {
  return { log: logged, name: (id) => NAMES[id] ?? '', said: [], now: timeOf('11-25 18:00'), over: true, ...more }
}

function said(text: string, more: Partial<Played['said'][number]> = {}): Played['said'][number] {
  return { as: '李强', at: timeOf('11-24 10:00'), inRoom: true, text, scripted: false, ...more }
}

const claimed: CaseEvent = { kind: 'claimed', owner }
const handled: CaseEvent = { kind: 'handled' }
const revisited = (satisfaction: 'good' | 'bad'): CaseEvent => ({
  kind: 'revisited',
  solved: satisfaction === 'good',
  satisfaction,
})

describe('a step', () => {
  test.each<{ what: string; steps: Step[]; log: Logged[]; over?: boolean; shows: string[] }>([
    { what: 'in time', steps: [claim], log: log(['09:12', claimed]), shows: ['came 09:12(用时12分,限09:30前),李强'] },
    {
      what: 'on the minute',
      steps: [claim],
      log: log(['09:30', claimed]),
      shows: ['came 09:30(用时30分,限09:30前),李强'],
    },
    { what: 'late', steps: [claim], log: log(['09:31', claimed]), shows: ['late 09:31,晚1分(应在09:30前),李强'] },
    { what: 'missing', steps: [claim], log: log(), shows: ['missing 应在09:30前'] },
    {
      what: 'still open while the run goes on',
      steps: [{ ...claim, within: { minutes: 2100 } }],
      log: log(),
      over: false,
      shows: ['open 11-25 20:00前'],
    },
    {
      what: 'open past its time, which can only come late',
      steps: [claim],
      log: log(),
      over: false,
      shows: ['open 已过09:30,快补上'],
    },
    {
      what: 'missed for good while the run goes on, when its day is over',
      steps: [{ ...claim, notAfter: '11-24 23:59' }],
      log: log(),
      over: false,
      shows: ['missing 应在09:30前'],
    },
    {
      what: 'after one that is not needed any more',
      steps: [
        { ...claim, unless: { kind: 'arrived' } },
        { ...again, since: '领哨' },
      ],
      log: log(['09:20', { kind: 'arrived' }], ['10:00', handled]),
      shows: ['spared 后来不用做了', 'came 10:00(用时1时,限11-25 12:00前),李强'],
    },
    {
      what: 'counted from another step',
      steps: [claim, contact],
      log: log(['09:20', claimed], ['11:21', { kind: 'contacted' }]),
      shows: ['came 09:20(用时20分,限09:30前),李强', 'late 11:21,晚1分(应在11:20前),李强'],
    },
    {
      what: 'without a term while the step it counts from has not come',
      steps: [claim, contact],
      log: log(),
      shows: ['missing 应在09:30前', 'missing 应在「领哨」后2时内'],
    },
    {
      what: 'a second one of its kind, the day after',
      steps: [handle, again],
      log: log(['10:00', handled], ['+09:00', handled]),
      shows: ['came 10:00(用时1时,限19:00前),李强', 'came 11-25 09:00(用时1天,限11-25 12:00前),李强'],
    },
    {
      what: 'one event is not two steps',
      steps: [handle, again],
      log: log(['10:00', handled]),
      shows: ['came 10:00(用时1时,限19:00前),李强', 'missing 应在11-25 12:00前'],
    },
    {
      what: 'by somebody else does not count',
      steps: [{ ...claim, by: ['李强'] }],
      log: log(['09:10', claimed, { by: 2 }]),
      shows: ['missing 应在09:30前'],
    },
    {
      what: 'too early or too late to count',
      steps: [{ ...handle, notBefore: '11-24 12:00', notAfter: '11-24 14:00' }],
      log: log(['10:00', handled], ['14:01', handled]),
      shows: ['missing 应在12:00后,19:00前'],
    },
    {
      what: 'counts only some time after another',
      steps: [handle, { ...again, waits: { minutes: 240, after: '处置' } }],
      log: log(['10:00', handled], ['13:59', handled]),
      shows: ['came 10:00(用时1时,限19:00前),李强', 'missing 应在14:00后,11-25 12:00前'],
    },
    {
      what: 'taken back with 撤销',
      steps: [claim],
      log: log(['09:10', claimed], ['09:11', { kind: 'undone', undoes: 2 }]),
      shows: ['missing 应在09:30前'],
    },
    {
      what: 'not needed any more',
      steps: [{ ...handle, unless: { kind: 'ruled', request: 'return', granted: true } }],
      log: log(['10:00', { kind: 'ruled', request: 'return', granted: true }]),
      shows: ['spared 后来不用做了'],
    },
    {
      what: 'one of several ways',
      steps: [{ ...handle, what: [{ kind: 'asked', wanted: 'noTest' }, { kind: 'tested' }] }],
      log: log(['10:00', { kind: 'asked', wanted: 'noTest' }]),
      shows: ['came 10:00(用时1时,限19:00前),李强'],
    },
    {
      what: 'a test of the right kind among several that were judged',
      steps: [{ ...handle, what: { kind: 'tested', judged: [{ period: 'night', verdict: 'over' }] } }],
      log: log(
        ['10:00', { kind: 'tested', text: 1, judged: [{ verdict: 'over', period: 'day' }] }],
        ['12:00', { kind: 'tested', text: 2, judged: [{ verdict: 'within' }, { verdict: 'over', period: 'night' }] }],
      ),
      shows: ['came 12:00(用时3时,限19:00前),李强'],
    },
  ])('$what', ({ steps, log, over = true, shows }) => {
    const sheet = resultOf(scenario(steps), played(log, { over }))
    expect(sheet.steps.map((step) => `${step.state} ${stepWords(step, DAY)}`)).toEqual(shows)
  })

  test('of another case with the same words does not count', () => {
    const other = log(['09:10', claimed]).map((logged) => (logged.seq === 1 ? logged : { ...logged, no: 102 }))
    expect(resultOf(scenario([claim]), played(other)).steps[0]?.state).toBe('missing')
  })
})

describe('what must not happen', () => {
  const lies: Never = {
    says: '记成满意',
    of: '件',
    what: { kind: 'revisited', satisfaction: 'good' },
    before: '再处置',
    teach: '如实记',
  }
  const phone: Never = { says: '号码进群', words: ['13800001234'], in: 'rooms', teach: '私聊看' }
  const steps = [handle, again]

  test.each<{ what: string; never: Never; log?: Logged[]; said?: Played['said']; wrong: string[] }>([
    { what: 'an event', never: lies, log: log(['11:00', revisited('good')]), wrong: ['11:00 李强:记成满意'] },
    { what: 'another of its kind is fine', never: lies, log: log(['11:00', revisited('bad')]), wrong: [] },
    {
      what: 'after the step it may happen',
      never: lies,
      log: log(['10:00', handled], ['11:00', handled], ['12:00', revisited('good')]),
      wrong: [],
    },
    {
      what: 'once is fine where twice is not',
      never: { says: '又退', of: '件', what: { kind: 'asked', wanted: 'return' }, times: 2, teach: '' },
      log: log(['10:00', { kind: 'asked', wanted: 'return' }]),
      wrong: [],
    },
    {
      what: 'twice',
      never: { says: '又退', of: '件', what: { kind: 'asked', wanted: 'return' }, times: 2, teach: '' },
      log: log(['10:00', { kind: 'asked', wanted: 'return' }], ['11:00', { kind: 'asked', wanted: 'return' }]),
      wrong: ['11:00 李强:又退'],
    },
    { what: 'a number in a room', never: phone, said: [said('打138 0000-1234')], wrong: ['10:00 李强:号码进群'] },
    { what: 'in private it may stand', never: phone, said: [said('13800001234', { inRoom: false })], wrong: [] },
    {
      what: 'the script itself is not blamed',
      never: phone,
      said: [said('13800001234', { scripted: true })],
      wrong: [],
    },
  ])('$what', ({ never, log: logged = log(), said: lines = [], wrong }) => {
    const sheet = resultOf(scenario(steps, [never]), played(logged, { said: lines }))
    expect(sheet.wrong.map((one) => wrongWords(one, DAY))).toEqual(wrong)
  })
})

describe('the judgement', () => {
  const all = log(['09:10', claimed], ['10:00', { kind: 'contacted' }])
  const late = log(['09:40', claimed], ['10:00', { kind: 'contacted' }])

  test.each([
    {
      what: 'all in time',
      log: all,
      said: [],
      verdict: 'clean',
      next: undefined,
      line: '2步都按时,没有违规。可以换下一个情景。',
    },
    {
      what: 'one late',
      log: late,
      said: [],
      verdict: 'nearly',
      next: '领哨',
      line: '2步按时1步,晚了1步。差一点,再来一遍就好。',
    },
    {
      what: 'missing comes before late',
      log: log(['09:40', claimed]),
      said: [],
      verdict: 'again',
      next: '联系',
      line: '2步按时0步,晚了1步,没做1步。建议再练一遍。',
    },
    {
      what: 'a wrong comes first',
      log: late,
      said: [said('13800001234')],
      verdict: 'again',
      next: '号码进群',
      line: '2步按时1步,晚了1步,违规1处。建议再练一遍。',
    },
  ])('$what', ({ log: logged, said: lines, verdict, next, line }) => {
    const never: Never = { says: '号码进群', words: ['13800001234'], in: 'rooms', teach: '私聊看' }
    const sheet = resultOf(scenario([claim, contact], [never]), played(logged, { said: lines }))
    expect(sheet.verdict).toBe(verdict)
    expect(sheet.next?.what).toBe(next)
    expect(headlineOf(sheet)).toBe(line)
  })

  test('ended early: what is not due by now has not been missed', () => {
    const sheet = resultOf(
      scenario([claim, contact]),
      played(all.slice(0, 2), { now: timeOf('11-24 09:20'), early: true }),
    )
    expect(sheet.steps.map(({ state }) => state)).toEqual(['came', 'ahead'])
    expect([headlineOf(sheet), nextWords(sheet)]).toEqual([
      '2步按时1步,还没到1步。提前结束,再来一遍,办到底。',
      '从头再来一遍,把没到的步骤也办完。',
    ])
    expect([headlineOf(sheet, 'model'), nextWords(sheet, 'model')]).toEqual([
      '示范看了2步中的1步。',
      '想接着看,再点一次,用「下一步」一步一步看;也可以点「我来做」。',
    ])
    const later = resultOf(scenario([claim, contact]), played(log(), { now: timeOf('11-24 09:40'), early: true }))
    expect(later.steps.map((one) => `${one.state} ${stepWords(one, DAY)}`)).toEqual([
      'missing 应在09:30前',
      'ahead 「领哨」后2时内',
    ])
  })

  test('the sheet can be read without the page', () => {
    const it = scenario([claim, contact])
    expect(sheetText(it, resultOf(it, played(late)), 'play')).toBe(
      [
        '【情景演练】小情景(做一遍)',
        '2步按时1步,晚了1步。差一点,再来一遍就好。',
        '1 领哨|晚了|09:40,晚10分(应在09:30前),李强',
        '2 联系|按时|10:00(用时20分,限11:40前),李强',
        '先练「领哨」:看到就领',
        '演练用的人物、电话、店名都是虚构;达标与否以监测报告为准。',
      ].join('\n'),
    )
  })
})
