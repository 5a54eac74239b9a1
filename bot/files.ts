import type { Kept } from '../db/inbox.ts'
import type { Tx } from '../db/unit.ts'
import type { Attachment } from '../domain/reading/inbound.ts'
import { mask } from '../domain/reading/personal.ts'
import { dateOf } from '../domain/time/wall.ts'
import { cannotHear } from '../domain/words/files.ts'
import { placeFiles } from '../jobs/place-files.ts'

/** Writes down what a message brought: pictures, videos, files and places are wanted; a voice cannot be heard. */
export function hearFiles({ id, person, room, inbound }: Kept, tx: Tx, now: number): void {
  const sender = { person, room: room ?? null }
  for (const file of inbound.files) {
    if (file.kind === 'voice') sayOnceADay(tx, person, now)
    else if (!isSheet(file, sender.room)) {
      const { kind } = file
      tx.files.want(
        { ...sender, message: id, attachment: file.id, kind, name: mask(file.name), sentAt: inbound.sentAt },
        now,
      )
    }
  }
  placeFiles(tx, sender, now)
}

// A spreadsheet in private is read as a list, and belongs to no case.
function isSheet({ kind, name }: Attachment, room: number | null): boolean {
  return kind === 'file' && room === null && /\.(?:xlsx?|csv)$/i.test(name)
}

function sayOnceADay(tx: Tx, person: number, now: number): void {
  if (!tx.people.reachable(person)) return
  const key = `voice-${person}-${dateOf(now)}`
  tx.outbox.say({ to: { person }, class: 'reply', key, sentence: cannotHear() }, now)
}
