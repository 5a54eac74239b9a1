import type { LearnedPlace } from '../domain/reading/learned.ts'
import { isPlaceName } from '../domain/reading/name-to-learn.ts'
import { numbersSaid } from '../domain/reading/numbers-said.ts'
import { streetNamed } from '../domain/reading/street.ts'
import { Refusal } from '../domain/refusal.ts'
import { unknownStreet } from './args.ts'
import type { Data } from './data.ts'

/** The kind under which the numbered list of proposed names is remembered. */
const SHOWN = 'places'
const PAIR = /^(\S+?)\s*(?:→|➡|⇒|[-=—–]+[>＞]|属于|[:：\s])\s*(\S+)$/u

/** 「望悦家园→石榴庄街道」. Undefined when it is no pair. Refuses: unknown-street with the nearest, not-a-place. */
export function placeSaid(said: string): LearnedPlace | undefined {
  const [, name, to] = PAIR.exec(said.trim()) ?? []
  if (name === undefined || to === undefined) return undefined
  const street = streetNamed(to)
  if (street === undefined) throw unknownStreet(to, '记地名 望悦家园→石榴庄街道')
  if (!isPlaceName(name)) throw new Refusal('not-a-place', { said: name })
  return { name, street }
}

/** 「1 3」, 「1-3 除2」 of the list this person was shown last. Refuses: no-places-shown. */
export function placesNumbered(said: string, person: number, { confirmations }: Data): LearnedPlace[] {
  const shown = confirmations.shown(person, SHOWN) as LearnedPlace[]
  const places = (numbersSaid(said, shown.length)?.chosen ?? []).flatMap((n) => shown[n - 1] ?? [])
  if (!places.length) throw new Refusal('no-places-shown', {})
  return places.map(({ name, street }) => ({ name, street }))
}
