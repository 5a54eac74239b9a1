import { perform } from '../commands/perform.ts'
import { wordings } from '../commands/registry.ts'
import type { Kept } from '../db/inbox.ts'
import type { Question } from '../db/questions.ts'
import type { Tx } from '../db/unit.ts'
import type { CaseNo } from '../domain/cases/case.ts'
import { NEARBY } from '../domain/cases/photos.ts'
import { note } from '../domain/cases/steps.ts'
import { inScope, type Speaker } from '../domain/people/speaker.ts'
import { understand } from '../domain/reading/meaning.ts'
import { readReply } from '../domain/reading/reply.ts'
import { filesForNew, supplemented } from '../domain/words/files.ts'
import type { Sentence } from '../domain/words/sentence.ts'
import { giveFiles, placeFiles } from '../jobs/place-files.ts'
import { looseOf } from './naming.ts'

interface Answering {
  kept: Kept
  speaker: Speaker
  tx: Tx
  now: number
  say(sentence: Sentence): void
}

/**
 * 「1」, 「118」 or 「新件」 within ten minutes of the bot's question to this person, in private or in a room (domain.md
 * section 6). False when nothing was asked or the words do not answer it: then they are read as any others.
 */
export function answerQuestion(answering: Answering): boolean {
  const { kept, tx } = answering
  const reply = readReply(kept.inbound.text)
  const question = reply && tx.questions.open(kept.person, kept.inbound.sentAt - NEARBY)
  if (!reply || !question?.choices.length) return false
  if (reply === 'new') return asNew(question, answering)
  const no = 'choice' in reply ? question.choices[reply.choice - 1] : reply.no
  if (no === undefined || !isMeant(no, question, answering)) return false
  toCase(question, no, answering)
  return true
}

/** One of the choices; pictures also go to another case the sender may speak of. */
function isMeant(no: CaseNo, { choices, kind }: Question, { tx, speaker }: Answering): boolean {
  if (choices.includes(no)) return true
  const c = kind === 'files' ? tx.cases.find(no) : undefined
  return c !== undefined && inScope(speaker, c)
}

function toCase(question: Question, no: CaseNo, { kept, tx, now, say }: Answering): void {
  const { id: cause, person, inbound } = kept
  tx.questions.answered(question.id, now)
  tx.files.named({ person, room: kept.room ?? null }, { no, at: inbound.sentAt, message: cause })
  if (question.kind === 'files') giveFiles(tx, looseOf(tx, question.files), { no, now })
  else if (question.words !== null) {
    const facts = note(question.words).map((event) => ({ no, at: now, by: person, cause, event }))
    tx.record(facts, now)
    say(supplemented(no))
    placeAround(question, no, { tx, now })
  }
}

function asNew(question: Question, { kept, tx, now, say }: Answering): boolean {
  tx.questions.answered(question.id, now)
  if (question.kind === 'files') {
    const files = looseOf(tx, question.files)
    // No choices: the next report takes them.
    tx.questions.ask({ person: kept.person, kind: 'files', choices: [], files: files.map(({ id }) => id) }, now)
    say(filesForNew(files.map(({ kind }) => kind)))
    return true
  }
  const original = question.message === null ? undefined : tx.inbox.find(question.message)
  if (!original) return false
  const { inbound, id, person } = original
  const room = original.room === undefined ? undefined : tx.people.room(original.room)
  const { complaints } = understand(inbound, {
    ...(room && { room }),
    wordings,
    learned: tx.places.learned(),
    now: inbound.sentAt,
  })
  const heard = { ...inbound, complaints, isNew: true as const }
  const on = { now, cause: id, key: `${id}-new`, heard }
  const answer = perform(tx.people.speaker(person, room), { verb: 'report', nos: [], rest: '' }, { data: tx, on })
  if (answer?.length) say(answer)
  for (const no of tx.cases.causedBy(id)) placeAround(question, no, { tx, now })
  return true
}

/** The pictures around the message that was asked about. */
function placeAround({ person, message }: Question, no: CaseNo, { tx, now }: { tx: Tx; now: number }): void {
  const said = message === null ? undefined : tx.inbox.sentAs(message)
  if (message === null || !said) return
  tx.files.named({ person, room: said.room }, { no, at: said.sentAt, message })
  placeFiles(tx, { person, room: said.room }, now)
}
