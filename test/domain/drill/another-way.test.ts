import { expect, test } from 'vitest'
import type { CaseEvent, Logged } from '../../../domain/cases/events.ts'
import { resultOf } from '../../../domain/drill/result.ts'
import { type Scenario, timeOf } from '../../../domain/drill/scenario.ts'
import { notAnswered } from '../../../domain/drill/scenarios/not-answered.ts'
import { supervised } from '../../../domain/drill/scenarios/supervised.ts'
import { aCase } from '../../support/sample.ts'

// People do a scenario in other ways than its model: what the bot takes, the sheet takes, too.

/** How far a step came when this was all that happened, from 'MM-DD HH:MM' to what. */
function stateOf(id: string, scenario: Scenario, ...facts: [when: string, event: CaseEvent][]) {
  const { no, ...registered } = aCase()
  const [order] = Object.values(scenario.cases)
  const first = { ...registered, kind: 'registered', externalNo: order } as unknown as CaseEvent
  const log = ([[scenario.begins, first], ...facts] as typeof facts).map(
    ([when, event], i): Logged => ({ no, seq: i + 1, at: timeOf(when), by: 1, cause: i + 1, event }),
  )
  const sheet = resultOf(scenario, { log, name: () => '李强', said: [], now: timeOf(scenario.ends), over: true })
  return sheet.steps.find(({ step }) => step.id === id)?.state
}

const handled: CaseEvent = { kind: 'handled' }
const tried: CaseEvent = { kind: 'revisitTried' }
const askedLead: CaseEvent = { kind: 'asked', wanted: 'unreached' }

test('three calls by day are not enough: the third counts when one of them was in the evening', () => {
  const twice = [
    ['11-24 17:00', handled],
    ['11-25 09:30', tried],
    ['11-25 13:40', tried],
  ] as [string, CaseEvent][]
  expect(stateOf('第三次回访', notAnswered, ...twice, ['11-25 17:50', tried])).toBe('missing')
  expect(stateOf('第三次回访', notAnswered, ...twice, ['11-25 19:30', tried], ['11-25 19:30', askedLead])).toBe('came')
})

test.each<CaseEvent>([
  { kind: 'progressed' } as CaseEvent,
  { kind: 'arrived' },
  { kind: 'contacted' } as CaseEvent,
  { kind: 'consultCalled' } as CaseEvent,
])('what a supervisor reads as the progress of the day is one on the sheet: %o', (event) => {
  expect(stateOf('周二进展', supervised, ['11-24 10:00', event])).toBe('came')
  expect(stateOf('周二进展', supervised, ['11-24 17:00', event])).toBe('late')
  expect(stateOf('周二进展', supervised, ['11-25 10:00', event])).toBe('missing')
})
