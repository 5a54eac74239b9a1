import { codeOf, inForce, type Limit, limitsOf } from './limits.ts'

/** What is known of the limit that is looked for. */
export interface Wanted {
  item: string
  date: string
  /** Code of the standard, where it is known. */
  code?: string
  /** Any of these classes. */
  classes?: readonly string[]
  period?: string
  room?: 'A' | 'B'
  freqHz?: number
}

export type Varying = 'class' | 'period' | 'room' | 'freqHz'

/** What was found: the limit, what would have to be known to find it, or that there is none. */
export type Found =
  | { limit: Limit }
  | { ask: readonly Varying[] }
  | { none: 'item' | 'date' | 'class' | 'period' | 'freqHz' }

/** Where several standards limit one item and nobody says which. Otherwise Beijing's own stands before the national one. */
const PREFERRED: Record<string, string> = {
  // DB11/501 carries an unverified 20; the inspectors' own practice is GB 14554.
  odor_concentration: 'GB 14554',
  // The local appendix is no basis for a judgement.
  catering_fume_oil_removal: 'GB 18483',
  COD: 'GB 3838',
  BOD5: 'GB 3838',
  'NH3-N': 'GB 3838',
  TP: 'GB 3838',
  noise_structureborne_indoor_leq: 'GB 22337',
  noise_structureborne_indoor_octave: 'GB 22337',
}

/** The one limit that fits, by the version in force on the day. */
export function findLimit(wanted: Wanted): Found {
  const all = limitsOf(wanted.item)
  if (!all.length) return { none: 'item' }
  const dated = all.filter((limit) => inForce(limit, wanted.date))
  const code = codeFor(wanted, dated)
  const standing = dated.filter(({ standard }) => codeOf(standard) === code)
  if (!standing.length) return { none: 'date' }
  const classed = standing.filter((limit) => fitsClass(limit, wanted.classes))
  if (!classed.length) return { none: 'class' }
  const timed = classed.filter(
    ({ period }) => wanted.period === undefined || period === null || period === wanted.period,
  )
  if (!timed.length) return { none: 'period' }
  const placed = timed.filter(({ room }) => wanted.room === undefined || room === undefined || room === wanted.room)
  const tuned = placed.filter(
    ({ freqHz }) => wanted.freqHz === undefined || freqHz === undefined || freqHz === wanted.freqHz,
  )
  const [first, ...others] = tuned
  if (!first) return { none: 'freqHz' }
  if (others.every(({ limit, op }) => limit === first.limit && op === first.op)) return { limit: first }
  return { ask: varying(tuned) }
}

/** Every limit of an item in force on a day, by the standard that would judge it. */
export function standingLimits(item: string, date: string, code?: string): readonly Limit[] {
  const dated = limitsOf(item).filter((limit) => inForce(limit, date))
  const wanted = codeFor({ item, date, ...(code !== undefined && { code }) }, dated)
  return dated.filter(({ standard }) => codeOf(standard) === wanted)
}

/** The standard that would judge an item on a day, where its limit is not known yet. */
export function standardOn({ item, date, code }: Pick<Wanted, 'item' | 'date' | 'code'>): { standard?: string } {
  const standard = standingLimits(item, date, code)[0]?.standard
  return standard === undefined ? {} : { standard }
}

function codeFor({ item, code }: Wanted, dated: readonly Limit[]): string | undefined {
  const codes = [...new Set(dated.map(({ standard }) => codeOf(standard)))]
  if (code !== undefined) return codes.find((each) => each === code)
  return codes.find((each) => each === PREFERRED[item]) ?? codes.find((each) => each.startsWith('DB11')) ?? codes[0]
}

function fitsClass({ class: own }: Limit, classes: readonly string[] | undefined): boolean {
  if (classes === undefined || own === '-' || own === 'I-V') return true
  return own.split(',').some((each) => classes.includes(each)) || classes.includes(own)
}

function varying(found: readonly Limit[]): Varying[] {
  const fields = ['class', 'period', 'room', 'freqHz'] as const
  return fields.filter((field) => new Set(found.map((limit) => limit[field])).size > 1)
}
