import type { Settings } from '../settings.ts'
import { nextWorkday } from '../time/calendar.ts'
import { firstListOfLastDay } from '../time/quiet.ts'
import { dateOf, instant, minutes } from '../time/wall.ts'
import { addWorkingTime, type Timing, workingMinutesBetween } from '../time/working.ts'
import { awaited, isPressing, owing, type Whistle, type WithCalled } from './called.ts'
import type { Case } from './case.ts'
import type { Rung } from './ladder-rungs.ts'

type Rules = Timing & { settings: Settings }

/**
 * By when a unit called now must report in where no time was said: 应急 30 minutes†, 综合执法 and 协办 2 hours†, 重点难点 18:00† of
 * the next working day. Day and night for what is pressing, else in working time: a clock never ends before its unit heard of it.
 */
export function arriveBy(
  call: { whistle?: Whistle; pressing: boolean },
  now: number,
  { calendar, settings }: Rules,
): number {
  if (call.whistle === 'hard') return instant(nextWorkday(dateOf(now), calendar), settings.dueTime)
  const term = termOf(call.whistle, settings)
  return call.pressing ? now + term : addWorkingTime(now, term, { calendar, settings })
}

function termOf(whistle: Whistle | undefined, settings: Settings): number {
  if (whistle === 'emergency') return settings.whistleUrgent
  return whistle === 'enforcement' ? settings.whistleEnforcement : settings.cohandleArrival
}

/**
 * The clock of every unit that is awaited: a reminder to its duty officer when so much† of the time is left, at most some
 * hours† before; at the end its lead and the caller hear.
 */
export function rungsOfCalls(c: WithCalled & Pick<Case, 'urgent'>, rules: Rules): Rung[] {
  return awaited(c).flatMap(({ unit, at, seq, by, until, whistle }): Rung[] => {
    const call = {
      unit,
      at,
      seq,
      until,
      pressing: isPressing({ ...(whistle && { whistle }) }, c),
      ...(by !== undefined && { by }),
    }
    const left = call.pressing ? until - at : minutes(workingMinutesBetween(at, until, rules))
    const before = Math.min((left * rules.settings.arrivalReminder) / 100, rules.settings.arrivalReminderMost)
    const common = { clock: 'claim', where: 'private', call } as const
    return [
      {
        ...common,
        step: 'arrival-soon',
        kind: 'arrival',
        position: { instant: until - before },
        coming: true,
        audience: ['called'],
      },
      {
        ...common,
        step: 'arrival-missed',
        kind: 'missing',
        position: { instant: until },
        coming: false,
        audience: ['calledLead', 'caller'],
      },
    ]
  })
}

/** What units that are there still owe (协办), on the last day with a list before it is due. */
export function dueOfHelpers(c: WithCalled, now: number, { calendar, settings }: Rules): ReturnType<typeof owing> {
  const day = (until: number) => dateOf(firstListOfLastDay(until, calendar, settings))
  return owing(c).filter(({ until }) => until > now && day(until) <= dateOf(now))
}
