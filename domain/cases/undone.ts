import type { Logged } from './events.ts'

/** The messages that were taken back, by 撤销 or because the report they made is void. In: the log of a case. */
export function undoneCauses(log: readonly Logged[]): Set<number> {
  return new Set(
    log.flatMap(({ event }) =>
      (event.kind === 'undone' || event.kind === 'voided') && event.undoes !== undefined ? [event.undoes] : [],
    ),
  )
}
