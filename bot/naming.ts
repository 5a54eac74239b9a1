import type { Kept } from '../db/inbox.ts'
import type { Tx } from '../db/unit.ts'
import type { CaseNo } from '../domain/cases/case.ts'
import { NEARBY } from '../domain/cases/photos.ts'
import { inScope, type Speaker } from '../domain/people/speaker.ts'
import { isAboutFiles, namedIn } from '../domain/reading/reply.ts'
import { giveFiles, placeFiles } from '../jobs/place-files.ts'

/** What a message named, for the pictures around it. */
export interface Naming {
  kept: Kept
  speaker: Speaker
  quotedRefs: readonly string[]
  /** Cases that were acted on or asked for. */
  nos: readonly CaseNo[]
}

/** Remembers which cases a message named, and puts its sender's waiting pictures to them. */
export function rememberNaming({ kept, speaker, quotedRefs, nos }: Naming, tx: Tx, now: number): void {
  const { id, person, inbound } = kept
  // A small number may be a place in a list: 「同意 1 3」.
  const cases = nos.filter((no) => tx.cases.find(no) !== undefined)
  const done = [...new Set([...cases, ...tx.cases.causedBy(id)])]
  const named = done.length ? done : mentioned()
  if (!named.length) return
  const sender = { person, room: kept.room ?? null }
  for (const no of named) tx.files.named(sender, { no, at: inbound.sentAt, message: id })
  const [only] = named
  if (only !== undefined && named.length === 1) giveWhatWaits(only)
  placeFiles(tx, sender, now)

  function mentioned(): CaseNo[] {
    return namedIn(inbound.text, quotedRefs).filter((no) => {
      const c = tx.cases.find(no)
      return c !== undefined && inScope(speaker, c)
    })
  }

  /** 「新件」 was answered and here it is; or: 「照片是128的」. */
  function giveWhatWaits(no: CaseNo): void {
    const question = tx.questions.open(person, inbound.sentAt - NEARBY)
    const forNew = question?.kind === 'files' && !question.choices.length && isNew(no)
    if (forNew) {
      tx.questions.answered(question.id, now)
      giveFiles(tx, looseOf(tx, question.files), { no, now })
    } else if (isAboutFiles(inbound.text)) {
      const asked = tx.files.loose(person).filter(({ askedAt, room }) => askedAt !== null || room === sender.room)
      giveFiles(tx, asked, { no, now })
      if (question?.kind === 'files') tx.questions.answered(question.id, now)
    }
  }

  function isNew(no: CaseNo): boolean {
    return tx.cases.log(no)[0]?.cause === id
  }
}

/** The files of a question that still are of no case. */
export function looseOf(tx: Tx, ids: readonly number[] | null) {
  return (ids ?? []).flatMap((id) => tx.files.find(id) ?? []).filter(({ no }) => no === null)
}
