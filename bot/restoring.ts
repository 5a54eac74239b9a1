import type { Store } from '../db/unit.ts'
import { type NewRoom, planRestore } from '../domain/people/restore.ts'
import type { Line } from './line/line.ts'

/**
 * Asks the gateway who is in the rooms nobody bound, and pairs them with what was known before (恢复绑定). Of rooms that
 * are none of ours nothing is kept. In: rooms as they were just listed.
 */
export async function pairAgain(store: Store, line: Pick<Line, 'members' | 'self'>, now: () => number): Promise<void> {
  const { restoring } = store.books
  if (!restoring.changed().length) {
    if (restoring.plan()) store.unit((tx) => tx.restoring.forget())
    return
  }
  const self = line.self()?.id
  const found: NewRoom[] = []
  for (const { contact, topic } of restoring.unknown()) {
    const members = await line.members(contact)
    found.push({
      contact,
      topic,
      members: members
        .filter(({ id }) => id !== self)
        .map(({ id, name, alias, friend }) => ({ contact: id, name, friend, ...(alias !== undefined && { alias }) })),
    })
  }
  const present = new Set(found.flatMap(({ members }) => members.map(({ contact }) => contact)))
  store.unit((tx) => tx.restoring.keep(planRestore(tx.restoring.before(present), found), now()))
}
