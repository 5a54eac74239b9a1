import type { PersonId, VaultId } from '../cases/case.ts'

/** Part of a sentence that is filled in at the moment of speaking. Nothing a person typed can become one. */
export type Piece =
  | string
  /** An @mention; the member's name in that room is looked up when it is spoken. */
  | { at: PersonId }
  /** Personal data, opened (and audited) when it is spoken; `field` says which part, `why` the stated reason. */
  | { secret: VaultId; field: SecretField; why?: string }

export type SecretField = 'name' | 'phone' | 'flat'

/** What the bot says, before names and secrets are filled in. */
export type Sentence = readonly Piece[]

/**
 * A sentence from a template: s`${at(7)} 请领哨`. Strings and numbers become words, undefined and '' nothing,
 * pieces and sentences stay what they are.
 */
export function s(words: TemplateStringsArray, ...values: (Piece | Sentence | number | undefined)[]): Sentence {
  const pieces: Piece[] = []
  words.forEach((word, i) => {
    add(pieces, word)
    const value = values[i]
    if (value === undefined) return
    if (typeof value === 'number') add(pieces, String(value))
    else if (Array.isArray(value)) for (const piece of value as Sentence) add(pieces, piece)
    else add(pieces, value as Piece)
  })
  return pieces
}

/** An @mention of a person. */
export function at(person: PersonId): Piece {
  return { at: person }
}

/** What is said day and night says first that it is urgent. */
export function urgently(sentence: Sentence): Sentence {
  return String(sentence[0] ?? '').startsWith('【急】') ? sentence : s`【急】${sentence}`
}

/** Sentences one under the other; empty ones leave no gap. */
export function lines(...parts: (Sentence | string | undefined)[]): Sentence {
  const pieces: Piece[] = []
  for (const part of parts) {
    const sentence = typeof part === 'string' ? [part] : (part ?? [])
    if (sentence.every((piece) => piece === '')) continue
    if (pieces.length) add(pieces, '\n')
    for (const piece of sentence) add(pieces, piece)
  }
  return pieces
}

/** Everyone a sentence mentions, once each. */
export function mentioned(sentence: Sentence): PersonId[] {
  return [...new Set(sentence.flatMap((piece) => (typeof piece === 'object' && 'at' in piece ? [piece.at] : [])))]
}

/** Whether speaking it opens personal data. */
export function isPersonal(sentence: Sentence): boolean {
  return sentence.some((piece) => typeof piece === 'object' && 'secret' in piece)
}

function add(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece
  else if (piece !== '') pieces.push(piece)
}
