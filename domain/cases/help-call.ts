import { isOf, type Speaker, unitOf } from '../people/speaker.ts'
import { Refusal } from '../refusal.ts'
import type { Called, Whistle } from './called.ts'
import type { Case, TextId } from './case.ts'
import type { CaseEvent } from './events.ts'
import { hasHand, mustBeOpen, mustHave } from './hands.ts'

/** A unit to be called, and by when. `dated`: that time was said, not taken from the rules. */
export interface Call extends Pick<Called, 'unit' | 'person' | 'outside' | 'until' | 'why'> {
  dated?: boolean
}

/**
 * 协办: the owner calls another unit, or a unit joins by itself; the owner stays. Called already, nothing changes unless
 * another time is said. Refuses: wrong-state, not-yours.
 */
export function cohandle(c: Case, by: Speaker, call: Call): CaseEvent[] {
  mustBeOpen(c)
  if (!call.outside && unitOf(by, c.street) === call.unit) return joined(c, call)
  mustHave(c, by, 'cohandle')
  return called(c, call)
}

/**
 * 吹哨: the street calls units, in one of three kinds; by its steward, its lead, or the desk.
 * Refuses: wrong-state, not-whistler.
 */
export function whistle(c: Case, by: Speaker, call: Call & { whistle: Whistle }): CaseEvent[] {
  mustBeOpen(c)
  if (!hasHand(c, by, 'whistle')) throw new Refusal('not-whistler', { no: c.no })
  return called(c, call)
}

/**
 * 报到: a called unit is there; without a call it joins. For a unit of another administration, or one that cannot say it
 * itself, whoever called it or has the case says so. Refuses: wrong-state, no-unit, not-yours.
 */
export function reportIn(
  c: Case,
  by: Speaker,
  { named, text }: { named?: Pick<Call, 'unit' | 'outside'>; text?: TextId } = {},
): CaseEvent[] {
  mustBeOpen(c)
  const mine = ownCall(c, by)
  const unit = named?.unit ?? mine?.unit ?? unitOf(by, c.street)
  if (unit === undefined) throw new Refusal('no-unit', { no: c.no })
  const call = (c.helpers ?? []).find((one) => one.unit === unit)
  if (named && unit !== mine?.unit && unit !== unitOf(by, c.street) && call?.by !== by.person)
    mustHave(c, by, 'reportInFor')
  if (call?.arrivedAt !== undefined || (!call && c.owner?.unit === unit)) return []
  const there: CaseEvent = { kind: 'reportedIn', unit, ...(text !== undefined && { text }) }
  return call ? [there] : [...joined(c, { unit, ...(named?.outside && { outside: true as const }) }), there]
}

/**
 * A call is taken back (取消吹哨, 「监测站不用来了」) by who called or who may call so; of no unit named, every whistle that runs. Who
 * is there already stays. Refuses: wrong-state, not-yours.
 */
export function callOff(c: Case, by: Speaker, units: readonly string[]): CaseEvent[] {
  mustBeOpen(c)
  const away = (c.helpers ?? []).filter(({ arrivedAt, joined }) => arrivedAt === undefined && !joined)
  return away
    .filter(({ unit, whistle }) => (units.length ? units.includes(unit) : whistle !== undefined))
    .map(({ unit, person, outside, by: of, whistle }): CaseEvent => {
      if (of !== by.person && !(whistle && hasHand(c, by, 'whistle'))) mustHave(c, by, 'cohandle')
      return {
        kind: 'helpCalledOff',
        unit,
        ...(person !== undefined && { person }),
        ...(outside && { outside }),
        ...(of !== undefined && { of }),
      }
    })
}

/** 到场 of a called unit is its 报到 too. */
export function reportedBy(c: Case, by: Speaker): CaseEvent[] {
  const mine = ownCall(c, by)
  return mine && mine.arrivedAt === undefined && mine.unit !== c.owner?.unit
    ? [{ kind: 'reportedIn', unit: mine.unit }]
    : []
}

/** A called unit cannot come (「去不了」): who called it and who has the case hear it. Nothing of a unit nobody waits for. */
export function cannotCome(c: Case, by: Speaker, why?: TextId): CaseEvent[] {
  mustBeOpen(c)
  const mine = ownCall(c, by)
  if (!mine || mine.arrivedAt !== undefined || mine.unit === c.owner?.unit) return []
  return [{ kind: 'cannotCome', unit: mine.unit, ...(why !== undefined && { why }) }]
}

/** Whether a unit of the speaker's was called to this case and does not own it. */
export function isCalled(c: Case, by: Speaker): boolean {
  const mine = ownCall(c, by)
  return mine !== undefined && mine.unit !== c.owner?.unit
}

/** The call of a speaker's own unit; one it has not answered first. */
function ownCall(c: Case, by: Speaker): Called | undefined {
  const mine = (c.helpers ?? []).filter(({ unit }) => isOf(by, unit))
  return mine.find(({ arrivedAt }) => arrivedAt === undefined) ?? mine[0]
}

function joined(c: Case, { unit, outside, why }: Call): CaseEvent[] {
  if (c.owner?.unit === unit || c.helpers?.some((one) => one.unit === unit)) return []
  return [{ kind: 'helpCalled', unit, joined: true, ...(outside && { outside }), ...(why !== undefined && { why }) }]
}

function called(c: Case, { dated, ...call }: Call & { whistle?: Whistle }): CaseEvent[] {
  if (!call.outside && c.owner?.unit === call.unit) return []
  const before = c.helpers?.find(({ unit }) => unit === call.unit)
  return before && isSame(before, { ...call, dated: dated === true })
    ? []
    : [{ kind: 'helpCalled', ...call, ...(dated && { dated: true as const }) }]
}

// Said again it is the same call, and a request behind a whistle that runs leaves it and its lateness; another time, a whistle behind a mere request, or a call after 放回 is a new one.
function isSame(before: Called, call: Call & { whistle?: Whistle; dated: boolean }): boolean {
  if (before.whistle && !call.whistle && before.until !== undefined && before.arrivedAt === undefined) return true
  if (call.dated) return before.until === call.until && before.whistle === call.whistle
  if (call.whistle !== undefined && before.whistle !== call.whistle) return false
  return (
    call.until === undefined || before.until !== undefined || before.arrivedAt !== undefined || before.joined === true
  )
}
