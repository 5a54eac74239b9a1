import type { Case, CaseNo } from '../domain/cases/case.ts'
import type { CityRevisit } from '../domain/cases/city-revisit.ts'
import type { CaseEvent } from '../domain/cases/events.ts'
import type { Verb } from '../domain/people/rights.ts'
import type { Speaker } from '../domain/people/speaker.ts'
import type { Complaint } from '../domain/reading/complaint.ts'
import type { Step } from '../domain/reading/steps.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Helpful } from '../domain/words/help.ts'
import type { Lookup } from '../domain/words/lookup.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import type { Arg } from './args.ts'
import type { Data } from './data.ts'

/** What a command is given: who speaks, when, its arguments, and the verbs' way to the cases. */
export interface Context<A> {
  args: A
  speaker: Speaker
  /** Milliseconds since the epoch. */
  now: number
  look: Lookup
  data: Data
  /** Names this occasion: the prefix of every key said because of it. */
  occasion: string
  cause: number | undefined
  /** The message's own facts, for the few commands that need more than their arguments. */
  heard: Heard
  /** Everything that can be said, for help. */
  commands: readonly Command[]
  /**
   * What many feel is asked once more. In: what is to be kept until then, and the question for a code. Out: what was
   * kept, when this is the confirmed second time (`except`: numbers that were left out), else the question to answer with.
   */
  confirm<T>(kept: T, question: (code: string) => Sentence): Sure<T> | { ask: Sentence }
  /** Carries out what waited for 「确认 CODE」. */
  again(wish: Waiting, except: readonly number[]): Sentence | undefined
  /** A case that may be spoken of here. Refuses: unknown-case, out-of-scope. */
  find(no: CaseNo): Case
  /** Applies a verb to a case: its facts are stored, told and answered for in one transaction. */
  change(no: CaseNo, facts: (c: Case) => CaseEvent[]): { c: Case; changed: boolean }
}

/** Confirmed. */
export interface Sure<T> {
  sure: T
  except: readonly number[]
}

/** What waits for 「确认 CODE」: the wish as it was said, and what the command kept. */
export interface Waiting {
  verb: Verb
  nos: CaseNo[]
  rest: string
  mentions: readonly { id: string; name: string }[]
  kept: unknown
}

/** What came with the words. */
export interface Heard {
  /** The text of the message, without mention and quote; of several wishes the words of this one. */
  text: string
  /** Members mentioned, as contacts. */
  mentions: readonly { id: string; name: string }[]
  /** The WeChat room, also when it is not bound yet. */
  room?: { id: string; topic: string }
  /** Complaints that were read in it. */
  complaints: readonly Complaint[]
  /** Nobody named the case: it is the one the speaker is at, so what does not fit it was not said to the bot. */
  recent?: true
  /** The case is that of the quoted card. */
  quoted?: true
  /** Told without a command's word. */
  told?: true
  /** Asked whether it is a known case, its reporter said 「新件」. */
  isNew?: true
  /** A row of the platform's file: what the city heard, and when. */
  cityRevisit?: { told: CityRevisit; heldAt: number | undefined }
  sentAt: number
  /** These are rows of a spreadsheet: its rooms hear one list, its sender one answer. */
  listed?: true
}

/** One conversation in miniature: documentation, help and test at once. */
export interface Example {
  /** Somebody of the demo district. */
  as: string
  say: string
  /** How help writes it, where the words themselves are of the demo district alone. */
  shows?: string
  /** A room of the demo district, or 'private'. */
  in: string
  /** The words this replies to, as the quoted card begins. */
  quote?: string
  /** How the answer begins. */
  hears: string
  /** Said before it, by the same or another person, answers not looked at. */
  after?: readonly Pick<Example, 'as' | 'say' | 'in' | 'quote'>[]
}

/** What people can say, as one object: help, README, tests and the reader all come from it. */
export interface Command<A extends object = object> {
  verb: Verb
  /** Words that begin a message. The first is the one help shows. */
  words: readonly string[]
  /** Whole sentences that act on a named or quoted case. */
  also?: readonly RegExp[]
  /** Whole questions that are the command when they are said to the bot: 「三率多少」. */
  asked?: readonly RegExp[]
  /** They also count alone, soon after acting on exactly one open case here (domain.md section 6 g); of a pattern, where it fits. */
  plain?: true | RegExp
  summary: string
  /** Its place on the one screen of help; absent: shown only when asked for by its word. */
  hint?: NonNullable<Helpful['hint']>
  args: { [K in keyof A]: Arg<A[K]> }
  /** What the same words mean of those who may not do this. */
  otherwise?: Verb
  /** Only there; anywhere if absent. */
  where?: 'private' | 'room'
  /** Its own sentences (of a pattern: those that fit) count only of those who may say them; of others they are talk. */
  alsoTheirs?: true | RegExp
  /** In a room, not said to the bot, its words count only of those who may say them: 「待批」 of others is talk. */
  theirsAlone?: true
  /** What somebody who may not is told, in place of who may. */
  refusal?(no: CaseNo): Refusal
  /** Of a merged case it acts on the one it goes with; 'sameCaller': only where both have one complainant. */
  ofMain?: true | 'sameCaller'
  /** Said under a quoted card, the quoted case stands before the one that is named. */
  quotedFirst?: true
  /** A step of handling, which others may follow in one message. */
  step?: Step
  /** In a room, neither addressed to the bot nor quoting a case, its words count only with this behind them. */
  only?: RegExp
  /** May be said by somebody nobody knows yet. */
  strangersToo?: true
  /** May be said in a room nobody has bound yet. */
  unboundToo?: boolean
  examples: readonly Example[]
  /** Out: the answer, or nothing when what happened speaks for itself. */
  run(context: Context<A>): Sentence | string | undefined
}

/** Declares a command. The types of its arguments follow from `args`. */
export function command<A extends object>(declared: Command<A>): Command<A> {
  return declared
}
