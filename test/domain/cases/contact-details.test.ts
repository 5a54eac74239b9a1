import { expect, test } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import { mayCallComplainant } from '../../../domain/cases/contact-details.ts'
import type { Speaker } from '../../../domain/people/speaker.ts'
import { aCase, aClaimed, aSpeaker, refusalOf } from '../../support/sample.ts'

const owner = aSpeaker(7, [{ role: 'officer', unit: '执法一队' }])
const colleague = aSpeaker(9, [{ role: 'lead', unit: '执法一队' }])
const desk = aSpeaker(10, [{ role: 'desk' }])
const chief = aSpeaker(11, [{ role: 'chief' }])

test.each<[string, Case, Speaker, string | undefined]>([
  ['the owner', aClaimed(), owner, undefined],
  ['the desk', aClaimed(), desk, undefined],
  ['the desk, before anybody claimed it', aCase(), desk, undefined],
  ['a lead of the same unit', aClaimed(), colleague, 'not-yours'],
  ['the chief', aClaimed(), chief, 'not-yours'],
  ['who only reported it', aClaimed(), aSpeaker(1), 'not-yours'],
  ['an officer, before anybody claimed it', aCase(), owner, 'claim-first'],
  ['the owner of a confidential case', aClaimed({ confidential: true }), owner, undefined],
  ['a lead, of a confidential case', aClaimed({ confidential: true }), colleague, 'confidential'],
  ['an officer, of a confidential case that waits', aCase({ confidential: true }), owner, 'confidential'],
])('the number for %s', (_who, c, by, refusal) => {
  expect(refusalOf(() => mayCallComplainant(c, by))).toBe(refusal)
})
