import type { CaseNo, PersonId } from '../cases/case.ts'
import type { CaseEvent, Logged } from '../cases/events.ts'
import { minutes } from '../time/wall.ts'
import { type CaseName, type Fact, type Never, type Scenario, type Step, timeOf } from './scenario.ts'

/** What a run left behind. */
export interface Played {
  log: readonly Logged[]
  name(person: PersonId): string
  /** What people wrote, beside the events: who, when, whether in a room; the script's own words are `scripted`. */
  said: readonly { as: string; at: number; inRoom: boolean; text: string; scripted: boolean }[]
  now: number
  /** Nothing more will be done: what has not come is missing. */
  over: boolean
  /** It was ended before the story was: what is not due by now has not been missed. */
  early?: boolean
}

/** came · late · missing · open: there is still time · ahead: the run was ended before · spared: not needed any more. */
export type StepState = 'came' | 'late' | 'missing' | 'open' | 'ahead' | 'spared'

/** What became of one expected step. */
export interface StepResult {
  step: Step
  state: StepState
  no?: CaseNo
  at?: number
  /** Its place in the case's log. */
  seq?: number
  by?: string
  /** From when its time counts, and when it was up. */
  from?: number
  due?: number
  /** Before that it does not count. */
  opens?: number
  /** Still open, but its time is up: it can only come late. */
  overdue?: true
}

/** Something that must not happen, and did. */
export interface Wrong {
  never: Never
  at: number
  by?: string
}

/** The result sheet of a run. */
export interface Sheet {
  steps: StepResult[]
  wrong: Wrong[]
  /** clean: all in time and nothing wrong · early: the same, but ended before the end · nearly: one thing · again. */
  verdict: 'clean' | 'early' | 'nearly' | 'again'
  /** What to train next: the first thing that went wrong, else the first that is missing, else the first that was late. */
  next?: { what: string; teach: string }
}

/** The numbers of a scenario's cases, by the orders they were registered from. */
export function numbersOf({ cases }: Pick<Scenario, 'cases'>, log: readonly Logged[]): Map<CaseName, CaseNo> {
  const found = new Map<CaseName, CaseNo>()
  for (const [name, order] of Object.entries(cases)) {
    const registered = log.find(({ event }) => event.kind === 'registered' && event.externalNo === order)
    if (registered) found.set(name, registered.no)
  }
  return found
}

/** Works a run out: which steps came in time, late or not at all, and what should not have happened. Pure. */
export function resultOf(scenario: Scenario, played: Played): Sheet {
  const log = standing(played.log)
  const numbers = numbersOf(scenario, log)
  const results = new Map<string, StepResult>()
  for (const step of scenario.steps) results.set(step.id, stepResult(step, { log, numbers, results, played }))
  const steps = [...results.values()]
  const wrong = scenario.never.flatMap((never) => wrongOf(never, { log, numbers, results, played }))
  const failed = steps.filter(({ state }) => state === 'missing' || state === 'late')
  const count = failed.length + wrong.length
  const next = nextOf(wrong, failed)
  const verdict = count > 1 ? 'again' : count ? 'nearly' : steps.some(isAhead) ? 'early' : 'clean'
  return { steps, wrong, verdict, ...(next && { next }) }
}

/** Whether a run was ended before this step was due. */
export const isAhead = ({ state }: StepResult): boolean => state === 'ahead'

interface Found {
  log: readonly Logged[]
  numbers: ReadonlyMap<CaseName, CaseNo>
  results: ReadonlyMap<string, StepResult>
  played: Played
}

function stepResult(step: Step, found: Found): StepResult {
  const { log, numbers, results, played } = found
  const no = numbers.get(step.of)
  const since = step.since === undefined ? undefined : results.get(step.since)
  const opens = opensAt(step, results)
  const facts: readonly Fact[] = 'kind' in step.what ? [step.what] : step.what
  const hit = log.find(
    (logged) =>
      logged.no === no &&
      facts.some((fact) => isLike(logged.event, fact)) &&
      (step.since === undefined || isAfter(logged, since)) &&
      isWithin(logged.at, step, opens) &&
      (!step.by || step.by.includes(nameOf(logged, played) ?? '')),
  )
  const term = termOf(step, found)
  const base = { step, ...(no !== undefined && { no }), ...term, ...(opens !== undefined && { opens }) }
  if (hit) {
    const by = nameOf(hit, played)
    const state = term.due !== undefined && hit.at > term.due ? 'late' : 'came'
    return { ...base, state, at: hit.at, seq: hit.seq, ...(by && { by }) }
  }
  const { unless } = step
  if (unless && log.some(({ no: other, event }) => other === no && isLike(event, unless)))
    return { ...base, state: 'spared' }
  const isDue = term.due !== undefined && term.due <= played.now
  if (!played.over && !isGone(step, played.now)) return { ...base, state: 'open', ...(isDue && { overdue: true }) }
  return { ...base, state: played.early && !isDue ? 'ahead' : 'missing' }
}

/** Whether nothing can count for a step any more: its day is over. */
const isGone = ({ notAfter }: Step, now: number): boolean => notAfter !== undefined && now > timeOf(notAfter)

/**
 * Whether something came after a step; after one that is not needed any more everything does. Two things of one minute
 * are told apart by their place in the case's log.
 */
function isAfter(logged: Logged, since: StepResult | undefined): boolean {
  if (since?.state === 'spared') return true
  if (since?.at === undefined || since.seq === undefined) return false
  return logged.no === since.no ? logged.seq > since.seq : logged.at >= since.at
}

function opensAt({ notBefore, waits }: Step, results: Found['results']): number | undefined {
  const after = waits && results.get(waits.after)?.at
  const times = [
    ...(notBefore === undefined ? [] : [timeOf(notBefore)]),
    ...(waits && after !== undefined ? [after + minutes(waits.minutes)] : []),
  ]
  return times.length ? Math.max(...times) : undefined
}

function isWithin(at: number, { notAfter }: Step, opens = -Infinity): boolean {
  return at >= opens && (notAfter === undefined || at <= timeOf(notAfter))
}

function termOf({ within, until, of }: Step, { log, numbers, results }: Found): Pick<StepResult, 'from' | 'due'> {
  const no = numbers.get(of)
  const registered = log.find((logged) => logged.no === no && logged.event.kind === 'registered')?.at
  const from = within?.from === undefined ? registered : results.get(within.from)?.at
  const ends = [
    ...(within && from !== undefined ? [from + minutes(within.minutes)] : []),
    ...(until === undefined ? [] : [timeOf(until)]),
  ]
  return { ...(from !== undefined && { from }), ...(ends.length && { due: Math.min(...ends) }) }
}

function wrongOf(never: Never, { log, numbers, results, played }: Found): Wrong[] {
  const end = (never.before !== undefined && results.get(never.before)?.at) || Infinity
  if ('what' in never) {
    const { what, times = 1 } = never
    const hit = log.filter(({ no, at, event }) => no === numbers.get(never.of) && at < end && isLike(event, what))[
      times - 1
    ]
    const by = hit && nameOf(hit, played)
    return hit ? [{ never, at: hit.at, ...(by && { by }) }] : []
  }
  const line = played.said.find(
    ({ scripted, inRoom, at, text }) =>
      !scripted &&
      (inRoom || never.in === 'everywhere') &&
      at < end &&
      never.words.some((word) => plain(text).includes(plain(word))),
  )
  return line ? [{ never, at: line.at, by: line.as }] : []
}

/** As a phone number is hidden and found: without spaces and dashes. */
const plain = (text: string): string => text.replace(/[\s-]/g, '')

function nextOf([wrong]: readonly Wrong[], failed: readonly StepResult[]): Sheet['next'] {
  if (wrong) return { what: wrong.never.says, teach: wrong.never.teach }
  const { step } = failed.find(({ state }) => state === 'missing') ?? failed[0] ?? {}
  return step && { what: step.id, teach: step.teach }
}

const nameOf = ({ by }: Logged, { name }: Played): string | undefined => (by === undefined ? undefined : name(by))

/** The log without what was taken back (撤销). */
function standing(log: readonly Logged[]): readonly Logged[] {
  const undone = new Set(log.flatMap(({ no, event }) => (event.kind === 'undone' ? [`${no} ${event.undoes}`] : [])))
  return log.filter(
    ({ no, cause, event }) => event.kind === 'registered' || cause === undefined || !undone.has(`${no} ${cause}`),
  )
}

/** Whether an event has all that a fact names; of a list, one element must fit each that is named. */
function isLike(event: CaseEvent, fact: Fact): boolean {
  return fits(event, fact)
}

function fits(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return wanted.every((one) => Array.isArray(value) && value.some((other) => fits(other, one)))
  if (typeof wanted !== 'object' || wanted === null) return value === wanted
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(wanted).every(([key, one]) => fits((value as Record<string, unknown>)[key], one))
}
