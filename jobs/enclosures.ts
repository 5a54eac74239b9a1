import type { Message } from '../db/outbox.ts'
import type { Store } from '../db/unit.ts'
import type { PersonId } from '../domain/cases/case.ts'
import type { Enclosure } from '../domain/words/speech.ts'
import { enclosure } from '../reports/enclosure.ts'
import { archiveFile } from './archive-file.ts'
import { ledgerFile } from './ledger-file.ts'

/** The file of a message, at the moment it goes out: opened, or made of what stands in the store now; only in private. */
export async function enclosed(message: Message, file: Enclosure, at: { store: Store; now: number }): Promise<Buffer> {
  if (file.kind === 'kept') return opened(message, file.file, at)
  if (file.kind === 'ledger') return ledgerFile(file.wish, { ...at, reader: readerOf(message) })
  if (file.kind === 'archive') return archiveFile(file, at)
  return enclosure(file)
}

// Written down first: whoever reads the log knows who may have seen it.
function opened({ id, to, nos }: Message, file: number, { store, now }: { store: Store; now: number }): Buffer {
  const no = nos[0]
  const bytes = store.disk.read(file)
  if (!('person' in to) || no === undefined || !bytes) throw new Error(`message ${id} has no file to show`)
  store.unit((tx) => tx.files.lookedAt(file, { no, person: to.person, at: now }))
  return bytes
}

function readerOf({ id, to }: Message): PersonId {
  if (!('person' in to)) throw new Error(`message ${id} holds what is said in private only`)
  return to.person
}
