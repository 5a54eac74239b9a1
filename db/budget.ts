import type { RoomId } from '../domain/cases/case.ts'
import { budgetOf } from '../domain/people/rooms.ts'
import { later, listsOn, nextList } from '../domain/time/quiet.ts'
import { dateOf } from '../domain/time/wall.ts'
import type { Speech, SpeechClass, To } from '../domain/words/speech.ts'
import type { PeopleBook } from './people.ts'
import type { settingsBook } from './settings.ts'

/** What a waiting message hears when its turn comes: to wait until then, or to go, and on which day's budget. */
export interface Turn {
  waitsUntil?: number
  day?: string
}
export type TurnOf = (message: { to: To; class: SpeechClass }) => Turn

interface Manners {
  people: PeopleBook
  settings: ReturnType<typeof settingsBook>
  /** How many counted messages a room had on a day. */
  counted(room: RoomId, day: string): number
  /** When a room last read a card, if it did in a span of time (after, until). */
  lastCard(room: RoomId, after: number, until: number): number | undefined
}

// Answers, urgent words and the scheduled reports keep their own time.
const UNSOLICITED: readonly SpeechClass[] = ['card', 'notice', 'list']
/** What counts against a room's budget (domain.md section 7); a card, like an answer, does not. */
export const COUNTED: readonly SpeechClass[] = ['notice', 'list']

/**
 * Whether what nobody asked for may be said now (domain.md sections 5 and 7): not in quiet hours, not in a muted room, a
 * card not soon after another, and no more than the room's budget of the day. One of the budget is kept for the day's next
 * list, so that what waits for it always finds a place.
 */
export function turnAt(now: number, { people, settings, counted, lastCard }: Manners): TurnOf {
  const day = dateOf(now)
  return ({ to, class: kind }) => {
    if (!UNSOLICITED.includes(kind)) return {}
    const rules = settings.on(day)
    const calendar = settings.calendar()
    const awake = later(now, calendar, rules)
    if (awake > now) return { waitsUntil: awake }
    if (!('room' in to)) return {}
    const muted = people.mutedUntil(to.room, now)
    if (muted !== undefined && muted > now) return { waitsUntil: muted }
    if (!COUNTED.includes(kind)) {
      const last = lastCard(to.room, now - rules.cardsTogether, now)
      return last === undefined ? {} : { waitsUntil: last + rules.cardsTogether }
    }
    const listToCome = listsOn(day, calendar, rules).some((list) => list > now)
    const left = budgetOf(people.room(to.room), rules) - counted(to.room, day) - (listToCome ? 1 : 0)
    return left > 0 ? { day } : { waitsUntil: nextList(now + 1, calendar, rules) }
  }
}

/** What nobody asked for and is not urgent waits out the quiet hours for the next list (domain.md section 5). */
export function outsideQuiet(speech: Speech, now: number, settings: ReturnType<typeof settingsBook>): Speech {
  if (!UNSOLICITED.includes(speech.class)) return speech
  const at = Math.max(now, speech.notBefore ?? now)
  return putOff(speech, at, later(at, settings.calendar(), settings.on(dateOf(at))))
}

/** In a muted room everything but answers and what is urgent waits until the silence ends (domain.md section 7). */
export function afterMute(speech: Speech, now: number, people: PeopleBook): Speech {
  if (!('room' in speech.to) || speech.class === 'reply' || speech.class === 'urgent') return speech
  return putOff(speech, Math.max(now, speech.notBefore ?? now), people.mutedUntil(speech.to.room, now) ?? now)
}

// What waits is good for as long after it could be said.
function putOff(speech: Speech, at: number, until: number): Speech {
  if (until <= at) return speech
  return { ...speech, notBefore: until, ...(speech.goodUntil && { goodUntil: speech.goodUntil + (until - at) }) }
}
