import type { Case, CaseNo } from '../domain/cases/case.ts'
import { type Decision, decisionsByPerson } from '../domain/cases/decisions.ts'
import type { Context } from './command.ts'

type Asking = Pick<Context<object>, 'data' | 'speaker' | 'look' | 'now'>

/** What waits for the speaker's word, and the cases it is about. */
export interface Awaited {
  decisions: readonly Decision[]
  cases: ReadonlyMap<CaseNo, Case>
}

/** What open cases ask of the speaker, the nearest deadline first. */
export function awaiting({ data, speaker, look }: Asking): Awaited {
  const open = [...data.cases.open(), ...data.cases.merged()].filter((c) => c.asked?.length)
  const decisions = decisionsByPerson(open, look).get(speaker.person) ?? []
  return { decisions, cases: new Map(open.map((c) => [c.no, c])) }
}

/** From now on the speaker's numbers mean these decisions. */
export function showDecisions({ decisions }: Awaited, { data, speaker, now }: Asking): void {
  data.shown.keep(speaker.person, decisions, now)
}
