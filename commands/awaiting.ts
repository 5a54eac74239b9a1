import type { Case } from '../domain/cases/case.ts'
import { decisionsOf } from '../domain/cases/decisions.ts'
import type { Context } from './command.ts'

type Asking = Pick<Context<object>, 'data' | 'speaker' | 'now'>

/** Open cases that ask something only the speaker can agree to. */
export function awaiting({ data, speaker }: Asking): Case[] {
  return data.cases.open().filter((c) => c.asked?.length && speaker.approves?.(c))
}

/** From now on the speaker's numbers mean these decisions, in the order of `decisionsOf`. */
export function showDecisions(cases: readonly Case[], { data, speaker, now }: Asking): void {
  data.shown.keep(speaker.person, decisionsOf(cases), now)
}
