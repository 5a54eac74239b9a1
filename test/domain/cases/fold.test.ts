import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import type { CaseEvent } from '../../../domain/cases/events.ts'
import { after } from '../../../domain/cases/fold.ts'
import { needs } from '../../../domain/cases/needs.ts'
import { hours, minutes } from '../../../domain/time/wall.ts'
import { aClaimed, NOW } from '../../support/sample.ts'

const assigned: CaseEvent = { kind: 'assigned', owner: { person: 8, unit: '监测站' } }
const then = (c: Case, event: CaseEvent, at: number) => after(c, { no: c.no, seq: c.seq + 1, at, by: 1, event })

describe('another owner', () => {
  test('has not been told of urging yet', () => {
    const urged = then(aClaimed(), { kind: 'urged' }, NOW + minutes(5))
    const handed = then(urged, assigned, NOW + minutes(10))
    expect(handed).not.toHaveProperty('urgedToldAt')
    expect(then(handed, { kind: 'urged' }, NOW + minutes(20))).toMatchObject({
      urged: 2,
      urgedToldAt: NOW + minutes(20),
    })
  })

  test('has what is left of the time to contact, and is reminded anew', () => {
    expect(then(aClaimed(), assigned, NOW + hours(20))).toMatchObject({ claimedAt: NOW, armedBy: { claim: 3 } })
  })

  test('of a case whose complainant was contacted begins now', () => {
    const contacted = then(aClaimed(), { kind: 'contacted' }, NOW + hours(1))
    expect(then(contacted, assigned, NOW + hours(20)).claimedAt).toBe(NOW + hours(20))
  })
})

describe('a test', () => {
  const over = { verdict: 'over', item: 'catering_fume_oil' } as const
  const open = { verdict: 'undecided', item: 'noise_social_boundary_leq' } as const
  test.each<[string, Partial<Extract<CaseEvent, { kind: 'tested' }>>, boolean]>([
    ['with a verdict', { judged: [over] }, true],
    ['with one verdict of two', { judged: [open, over] }, true],
    ['told in words', {}, true],
    ['无法判定', { judged: [open] }, false],
    ['nobody can read', { unread: true }, false],
  ])('%s', (_what, more, counts) => {
    const tested = then(aClaimed(), { kind: 'tested', text: 1, ...more }, NOW)
    expect(needs(tested).includes('test')).toBe(!counts)
  })

  test('stands when a later one could not be judged', () => {
    const once = then(aClaimed(), { kind: 'tested', text: 1, judged: [over] }, NOW)
    expect(then(once, { kind: 'tested', text: 2, judged: [open] }, NOW + hours(1)).testedAt).toBe(NOW)
  })
})
