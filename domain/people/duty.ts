import { addDays, dateOf, instant, wallOf } from '../time/wall.ts'
import { readDate } from './day.ts'

/** A span of duty in words: 今天, 明天, 本周, 下周, or one day 「11-28」. From midnight to midnight; undefined for other words. */
export function dutyTime(words: string, now: number): { from: number; to: number } | undefined {
  const today = dateOf(now)
  const monday = addDays(today, 1 - wallOf(now).weekday)
  const spans: Record<string, [string, number]> = {
    今天: [today, 1],
    今日: [today, 1],
    明天: [addDays(today, 1), 1],
    后天: [addDays(today, 2), 1],
    本周: [monday, 7],
    这周: [monday, 7],
    下周: [addDays(monday, 7), 7],
  }
  const day = readDate(words, today)
  const [first, days] = spans[words] ?? (day === undefined ? [] : [day, 1])
  if (first === undefined || days === undefined) return undefined
  return { from: instant(first), to: instant(addDays(first, days)) }
}
