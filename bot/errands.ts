import type { Store } from '../db/unit.ts'
import type { Line, Log } from './line/line.ts'
import { pairAgain } from './restoring.ts'
import { type Rounds, rounds } from './rounds.ts'
import { importNext } from './sheets/import.ts'

/** What has to be done at the gateway after a commit: members to be asked for, spreadsheets to be fetched, friends to be accepted. */
export interface Errands extends Rounds {
  /** The rooms the account is in, as the gateway lists them now. Never throws: an old list is better than none. */
  rooms(): Promise<void>
  /** Old and new rooms and people are paired anew, after a login with other ids. Never throws. */
  pair(): Promise<void>
}

export interface Running {
  store: Store
  line: Pick<Line, 'rooms' | 'members' | 'file' | 'acceptFriend' | 'self'>
  now: () => number
  log: Log
  /** Something may wait to be spoken. */
  said(): void
}

/** One errand after the other; what fails waits for the next nudge. */
export function errands({ store, line, now, log, said }: Running): Errands {
  const importing = { store, now, log, nudge: said, file: (id: string) => line.file(id) }
  const all: (() => Promise<boolean>)[] = [countRoom, acceptFriend, () => importNext(importing)]
  const beside = rounds(all, log)
  let stopped = false

  /** Asks for the members of a room that was bound: who they are by their nicknames. */
  async function countRoom(): Promise<boolean> {
    const room = store.books.arrivals.uncounted()
    if (!room) return false
    const members = await line.members(room.contact)
    if (stopped) return false
    store.unit((tx) => {
      for (const member of members) tx.people.seen(room.id, tx.people.meet(member), member.alias)
      tx.arrivals.counted(room.id, now())
      if (tx.arrivals.uncounted() || !tx.admission.propose()) return
      tx.admission.tell(now())
    })
    said()
    return true
  }

  async function acceptFriend(): Promise<boolean> {
    const request = store.books.arrivals.approved()
    if (!request) return false
    await line.acceptFriend(request.id)
    store.unit((tx) => {
      tx.people.befriended(tx.people.meet({ id: request.contact, name: request.name, friend: true }))
      tx.arrivals.settled(request.id, now())
    })
    return true
  }

  return {
    ...beside,
    async rooms() {
      try {
        const rooms = await line.rooms()
        if (stopped) return
        store.unit((tx) => {
          tx.arrivals.inRooms(rooms, now())
          tx.restoring.tell(now())
        })
        said()
      } catch (error) {
        log.warn({ error: (error as Error).name }, 'the gateway did not list its rooms')
      }
    },
    async pair() {
      try {
        await pairAgain(store, line, now)
      } catch (error) {
        log.warn({ error: (error as Error).name }, 'the gateway did not say who is in its rooms')
      }
    },
    stop() {
      stopped = true
      return beside.stop()
    },
  }
}
