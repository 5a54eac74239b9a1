import type { Channel } from '../../cases/channel.ts'
import { contactBy, deadlineOf } from '../../cases/deadlines.ts'
import { type Grade, rowOf } from '../../cases/grade.ts'
import { triedEnough, triesLeft, unreachedRule } from '../../cases/tries.ts'
import { settings as table } from '../../settings.ts'
import { addDays, days, hours, instant, minutes, timeOfMinute, wallOf } from '../../time/wall.ts'
import { clockAsks, clockWhys, dayAndTime, lengthSaid, momentSaid, termKeys, triesSaid } from '../../words/quiz-work.ts'
import type { Kind } from '../question.ts'

const SOURCES: readonly { grade: Grade; channel: Channel }[] = [
  { grade: '2h', channel: '12345' },
  { grade: '24h', channel: '12345' },
  { grade: '7d', channel: '12345' },
  { grade: '15d', channel: '12345' },
  { grade: 'letter', channel: 'petition' },
  { grade: 'internal', channel: 'grid' },
  { grade: 'internal', channel: 'patrol' },
]

/** Which clock runs, and until when. */
export const clockKinds = {
  contactBy: {
    topic: '时限',
    draw(chance, { date, settings }) {
      const grade = chance.one(['2h', '24h', '7d'] as const)
      // Emergencies are claimed at any hour, the others by day.
      const time = timeOfMinute((grade === '2h' ? chance.whole(0, 287) : chance.whole(96, 252)) * 5)
      const at = instant(date, time)
      const until = (one: '2h' | '24h' | '7d') => contactBy(at, rowOf({ grade: one, urgent: one === '2h' }), settings)
      const right = until(grade)
      const others = [until('2h'), until('24h'), until('7d'), at + hours(4), at + hours(1)].filter(
        (other) => other !== right,
      )
      return {
        of: [grade, time],
        ask: clockAsks.contact({ grade, time }),
        right: momentSaid(right, at),
        wrong: others.map((other) => momentSaid(other, at)),
        why: [clockWhys.contact({ length: lengthSaid(right - at), until: momentSaid(right, at) }), clockWhys.house],
      }
    },
  },

  deadline: {
    topic: '时限',
    draw(chance, { date, settings }) {
      const { grade, channel } = chance.one(SOURCES)
      const urgent = grade === '2h' || (grade === 'internal' && chance.percent(40))
      const at = instant(addDays(date, -chance.whole(0, 25)), timeOfMinute(chance.whole(98, 235) * 5))
      const due = deadlineOf({ channel, grade, urgent, receivedAt: at, registeredAt: at }, settings)
      const others = [hours(2), hours(24), days(7), days(15), days(60)]
        .map((term) => at + term)
        .filter((end) => end !== due.at)
      const length = lengthSaid(due.at - at)
      return {
        of: [channel, grade, String(urgent), dayAndTime(at)],
        ask: clockAsks.deadline({ grade, channel, urgent, at: dayAndTime(at) }),
        right: dayAndTime(due.at),
        wrong: chance.some(others, 3).map(dayAndTime),
        why: due.official
          ? [clockWhys.official(length), channel === 'petition' ? clockWhys.letter : clockWhys.official12345]
          : [clockWhys.internal(length), clockWhys.house],
      }
    },
  },

  term: {
    topic: '时限',
    draw(chance, { settings }) {
      const key = chance.one(termKeys)
      const right = settings[key]
      const others = [...new Set(termKeys.map((other) => settings[other]))].filter((other) => other !== right)
      const near = others.sort((a, b) => Math.abs(Math.log(a / right)) - Math.abs(Math.log(b / right)))
      return {
        of: [key],
        ask: clockAsks.term(key),
        right: lengthSaid(right),
        wrong: near.slice(0, 3).map(lengthSaid),
        why: [clockWhys.term({ label: table[key].label, length: lengthSaid(right) }), clockWhys.house],
      }
    },
  },

  tries: {
    topic: '流程',
    draw(chance, { date }) {
      const calls = [instant(date, timeOfMinute(chance.whole(48, 66) * 10))]
      for (let n = chance.whole(1, 3); n > 0; n--) calls.push((calls.at(-1) ?? 0) + minutes(10 * chance.whole(9, 42)))
      const awake = calls.every((call) => wallOf(call).date === date && wallOf(call).minute < 1290)
      if (!awake) return undefined
      const left = triesLeft(calls)
      const right = triedEnough(calls) ? triesSaid({ calls: 0, evening: false }) : triesSaid(left)
      const others = [0, 1, 2].flatMap((more) => [false, true].map((evening) => triesSaid({ calls: more, evening })))
      const times = calls.map((call) => wallOf(call).time)
      return {
        of: times,
        ask: clockAsks.tries(times),
        right,
        wrong: [triesSaid({ calls: 0, evening: false }), ...chance.some(others, others.length)],
        why: [clockWhys.tries({ counted: unreachedRule.calls - left.calls, evening: !left.evening }), clockWhys.house],
      }
    },
  },
} satisfies Record<string, Kind>
