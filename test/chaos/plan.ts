import type { Chance } from './chance.ts'
import type { Point } from './kills.ts'

/** How a life of the program ends. */
export type End =
  /** at a random moment under load */
  | 'random'
  /** while it starts */
  | 'starting'
  | Point
  /** the gateway has the words and has not delivered them */
  | 'unheard'
  /** people have heard the words, the gateway has not answered */
  | 'unanswered'
  /** while the disk is full */
  | 'full'
  /** while the gateway hangs */
  | 'hung'

/** What happens before that. */
export type Trouble = 'none' | 'flushall' | 'redis' | 'gateway' | 'hang' | 'deadline' | 'disk'

export interface Life {
  end: End
  /** How often the point is passed, for ends at a point. */
  times: number
  trouble: Trouble
  /** How long the program is under load at most, milliseconds, where nothing else ends it. */
  under: number
  /** A share of the last start-up, for ends while it starts. */
  share: number
  messages: number
  witness: boolean
  /** How much later the next life begins, milliseconds. */
  gap: number
}

const ENDS: Record<End, number> = {
  random: 22,
  starting: 8,
  kept: 6,
  committed: 10,
  enqueued: 8,
  claimed: 8,
  speaking: 8,
  unheard: 8,
  unanswered: 8,
  marked: 8,
  full: 4,
  hung: 4,
}

const TROUBLES: Record<Trouble, number> = {
  none: 60,
  flushall: 12,
  redis: 8,
  gateway: 8,
  hang: 6,
  deadline: 0,
  disk: 6,
}

/** How often, in lives, the gateway hangs until a deadline passes: each takes its ten seconds. */
const DEADLINE_EVERY = 75

/** The lives of a run, one kill each. The same seed, the same plan. */
export function plan(by: Chance, kills: number): Life[] {
  return Array.from({ length: kills }, (_, i) => {
    const end = by.weighed(ENDS)
    const trouble = by.weighed(TROUBLES)
    const life: Life = {
      end,
      times: by.between(1, 6),
      trouble: end === 'full' || end === 'hung' || end === 'starting' ? 'none' : trouble,
      under: by.between(50, 1500),
      share: by.next(),
      messages: by.between(8, 22),
      witness: i % 12 === 0,
      gap: by.between(15_000, 240_000),
    }
    return i % DEADLINE_EVERY === DEADLINE_EVERY - 10 ? { ...life, end: 'random', trouble: 'deadline' } : life
  })
}
