import { approvers } from '../people/roster.ts'
import { concludedForYou, consultForYou, consultOffForYou, notAtConsult } from '../words/consult.ts'
import type { Lookup } from '../words/lookup.ts'
import type { Sentence } from '../words/sentence.ts'
import type { Speech } from '../words/speech.ts'
import type { Case, PersonId } from './case.ts'
import { comingTo, type Member } from './consult.ts'
import { elsewhere, type Happened, toPerson } from './tell.ts'

/** 会商: members, the owner and the lead once, and the room of the card; of a moved one those who are not to come. */
export function hearConsult({ left = [] }: { left?: readonly Member[] }, happened: Happened): Speech[] {
  const { c, logged, look } = happened
  const sentence = consultForYou(c, look)
  const people = [...comingTo(c.consultation?.members ?? [], look), ...responsible(c, look)]
  const others = comingTo(left, look).filter((person) => !people.includes(person))
  return [
    ...toEach(people, sentence, happened),
    ...toEach(others, notAtConsult(c, look), happened),
    ...elsewhere(c, logged, { sentence, look }),
  ]
}

/** 取消会商: the same people. */
export function hearConsultOff({ members }: { members: readonly Member[] }, happened: Happened): Speech[] {
  const { c, logged, look } = happened
  const sentence = consultOffForYou(c, look)
  return [
    ...toEach([...comingTo(members, look), ...responsible(c, look)], sentence, happened),
    ...elsewhere(c, logged, { sentence, look }),
  ]
}

/** 会商结论: the same people. */
export function hearConcluded(happened: Happened): Speech[] {
  const { c, look } = happened
  const people = [...comingTo(c.concluded?.members ?? [], look), ...responsible(c, look)]
  return toEach(people, concludedForYou(c, look), happened)
}

function toEach(people: readonly PersonId[], sentence: Sentence, { c, logged }: Happened): Speech[] {
  return [...new Set(people)].flatMap((person) => toPerson(person, { c, logged, sentence }))
}

function responsible(c: Case, look: Lookup): PersonId[] {
  return [...(c.owner ? [c.owner.person] : []), ...approvers(look, c)]
}
