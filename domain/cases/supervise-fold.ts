import { dateOf } from '../time/wall.ts'
import type { Case, CaseNo, PersonId } from './case.ts'
import type { CaseEvent } from './events.ts'

/** After 督办: one supervision a level; wanted for today the case is urgent. */
export function supervised(
  c: Case,
  { level, until, from, of }: Extract<CaseEvent, { kind: 'supervised' }>,
  { at, by, seq }: { at: number; by: PersonId; seq: number },
): Case {
  const others = (c.supervised ?? []).filter((one) => one.level !== level)
  const wish = { level, by: of ?? by, since: at, until, seq, ...(from !== undefined && { from }) }
  const next = { ...calmed(c), supervised: [...others, wish] }
  return dateOf(until) === dateOf(at) ? raised(next) : next
}

/** After 销督: what was urgent only for it is no more. */
export function unsupervised(c: Case, { level }: Extract<CaseEvent, { kind: 'unsupervised' }>): Case {
  const left = (c.supervised ?? []).filter((one) => one.level !== level)
  if (left.length) return { ...c, supervised: left }
  const { supervised: _all, supervisedWordAt: _word, ...rest } = calmed(c)
  return rest
}

/** 拆案: what was taken over goes back with the case that leaves. */
export function withoutThoseOf(c: Case, other: CaseNo): Case {
  return (c.supervised ?? [])
    .filter(({ from }) => from === other)
    .reduce((left, { level }) => unsupervised(left, { kind: 'unsupervised', level }), c)
}

/** The day it is wanted for has come. */
export function raised(c: Case): Case {
  return c.urgent ? c : { ...c, urgent: true, supervisedToday: true }
}

function calmed({ supervisedToday, ...c }: Case): Case {
  return supervisedToday ? { ...c, urgent: false } : c
}
