import type { Logged } from '../cases/events.ts'
import { appointmentIn } from '../reading/compound.ts'
import type { Lookup } from './lookup.ts'

/** When the owner agreed to come, as the last words about contact or progress say it; undefined when nobody said. */
export function appointmentOf(log: readonly Logged[], look: Pick<Lookup, 'text'>): number | undefined {
  const said = log.flatMap(({ event, at }) =>
    event.kind === 'contacted' || event.kind === 'progressed' ? [appointmentIn(look.text(event.text), at)] : [],
  )
  return said.findLast((at) => at !== undefined)
}
