import type { Kept } from '../db/inbox.ts'
import type { Tx } from '../db/unit.ts'
import type { Case } from '../domain/cases/case.ts'
import { dropPhoto, recalled } from '../domain/cases/photos.ts'
import { dateOf } from '../domain/time/wall.ts'
import { voidedByRecall } from '../domain/words/files.ts'
import { conversationOf, recount } from '../jobs/place-files.ts'

interface Original {
  id: number
  person: number
  room: number | null
  sentAt: number
}

/**
 * A message was taken back (domain.md section 6): a fresh, unclaimed report is void, its pictures are dropped, what was
 * kept of its words is blanked. Otherwise the case and its masked text stay, and nothing is asked.
 */
export function takeBack(recall: Kept, tx: Tx, now: number): void {
  const original = tx.inbox.sent(recall.inbound.recalls ?? '')
  if (!original || original.room !== (recall.room ?? null)) return
  for (const no of tx.cases.causedBy(original.id)) {
    const c = tx.cases.find(no)
    if (c && tx.cases.log(no)[0]?.cause === original.id) voidIfFresh(c, original, { recall, tx, now })
  }
  for (const { id } of tx.files.ofMessage(original.id)) dropFile(id, recall, { tx, now })
  tx.questions.withdraw(original.id, now)
  tx.inbox.takenBack(original.id)
}

function voidIfFresh(c: Case, original: Original, { recall, tx, now }: { recall: Kept; tx: Tx; now: number }): void {
  const asked = tx.outbox.said(`personal-${original.person}-${dateOf(original.sentAt)}`)
  const facts = recalled(c, {
    by: recall.person,
    sentAt: original.sentAt,
    recalledAt: recall.inbound.sentAt,
    askedFor: asked && c.complainant !== undefined,
  })
  if (!facts.length) return
  tx.record(
    facts.map((event) => ({ no: c.no, at: now, by: recall.person, cause: recall.id, event })),
    now,
  )
  const sentence = voidedByRecall(c.no)
  // Where the card hangs in another room, those who read it there hear of it as of any case that is void.
  const key = `recalled-${c.no}-${recall.id}`
  tx.outbox.say({ to: conversationOf(original), class: 'reply', key, no: c.no, sentence }, now)
}

/** The row goes now, its bytes after the commit. */
function dropFile(id: number, recall: Kept, { tx, now }: { tx: Tx; now: number }): void {
  const file = tx.files.find(id)
  if (!file) return
  tx.files.forget(id)
  const c = file.no === null ? undefined : tx.cases.find(file.no)
  const facts = c ? dropPhoto(c, id) : []
  if (c && facts.length)
    tx.record(
      facts.map((event) => ({ no: c.no, at: now, by: recall.person, cause: recall.id, event })),
      now,
    )
  recount(tx, file, now)
}
