import { isDate } from '../time/wall.ts'

/** 「11-28」, 「11月28日」, 「2026-11-28」 as a date; without a year the next such day. Undefined for anything else. */
export function readDate(words: string, today: string): string | undefined {
  const match = /^(?:(\d{4})[-年/])?(\d{1,2})[-月/](\d{1,2})[日号]?$/.exec(words)
  if (!match) return undefined
  const [, year, month = '', day = ''] = match
  const inYear = (of: string) => `${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const thisYear = inYear(year ?? today.slice(0, 4))
  const date = year === undefined && thisYear < today ? inYear(String(Number(today.slice(0, 4)) + 1)) : thisYear
  return isDate(date) ? date : undefined
}
