import { expect, test } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import { mayCallComplainant } from '../../../domain/cases/contact-details.ts'
import type { Speaker } from '../../../domain/people/speaker.ts'
import { aCase, aClaimed, aSpeaker, refusalOf } from '../../support/sample.ts'

const owner = aSpeaker(7, [{ role: 'officer', unit: '执法一队' }])
const colleague = aSpeaker(9, [{ role: 'lead', unit: '执法一队' }])
const desk = aSpeaker(10, [{ role: 'desk' }])
const chief = aSpeaker(11, [{ role: 'chief' }])

const NOW = Date.parse('2026-11-23T10:00:00+08:00')
const second = aSpeaker(12, [{ role: 'desk' }])
const secret = (facts: Partial<Case> = {}) => aClaimed({ confidential: true, firstClaimer: 7, ...facts })

const handled = (facts: Partial<Case> = {}) => aClaimed({ state: 'handled', handledAt: 1, ...facts })

test.each<[string, Case, Speaker, { why?: string; seen?: [number, number][] }, string | undefined]>([
  ['the owner', aClaimed(), owner, {}, undefined],
  ['the desk without a reason', aClaimed(), desk, {}, 'say-why'],
  ['the desk with one', aClaimed(), desk, { why: '平台核对' }, undefined],
  ['the desk again, within 24 hours', aClaimed(), desk, { seen: [[10, NOW - 23 * 3_600_000]] }, undefined],
  ['the desk again, a day later', aClaimed(), desk, { seen: [[10, NOW - 24 * 3_600_000]] }, 'say-why'],
  ['the desk, when only another looked', aClaimed(), desk, { seen: [[12, NOW]] }, 'say-why'],
  ['the desk, before anybody claimed it', aCase(), desk, { why: '平台核对' }, undefined],
  ['a lead of the same unit', aClaimed(), colleague, { why: '想看' }, 'not-yours'],
  ['the chief', aClaimed(), chief, { why: '想看' }, 'not-yours'],
  ['who only reported it', aClaimed(), aSpeaker(1), {}, 'not-yours'],
  ['an officer, before anybody claimed it', aCase(), owner, {}, 'claim-first'],
  [
    'a tester of a called unit',
    aClaimed({ helpers: [{ unit: '监测站', at: 0, seq: 3 }] }),
    aSpeaker(13, [{ role: 'tester', unit: '监测站' }]),
    { why: '约检测' },
    undefined,
  ],
  [
    'a tester nobody called',
    aClaimed(),
    aSpeaker(13, [{ role: 'tester', unit: '监测站' }]),
    { why: '约检测' },
    'not-yours',
  ],
  ['a colleague who revisits it', handled(), colleague, { why: '换人回访' }, undefined],
  ['the same again, within 24 hours', handled(), colleague, { seen: [[9, NOW - 3_600_000]] }, undefined],
  ['a colleague who does not say that they revisit', handled(), colleague, { why: '想看' }, 'say-why'],
  ['a colleague, once it was revisited', handled({ revisitedAt: 2 }), colleague, { why: '回访' }, 'not-yours'],
  [
    'somebody of another unit who revisits it',
    handled(),
    aSpeaker(14, [{ role: 'officer', unit: '执法二队' }]),
    { why: '回访' },
    'not-yours',
  ],
  [
    'a colleague who revisits a confidential case',
    secret({ state: 'handled' }),
    colleague,
    { why: '回访' },
    'confidential',
  ],
  ['who first claimed a confidential case', secret(), owner, {}, undefined],
  [
    'a later owner of a confidential case',
    secret({ owner: { person: 9, unit: '执法一队' } }),
    colleague,
    {},
    'confidential',
  ],
  ['the first of the desk, of a confidential case', secret(), desk, { why: '平台核对', seen: [[7, NOW]] }, undefined],
  [
    'the second of the desk, of a confidential case',
    secret(),
    second,
    { why: '平台核对', seen: [[10, NOW]] },
    'confidential',
  ],
  ['an officer, of a confidential case that waits', aCase({ confidential: true }), owner, {}, 'confidential'],
])('the number for %s', (_who, c, by, { why, seen = [] }, refusal) => {
  const looks = seen.map(([person, at]) => ({ person, at }))
  expect(refusalOf(() => mayCallComplainant(c, by, { looks, now: NOW, ...(why !== undefined && { why }) }))).toBe(
    refusal,
  )
})
