import type { Store, Tx } from '../db/unit.ts'
import { isQuiet, later } from '../domain/time/quiet.ts'
import { dateOf, minutes } from '../domain/time/wall.ts'
import { wasAway } from '../domain/words/answers.ts'

/** Shorter gaps are not worth a word: the gateway's own hiccups, a restart for an update. */
const WORTH_SAYING = minutes(2)

/**
 * After an absence every used room hears once from when to when nothing was heard, outside quiet hours
 * (domain.md section 7). The leaders' and the city's room are not bothered.
 * In: the last sign of life and now. Out: whether anything is said.
 */
export function returned(store: Store, from: number, to: number): boolean {
  if (to - from < WORTH_SAYING) return false
  return store.unit((tx) => {
    if (!tx.pulse.absent(from, to)) return false
    for (const room of tx.people.boundRooms()) {
      if (room.kind === 'leaders' || room.kind === 'city' || !tx.inbox.used(room.id)) continue
      const sentence = wasAway(from, to, to)
      tx.outbox.say(
        { to: { room: room.id }, class: 'notice', key: `away-${from}-${room.id}`, sentence, ...whenAwake(tx, to) },
        to,
      )
    }
    return true
  })
}

function whenAwake(tx: Tx, now: number): { notBefore?: number } {
  const rules = tx.settings.on(dateOf(now))
  const calendar = tx.settings.calendar()
  return isQuiet(now, calendar, rules) ? { notBefore: later(now, calendar, rules) } : {}
}
