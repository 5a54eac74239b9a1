import type { Case, PersonId, RoomId, TextId } from '../cases/case.ts'
import type { Roster } from '../people/roster.ts'
import type { Settings } from '../settings.ts'
import type { Calendar } from '../time/calendar.ts'

/** What a sentence needs to know beside the case: names, masked words, who is on duty, the rules and the time. */
export interface Lookup extends Roster {
  now: number
  settings: Settings
  /** Working days, with what was entered in chat. */
  calendar: Calendar
  /** Words are told whole, not cut to a line of a chat. */
  whole?: true
  /** The masked words of a text; '' when there are none. */
  text(id: TextId | undefined): string
  name(person: PersonId): string
  /** The room a message was said in; undefined in private. */
  saidIn(message: number | undefined): RoomId | undefined
  /** Open and recent cases it is likely a second report of, likeliest first. */
  likely(c: Case): Case[]
  /** The cases that go with it (已并案). */
  held(c: Case): Case[]
}
