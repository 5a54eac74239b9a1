import { forwarded, toReporterClaimed } from '../words/answers.ts'
import { card, cardBrief } from '../words/card.ts'
import type { Lookup } from '../words/lookup.ts'
import type { Speech } from '../words/speech.ts'
import type { Case } from './case.ts'
import type { CaseEvent, EventKind, Logged, PlaceCorrected } from './events.ts'

type Hears = {
  [K in EventKind]: (
    event: Extract<CaseEvent, { kind: K }>,
    heard: { c: Case; logged: Logged; look: Lookup },
  ) => Speech[]
}

/** Who hears of each fact, beside the answer to the one who did it. A fact nobody thought about does not compile. */
const hears = {
  registered: (_event, { c, look }) => [...theCard(c, look), ...whereReported(c, look)],
  claimed: (_event, { c, logged, look }) =>
    c.reportedBy === c.owner?.person
      ? []
      : [
          {
            to: { person: c.reportedBy },
            class: 'notice',
            key: `told-claimed-${c.no}-${logged.seq}`,
            no: c.no,
            sentence: toReporterClaimed(c, look),
            goodUntil: logged.at + 24 * 3_600_000,
          },
        ],
  placeCorrected: (event, { c, logged, look }) =>
    event.cardRoom === undefined ? [] : [cardIn(c, look, `card-${c.no}-${logged.seq}`), ...leftBehind(event, c, look)],
  contentCorrected: () => [],
} satisfies Hears

/** The speech a fact causes, each with its natural key. In: the fact and the case as it stands after it. */
export function whoHears(logged: Logged, c: Case, look: Lookup): Speech[] {
  const tell = hears[logged.event.kind] as (
    event: CaseEvent,
    heard: { c: Case; logged: Logged; look: Lookup },
  ) => Speech[]
  return tell(logged.event, { c, logged, look })
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
