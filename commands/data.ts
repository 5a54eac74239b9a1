import type { Case, CaseNo, PersonId, RoomId, TextId, UnitId, VaultId } from '../domain/cases/case.ts'
import type { Decision } from '../domain/cases/decisions.ts'
import type { Logged } from '../domain/cases/events.ts'
import type { Matter } from '../domain/cases/similar.ts'
import type { Question, Topic } from '../domain/drill/question.ts'
import type { Asked } from '../domain/drill/quiz.ts'
import type { RosterEntry } from '../domain/people/entry.ts'
import type { RestorePlan } from '../domain/people/restore.ts'
import type { Role, RoleId } from '../domain/people/roles.ts'
import type { Room, RoomKind } from '../domain/people/rooms.ts'
import type { Roster } from '../domain/people/roster.ts'
import type { Speaker } from '../domain/people/speaker.ts'
import type { Learned, LearnedPlace } from '../domain/reading/learned.ts'
import type { LedgerTemplate } from '../domain/reading/ledger-sheet.ts'
import type { SearchWish } from '../domain/reading/search.ts'
import type { SheetUse } from '../domain/reading/sheet.ts'
import type { Settings } from '../domain/settings.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import type { Period } from '../domain/time/period.ts'
import type { LastBackup } from '../domain/words/backup.ts'
import type { FileKind } from '../domain/words/files.ts'
import type { Lookup } from '../domain/words/lookup.ts'
import type { SecretField, Sentence } from '../domain/words/sentence.ts'
import type { Speech } from '../domain/words/speech.ts'
import type { Spoken } from '../domain/words/spoken.ts'

/** Somebody who waits for 通过, as a list keeps them. */
export type Applicant = { kind: 'roster'; id: number; person: PersonId } | { kind: 'friend'; id: string }

/** What commands may read and write: the part of a unit of work they need. The database's `Tx` is one. */
export interface Data {
  savepoint<T>(body: () => T extends Promise<unknown> ? never : T): T
  /** The one way facts enter the log: state, clock, reminders and who hears, in the same transaction. */
  record(facts: readonly Omit<Logged, 'seq'>[], now: number): Case
  look(now: number): Lookup
  cases: {
    find(no: CaseNo): Case | undefined
    nextNo(): CaseNo
    log(no: CaseNo): Logged[]
    open(street?: string): Case[]
    /** Those that go with another case (已并案). */
    merged(): Case[]
    ownedBy(person: PersonId): Case[]
    reportedBy(person: PersonId, since: number): Case[]
    withExternalNo(externalNo: string): Case | undefined
    lastActOf(person: PersonId, since: number, no?: CaseNo): { act: number; log: Logged[] }[]
    withTail(tail: string): Case[]
    /** Registered in a span of time, both ends in it; any state. */
    registeredBetween(from: number, to: number): Case[]
    /** Cases of any state that fit every term; newest first. */
    matching(terms: readonly SearchWish[], most: number): Case[]
  }
  /** Cases that share most words with a matter, of its street and kind of nuisance. */
  alike: { near(matter: Omit<Matter, 'at'>): Case[] }
  /** The book of places learned from closed cases. */
  places: {
    all(): (LearnedPlace & { by: PersonId; at: number; cases: CaseNo[] })[]
    learned(): Learned
    learn(place: LearnedPlace, by: PersonId, at: number): boolean
    drop(place: LearnedPlace, by: PersonId, at: number): void
    forget(place: LearnedPlace, by: PersonId, at: number): void
  }
  texts: { keep(masked: string): TextId; body(id: TextId | undefined): string }
  vault: {
    keep(complainant: Partial<Record<SecretField, string>>, now: number): VaultId
    amend(id: VaultId | undefined, to: Partial<Record<SecretField, string>>, now: number): VaultId
    has(id: VaultId): SecretField[]
    /** Words masked, with what the row holds covered wherever it is repeated. */
    mask(id: VaultId | undefined, words: string): string
    looks(no: CaseNo): { person: PersonId; at: number }[]
    samePerson(one: VaultId | undefined, other: VaultId | undefined): boolean
  }
  questions: {
    ask(
      question: { person: PersonId; kind: 'same'; choices: readonly CaseNo[]; message?: number; words?: TextId },
      now: number,
    ): void
  }
  outbox: {
    say(speech: Speech, now: number): number | undefined
    /** Whether a sentence still waits to be spoken. */
    waits(key: string): boolean
    sharing(room: RoomId, no: CaseNo, quote: string): CaseNo[]
    spokenIn(room: RoomId, from: number, to: number): Spoken[]
    waitingIn(room: RoomId, now: number): Spoken[]
    counted(room: RoomId, day: string): number
    holdBack(room: RoomId, until: number, now: number): void
    letGo(room: RoomId, heldUntil: number, now: number): void
  }
  /** The numbered list somebody was shown last. */
  shown: {
    latest(person: PersonId): Decision[]
    keep(person: PersonId, items: readonly Decision[], at: number): void
  }
  /** 练兵: one's own questions and answers. */
  quiz: {
    ask(
      person: PersonId,
      asked: {
        question: Question
        wanted?: Topic | undefined
        of?: number | undefined
        round?: { id: number; of: number } | undefined
      },
      now: number,
    ): void
    last(
      person: PersonId,
      since: number,
    ): { answered: boolean; round: { id: number; of: number } | undefined } | undefined
    leave(person: PersonId, at: number): void
    history(person: PersonId, since: number): Asked[]
    inRound(id: number): { n: number; right: number }
    forget(person: PersonId): void
  }
  /** When something was last done; 对账 is kept as one of them. */
  runs: { lastDone(name: string): number | undefined }
  /** Cases that count in the figures of a span. */
  figures: { touching(from: number, to: number): Case[] }
  /** 归档包: what is over and not erased, from an instant on; which periods were confirmed. */
  erasure: {
    over(since?: number): { no: CaseNo; lastAt: number }[]
    archive(period: Period): { by: PersonId; confirmedAt: number } | undefined
    confirm(period: Period, by: PersonId, at: number, head?: string): boolean
  }
  /** The end of the chain of events. */
  chain: { head(): { events: number; hash: string } | undefined }
  /** 台账模板: the bureau's own header; `template` null after it was put back to ours. */
  ledger: {
    current(): { name: string; template: LedgerTemplate; by: PersonId; at: number } | undefined
    learn(learned: { name: string; template: LedgerTemplate | null }, by: PersonId, at: number): void
  }
  settings: {
    on(date: string): Settings
    set(key: string, value: unknown, how: { from: string; by?: PersonId; at: number }): void
    coming(key: string, date: string): { value: unknown; from: string }[]
    calendar(): Calendar
    setDay(date: string, workday: boolean): void
  }
  /** The calendar or a rule changed: every clock is set anew. */
  rearm(now: number): void
  confirmations: {
    ask(asker: { person: PersonId; room?: string }, wish: unknown, now: number): string
    take(asker: { person: PersonId; room?: string }, code: string, now: number): unknown
    show(person: PersonId, kind: string, items: readonly unknown[], at: number): void
    shown(person: PersonId, kind: string): unknown[]
  }
  roster: {
    open(): RosterEntry[]
    all(): RosterEntry[]
    propose(id: number, person: PersonId): void
    /** Those with a role who go by a name. */
    called(name: string): PersonId[]
  }
  arrivals: { rooms(): { contact: string; topic: string }[] }
  sheets: {
    announce(person: PersonId, next: { silent?: boolean; as?: SheetUse }, until: number): void
    lastOf(person: PersonId, since: number): { state: 'wanted' | 'done' | 'lost' } | undefined
  }
  files: {
    /** Whether somebody sent something in private that is of no case yet. */
    waiting(person: PersonId): boolean
    /** A kept file that may be shown; undefined while it is not there, and when its case was taken from it. */
    shown(id: number): { id: number; kind: FileKind; name: string; stripped: boolean } | undefined
    looks(no: CaseNo): { person: PersonId; at: number }[]
  }
  restoring: {
    plan(): RestorePlan | undefined
    apply(plan: Pick<RestorePlan, 'rooms' | 'people'>, now: number): void
    tell(now: number): void
  }
  suggestions: {
    keep(
      wish: { person: PersonId; room?: RoomId; words: string; message: number | undefined },
      now: number,
    ): number | undefined
  }
  backups: { want(by: PersonId, now: number): number | undefined; last(): LastBackup | undefined }
  admission: {
    tell(now: number): void
    list(person: PersonId, now: number): Sentence
    named(approver: PersonId, who: { contact?: string; name: string }): Applicant[]
    shownTo(person: PersonId): Applicant[]
    accept(item: Applicant, by: PersonId, now: number): { name: string; person?: PersonId } | undefined
    deny(item: Applicant): void
    issueCodes(now: number): { entry: RosterEntry; code: string }[]
    verify(code: string, person: PersonId, now: number): RosterEntry[]
    progress(): {
      rooms: { bound: number; all: number }
      people: { proved: number; all: number }
      notFriends: number
    }
  }
  people: Roster & {
    name(person: PersonId): string
    reachable(person: PersonId): boolean
    speaker(person: PersonId): Speaker
    personOf(contact: string): PersonId | undefined
    meet(contact: { id: string; name: string; friend: boolean }): PersonId
    units(): UnitId[]
    admins(): PersonId[]
    holders(role: RoleId): PersonId[]
    boundRooms(): Room[]
    boundRoom(contact: string): Room | undefined
    bind(
      room: { contact: string; topic: string; kind: RoomKind; street?: string; unit?: UnitId },
      by: PersonId,
      at: number,
    ): Room
    unbind(room: RoomId, at: number): void
    grant(person: PersonId, role: Role, by: PersonId | undefined, at: number): boolean
    revoke(person: PersonId, at: number): number
    setAreas(unit: UnitId, streets: readonly string[]): void
    areasOf(unit: UnitId): string[]
    setOwnership(what: string, unit: UnitId | undefined): void
    ownerOf(what: string | undefined): UnitId | undefined
    mute(room: RoomId, until: number, by: PersonId, at: number): void
    mutedUntil(room: RoomId, now: number): number | undefined
    setDuty(unit: UnitId, on: readonly PersonId[], from: number, to: number): void
    useCode(code: string, purpose: string, now: number): boolean
  }
}
