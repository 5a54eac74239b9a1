import type { Kept } from '../../db/inbox.ts'
import type { Tx } from '../../db/unit.ts'
import { may } from '../../domain/people/rights.ts'
import type { Speaker } from '../../domain/people/speaker.ts'

const SHEET = /\.(xlsx|xls|csv)$/i

/** A spreadsheet sent in private by somebody who may import: it is to be fetched. Out: whether the message was one. */
export function takeSheets({ id, inbound }: Kept, speaker: Speaker, tx: Tx, now: number): boolean {
  if (inbound.room || !(may(speaker, 'importOrders') || may(speaker, 'importRoster'))) return false
  const [file] = inbound.files.filter(({ kind, name }) => kind === 'file' && SHEET.test(name))
  if (!file) return false
  tx.sheets.want({ message: id, person: speaker.person, attachment: file.id, name: file.name }, now)
  return true
}
