import type { Store, Tx } from '../db/unit.ts'
import { nowAdmin } from '../domain/words/grants.ts'
import type { FriendRequest, Invitation, Log } from './line/line.ts'

/**
 * Answers a request to be a friend (domain.md section 3): members of a bound room are welcome; so is whoever greets with
 * the administrator's code, and becomes one. Others wait.
 */
export async function befriend(
  request: FriendRequest,
  { store, now, log, nudge }: { store: Store; now: () => number; log: Log; nudge(): void },
): Promise<void> {
  const code = /绑定管理员[\s:：]*([A-Za-z0-9-]{4,20})/.exec(request.greeting)?.[1]
  // The right stands before the gateway is asked: a code is never used up for nothing.
  const isAdmin = code !== undefined && store.unit((tx) => becomesAdmin(code, request, { tx, now: now() }))
  const known = store.books.people.personOf(request.contact)
  if (known === undefined || !store.books.people.speaker(known).known) {
    const { id, contact, name } = request
    store.unit((tx) => tx.arrivals.asked({ id, contact, name }, now()))
    log.info({}, 'a request to be friends waits: not a member of a bound room')
    return
  }
  await request.accept()
  store.unit((tx) => {
    const person = tx.people.meet({ id: request.contact, name: request.name, friend: true })
    tx.people.befriended(person)
    if (!isAdmin) return
    tx.outbox.say({ to: { person }, class: 'reply', key: `admin-${person}-${now()}`, sentence: nowAdmin() }, now())
    tx.restoring.tell(now())
  })
  nudge()
}

/** Follows an invitation into a room when somebody we know sent it; the room stays silent until it is bound. */
export async function follow({ by, accept }: Invitation, { store, log }: { store: Store; log: Log }): Promise<void> {
  const inviter = store.books.people.personOf(by)
  if (inviter !== undefined && store.books.people.speaker(inviter).known) return accept()
  log.info({}, 'an invitation into a room waits: nobody knows who sent it')
}

function becomesAdmin(code: string, { contact, name }: FriendRequest, { tx, now }: { tx: Tx; now: number }): boolean {
  if (!tx.people.useCode(code, 'admin', now)) return false
  const person = tx.people.personOf(contact) ?? tx.people.meet({ id: contact, name, friend: false })
  tx.people.grant(person, { role: 'admin' }, undefined, now)
  return true
}
