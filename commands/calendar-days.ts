import { readCalendarDays } from '../domain/reading/calendar-days.ts'
import { Refusal } from '../domain/refusal.ts'
import { dateOf, yearOf } from '../domain/time/wall.ts'
import { daysEntered } from '../domain/words/questions.ts'
import { rest } from './args.ts'
import { command } from './command.ts'

/**
 * 调休: days off and make-up days the calendar does not know, one or many: 「调休 2027-01-01 休 2027-02-07 班」,
 * 「调休 2027-02-15至2027-02-21 休」. Every clock is set anew. Refuses: unknown-time.
 */
export default command({
  verb: 'calendarDays',
  words: ['调休'],
  only: /^$|\d[-月/年.]\d/,
  summary: '录入放假和补班的日子',
  hint: { line: '设', say: '「调休 2027-01-01 休」' },
  args: { what: rest },
  examples: [
    { as: '孙悦', in: 'private', say: '调休 2027-01-01 休', hears: '已录入:2027-01-01休息。' },
    { as: '孙悦', in: 'private', say: '调休 2027-02-07 班', hears: '已录入:2027-02-07上班。' },
  ],
  run({ args, data, now }) {
    const days = readCalendarDays(args.what, dateOf(now))
    if (!days.length) throw new Refusal('unknown-time', { said: args.what.slice(0, 16), example: '调休 2027-01-01 休' })
    for (const { date, workday } of days) data.settings.setDay(date, workday)
    data.rearm(now)
    const calendar = data.settings.calendar()
    const years = [...new Set(days.map(({ date }) => yearOf(date)))]
    return daysEntered(
      days,
      years.map((year) => ({ year, known: calendar.known(year) })),
    )
  },
})
