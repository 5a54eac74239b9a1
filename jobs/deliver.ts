import type { Message } from '../db/outbox.ts'
import type { Store, Tx } from '../db/unit.ts'
import { fileBroken } from '../domain/words/files.ts'
import type { Enclosure } from '../domain/words/speech.ts'
import type { Clock } from './clock.ts'
import { enclosed } from './enclosures.ts'
import { faultFacts } from './fault.ts'
import type { Log } from './redis-server.ts'
import { settleUncertain, tellUnreached } from './settle.ts'
import { destination, render, type Speak, type SpeakFault, type SpeakFile } from './speak.ts'

/** How long an echo may take before a message without an answer is said once more. */
const ECHO_MS = 30_000

/**
 * sent, refused: settled · unsure: the deadline passed · down: nobody can be spoken to now, the row waits ·
 * nothing: it was not this row's turn.
 */
export type Delivery = 'sent' | 'refused' | 'unsure' | 'down' | 'nothing'

export interface Deliverer {
  /** Speaks the message that is next in the conversation and class of a row. Never rejects. */
  deliver(id: number): Promise<Delivery>
  /** Rows being spoken by this process. */
  speaking(): ReadonlySet<number>
  /** Resolves when nothing is being spoken any more. */
  quiet(): Promise<void>
}

export interface DelivererParts {
  store: Store
  speak: Speak
  speakFile?: SpeakFile
  clock: Clock
  log: Log
}

/** The way of one outbox row to the gateway (architecture.md, «A message's way», step 6). */
export function deliverer({ store, speak, speakFile = noFiles, clock, log }: DelivererParts): Deliverer {
  const atWork = new Map<number, Promise<Delivery>>()

  async function speakOut(message: Message): Promise<Delivery> {
    let spoken: { id?: string }
    try {
      spoken = message.file ? await fileOut(message, message.file) : await wordsOut(message)
    } catch (fault) {
      return failed(message, fault as SpeakFault)
    }
    sent(message, spoken.id)
    return 'sent'
  }

  function wordsOut(message: Message): Promise<{ id?: string }> {
    const { to, text, mentions } = render(message, store, clock.now())
    store.unit((tx) => tx.outbox.speaking(message.id, store.echoHash(text)))
    return speak(to, text, mentions)
  }

  async function fileOut(message: Message, file: Enclosure): Promise<{ id?: string }> {
    const { to } = message
    const bytes = await enclosed(message, file, { store, now: clock.now() })
    return speakFile(
      store.unit((tx) => destination(to, tx)),
      { name: file.name, bytes },
    )
  }

  function sent({ id, to }: Message, gatewayId: string | undefined): void {
    store.unit((tx) => {
      tx.outbox.sent(id, clock.now(), gatewayId)
      if ('person' in to && tx.people.contactOf(to.person).unreachableSince !== null)
        tx.people.unreachable(to.person, null)
    })
  }

  function failed(message: Message, fault: SpeakFault): Delivery {
    const facts = { outbox: message.id, class: message.class, kind: fault.kind, ...faultFacts(fault) }
    if (fault.kind === 'down') {
      store.unit((tx) => tx.outbox.unsent(message.id))
      return 'down'
    }
    if (fault.kind === 'deadline') {
      log.warn(facts, 'The gateway did not answer in time: the message may have been spoken')
      settleUncertain(store, message, { now: clock.now(), again: clock.now() + ECHO_MS, log })
      return 'unsure'
    }
    log[fault.kind === 'refused' ? 'warn' : 'error'](facts, 'A message was not spoken')
    store.unit((tx) => {
      tx.outbox.refused(message.id)
      if (fault.kind === 'refused') tellUnreached(tx, message, clock.now())
      else if (message.file) tellBroken(tx, message, message.file)
    })
    return 'refused'
  }

  // Whoever waits for a file is not left waiting.
  function tellBroken(tx: Tx, { id, to }: Message, { name }: Enclosure): void {
    tx.outbox.say({ to, class: 'reply', key: `broken-file-${id}`, sentence: fileBroken(name) }, clock.now())
  }

  // The disk is full, the database busy: the row stays as it is, and `recover` finds it.
  function broken(id: number, fault: unknown): Delivery {
    log.error({ outbox: id, ...faultFacts(fault) }, 'The outbox could not be written')
    return 'down'
  }

  return {
    deliver(id) {
      try {
        const message = store.unit((tx) => tx.outbox.claim(id, clock.now()))
        if (!message) return Promise.resolve('nothing')
        const spoken = speakOut(message)
          .catch((fault) => broken(message.id, fault))
          .finally(() => atWork.delete(message.id))
        atWork.set(message.id, spoken)
        return spoken
      } catch (fault) {
        return Promise.resolve(broken(id, fault))
      }
    },
    speaking: () => new Set(atWork.keys()),
    async quiet() {
      while (atWork.size) await Promise.allSettled(atWork.values())
    },
  }
}

function noFiles(): never {
  throw new Error('nobody here can say a file')
}
