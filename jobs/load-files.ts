import type { Store } from '../db/unit.ts'
import { positionOf, stripped } from '../domain/reading/picture.ts'
import { minutes } from '../domain/time/wall.ts'
import { filesLost } from '../domain/words/files.ts'
import type { Clock } from './clock.ts'
import { conversationOf, settleFile } from './place-files.ts'
import type { Log } from './redis-server.ts'

/** Loads a file named in a message, with its own deadline and limit of size. Rejects when it does not come. */
export type Fetch = (attachment: string) => Promise<{ name: string; bytes: Uint8Array }>

/** How long after each failure it is tried again; after the last it is given up. */
const BACK_OFF = [30_000, minutes(2), minutes(5), minutes(15)]

export interface FileLoader {
  /** Loads one wanted file, if its time has come: onto the disk, then to its case. Never rejects. */
  load(id: number): Promise<void>
  /** Loads everything whose time has come; resolves when nothing is being loaded any more. */
  drain(): Promise<void>
}

export interface LoaderParts {
  store: Store
  fetch: Fetch
  clock: Clock
  log: Log
  /** False while nobody can be asked for files: no try is spent. */
  open(): boolean
  /** Something may wait to be spoken. */
  done(): void
}

/** From a wanted row to sealed bytes on the disk and a fact of its case (architecture.md, «Files»). */
export function fileLoader({ store, fetch, clock, log, open, done }: LoaderParts): FileLoader {
  const atWork = new Map<number, Promise<void>>()

  async function work(id: number): Promise<void> {
    const file = store.books.files.find(id)
    if (file?.state !== 'wanted' || file.tryAt > clock.now()) return
    const bytes = await fetch(file.attachment)
      .then((loaded) => loaded.bytes)
      .catch((fault: Error) => missed(id, fault))
    if (bytes) keep(id, bytes)
    done()
  }

  // Whatever it was sent as: an original picture often comes as a file.
  function keep(id: number, bytes: Uint8Array): void {
    const clean = stripped(bytes)
    const position = clean && positionOf(bytes)
    store.disk.write(id, clean ?? bytes)
    const wanted = store.unit((tx) => {
      if (tx.files.find(id)?.state !== 'wanted') return false
      tx.files.loaded(id, { bytes: clean ?? bytes, stripped: clean !== undefined, position })
      settleFile(tx, id, clock.now())
      return true
    })
    // Taken back while it was on its way.
    if (!wanted && !store.books.files.find(id)) store.disk.remove(id)
  }

  function missed(id: number, fault: Error): undefined {
    if (!open()) return
    store.unit((tx) => {
      const file = tx.files.find(id)
      if (file?.state !== 'wanted') return
      const wait = BACK_OFF[file.tries]
      tx.files.failed(id, wait === undefined ? undefined : clock.now() + wait)
      log.warn({ file: id, tries: file.tries + 1, fault: fault.name }, 'A file could not be loaded')
      if (wait === undefined) askAgain(tx, id)
    })
  }

  // All that are lost together are one sentence.
  function askAgain(tx: Parameters<Parameters<Store['unit']>[0]>[0], id: number): void {
    const file = tx.files.find(id)
    if (!file) return
    const together = tx.files.lostWith(file)
    const sentence = filesLost(
      together.map(({ kind }) => kind),
      file.no ?? undefined,
    )
    const now = clock.now()
    const key = `lost-files-${together[0]?.id}`
    tx.outbox.say(
      { to: conversationOf(file), class: 'reply', key, sentence, notBefore: now + 10_000, gathers: true },
      now,
    )
  }

  const loader: FileLoader = {
    load(id) {
      if (!open()) return Promise.resolve()
      const running =
        atWork.get(id) ??
        work(id)
          .catch((fault) => log.error({ file: id, fault: String(fault) }, 'A file could not be kept'))
          .finally(() => atWork.delete(id))
      atWork.set(id, running)
      return running
    },
    async drain() {
      for (let tried = new Set<number>(); ; ) {
        const due = open() ? store.books.files.due(clock.now()).filter(({ id }) => !tried.has(id)) : []
        tried = new Set([...tried, ...due.map(({ id }) => id)])
        for (const { id } of due) void loader.load(id)
        if (!atWork.size) return
        await Promise.allSettled(atWork.values())
      }
    },
  }
  return loader
}
