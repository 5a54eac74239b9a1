import { firstListOfLastDay } from '../time/quiet.ts'
import type { Case } from './case.ts'
import type { LadderRules } from './ladder.ts'
import type { Position, Rung, Supervised } from './ladder-rungs.ts'
import type { Supervision } from './supervise.ts'

/**
 * The clock of 督办, from the day it was said to its date: with 48 hours† left and on its day in the lists, or of a shorter
 * one at half and at four fifths† of its time. At its end owner and lead hear, and who supervises. Two levels that want it
 * for the same hour have one clock, named after the higher.
 */
export function rungsOfSupervision(
  c: { supervised?: Case['supervised'] | undefined; urgent: boolean },
  rules: LadderRules,
): Rung[] {
  const byDate = Map.groupBy(c.supervised ?? [], ({ until }) => until)
  return [...byDate.values()].flatMap((same) => rungsOf(together(same, c.urgent), rules))
}

function together(same: readonly Supervision[], pressing: boolean): Supervised {
  const chief = same.find(({ level }) => level === 'chief')
  const { level, since, seq, until } = chief ?? (same[0] as Supervision)
  const by = [...same].sort((a, b) => Number(b.level === 'chief') - Number(a.level === 'chief')).map((one) => one.by)
  return { level, by, at: since, seq, until, pressing }
}

function rungsOf(supervision: Supervised, { calendar, settings }: LadderRules): Rung[] {
  const { at, until } = supervision
  const common = { clock: 'claim', supervision } as const
  const coming = { ...common, kind: 'supervised', coming: true, audience: ['owner'] } as const
  const over: Rung = {
    ...common,
    step: 'supervised-over',
    kind: 'supervisedOver',
    position: { instant: until },
    coming: false,
    audience: ['owner', 'lead', 'supervisors'],
    where: 'private',
  }
  if (until - at <= settings.generalReminder)
    return [
      ...settings.emergencyReminders.map(
        (share, i): Rung => ({
          ...coming,
          step: `supervised-${i + 1}`,
          position: instant(at + (until - at) * share),
          audience: i === 0 ? ['owner'] : ['owner', 'lead'],
          where: 'private',
        }),
      ),
      over,
    ]
  return [
    { ...coming, step: 'supervised-soon', position: instant(until - settings.generalReminder), where: 'list' },
    {
      ...coming,
      step: 'supervised-today',
      position: instant(firstListOfLastDay(until, calendar, settings)),
      where: 'list',
    },
    over,
  ]
}

const instant = (at: number): Position => ({ instant: Math.round(at) })
