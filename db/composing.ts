import { callForAll } from '../domain/words/card.ts'
import { lines, type Sentence } from '../domain/words/sentence.ts'
import { MESSAGE_BYTES, type SpeechClass } from '../domain/words/speech.ts'

/**
 * The words of one message: its sentences under each other, none twice. Several cards are a line each and call once, at
 * the end; urgent ones stay whole.
 */
export function compose(
  kind: SpeechClass,
  sentences: readonly { sentence: Sentence; brief: Sentence | null }[],
): Sentence {
  const cards = sentences.flatMap(({ sentence, brief }) => (brief ? [sentence] : []))
  const short = kind !== 'urgent' && cards.length > 1
  const words = sentences.map(({ sentence, brief }) => (short && brief ? brief : sentence))
  const once = new Map(words.map((sentence) => [JSON.stringify(sentence), sentence]))
  return lines(...once.values(), short ? callForAll(cards) : undefined)
}

/** A name in a room has at most sixteen characters of three bytes; the @ and the blank behind it are four. */
const NAME_BYTES = 52

/** Bytes of a sentence as it will be spoken, generous for names and secrets. */
export function sizeOf(sentence: Sentence): number {
  const words = sentence.reduce((sum, piece) => sum + (typeof piece === 'string' ? Buffer.byteLength(piece) : 0), 0)
  return (
    words +
    NAME_BYTES * sentence.filter((piece) => typeof piece === 'object' && 'at' in piece).length +
    60 * sentence.filter((piece) => typeof piece === 'object' && 'secret' in piece).length
  )
}

/** A sentence as messages of at most so many bytes, cut between lines; a line that is too long by itself is cut where it must be. */
export function cutToSize(sentence: Sentence, most = MESSAGE_BYTES): Sentence[] {
  if (sizeOf(sentence) <= most) return [sentence]
  const parts: Sentence[] = []
  for (const line of linesOf(sentence).flatMap((one) => cutLine(one, most))) {
    const last = parts.at(-1)
    const longer = last && lines(last, line)
    if (longer && sizeOf(longer) <= most) parts[parts.length - 1] = longer
    else parts.push(line)
  }
  return parts
}

function linesOf(sentence: Sentence): Sentence[] {
  const found: Sentence[number][][] = [[]]
  for (const piece of sentence) {
    const [first, ...more] = typeof piece === 'string' ? piece.split('\n') : [piece]
    if (first !== undefined && first !== '') found.at(-1)?.push(first)
    for (const words of more) found.push(words === '' ? [] : [words])
  }
  return found.filter((line) => line.length > 0)
}

// A character has at most four bytes.
function cutLine(line: Sentence, most: number): Sentence[] {
  if (sizeOf(line) <= most) return [line]
  const short = Math.floor(most / 4)
  return line.flatMap((piece): Sentence[] =>
    typeof piece === 'string'
      ? (piece.match(new RegExp(`.{1,${short}}`, 'gsu')) ?? []).map((words) => [words])
      : [[piece]],
  )
}

/** Whether a quote is of these words, as far as they stand without filling in; gateways change blanks and mark a cut. */
export function beginsLike(sentence: Sentence, quote: string): boolean {
  const filled = sentence.findIndex((piece) => typeof piece !== 'string')
  const words = bare(plain(filled < 0 ? sentence : sentence.slice(0, filled)))
  const quoted = bare(quote)
  return words !== '' && (words.startsWith(quoted) || (filled >= 0 && quoted.startsWith(words)))
}

/** The words of a sentence, 「@」 for what is filled in. */
export function plain(sentence: Sentence): string {
  return sentence.map((piece) => (typeof piece === 'string' ? piece : '@')).join('')
}

function bare(words: string): string {
  return words.replace(/\s+/g, '').replace(/(?:…|\.{3})$/, '')
}
