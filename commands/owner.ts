import type { Owner, UnitId } from '../domain/cases/case.ts'
import { unitOf } from '../domain/people/speaker.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Lookup } from '../domain/words/lookup.ts'
import type { Data } from './data.ts'

/**
 * Who is meant by a mention or a unit's name: the person with their unit (a steward's is their street), or the unit's duty officer, else its lead.
 * Undefined when neither was said. Refuses: unknown-unit, not-in-a-unit.
 */
export function ownerNamed(
  said: {
    people: readonly { id: string; name: string }[] | undefined
    unit: string | undefined
    street?: string | undefined
  },
  { data, look, now }: { data: Data; look: Lookup; now: number },
): Owner | undefined {
  const mentioned = said.people?.[0]
  if (mentioned) {
    const person = data.people.personOf(mentioned.id)
    const unit = person === undefined ? undefined : unitOf(data.people.speaker(person), said.street)
    if (person === undefined || unit === undefined) throw new Refusal('not-in-a-unit', { name: mentioned.name })
    return { person, unit }
  }
  if (said.unit === undefined) return undefined
  const wanted = said.unit.trim()
  const unit = unitAt(wanted, data)?.unit
  if (unit === undefined) throw new Refusal('unknown-unit', { said: wanted.split(/[\s,，。、;；]/)[0] ?? '' })
  const person = look.dutyOf(unit, now)[0] ?? look.leadsOf(unit)[0] ?? data.people.membersOf(unit)[0]
  if (person === undefined) throw new Refusal('unknown-unit', { said: wanted })
  return { person, unit }
}

/** The longest unit a text begins with, ending at a break, and what is said behind it. Undefined when there is none. */
export function unitAt(said: string, data: Data): { unit: UnitId; rest: string } | undefined {
  const fitting = data.people
    .units()
    .filter((name) => said.startsWith(name) && /^($|[\s,，。.、;；:：!！])/u.test(said.slice(name.length)))
  const unit = fitting.sort((a, b) => b.length - a.length)[0]
  return unit === undefined
    ? undefined
    : { unit, rest: said.slice(unit.length).replace(/^[\s,，。.、;；:：!！]+/u, '') }
}
