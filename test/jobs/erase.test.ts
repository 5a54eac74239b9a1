import { afterEach, beforeEach, expect, it } from 'vitest'
import { fold } from '../../domain/cases/fold.ts'
import { eraseOld } from '../../jobs/erase.ts'
import { schedule } from '../../jobs/schedule.ts'
import { at, openTown, type Town } from '../support/town.ts'

let run: { town: Town }
beforeEach(() => {
  run = { town: openTown(at('09:00')) }
})
afterEach(() => run.town.close())

/** A case that was called about, noted and closed today. */
function closed(): number {
  const { store, people } = run.town
  const { no } = run.town.register()
  run.town.claim(no)
  const now = run.town.clock.now()
  store.unit((tx) =>
    tx.record(
      [
        { no, at: now, by: people.officer, event: { kind: 'noted', text: tx.texts.keep('居民说晚上还有味') } },
        { no, at: now, by: people.officer, event: { kind: 'closed', result: 'solved' } },
      ],
      now,
    ),
  )
  return no
}

it('erases only what is over in a confirmed period, and leaves chain, fold and figures as they were', () => {
  const no = closed()
  const open = run.town.register().no
  const { store, people, clock } = run.town
  const before = store.books.cases.find(no)
  const vault = before?.complainant ?? 0
  expect(store.books.vault.samePhone('13800001234')).toContain(vault)

  // Nobody confirmed the period: nothing goes, however long it takes.
  eraseOld(store, at('05:00', '2027-06-01'))
  expect(store.books.vault.has(vault)).toEqual(['name', 'phone'])

  store.unit((tx) => tx.erasure.confirm('2026-12', people.admin, clock.now()))
  eraseOld(store, at('05:00', '2027-06-02'))
  expect(store.books.erasure.erased(no)).toBeDefined()
  expect(store.books.vault.has(vault)).toEqual([])
  expect(store.books.vault.samePhone('13800001234')).not.toContain(vault)
  expect(store.books.texts.body(before?.place)).toBe('')
  expect(
    run.town.rows<{ n: number }>(`select count(*) as n from said where no = ${no} and sentence like '%芳古园%'`),
  ).toEqual([{ n: 0 }])
  expect(store.books.cases.verify().brokenAt).toBeUndefined()
  expect(fold(store.books.cases.log(no))).toEqual(store.books.cases.find(no))
  expect(store.books.cases.find(no)).toEqual(before)
  expect(store.unit((tx) => tx.erasure.erase(no, clock.now()))).toBe(false)

  const kept = store.books.cases.find(open)
  expect(store.books.vault.has(kept?.complainant ?? 0)).toEqual(['name', 'phone'])
  expect(store.unit((tx) => tx.erasure.erase(open, clock.now()))).toBe(false)
})

it('waits for the end of its time', () => {
  const no = closed()
  const { store, people, clock } = run.town
  store.unit((tx) => tx.erasure.confirm('2026-12', people.admin, clock.now()))
  eraseOld(store, at('05:00', '2027-03-18'))
  expect(store.books.erasure.erased(no)).toBeUndefined()
  eraseOld(store, at('05:00', '2027-03-19'))
  expect(store.books.erasure.erased(no)).toBeDefined()
})

it('is looked for once a night', () => {
  expect(schedule.find(({ name }) => name === 'erasure')).toMatchObject({ cron: '17 4 * * *', run: eraseOld })
})
