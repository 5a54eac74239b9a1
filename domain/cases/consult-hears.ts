import { actingFor, answeringFor, approvers } from '../people/roster.ts'
import { concludedForYou, consultForYou } from '../words/consult.ts'
import type { Lookup } from '../words/lookup.ts'
import type { Speech } from '../words/speech.ts'
import type { Case, PersonId } from './case.ts'
import type { Member } from './consult.ts'
import { elsewhere, type Happened, toPerson } from './tell.ts'

/** 会商: members, the owner and the lead once, and the room of the card. */
export function hearConsult({ c, logged, look }: Happened): Speech[] {
  const sentence = consultForYou(c, look)
  const people = [...comingTo(c.consultation?.members ?? [], look), ...responsible(c, look)]
  return [
    ...[...new Set(people)].flatMap((person) => toPerson(person, { c, logged, sentence })),
    ...elsewhere(c, logged, { sentence, look }),
  ]
}

/** 会商结论: the same people. */
export function hearConcluded({ c, logged, look }: Happened): Speech[] {
  const people = [...comingTo(c.concluded?.members ?? [], look), ...responsible(c, look)]
  return [...new Set(people)].flatMap((person) => toPerson(person, { c, logged, sentence: concludedForYou(c, look) }))
}

/** Who comes: a person, or whoever acts and answers for a unit. */
export function comingTo(members: readonly Member[], look: Lookup): PersonId[] {
  return members.flatMap(({ unit, person }) => {
    if (person !== undefined) return [person]
    return unit === undefined ? [] : [...actingFor(look, unit, look.now), ...answeringFor(look, unit)]
  })
}

function responsible(c: Case, look: Lookup): PersonId[] {
  return [...(c.owner ? [c.owner.person] : []), ...approvers(look, c)]
}
