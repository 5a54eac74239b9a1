import { roomName } from '../people/rooms.ts'
import { describe, type Speaker } from '../people/speaker.ts'
import { lines, type Sentence } from './sentence.ts'

/** What help needs to know of a command. */
export interface Helpful {
  words: readonly string[]
  summary: string
  where?: 'private' | 'room'
  examples: readonly { say: string; quote?: string }[]
}

/** What this person can say here, on one phone screen. In: the commands they may use, in order. */
export function helpFor(speaker: Speaker, commands: readonly Helpful[]): Sentence {
  const who = [speaker.name, describe(speaker), speaker.room ? roomName(speaker.room) : '私聊']
    .filter(Boolean)
    .join(' · ')
  const here = commands.filter(({ where }) => where === undefined || where === (speaker.room ? 'room' : 'private'))
  return lines(who, ...here.map(({ words, summary, examples }) => `${words[0]}:${summary}${example(examples)}`))
}

/** One command with its examples and its other words. */
export function helpOf({ words, summary, examples }: Helpful): Sentence {
  const other = words.slice(1)
  return lines(
    `${words[0]}:${summary}`,
    ...examples.map(({ say, quote }) => (quote === undefined ? `例:「${say}」` : `例:引用卡片回「${say}」`)),
    other.length ? `也可以说:${other.join('、')}` : '',
  )
}

function example(examples: Helpful['examples']): string {
  const first = examples[0]
  return first === undefined ? '' : `「${first.say.split('\n')[0]}」`
}
