import type { Destination, Speak } from '../../jobs/speak.ts'

export interface Spoken {
  to: string
  text: string
  mentions: string[]
}

/** The far side of a conversation: what reached it, and how it behaves. */
export interface FarSide {
  speak: Speak
  /** Everything that was spoken, in order. */
  heard: Spoken[]
  /** The texts spoken to a WeChat id. */
  heardBy(id: string): string[]
  /** Every attempt, also those that failed. */
  tried: Spoken[]
  /** What the next attempts come to: a failure, or a promise to wait for first. */
  next: (Failure | Promise<void>)[]
  /** As `next`, for every attempt until it is taken away. */
  always?: Failure
}

type Failure = 'down' | 'refused' | 'deadline'

export function farSide(): FarSide {
  const side: FarSide = {
    heard: [],
    tried: [],
    next: [],
    heardBy: (id) => side.heard.filter(({ to }) => to === id).map(({ text }) => text),
    async speak(to, text, mentions) {
      const spoken = { to: idOf(to), text, mentions }
      side.tried.push(spoken)
      const behaviour = side.next.shift() ?? side.always
      if (typeof behaviour === 'string') throw Object.assign(new Error(behaviour), { kind: behaviour })
      await behaviour
      side.heard.push(spoken)
      return { id: `m-${side.heard.length}` }
    },
  }
  return side
}

const idOf = (to: Destination): string => ('room' in to ? to.room : to.contact)
