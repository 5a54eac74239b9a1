import type { Speaker } from '../people/speaker.ts'
import type { Settings } from '../settings.ts'
import { type Calendar, nextWorkday } from '../time/calendar.ts'
import { addDays, dateOf, instant } from '../time/wall.ts'
import type { Case, TextId } from './case.ts'
import type { CaseEvent } from './events.ts'
import { mustBe, mustHave } from './hands.ts'

/** 回头看: a look again on a day; said again it is moved. Only of a closed case. Refuses: wrong-state, claim-first, not-yours. */
export function setFollowUp(c: Case, by: Speaker, on: number): CaseEvent[] {
  mayFollowUp(c, by)
  return c.followUp === on ? [] : [{ kind: 'followUpSet', on }]
}

/** What the look again showed. Refuses: wrong-state, claim-first, not-yours. */
export function followUp(c: Case, by: Speaker, { rebound, text }: { rebound: boolean; text: TextId }): CaseEvent[] {
  mayFollowUp(c, by)
  return [{ kind: 'followedUp', rebound, text }]
}

/** So many days on, in the first list of that day, or of the next working day. Out: an instant. */
export function followUpAt(
  now: number,
  inDays: number,
  { calendar, settings }: { calendar: Calendar; settings: Settings },
): number {
  const date = addDays(dateOf(now), inDays)
  const day = calendar.workday(date) ? date : nextWorkday(date, calendar)
  return instant(day, settings.personalLists[0] ?? settings.workFrom)
}

function mayFollowUp(c: Case, by: Speaker): void {
  mustBe(c, 'closed')
  mustHave(c, by, 'followUp')
}
