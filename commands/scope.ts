import { inScope, isOf, type Speaker } from '../domain/people/speaker.ts'
import { unitAt } from '../domain/people/unit-said.ts'
import { nearestStreet, streetNamed } from '../domain/reading/street.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Data } from './data.ts'

/** A street or a unit somebody names instead of where they are; undefined when nothing is said. Refuses: unknown-scope, with an example; foreign-scope. */
export function scopeSaid(
  said: string | undefined,
  { data, speaker }: { data: Pick<Data, 'people'>; speaker: Speaker },
  example: string,
): { street?: string; unit?: string } | undefined {
  if (!said) return undefined
  const street = streetNamed(said)
  if (street !== undefined) return seen({ street }, speaker)
  const named = unitAt(said, data.people.units())
  if (named) return seen({ unit: named.unit }, speaker)
  const nearest = nearestStreet(said)
  throw new Refusal('unknown-scope', { said, example, ...(nearest !== undefined && { nearest }) })
}

// What nobody here may see is refused, not counted as nothing.
function seen<S extends { street?: string; unit?: string }>(scope: S, speaker: Speaker): S {
  const nobodys = { reportedBy: NOBODY }
  const one =
    scope.unit === undefined
      ? { ...nobodys, ...(scope.street !== undefined && { street: scope.street }) }
      : { ...nobodys, owner: { person: NOBODY, unit: scope.unit } }
  const own = scope.unit !== undefined && (isOf(speaker, scope.unit) || speaker.room?.unit === scope.unit)
  if (own || inScope(speaker, one)) return scope
  throw new Refusal('foreign-scope', { said: scope.street ?? scope.unit ?? '' })
}

const NOBODY = -1
