import type { Message } from '../db/outbox.ts'
import type { Store, Tx } from '../db/unit.ts'
import { disclosedBecause, notGiven } from '../domain/words/reminders.ts'
import type { To } from '../domain/words/speech.ts'

/** Where words go: WeChat ids. */
export type Destination = { room: string } | { contact: string }

/**
 * Says a text, exactly as given, with its own deadline. Resolves with the gateway's id when it gave one; rejects with a
 * SpeakFault.
 */
export type Speak = (to: Destination, text: string, mentions: string[]) => Promise<{ id?: string }>

/** Says a file, as Speak says words. */
export type SpeakFile = (to: Destination, file: { name: string; bytes: Buffer }) => Promise<{ id?: string }>

/** down: nothing went out · refused: the gateway said no · deadline: no answer, it may have been spoken. */
export interface SpeakFault extends Error {
  kind: 'down' | 'refused' | 'deadline'
}

/** Words ready to be spoken. `mentions` are contact ids, in the order in which they stand in the text. */
export interface Rendered {
  to: Destination
  text: string
  mentions: string[]
}

/**
 * Fills in names and personal data. In: a claimed message. Out: the text as it goes out. Each piece of personal data is
 * opened for the person written to and the look is written down, in one unit; a room is never told any (throws).
 */
export function render(message: Message, store: Store, now: number): Rendered {
  return store.unit((tx) => {
    const mentions: string[] = []
    const text = message.sentence.map((piece) => {
      if (typeof piece === 'string') return callingNobody(piece)
      if ('secret' in piece) return opened(piece, { message, tx, now })
      if (!('room' in message.to)) return tx.people.name(piece.at)
      const { contact } = tx.people.contactOf(piece.at)
      const name = tx.people.mentionName(piece.at, message.to.room)
      // Called once a message; where the name stands again it is only a name.
      if (mentions.includes(contact)) return `${name} `
      mentions.push(contact)
      return callingNobody(`@${name}\u2005`)
    })
    return { to: destination(message.to, tx), text: text.join(''), mentions }
  })
}

// What somebody typed must not wake a whole room when it is read back.
function callingNobody(words: string): string {
  return words.replace(/@(?=所有人|全体成员|all\b)/gi, '')
}

type Secret = Extract<Message['sentence'][number], { secret: number }>

function opened(
  { secret, field, why = disclosedBecause }: Secret,
  { message, tx, now }: { message: Message; tx: Tx; now: number },
): string {
  const no = message.nos[0]
  if (!('person' in message.to) || no === undefined) throw new Error(`message ${message.id} may not hold personal data`)
  return tx.vault.disclose(secret, field, { no, person: message.to.person, at: now, why }) ?? notGiven
}

export function destination(to: To, { people }: Tx): Destination {
  return 'room' in to ? { room: people.roomContact(to.room) } : { contact: people.contactOf(to.person).contact }
}
