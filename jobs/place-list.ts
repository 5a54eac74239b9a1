import type { Books, Tx } from '../db/unit.ts'
import { instant } from '../domain/time/wall.ts'
import { placeList } from '../domain/words/places.ts'

/** What one list holds; the rest comes when these are answered. */
const MOST = 12

/** Once a working day†. */
export function placeListTimes({ settings }: Books, date: string): number[] {
  return settings.calendar().workday(date) ? [instant(date, settings.on(date).placeList)] : []
}

/**
 * 地名清单: each administrator reads, numbered, which names closed cases suggest; the numbers are kept for 「记地名 1」 and
 * 「不记 1」. Said only when something new came since the last one.
 */
export function sayPlaceList(
  tx: Tx,
  { at, now, until, last }: { at: number; now: number; until: number; last: number | undefined },
): void {
  const proposed = tx.places.proposed()
  // What was closed in the very moment of the last one may have missed it.
  if (!proposed.some((place) => place.at >= (last ?? -Infinity))) return
  const shown = proposed.slice(0, MOST).map((place) => ({
    ...place,
    others: tx.places.learned().streetsOf(place.name),
  }))
  for (const admin of tx.people.admins()) {
    if (!tx.people.reachable(admin)) continue
    tx.confirmations.show(admin, 'places', shown, now)
    const sentence = placeList(shown, proposed.length - shown.length)
    tx.outbox.say(
      { to: { person: admin }, class: 'list', key: `places-${at}-${admin}`, sentence, goodUntil: until },
      now,
    )
  }
}
