/** A name people use for a place and the street it lies in, as closed cases taught and an administrator confirmed. */
export interface LearnedPlace {
  name: string
  street: string
}

/** A learned name in a text, and every street it is known for. */
export interface LearnedMention {
  name: string
  streets: readonly string[]
  start: number
  end: number
}

/** Learned names, ready to be looked for; built once, read with every message. */
export interface Learned {
  /** The first learned name of a text, the longest where several begin. Linear in the length of the text. */
  find(text: string): LearnedMention | undefined
  /** The streets a name is known for; none when nobody taught it. */
  streetsOf(name: string): readonly string[]
}

/** What is known before anybody taught anything. */
export const nothingLearned: Learned = { find: () => undefined, streetsOf: () => [] }

/** Makes learned places ready for reading. In: names of two characters or more, a name once for each of its streets. */
export function learnedFrom(places: readonly LearnedPlace[]): Learned {
  if (!places.length) return nothingLearned
  const streets = new Map<string, string[]>()
  for (const { name, street } of places) {
    const known = streets.get(name)
    if (!known) streets.set(name, [street])
    else if (!known.includes(street)) known.push(street)
  }
  const byHead = Map.groupBy(streets.keys(), (name) => name.slice(0, 2))
  for (const names of byHead.values()) names.sort((a, b) => b.length - a.length)
  return {
    streetsOf: (name) => streets.get(name) ?? [],
    find(text) {
      for (let start = 0; start + 1 < text.length; start++) {
        const name = byHead.get(text.slice(start, start + 2))?.find((each) => text.startsWith(each, start))
        if (name !== undefined) return { name, streets: streets.get(name) ?? [], start, end: start + name.length }
      }
      return undefined
    },
  }
}
