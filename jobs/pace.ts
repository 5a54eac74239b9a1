import type { Settings } from '../domain/settings.ts'
import type { SpeechClass } from '../domain/words/speech.ts'
import type { Place } from './send.ts'

/** What nobody asked for and nobody waits for: it goes out at a distance, as a person would write it. */
const UNSOLICITED: readonly SpeechClass[] = ['notice', 'list', 'report']

export interface Spacing {
  /** Of what is ready: all that was asked for, and of the rest the next one if its time has come. */
  pick(ready: readonly Place[], now: number): Place[]
  /** When the next unsolicited message may go; undefined when it may now. */
  opens(now: number): number | undefined
}

/** 6–15 s† between unsolicited messages (domain.md section 7); no distance at all when the account has no pace. */
export function spacing(rules: () => Pick<Settings, 'paceMin' | 'paceMax'>, intervalMs: number): Spacing {
  let last: Place | undefined
  let opensAt = 0
  return {
    pick(ready, now) {
      if (intervalMs === 0) return [...ready]
      const unsolicited = ready.filter((place) => UNSOLICITED.includes(place.class))
      const asked = ready.filter((place) => !unsolicited.includes(place))
      const waiting = unsolicited.find(({ id }) => id === last?.id)
      if (waiting) return [...asked, waiting]
      const next = unsolicited.toSorted(bySettledOrder)[0]
      if (!next || now < opensAt) return asked
      last = next
      opensAt = now + distance(next.id, rules())
      return [...asked, next]
    },
    opens: (now) => (opensAt > now ? opensAt : undefined),
  }
}

const ORDER = new Map(UNSOLICITED.map((kind, i) => [kind, i]))
const bySettledOrder = (a: Place, b: Place): number =>
  (ORDER.get(a.class) ?? 0) - (ORDER.get(b.class) ?? 0) || a.id - b.id

// Uneven, but the same for the same row: nothing here is left to chance.
function distance(id: number, { paceMin, paceMax }: Pick<Settings, 'paceMin' | 'paceMax'>): number {
  const share = ((id * 2_654_435_761) % 4_294_967_296) / 4_294_967_296
  return paceMin + Math.round(share * Math.max(0, paceMax - paceMin))
}
