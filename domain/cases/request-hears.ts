import { leadAnswered, leadAsked } from '../words/notices.ts'
import { requestAnswered, returnedInRoom, ruled, toPlatform } from '../words/requests.ts'
import { urgently } from '../words/sentence.ts'
import type { Speech } from '../words/speech.ts'
import { hearOver } from './call-hears.ts'
import type { Case, PersonId } from './case.ts'
import { lapsesOvernight, pressingAt } from './decisions.ts'
import type { CaseEvent, Request } from './events.ts'
import { isOrder } from './grade.ts'
import { isRequest } from './needs.ts'
import { decidedBy, sayOn } from './say.ts'
import { hearSupervisedOver } from './supervise-hears.ts'
import { elsewhere, type Happened, toOwner, toPerson } from './tell.ts'

type Answer = Extract<CaseEvent, { kind: 'agreed' | 'denied' }>

/**
 * What is asked and can wait is read in the list of decisions; what cannot is asked at once, day and night where the case is
 * urgent or due before the morning.
 */
export function hearAsked({ wanted }: Extract<CaseEvent, { kind: 'asked' }>, { c, logged, look }: Happened): Speech[] {
  if ((pressingAt(c, look) ?? Number.POSITIVE_INFINITY) > logged.at) return []
  const sentence = leadAsked(c, wanted, look)
  const told = sayOn(c, wanted, look).deciders.flatMap((person) => toPerson(person, { c, logged, sentence }))
  if (!c.urgent && !lapsesOvernight(c, logged.at, look)) return told
  return told.map((speech) => ({ ...speech, class: 'urgent', sentence: urgently(sentence) }))
}

/** 同意, 不同意: the owner hears; of a request also who asked for it, and the desk, which brings it to the platform. */
export function hearAnswer(event: Answer, happened: Happened): Speech[] {
  const { c, logged, look } = happened
  const { wanted } = event
  const yes = event.kind === 'agreed'
  const why = event.kind === 'denied' ? look.text(event.why) : ''
  if (!isRequest(wanted)) return toOwner(c, logged, leadAnswered(c, wanted, { yes, why }))
  // One that is effective at once is told by what it did.
  if (yes && !isOrder(c.channel)) return []
  const sentence = requestAnswered(c, { wanted, yes, role: decidedBy(c, wanted, look.settings), why })
  return [
    ...askerAndOwner(c).flatMap((person) => toPerson(person, { c, logged, sentence })),
    ...(yes ? deskToPlatform(wanted, happened) : []),
  ]
}

/** 平台批复: owner and asker hear what it means for them, the room of the card that there is nothing more to do. */
export function hearRuling(event: Extract<CaseEvent, { kind: 'ruled' }>, { c, logged, look }: Happened): Speech[] {
  const sentence = ruled(c, event, look)
  return [
    ...askerAndOwner(c).flatMap((person) => toPerson(person, { c, logged, sentence })),
    ...(c.state === 'returned'
      ? [
          ...elsewhere(c, logged, { sentence: returnedInRoom(c, look), look }),
          ...hearOver({ c, logged, look }),
          ...hearSupervisedOver({ c, logged, look }),
        ]
      : []),
  ]
}

function deskToPlatform(wanted: Request, { c, logged, look }: Happened): Speech[] {
  const sentence = toPlatform(c, wanted, look)
  const others = look.desks().filter((desk) => !askerAndOwner(c).includes(desk))
  return others.flatMap((desk) => toPerson(desk, { c, logged, sentence }))
}

function askerAndOwner(c: Case): PersonId[] {
  return [...new Set([c.owner?.person, c.requestedBy])].filter((person) => person !== undefined)
}
