import { describe, expect, test } from 'vitest'
import type { Case } from '../../../domain/cases/case.ts'
import type { CaseEvent } from '../../../domain/cases/events.ts'
import { after } from '../../../domain/cases/fold.ts'
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
