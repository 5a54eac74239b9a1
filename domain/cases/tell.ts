import { days } from '../time/wall.ts'
import type { Lookup } from '../words/lookup.ts'
import type { Sentence } from '../words/sentence.ts'
import type { Speech } from '../words/speech.ts'
import type { Case, PersonId } from './case.ts'
import type { Logged } from './events.ts'

/** A fact as those who hear of it are found: the case as it stands after it. */
export interface Happened {
  c: Case
  logged: Logged
  look: Lookup
}

/** One private line to somebody, once for this fact; useless after a day. Nobody hears of what they did themselves. */
export function toPerson(
  person: PersonId,
  { c, logged, sentence }: { c: Case; logged: Logged; sentence: Sentence },
): Speech[] {
  if (person === logged.by) return []
  const key = `${logged.event.kind}-${c.no}-${logged.seq}-${person}`
  return [{ to: { person }, class: 'notice', key, no: c.no, sentence, goodUntil: logged.at + days(1) }]
}

/** The same to the owner, if there is one. */
export function toOwner(c: Case, logged: Logged, sentence: Sentence): Speech[] {
  return c.owner ? toPerson(c.owner.person, { c, logged, sentence }) : []
}

/** One line in the room that holds the card, when the fact was said somewhere else. */
export function elsewhere(c: Case, logged: Logged, { sentence, look }: { sentence: Sentence; look: Lookup }): Speech[] {
  if (c.cardRoom === undefined || look.saidIn(logged.cause) === c.cardRoom) return []
  const key = `${logged.event.kind}-${c.no}-${logged.seq}`
  return [{ to: { room: c.cardRoom }, class: 'notice', key, no: c.no, sentence, goodUntil: logged.at + days(1) }]
}
