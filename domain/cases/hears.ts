import { approvers } from '../people/roster.ts'
import { dateOf, days } from '../time/wall.ts'
import { forwarded, toReporterClaimed } from '../words/answers.ts'
import { card, cardBrief } from '../words/card.ts'
import { correctedForYou } from '../words/corrections.ts'
import { reboundForYou } from '../words/follow-up.ts'
import type { Lookup } from '../words/lookup.ts'
import {
  assignedToYou,
  calmedForLead,
  handedOn,
  movedForYou,
  notedForYou,
  offeredToYou,
  offerLapsed,
  ownedInRoom,
  releasedInRoom,
  reopenedForYou,
  restoredForYou,
  toReporterClosed,
  undoneForYou,
  urgedYou,
  voidedForYou,
} from '../words/notices.ts'
import { resumed } from '../words/requests.ts'
import { resentForYou } from '../words/returned.ts'
import { urgently } from '../words/sentence.ts'
import type { Reached, Speech } from '../words/speech.ts'
import { hearArrival, hearCall, hearCalledOff, hearCannotCome, hearOver, hearReleased } from './call-hears.ts'
import type { Case, PersonId, RoomId } from './case.ts'
import { hearCityRevisit } from './city-hears.ts'
import { hearConcluded, hearConsult, hearConsultOff } from './consult-hears.ts'
import type { CaseEvent, EventKind, Logged, PlaceCorrected } from './events.ts'
import { hearLetGo, hearMerged, hearTookIn, hearUnmerged } from './merge-hears.ts'
import { hearAnswer, hearAsked, hearRuling } from './request-hears.ts'
import { hearSupervised, hearSupervisedOver, hearUnsupervised } from './supervise-hears.ts'
import { elsewhere, type Happened, toOwner, toPerson } from './tell.ts'

type Hears = {
  [K in EventKind]: (event: Extract<CaseEvent, { kind: K }>, heard: Happened) => Speech[]
}

/** Who hears of each fact, beside the answer to the one who did it. A fact nobody thought about does not compile. */
const hears = {
  registered: (event, { c, look }) =>
    event.listed ? urgentCard(c, look) : [...theCard(c, look), ...whereReported(c, look)],
  claimed: (_event, { c, logged, look }) => [
    ...(c.reportedBy === c.owner?.person ? [] : [claimForReporter(c, logged, look)]),
    ...elsewhere(c, logged, { sentence: ownedInRoom(c, look), look }),
  ],
  placeCorrected: (event, { c, logged, look }) =>
    event.cardRoom === undefined
      ? []
      : [
          cardIn(c, look, `card-${c.no}-${logged.seq}`),
          ...leftBehind(event, c, look),
          ...toOwner(c, logged, movedForYou(c, look)),
        ],
  contentCorrected: () => [],
  factCorrected: (event, { c, logged, look }) => toOwner(c, logged, correctedForYou(c, event, look)),
  basisCorrected: nobody,
  released: (_event, { c, logged, look }) => [
    ...elsewhere(c, logged, { sentence: releasedInRoom(c, look), look }),
    ...hearReleased({ c, logged, look }),
  ],
  assigned: (event, { c, logged, look }) => [
    ...toPerson(event.owner.person, { c, logged, sentence: assignedToYou(c, look) }),
    ...(event.from === undefined ? [] : toPerson(event.from, { c, logged, sentence: handedOn(c, look) })),
    ...elsewhere(c, logged, { sentence: ownedInRoom(c, look), look }),
  ],
  offered: (event, { c, logged, look }) => toPerson(event.to.person, { c, logged, sentence: offeredToYou(c, look) }),
  offerLapsed: (event, { c, logged, look }) => toOwner(c, logged, offerLapsed(c, event, look)),
  urged: (_event, { c, logged, look }) => (urgedLately(c, logged) ? [] : toOwner(c, logged, urgedYou(c, look))),
  asked: hearAsked,
  agreed: hearAnswer,
  denied: hearAnswer,
  ruled: hearRuling,
  resumed: (_event, { c, logged, look }) => toOwner(c, logged, resumed(c, look)),
  closed: (_event, { c, logged, look }) => [
    ...(c.reportedBy === c.owner?.person
      ? []
      : toPerson(c.reportedBy, { c, logged, sentence: toReporterClosed(c, look) })),
    ...hearOver({ c, logged, look }),
    ...hearSupervisedOver({ c, logged, look }),
  ],
  reopened: (event, { c, logged, look }) =>
    event.resent
      ? [
          ...toOwner(c, logged, resentForYou(c, look)),
          ...elsewhere(c, logged, { sentence: resentForYou(c, look), look }),
        ]
      : toOwner(c, logged, reopenedForYou(c, look)),
  merged: (_event, happened) => hearMerged(happened),
  tookIn: hearTookIn,
  unmerged: (_event, happened) => hearUnmerged(happened),
  letGo: hearLetGo,
  ownerFollowed: nobody,
  helpCalled: hearCall,
  cannotCome: hearCannotCome,
  helpCalledOff: hearCalledOff,
  reportedIn: hearArrival,
  voided: (_event, { c, logged, look }) => [
    ...toOwner(c, logged, voidedForYou(c, look)),
    ...elsewhere(c, logged, { sentence: voidedForYou(c, look), look }),
    ...hearOver({ c, logged, look }),
    ...hearSupervisedOver({ c, logged, look }),
  ],
  photoAdded: (_event, { c, logged, look }) =>
    c.state === 'closed'
      ? toOwner(c, logged, notedForYou(c, look)).map((speech) => ({
          ...speech,
          key: `late-photos-${c.no}-${dateOf(logged.at)}`,
        }))
      : [],
  photoDropped: nobody,
  noted: (_event, { c, logged, look }) => toOwner(c, logged, notedForYou(c, look)),
  contacted: nobody,
  contactTried: nobody,
  contactWaived: nobody,
  arrived: nobody,
  arrivalWaived: nobody,
  progressed: nobody,
  tested: nobody,
  handled: nobody,
  revisited: nobody,
  revisitTried: nobody,
  replied: nobody,
  cityRevisited: hearCityRevisit,
  cityRevisitRedated: nobody,
  snoozed: nobody,
  followUpSet: nobody,
  followedUp: (event, { c, logged, look }) =>
    event.rebound
      ? [...new Set([...(c.owner ? [c.owner.person] : []), ...approvers(look, c)])].flatMap((person) =>
          toPerson(person, { c, logged, sentence: reboundForYou(c, look) }),
        )
      : [],
  consultCalled: hearConsult,
  consultCancelled: hearConsultOff,
  consultConcluded: (_event, happened) => hearConcluded(happened),
  supervised: hearSupervised,
  unsupervised: hearUnsupervised,
  urgencyRaised: nobody,
  urgencyLowered: (_event, { c, logged, look }) =>
    approvers(look, c).flatMap((lead) => toPerson(lead, { c, logged, sentence: calmedForLead(c, look) })),
  restored: (_event, { c, logged, look }) => [
    ...toOwner(c, logged, restoredForYou(c, look)),
    ...elsewhere(c, logged, { sentence: restoredForYou(c, look), look }),
  ],
  undone: (_event, { c, logged, look }) => elsewhere(c, logged, { sentence: undoneForYou(c, look), look }),
} satisfies Hears

/** The speech a fact causes, each with its natural key. In: the fact and the case as it stands after it. */
export function whoHears(logged: Logged, c: Case, look: Lookup): Speech[] {
  const tell = hears[logged.event.kind] as (event: CaseEvent, heard: Happened) => Speech[]
  return tell(logged.event, { c, logged, look })
}

/**
 * Those who were told of what is undone now hear that it counts no more, as urgently as they were told: people but the one
 * who undid it and, of a void case, its owner; rooms (of called units) but the card's, which hears it anyway.
 */
export function heardUndone(reached: readonly Reached[], { c, logged, look }: Happened): Speech[] {
  const sentence = undoneForYou(c, look)
  return reached.flatMap(({ to, urgent }): Speech[] => {
    const told = 'person' in to ? undoneTo(to.person, { c, logged, sentence }) : undoneIn(to.room, { c, logged, look })
    return urgent ? told.map((speech) => ({ ...speech, class: 'urgent', sentence: urgently(speech.sentence) })) : told
  })
}

function undoneTo(person: PersonId, { c, logged, sentence }: Parameters<typeof toPerson>[1]): Speech[] {
  if (logged.event.kind !== 'undone' && person === c.owner?.person) return []
  return toPerson(person, { c, logged, sentence })
}

function undoneIn(room: RoomId, { c, logged, look }: Happened): Speech[] {
  if (room === c.cardRoom || look.saidIn(logged.cause) === room) return []
  const key = `${logged.event.kind}-${c.no}-${logged.seq}-in-${room}`
  return [
    { to: { room }, class: 'notice', key, no: c.no, sentence: undoneForYou(c, look), goodUntil: logged.at + days(1) },
  ]
}

function nobody(): Speech[] {
  return []
}

function claimForReporter(c: Case, logged: Logged, look: Lookup): Speech {
  return {
    to: { person: c.reportedBy },
    class: 'notice',
    key: `told-claimed-${c.no}-${logged.seq}`,
    no: c.no,
    sentence: toReporterClaimed(c, look),
    goodUntil: logged.at + days(1),
  }
}

/** The fold keeps when the owner was last told, at most once in four hours. */
function urgedLately(c: Case, logged: Logged): boolean {
  return c.urgedToldAt !== logged.at
}

// One of many rows: its room hears one list, but what is urgent cannot wait for it.
function urgentCard(c: Case, look: Lookup): Speech[] {
  return c.urgent ? theCard(c, look) : []
}

function theCard(c: Case, look: Lookup): Speech[] {
  return c.cardRoom === undefined ? [] : [cardIn(c, look, `card-${c.no}`)]
}

// The room that reads the card as its answer hears it at once, like any answer.
function cardIn(c: Case, look: Lookup, key: string): Speech {
  const answersHere = c.cardRoom === c.reportedIn
  return {
    to: { room: c.cardRoom as number },
    class: c.urgent ? 'urgent' : answersHere ? 'reply' : 'card',
    key,
    no: c.no,
    sentence: card(c, look),
    brief: cardBrief(c, look),
  }
}

// The room that had the card hears where it went.
function leftBehind({ leftRoom, cardRoom }: PlaceCorrected, c: Case, look: Lookup): Speech[] {
  if (leftRoom === undefined || cardRoom === undefined) return []
  const sentence = forwarded(c, look.room(cardRoom))
  return [{ to: { room: leftRoom }, class: 'reply', key: `left-${c.no}-${c.seq}`, no: c.no, sentence }]
}

function whereReported(c: Case, look: Lookup): Speech[] {
  if (c.reportedIn !== undefined && c.reportedIn === c.cardRoom) return []
  const room = c.cardRoom === undefined ? undefined : look.room(c.cardRoom)
  const to = c.reportedIn === undefined ? { person: c.reportedBy } : { room: c.reportedIn }
  return [{ to, class: 'reply', key: `forwarded-${c.no}`, no: c.no, sentence: forwarded(c, room) }]
}
