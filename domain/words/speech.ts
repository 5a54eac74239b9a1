import type { CaseNo, PersonId, RoomId } from '../cases/case.ts'
import type { LedgerWish } from '../figures/ledger.ts'
import type { Period } from '../time/period.ts'
import type { Sentence } from './sentence.ts'

/** Who waits for whom at the gate (architecture.md, step 5): answers and urgent things pass the rest. */
export const speechClasses = { urgent: 0, reply: 0, card: 3, notice: 5, list: 7, report: 9 } as const
export type SpeechClass = keyof typeof speechClasses

/** A conversation: a bound room, or a person in private. */
export type To = { room: RoomId } | { person: PersonId }

/** A conversation that was told something, and whether it could not wait. */
export interface Reached {
  to: To
  urgent: boolean
}

/** A file that is made at the moment it goes out, so that no bytes lie about. */
export type Enclosure =
  | { name: string; kind: 'rosterTemplate' }
  /** A few lists of numbers and plain words, nothing of anybody. */
  | { name: string; kind: 'table'; sheets: readonly { name: string; rows: readonly (readonly string[])[] }[] }
  /** 台账 of a span, filled when it goes out. */
  | { name: string; kind: 'ledger'; wish: LedgerWish }
  /** A volume of a 归档包, or its index, filled when it goes out. */
  | {
      name: string
      kind: 'archive'
      of: 'volume' | 'index'
      period: Period
      nos: readonly CaseNo[]
      volume: { nth: number; of: number }
      /** Cases of the whole archive. */
      total: number
    }
  /** A kept picture or file of a case; opened, and the look written down, at the moment it goes out. */
  | { name: string; kind: 'kept'; file: number }

/** Something to be said once: the key is natural, a second one with it changes nothing. */
export interface Speech {
  to: To
  class: SpeechClass
  key: string
  sentence: Sentence
  /** A message of its own that is this file; the sentence then says only what the log needs. */
  file?: Enclosure
  /** How it shrinks when several cards share one message. */
  brief?: Sentence
  no?: CaseNo
  /** Never a line of another message: a card stays what it is. */
  apart?: boolean
  /** Dropped when the case moves on before it was spoken. */
  reminder?: boolean
  notBefore?: number
  goodUntil?: number
  /** A message of its own that waits for more of its kind: until it is spoken, the same key says it anew and waits anew. */
  gathers?: true
}

/** The most bytes one message may have: WeChat cuts at 2,048. */
export const MESSAGE_BYTES = 1900
