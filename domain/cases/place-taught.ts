import type { LearnedPlace } from '../reading/learned.ts'
import { nameToLearn } from '../reading/name-to-learn.ts'
import type { Case, TextId } from './case.ts'
import type { Logged } from './events.ts'
import { undoneCauses } from './undone.ts'

/**
 * What a closed case teaches of places (domain.md section 6): a person set or corrected its street, and its words name a
 * compound or road the gazetteer does not know. Of a confidential case nothing. In: the case, its log, its masked words.
 */
export function placeTaught(c: Case, log: readonly Logged[], text: (id: TextId) => string): LearnedPlace | undefined {
  const undone = undoneCauses(log)
  const facts = log.filter(({ cause }) => cause === undefined || !undone.has(cause))
  if (c.confidential || c.street === undefined || !isSetByPerson(facts, c.street)) return undefined
  const words = facts.flatMap(({ event }) =>
    event.kind === 'registered' || event.kind === 'placeCorrected' ? (event.place ?? []) : [],
  )
  for (const id of words.reverse()) {
    const name = nameToLearn(text(id))
    if (name !== undefined) return { name, street: c.street }
  }
  return undefined
}

/** The street it has now was no reading's choice: somebody's correction made it another than before. */
function isSetByPerson(facts: readonly Logged[], street: string): boolean {
  let [current, byPerson]: [string | undefined, boolean] = [undefined, false]
  for (const { event, by } of facts) {
    if (event.kind !== 'registered' && event.kind !== 'placeCorrected') continue
    if (event.street === undefined || event.street === current) continue
    current = event.street
    byPerson = event.kind === 'placeCorrected' && by !== undefined
  }
  return byPerson && current === street
}
