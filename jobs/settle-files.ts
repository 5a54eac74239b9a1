import type { Books, Store, Tx } from '../db/unit.ts'
import { NEARBY } from '../domain/cases/photos.ts'
import { note } from '../domain/cases/steps.ts'
import { days } from '../domain/time/wall.ts'
import { askForCases, placeFiles } from './place-files.ts'

/** Pictures of no case are kept so long (domain.md section 6). */
const KEPT = days(1)

/** What time does to pictures and questions: silence is an answer, pictures ask for their case, chatter is forgotten. */
export function settleFiles(store: Store, now: number): void {
  store.unit((tx) => {
    for (const question of tx.questions.silent(now - NEARBY)) passOver(tx, question, now)
    askForCases(tx, now)
  })
  forgetChatter(store, now)
}

/** When the next of these things happens. */
export function nextSettling({ files, questions }: Books): number | undefined {
  const oldest = files.oldestLoose()
  const asked = questions.oldestOpen()
  const instants = [
    files.nextTry(),
    files.nextAsk(),
    oldest === undefined ? undefined : oldest + KEPT,
    asked === undefined ? undefined : asked + NEARBY,
  ].filter((at) => at !== undefined)
  return instants.length ? Math.min(...instants) : undefined
}

/** Nobody said it is a new one: the words become a note on the case they are like. */
function passOver(tx: Tx, question: ReturnType<Tx['questions']['silent']>[number], now: number): void {
  tx.questions.answered(question.id, now)
  const no = question.choices[0]
  if (question.kind !== 'same' || no === undefined || question.words === null) return
  const { person, message } = question
  const cause = message === null ? {} : { cause: message }
  const facts = note(question.words).map((event) => ({ no, at: now, by: person, ...cause, event }))
  tx.record(facts, now)
  const said = message === null ? undefined : tx.inbox.sentAs(message)
  if (message === null || !said) return
  tx.files.named({ person, room: said.room }, { no, at: said.sentAt, message })
  placeFiles(tx, { person, room: said.room }, now)
}

/** First the bytes, then the row: what is cut short in between is done again. */
function forgetChatter(store: Store, now: number): void {
  for (const id of store.books.files.stale(now - KEPT)) {
    store.disk.remove(id)
    store.unit((tx) => tx.files.forget(id))
  }
}

/** Once a day: what no picture will ask for again, and bytes that were left behind. */
export function tidyFiles(store: Store, now: number): void {
  store.unit((tx) => tx.files.forgetNamings(now - KEPT))
  sweepDisk(store)
}

/** Bytes without a row, left by a power cut between the two. */
export function sweepDisk(store: Store): void {
  const there = store.disk.ids()
  const known = there.length ? store.books.files.ids() : new Set<number>()
  for (const id of there) if (!known.has(id)) store.disk.remove(id)
}
