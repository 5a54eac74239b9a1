import type { Owner, PersonId, UnitId } from '../domain/cases/case.ts'
import { type Speaker, unitOf } from '../domain/people/speaker.ts'
import { unitAt } from '../domain/people/unit-said.ts'
import { streetNamed } from '../domain/reading/street.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Lookup } from '../domain/words/lookup.ts'
import type { Data } from './data.ts'

/** Somebody said: a unit, or a person with their unit, and the words behind. */
export interface Party {
  unit: UnitId
  /** Absent: the unit itself was said. */
  person?: PersonId
  rest: string
}

type Where = { data: Pick<Data, 'people' | 'roster'>; speaker: Speaker; street?: string | undefined }

/**
 * Who is meant by a mention, a unit's name or a person's, at the head of the words; one's own unit's people first.
 * Undefined when neither is said. Refuses: not-in-a-unit, several-named.
 */
export function partyNamed(
  said: { people: readonly { id: string; name: string }[] | undefined; words: string | undefined },
  { data, speaker, street }: Where,
): Party | undefined {
  const words = (said.words ?? '').trim()
  const mentioned = said.people?.[0]
  if (mentioned) {
    const person = data.people.personOf(mentioned.id)
    const unit = person === undefined ? undefined : unitOf(data.people.speaker(person), street)
    if (person === undefined || unit === undefined) throw new Refusal('not-in-a-unit', { name: mentioned.name })
    return { person, unit, rest: words }
  }
  const head = words.replace(/^(?:给|到|请|让|叫)\s*/, '')
  const named = unitAt(head, data.people.units()) ?? streetAt(head)
  return named ?? personAt(head, { data, speaker, street })
}

/** Who owns a case that goes to a party: the person said, else the unit's duty officer, its lead, anybody of it. Undefined when it has nobody. */
export function ownerOf({ unit, person }: Party, { data, look }: { data: Data; look: Lookup }): Owner | undefined {
  const owner =
    person ??
    look.dutyOf(unit, look.now)[0] ??
    look.leadsOf(unit)[0] ??
    data.people.membersOf(unit)[0] ??
    look.stewardsOf(unit)[0]
  return owner === undefined ? undefined : { person: owner, unit }
}

/** The same for whom a case is given to. Refuses: missing-argument, unknown-party, not-in-a-unit, several-named. */
export function ownerNamed(
  said: { people: readonly { id: string; name: string }[] | undefined; words: string | undefined },
  at: { data: Data; look: Lookup; speaker: Speaker; street?: string | undefined; missing: Refusal },
): { to: Owner; rest: string } {
  const party = partyNamed(said, at)
  if (!party && !said.words?.trim()) throw at.missing
  const to = party && ownerOf(party, at)
  if (!party || !to) throw new Refusal('unknown-party', {})
  return { to, rest: party.rest }
}

// A street takes a case by its steward.
function streetAt(words: string): Party | undefined {
  const [said = '', rest = ''] = split(words)
  const street = streetNamed(said)
  return street === undefined ? undefined : { unit: street, rest }
}

/** Names have two to four characters; what goes on behind one («李强去看看») is no part of it. */
const LONGEST_NAME = 4

function personAt(words: string, { data, speaker, street }: Where): Party | undefined {
  const [said = '', rest = ''] = split(words)
  for (let length = Math.min(LONGEST_NAME, said.length); length >= 2; length--) {
    const name = said.slice(0, length)
    const called = data.roster.called(name)
    const mine = called.filter((one) => data.people.unitsOf(one).some((unit) => isOf(speaker, unit)))
    const fitting = mine.length ? mine : called
    if (fitting.length > 1) throw new Refusal('several-named', { people: fitting, said: name })
    const [person] = fitting
    const unit = person === undefined ? undefined : unitOf(data.people.speaker(person), street)
    if (person !== undefined && unit !== undefined)
      return { person, unit, rest: `${said.slice(length)} ${rest}`.trim() }
  }
  return undefined
}

function isOf({ roles }: Speaker, unit: UnitId): boolean {
  return roles.some((role) => role.unit === unit)
}

function split(words: string): [string, string] {
  const [said = ''] = /^[^\s,，。.、;；:：!！]+/u.exec(words) ?? []
  return [said, words.slice(said.length).replace(/^[\s,，。.、;；:：!！]+/u, '')]
}
