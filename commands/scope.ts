import { unitAt } from '../domain/people/unit-said.ts'
import { nearestStreet, streetNamed } from '../domain/reading/street.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Data } from './data.ts'

/** A street or a unit somebody names instead of where they are; undefined when nothing is said. Refuses: unknown-scope, with an example. */
export function scopeSaid(
  said: string | undefined,
  data: Pick<Data, 'people'>,
  example: string,
): { street?: string; unit?: string } | undefined {
  if (!said) return undefined
  const street = streetNamed(said)
  if (street !== undefined) return { street }
  const named = unitAt(said, data.people.units())
  if (named) return { unit: named.unit }
  const nearest = nearestStreet(said)
  throw new Refusal('unknown-scope', { said, example, ...(nearest !== undefined && { nearest }) })
}
