import type { Books, Tx } from '../db/unit.ts'
import type { CaseNo } from '../domain/cases/case.ts'
import { roomName } from '../domain/people/rooms.ts'
import { unsure } from '../domain/words/admin.ts'
import { personalTimes } from './personal-list.ts'

/** With the first list of a working day. */
export function unsureTimes(books: Books, date: string): number[] {
  return personalTimes(books, date).slice(0, 1)
}

/**
 * What was given up because nobody knows whether it was spoken (architecture.md, step 6): the administrators read once a
 * day how many and where. Personal data is told at once and not again here. None, nothing sent.
 */
export function unsureList(tx: Tx, { at, now, last }: { at: number; now: number; last: number | undefined }): void {
  const found = new Map<string, { to: string; count: number; nos: Set<CaseNo> }>()
  for (const { to, nos } of tx.outbox.unknownSince(last ?? 0, now)) {
    const name = nameOf(tx, to)
    const known = found.get(name) ?? { to: name, count: 0, nos: new Set<CaseNo>() }
    found.set(name, { ...known, count: known.count + 1, nos: new Set([...known.nos, ...nos]) })
  }
  if (!found.size) return
  const sentence = unsure([...found.values()].map((one) => ({ ...one, nos: [...one.nos] })))
  for (const admin of tx.people.admins())
    tx.outbox.say({ to: { person: admin }, class: 'list', key: `unsure-${at}-${admin}`, sentence }, now)
}

function nameOf({ people }: Tx, to: { room: number } | { person: number }): string {
  if ('person' in to) return people.name(to.person)
  const room = people.room(to.room)
  return room ? roomName(room) : '某群'
}
