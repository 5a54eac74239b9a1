import { readDate } from '../people/day.ts'
import type { CalendarRow } from '../time/calendar.ts'
import { addDays } from '../time/wall.ts'

const DAY = String.raw`(?:\d{4}[-年/.])?\d{1,2}[-月/.]\d{1,2}[日号]?`
const ENTRY = new RegExp(String.raw`(${DAY})(?:\s*(?:至|到|~|—)\s*(${DAY}))?\s*[:：]?\s*(休息?|放假|班|上班|补班)`, 'g')
const LONGEST = 15

/** Days an administrator enters: 「2027-01-01 休」, 「2027-02-15至2027-02-21 休」, several in a row. Empty when one cannot be read. */
export function readCalendarDays(words: string, today: string): CalendarRow[] {
  const left = words.replace(ENTRY, ' ').replace(/[\s,，、;；。]+/g, '')
  if (left) return []
  const rows = [...words.matchAll(ENTRY)].map(([, first = '', last, kind = '']) => {
    const from = readDate(first.replaceAll('.', '-'), today)
    const to = last === undefined ? from : readDate(last.replaceAll('.', '-'), from ?? today)
    return from === undefined || to === undefined
      ? []
      : datesOf(from, to).map((date) => ({ date, workday: /班/.test(kind) }))
  })
  return rows.some((days) => !days.length) ? [] : rows.flat()
}

function datesOf(from: string, to: string): string[] {
  const dates: string[] = []
  for (let date = from; date <= to && dates.length <= LONGEST; date = addDays(date, 1)) dates.push(date)
  return dates.length > LONGEST ? [] : dates
}
