import { approvers, summoned } from '../people/roster.ts'
import { urgently } from '../words/sentence.ts'
import type { Speech } from '../words/speech.ts'
import {
  supervisedForYou,
  supervisedInRoom,
  supervisedMoved,
  supervisedOver,
  unsupervisedForYou,
} from '../words/supervise.ts'
import { isOpen, type PersonId } from './case.ts'
import type { CaseEvent } from './events.ts'
import { elsewhere, type Happened, toPerson } from './tell.ts'

/** 督办: the owner and the lead at once, and the room of the card; of a case nobody has, who must act and the lead. */
export function hearSupervised(
  event: Extract<CaseEvent, { kind: 'supervised' }>,
  { c, logged, look }: Happened,
): Speech[] {
  const sentence = supervisedForYou(c, event, look)
  const moved =
    event.of === undefined ? [] : toPerson(event.of, { c, logged, sentence: supervisedMoved(c, event, look) })
  const told = [
    ...moved,
    ...answerable({ c, logged, look }).flatMap((person) => toPerson(person, { c, logged, sentence })),
    ...elsewhere(c, logged, { sentence: supervisedInRoom(c, event, look), look }),
  ]
  return c.urgent ? told.map((speech) => ({ ...speech, class: 'urgent', sentence: urgently(speech.sentence) })) : told
}

/** 销督: the same people, once for both levels; and the leader whose wish another took away. */
export function hearUnsupervised({ of }: Extract<CaseEvent, { kind: 'unsupervised' }>, happened: Happened): Speech[] {
  const { c, logged, look } = happened
  // Of a case that is over nobody has to change anything.
  const isLast = logged.seq === c.seq && isOpen(c)
  const people = [...(isLast ? answerable(happened) : []), ...(of === undefined ? [] : [of])]
  return [...new Set(people)].flatMap((person) =>
    toPerson(person, { c, logged, sentence: unsupervisedForYou(c, look) }),
  )
}

/** 办结, 作废 and a granted 退单 of a supervised case: those who supervise it. */
export function hearSupervisedOver({ c, logged, look }: Happened): Speech[] {
  const leaders = new Set((c.supervised ?? []).map(({ by }) => by))
  return [...leaders].flatMap((person) => toPerson(person, { c, logged, sentence: supervisedOver(c, look) }))
}

function answerable({ c, logged, look }: Happened): PersonId[] {
  const unit = look.unitFor(c)
  const waiting = c.owner ? [] : [...summoned(look, c, logged.at), ...(unit === undefined ? [] : look.leadsOf(unit))]
  return [...new Set([...(c.owner ? [c.owner.person] : []), ...approvers(look, c), ...waiting])]
}
