import { days } from '../time/wall.ts'
import { reopenProposed } from '../words/city-revisits.ts'
import type { Speech } from '../words/speech.ts'
import { askedToReopen } from './city-revisit.ts'
import type { CaseEvent } from './events.ts'
import { type Happened, toPerson } from './tell.ts'

/** 市回访 that went badly: whoever leads the owner's unit is asked once, in private, whether it is done again. */
export function hearCityRevisit(
  _event: Extract<CaseEvent, { kind: 'cityRevisited' }>,
  { c, logged, look }: Happened,
): Speech[] {
  return askedToReopen(c, look).flatMap((lead) =>
    toPerson(lead, { c, logged, sentence: reopenProposed(c, look) }).map((speech) => ({
      ...speech,
      // Rows of a file may come on the eve of days off.
      goodUntil: logged.at + days(10),
    })),
  )
}
