import { addDays, isDate, yearOf } from '../time/wall.ts'

/**
 * The day whose rules are asked about: 「2026-02-28」, 「2026年2月28日」, 「2026年2月」, 「2025年」, 「去年」. Of a month or year that is over
 * its last day, of one to come too, of the present one `today`, as without any.
 */
export function dayAsked(text: string, today: string): string {
  const said = text.replace(/(?<!\d)(去|前|明)年/gu, (_, which: string) => `${yearOf(today) + (YEARS[which] ?? 0)}年`)
  const [, y, m, d] =
    /(?<![\d-])((?:19|20)\d\d)(?:年|[-/.](?=\d))\s*(?:(\d{1,2})(?:月|[-/.]?)(?:(\d{1,2})日?)?)?/u.exec(said) ?? []
  if (y === undefined) return today
  const full = d && `${y}-${two(m)}-${two(d)}`
  if (full && isDate(full)) return full
  const span = m && Number(m) >= 1 && Number(m) <= 12 ? `${y}-${two(m)}` : y
  if (today.startsWith(span)) return today
  return span.length === 4 ? `${y}-12-31` : addDays(nextMonth(span), -1)
}

const YEARS: Record<string, number> = { 去: -1, 前: -2, 明: 1 }

const two = (n = ''): string => n.padStart(2, '0')

function nextMonth(span: string): string {
  const [year = 0, month = 0] = span.split('-').map(Number)
  return month === 12 ? `${year + 1}-01-01` : `${year}-${two(String(month + 1))}-01`
}
