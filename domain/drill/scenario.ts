import type { CaseNo } from '../cases/case.ts'
import type { CaseEvent, EventKind } from '../cases/events.ts'
import { instant } from '../time/wall.ts'

/** 'MM-DD HH:MM' in the drill's year, Beijing time: a scenario always plays on the same days. */
export type When = string

/** A case of a scenario by the name its words use for it: `{油烟}` becomes its number. */
export type CaseName = string

/** Somebody of the demo district says something: in a room by its short name (「方庄群」), or 'private' to the bot. */
export interface Words {
  as: string
  in: string
  say: string
  /** The bot asks for 「确认 CODE」, which the same person then says. */
  confirm?: true
}

/** When something of the script happens: at a time, or so many minutes after a step was done. */
export type Cue = { at: When } | { after: string; minutes: number }

/** What the script brings: words of the other people, or what nobody writes in WeChat (a call, an instrument, a look). */
export type Beat = Cue & (Words | { tell: string })

/** What must have been recorded: the kind of event, and those of its fields that count. */
export type Fact = { [K in EventKind]: { kind: K } & Like<Omit<Extract<CaseEvent, { kind: K }>, 'kind'>> }[EventKind]

type Like<T> = T extends readonly (infer U)[]
  ? readonly Like<U>[]
  : T extends object
    ? { [K in keyof T]?: Like<T[K]> | undefined }
    : T

/** Something that is expected of those who practise. */
export interface Step {
  /** 「领哨」; unique in its scenario. */
  id: string
  of: CaseName
  /** Any of these. */
  what: Fact | readonly Fact[]
  /** Names of who may do it; everybody when absent. */
  by?: readonly string[]
  /** Counts only when it came after this step. */
  since?: string
  /** Counts only from this time on, or until that one: a line for each day. */
  notBefore?: When
  notAfter?: When
  /** Counts only so many minutes after another step: a call that is tried again. */
  waits?: { minutes: number; after: string }
  /** Minutes after `from` (the step before by name; the registering when absent). */
  within?: { minutes: number; from?: string }
  until?: When
  /** Not needed any more once this was recorded. */
  unless?: Fact
  /** The model answer, and when a good colleague gives it. */
  model: Words & { at: When }
  /** What to think of; shown as the hint and as what to train next. */
  teach: string
}

/** Something that must not happen. */
export type Never = {
  says: string
  teach: string
} /** `times`: from how often on; once when absent. `before`: only until that step was done. */ & (
  | { of: CaseName; what: Fact; times?: number; before?: string }
  /** These words from those who practise. */
  | { words: readonly string[]; in: 'rooms' | 'everywhere'; before?: string }
)

/** A run in which somebody is careless: what is left out, comes later or is said besides, and what the sheet then shows. */
export interface Careless {
  what: string
  skip?: readonly string[]
  later?: Readonly<Record<string, When>>
  also?: readonly (Words & { at: When })[]
  comesTo: { late: readonly string[]; missing: readonly string[]; wrong: readonly string[] }
}

/** A drill (情景演练): a script of messages with expected steps. Data, no more: everybody in it is invented. */
export interface Scenario {
  /** For addresses: lower-case letters and hyphens. */
  id: string
  name: string
  /** What it trains, in one sentence. */
  trains: string
  /** Who one plays. */
  plays: readonly string[]
  /** Minutes a person needs for it. */
  takes: number
  begins: When
  ends: When
  /** What one reads before it begins. */
  story: string
  /** The platform's number of each case's order. */
  cases: Readonly<Record<CaseName, string>>
  beats: readonly Beat[]
  steps: readonly Step[]
  never: readonly Never[]
  careless: Careless
}

const YEAR = '2026'

/** A time of a scenario, milliseconds. */
export function timeOf(when: When): number {
  const [date = '', time] = when.split(' ')
  return instant(`${YEAR}-${date}`, time)
}

/** Words with the numbers of the cases in them: 「领哨 {油烟}」 → 「领哨 101」. */
export function withNumbers(words: string, numbers: ReadonlyMap<CaseName, CaseNo>): string {
  return words.replace(/\{([^{}]+)\}/g, (as, name: string) => String(numbers.get(name) ?? as))
}

/** What is said in the model run, or in the careless one, oldest first. `step` is absent for what is said besides. */
export function linesOf({ steps, careless }: Scenario, run: 'model' | 'careless'): (Words & { at: number })[] {
  const isCareless = run === 'careless'
  const said = steps
    .filter(({ id }) => !(isCareless && careless.skip?.includes(id)))
    .map(({ id, model }) => ({ ...model, at: timeOf((isCareless && careless.later?.[id]) || model.at) }))
  const also = isCareless ? (careless.also ?? []).map((words) => ({ ...words, at: timeOf(words.at) })) : []
  return [...said, ...also].sort((a, b) => a.at - b.at)
}
