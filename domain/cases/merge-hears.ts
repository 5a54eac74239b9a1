import { goesWith, letGoForYou, takenOutInRoom, tookInForYou } from '../words/merge.ts'
import type { Speech } from '../words/speech.ts'
import type { CaseEvent } from './events.ts'
import { elsewhere, type Happened, toOwner, toPerson } from './tell.ts'

/** 并案: whoever had the case or reported it, and the room of its card. */
export function hearMerged({ c, logged, look }: Happened): Speech[] {
  const sentence = goesWith(c, look)
  const before = c.beforeMerge?.owner?.person
  const told = [...new Set([before, c.reportedBy])].filter((who) => who !== undefined && who !== c.owner?.person)
  return [
    ...told.flatMap((person) => toPerson(person as number, { c, logged, sentence })),
    ...elsewhere(c, logged, { sentence, look }),
  ]
}

/** The owner of the case that stays. */
export function hearTookIn(event: Extract<CaseEvent, { kind: 'tookIn' }>, { c, logged, look }: Happened): Speech[] {
  const other = look.held(c).find(({ no }) => no === event.other)
  return toOwner(c, logged, tookInForYou(c, other))
}

/** 拆案: whoever has the case again, and the room of its card. */
export function hearUnmerged({ c, logged, look }: Happened): Speech[] {
  const sentence = takenOutInRoom(c, look)
  return [...toOwner(c, logged, sentence), ...elsewhere(c, logged, { sentence, look })]
}

/** The owner of the case that stays, of what left it. */
export function hearLetGo(event: Extract<CaseEvent, { kind: 'letGo' }>, { c, logged }: Happened): Speech[] {
  return toOwner(c, logged, letGoForYou(c, event.other))
}
