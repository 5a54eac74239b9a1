import type { RoomId } from '../domain/cases/case.ts'
import { later, nextList } from '../domain/time/quiet.ts'
import { dateOf } from '../domain/time/wall.ts'
import type { Speech, SpeechClass } from '../domain/words/speech.ts'
import type { Budget } from './outbox.ts'
import type { PeopleBook } from './people.ts'
import type { settingsBook } from './settings.ts'

/** How many unsolicited messages a room still takes today (domain.md section 7); undefined for what is not counted. */
export function budgetOf(
  speech: Speech,
  now: number,
  {
    people,
    settings,
    counted,
  }: { people: PeopleBook; settings: ReturnType<typeof settingsBook>; counted(room: RoomId, day: string): number },
): Budget | undefined {
  if (speech.class !== 'notice' || !('room' in speech.to)) return undefined
  const day = dateOf(speech.notBefore ?? now)
  const rules = settings.on(day)
  const room = people.room(speech.to.room)
  const limit = room?.kind === 'leaders' ? rules.leadersBudget : rules.roomBudget
  return { day, left: limit - counted(speech.to.room, day), nextList: nextList(now + 1, settings.calendar(), rules) }
}

// Answers, urgent words and the scheduled reports keep their own time.
const UNSOLICITED: readonly SpeechClass[] = ['card', 'notice', 'list']

/** What nobody asked for and is not urgent waits out the quiet hours for the next list (domain.md section 5). */
export function outsideQuiet(speech: Speech, now: number, settings: ReturnType<typeof settingsBook>): Speech {
  if (!UNSOLICITED.includes(speech.class)) return speech
  const at = Math.max(now, speech.notBefore ?? now)
  const from = later(at, settings.calendar(), settings.on(dateOf(at)))
  if (from <= now) return speech
  // What waits is good for as long after it could be said.
  return { ...speech, notBefore: from, ...(speech.goodUntil && { goodUntil: speech.goodUntil + (from - at) }) }
}

/** In a muted room everything but answers and what is urgent waits until the silence ends (domain.md section 7). */
export function afterMute(speech: Speech, now: number, people: PeopleBook): Speech {
  if (!('room' in speech.to) || speech.class === 'reply' || speech.class === 'urgent') return speech
  const until = people.mutedUntil(speech.to.room, now)
  return until !== undefined && until > (speech.notBefore ?? now) ? { ...speech, notBefore: until } : speech
}
