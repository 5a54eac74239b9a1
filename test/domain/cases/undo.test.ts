import { describe, expect, test } from 'vitest'
import type { CaseEvent, Logged } from '../../../domain/cases/events.ts'
import { fold } from '../../../domain/cases/fold.ts'
import { undoable } from '../../../domain/cases/undo.ts'
import { minutes } from '../../../domain/time/wall.ts'
import { NOW, refusalOf } from '../../support/sample.ts'

const registered: CaseEvent = {
  kind: 'registered',
  channel: '12345',
  basis: 'bureau',
  grade: '7d',
  urgent: false,
  confidential: false,
  category: 'air.catering_fume',
  industry: '餐饮',
  missing: [],
}
const claimed: CaseEvent = { kind: 'claimed', owner: { person: 7, unit: '执法一队' } }

/** Facts in order: who did them (0: a clock), in which message. */
function log(...facts: [CaseEvent, by: number, cause?: number][]): Logged[] {
  return facts.map(([event, by, cause], i) => ({
    no: 131,
    seq: i + 1,
    at: NOW + minutes(i),
    ...(by && { by }),
    ...(cause !== undefined && { cause }),
    event,
  }))
}

describe('撤销', () => {
  test('of an act: it counts no more, the log keeps it', () => {
    const before = log([registered, 1, 1], [claimed, 7, 2])
    expect(undoable(before, 2)).toEqual([{ kind: 'undone', undoes: 2 }])
    const after = fold([
      ...before,
      ...log([registered, 1], [claimed, 7], [{ kind: 'undone', undoes: 2 }, 7, 3]).slice(2),
    ])
    expect(after).toMatchObject({ state: 'waiting', seq: 3, armedBy: { waiting: 1, claim: 1 } })
    expect(after).not.toHaveProperty('owner')
  })

  test('of a report: void, its number was seen', () => {
    expect(undoable(log([registered, 1, 1]), 1)).toEqual([{ kind: 'voided', undoes: 1 }])
  })

  test('not when somebody acted since; a clock is nobody, and one’s own later acts are one’s own', () => {
    const lapsed: CaseEvent = { kind: 'offerLapsed' }
    const urged: CaseEvent = { kind: 'urged' }
    expect(refusalOf(() => undoable(log([registered, 1, 1], [claimed, 7, 2], [urged, 8, 3]), 2))).toBe('undo-acted-on')
    expect(refusalOf(() => undoable(log([registered, 1, 1], [claimed, 7, 2], [lapsed, 0]), 2))).toBeUndefined()
    expect(refusalOf(() => undoable(log([registered, 1, 1], [claimed, 7, 2], [urged, 7, 3]), 2))).toBeUndefined()
  })

  test('takes back everything the message did', () => {
    const revisited: CaseEvent = { kind: 'revisited', solved: false, satisfaction: 'bad' }
    const before = log(
      [registered, 1, 1],
      [claimed, 7, 2],
      [{ kind: 'handled' }, 7, 3],
      [revisited, 7, 4],
      [{ kind: 'reopened' }, 7, 4],
      [{ kind: 'undone', undoes: 4 }, 7, 5],
    )
    expect(fold(before)).toMatchObject({ state: 'handled', seq: 6 })
    expect(fold(before)).not.toHaveProperty('reopened')
  })

  test('of 作废 brings the case back as it was', () => {
    const before = log([registered, 1, 1], [{ kind: 'voided', why: 1 }, 1, 2])
    expect(undoable(before, 2)).toEqual([{ kind: 'undone', undoes: 2 }])
    expect(fold([...before, { no: 131, seq: 3, at: NOW, by: 1, event: { kind: 'undone', undoes: 2 } }])?.state).toBe(
      'waiting',
    )
  })
})
