import type { Case, CaseNo, PersonId, TextId, UnitId } from './case.ts'
import type { CaseEvent } from './events.ts'

/** 吹哨: the three kinds in which a street calls units (domain.md section 2). */
export const whistles = { emergency: '应急', enforcement: '综合执法', hard: '重点难点' } as const
export type Whistle = keyof typeof whistles

/** A unit that was called to a case (协办, 吹哨) or came by itself; the owner stays. */
export interface Called {
  unit: UnitId
  at: number
  /** The seq of the event that called it: its clock is armed by it. */
  seq: number
  /** Who called it; absent when a clock did. */
  by?: PersonId
  /** Somebody of the unit was meant. */
  person?: PersonId
  whistle?: Whistle
  /** It came by itself. */
  joined?: true
  /** Of another administration (城管, 交警): called in words, nobody here answers for it. */
  outside?: true
  /** By when it must report in (报到), or what it was asked for is due. */
  until?: number
  /** That time was said: by then it is due, what it was asked for too. */
  dated?: true
  /** What it was asked for. */
  why?: TextId
  arrivedAt?: number
  /** It was called to a case that goes with this one (并案). */
  from?: CaseNo
}

/** What is asked of a case here. */
export interface WithCalled {
  owner?: Case['owner'] | undefined
  helpers?: Case['helpers'] | undefined
  state?: Case['state'] | undefined
}

/** Called units whose clock runs: they have a time, answer for themselves, did not come yet, and do not own the case. Of a merged case they are awaited by the one it goes with. */
export function awaited({ helpers = [], owner, state }: WithCalled): (Called & { until: number })[] {
  return (state === 'merged' ? [] : helpers).filter(
    (one): one is Called & { until: number } =>
      one.until !== undefined && !one.outside && one.arrivedAt === undefined && one.unit !== owner?.unit,
  )
}

/** Awaited units whose time is over, the longest first. */
export function absent(c: WithCalled, now: number): (Called & { until: number })[] {
  return awaited(c)
    .filter(({ until }) => until <= now)
    .sort((a, b) => a.until - b.until)
}

/** Units that are there and were asked for something by a date of its own (协办 「周四前出方案」). */
export function owing({ helpers, owner }: WithCalled): (Called & { until: number })[] {
  return (helpers ?? []).filter(
    (one): one is Called & { until: number } =>
      one.dated === true &&
      one.until !== undefined &&
      one.why !== undefined &&
      one.arrivedAt !== undefined &&
      !one.whistle &&
      !one.outside &&
      one.unit !== owner?.unit,
  )
}

/** Whether a call is spoken of day and night: an emergency whistle, or any call to an urgent case. */
export function isPressing(call: Pick<Called, 'whistle'>, c: Pick<Case, 'urgent'>): boolean {
  return call.whistle === 'emergency' || c.urgent
}

/** 并案: whom the case that goes waits for is awaited by the one that stays, unless it called or is that unit. */
export function callsCarriedOver(c: Case, main: Case): CaseEvent[] {
  return awaited(c)
    .filter(({ unit }) => unit !== main.owner?.unit && !main.helpers?.some((one) => one.unit === unit))
    .map(({ at: _at, seq: _seq, by: of, ...call }) => ({
      kind: 'helpCalled',
      ...call,
      from: c.no,
      ...(of !== undefined && { of }),
    }))
}

/** 拆案: who was taken over and did not come yet is awaited by the case that leaves. */
export function withoutCallsOf(c: Case, other: CaseNo): Case {
  const left = (c.helpers ?? []).filter(({ from, arrivedAt }) => from !== other || arrivedAt !== undefined)
  return left.length === c.helpers?.length ? c : { ...c, ...(c.helpers && { helpers: left }) }
}

/** After 放回 nobody is awaited any more: who was called stays known, the clocks of those who did not come end. */
export function withoutClocks(helpers: readonly Called[]): Called[] {
  return helpers.map(({ until, ...one }) =>
    until === undefined || one.arrivedAt === undefined ? one : { ...one, until },
  )
}
