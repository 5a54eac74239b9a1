import { describe, expect, test } from 'vitest'
import { personCalled, roomCalled } from '../../../domain/drill/district.ts'
import { linesOf, timeOf, withNumbers } from '../../../domain/drill/scenario.ts'
import { scenarios } from '../../../domain/drill/scenarios.ts'

test('there are at least six, each with a name of its own', () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(6)
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length)
  for (const { id } of scenarios) expect(id).toMatch(/^[a-z-]+$/)
})

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', (_, scenario) => {
  const { steps, beats, cases, careless } = scenario
  const said = [
    ...beats.filter((beat) => 'say' in beat),
    ...linesOf(scenario, 'model'),
    ...linesOf(scenario, 'careless'),
  ]
  const ids = steps.map(({ id }) => id)

  test('everybody in it lives in the demo district, and every room is there', () => {
    for (const name of [...scenario.plays, ...said.map(({ as }) => as), ...steps.flatMap(({ by = [] }) => by)])
      expect(personCalled(name)?.name).toBe(name)
    for (const { as, in: where } of said)
      if (where !== 'private') expect(roomCalled(where)?.members, where).toContain(as)
  })

  test('what is named is there: cases, steps, what somebody else left out', () => {
    expect(new Set(ids).size).toBe(ids.length)
    const named = [
      ...beats.flatMap((beat) => ('after' in beat ? [beat.after] : [])),
      ...steps.flatMap(({ since, within, waits }) => [since, within?.from, waits?.after]),
      ...scenario.never.map(({ before }) => before),
      ...Object.keys(careless.later ?? {}),
      ...(careless.skip ?? []),
      ...careless.comesTo.late,
      ...careless.comesTo.missing,
    ].filter((id) => id !== undefined)
    for (const id of named) expect(ids).toContain(id)
    for (const { of } of steps) expect(Object.keys(cases)).toContain(of)
    const numbers = new Map(Object.keys(cases).map((name, i) => [name, 101 + i]))
    for (const { say } of said) expect(withNumbers(say, numbers)).not.toMatch(/[{}]/)
  })

  test('it plays between its beginning and its end, in the drill year', () => {
    const times = [...said.flatMap((one) => ('at' in one ? [one.at] : [])), ...steps.flatMap(({ until = [] }) => until)]
    for (const at of times.map((one) => (typeof one === 'number' ? one : timeOf(one)))) {
      expect(at).toBeGreaterThanOrEqual(timeOf(scenario.begins))
      expect(at).toBeLessThanOrEqual(timeOf(scenario.ends))
    }
  })

  test('its careless run is not a good one, and its people have invented numbers', () => {
    const { late, missing, wrong } = careless.comesTo
    expect(late.length + missing.length + wrong.length).toBeGreaterThan(0)
    const phones = JSON.stringify(scenario).match(/1[3-9]\d{9}/g) ?? []
    for (const phone of phones) expect(phone).toMatch(/^1380000\d{4}$/)
  })
})
