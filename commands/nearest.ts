import { distance } from 'fastest-levenshtein'
import { may } from '../domain/people/rights.ts'
import type { Speaker } from '../domain/people/speaker.ts'
import { exampleOf } from '../domain/words/help.ts'
import { commands } from './registry.ts'

/** The example nearest to what somebody typed, among what they may do. Undefined when nothing is near. */
export function nearest(said: string, speaker: Speaker): string | undefined {
  const typed = /^[^\s\d#@,，:：]{2,8}/.exec(said.trim())?.[0]
  if (typed === undefined) return undefined
  const near = commands
    .filter((command) => may(speaker, command.verb))
    .flatMap((command) =>
      command.words.map((word) => ({ command, word, far: distance(typed.slice(0, word.length), word) })),
    )
    .filter(({ word, far }) => isSlip(typed, word, far))
    .sort((a, b) => a.far - b.far)[0]
  const short = near?.command.examples.find(({ say }) => !say.includes('\n'))
  return near && exampleOf(short ?? near.command.examples[0], /(?<!\d)\d{3,6}(?!\d)/.exec(said)?.[0])
}

// Of a word of two signs one alone means nothing within others: 「按时率」 is no 延时.
function isSlip(typed: string, word: string, far: number): boolean {
  return far <= Math.floor(word.length / 2) && (far === 0 || word.length > 2 || typed.length <= word.length)
}
