import { dateOf, days, instant, wallOf } from '../time/wall.ts'

/** Days since the end of 1899, with the part of a day behind the point: 「46356.75」. */
const SERIAL = /^\d{5}(?:\.\d+)?$/
const [EARLIEST, LATEST] = [36_526, 73_050]
const DIGITS = /^(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\d\d)?$/
/** What people write where there is none. */
const NONE = /^[-—–/\\无]+$/

/**
 * A day, or an instant, as a cell of a spreadsheet may hold it, in the words a date is read from: what was never formatted as
 * a date (「46356.75」), one long number (「20261130180000」); '' where it holds none. Anything else stays as it is.
 */
export function dateCell(cell: string): string {
  const said = cell.trim()
  if (NONE.test(said)) return ''
  const [, year, month, day, hour, minute] = DIGITS.exec(said) ?? []
  if (year !== undefined) return `${year}-${month}-${day} ${hour}:${minute}`
  const serial = SERIAL.test(said) ? Number(said) : 0
  if (serial < EARLIEST || serial > LATEST) return said
  const at = instant('1899-12-30') + Math.round(days(serial) / 60_000) * 60_000
  return Number.isInteger(serial) ? dateOf(at) : `${wallOf(at).date} ${wallOf(at).time}`
}
