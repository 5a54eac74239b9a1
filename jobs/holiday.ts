import type { Books, Tx } from '../db/unit.ts'
import type { Case, UnitId } from '../domain/cases/case.ts'
import { lastWorkdayBeforeHoliday, nextWorkday } from '../domain/time/calendar.ts'
import { addDays, dateOf, instant, yearOf } from '../domain/time/wall.ts'
import { beforeHoliday, dutyList, noCalendar, whoIsOnDuty } from '../domain/words/holiday.ts'
import { beforeHolidayFigures, dutyFigures, hasDuties } from '../reports/holiday.ts'
import type { Rendered } from './rendered.ts'

/** Non-working days: 09:00 and 16:00†. */
export function holidayTimes({ settings }: Books, date: string): number[] {
  if (settings.calendar().workday(date)) return []
  return settings.on(date).holidayLists.map((time) => instant(date, time))
}

/** 值班清单: on non-working days duty and desk read in private what cannot wait for the next working day. Nothing such, nothing sent. */
export function holidayList(tx: Tx, { at, now, until }: { at: number; now: number; until: number }): void {
  const open = tx.cases.open()
  const backAt = instant(nextWorkday(dateOf(now), tx.settings.calendar()), '12:00')
  const readers = new Map(tx.people.holders('desk').map((person) => [person, open]))
  for (const unit of tx.people.units())
    for (const person of tx.people.dutyOf(unit, now))
      if (!readers.has(person))
        readers.set(
          person,
          open.filter((c) => unitOf(tx, c) === unit),
        )
  for (const [person, cases] of readers) {
    const figures = dutyFigures(cases, { now, backAt })
    if (!hasDuties(figures) || !tx.people.reachable(person)) continue
    const sentence = dutyList(figures, tx.people.name(person), tx.look(now))
    tx.outbox.say(
      { to: { person }, class: 'report', key: `duty-list-${at}-${person}`, sentence, goodUntil: until },
      now,
    )
  }
}

/** The last working day before days off: 15:00†. */
export function beforeHolidayTimes({ settings }: Books, date: string): number[] {
  return lastWorkdayBeforeHoliday(date, settings.calendar()) ? [instant(date, settings.on(date).holidayNotice)] : []
}

/**
 * 节前清零: units and the district read what waits or falls due while nobody works; a lead whose unit has nobody on duty on
 * one of the days is asked 「明天谁值班?」.
 */
export function clearBeforeHoliday(tx: Tx, { at, now, until }: { at: number; now: number; until: number }): void {
  const back = nextWorkday(dateOf(now), tx.settings.calendar())
  const off = daysBetween(dateOf(now), back)
  const open = tx.cases.open()
  for (const room of tx.people.boundRooms()) {
    if (room.kind !== 'unit' && room.kind !== 'district') continue
    const mine = room.unit === undefined ? open : open.filter((c) => unitOf(tx, c) === room.unit)
    const figures = beforeHolidayFigures(mine, { now, backAt: instant(back, '12:00') })
    if (!hasDuties(figures)) continue
    const sentence = beforeHoliday(figures, { off, look: tx.look(now) })
    tx.outbox.say(
      { to: { room: room.id }, class: 'report', key: `clear-${at}-${room.id}`, sentence, goodUntil: until },
      now,
    )
  }
  for (const unit of unitsAtWork(tx, open)) askForDuty(tx, unit, { at, now, off })
}

function askForDuty(tx: Tx, unit: UnitId, { at, now, off }: { at: number; now: number; off: string[] }): void {
  const missing = off.filter((date) => !tx.people.dutyOf(unit, instant(date, '12:00')).length)
  if (!missing.length) return
  for (const lead of tx.people.leadsOf(unit))
    tx.outbox.say(
      {
        to: { person: lead },
        class: 'notice',
        key: `who-${at}-${unit}-${lead}`,
        sentence: whoIsOnDuty(unit, missing, dateOf(now)),
      },
      now,
    )
}

/** Units that answer for streets or have something open. */
function unitsAtWork(tx: Tx, open: readonly Case[]): UnitId[] {
  const busy = new Set(open.flatMap((c) => c.owner?.unit ?? []))
  return tx.people.units().filter((unit) => busy.has(unit) || tx.people.areasOf(unit).length > 0)
}

function unitOf(tx: Tx, c: Case): UnitId | undefined {
  return c.owner?.unit ?? tx.people.unitFor(c)
}

function daysBetween(after: string, before: string): string[] {
  const found: string[] = []
  for (let date = addDays(after, 1); date < before; date = addDays(date, 1)) found.push(date)
  return found
}

/** From 1 December the administrators hear on every working day that next year's holidays are not entered. */
export function calendarIsMissing({ settings }: Books, at: number): boolean {
  const calendar = settings.calendar()
  return calendar.workday(dateOf(at)) && missingYear({ settings }, at) !== undefined
}

export function askForCalendar(books: Books, at: number): Rendered {
  const year = missingYear(books, at)
  if (year === undefined) return { speeches: [] }
  return {
    speeches: books.people.admins().map((person) => ({
      to: { person },
      class: 'list',
      key: `calendar-${dateOf(at)}-${person}`,
      sentence: noCalendar(year),
      goodUntil: instant(dateOf(at), '20:00'),
    })),
  }
}

function missingYear({ settings }: Pick<Books, 'settings'>, at: number): number | undefined {
  const date = dateOf(at)
  const year = yearOf(date)
  const { known } = settings.calendar()
  if (!known(year)) return year
  return date.slice(5, 7) === '12' && !known(year + 1) ? year + 1 : undefined
}
