import { roomName } from '../people/rooms.ts'
import { describe, type Speaker } from '../people/speaker.ts'
import { lines, type Sentence } from './sentence.ts'

/** The lines of help, in order: what they begin with on the phone's screen. */
export const helpLines = ['报', '领', '办', '改', '查', '群', '人', '班'] as const

/** What help needs to know of a command. */
export interface Helpful {
  words: readonly string[]
  summary: string
  where?: 'private' | 'room'
  /** Where it stands in the one-screen help, and how it is said there. Absent: only in 「帮助 词」. */
  hint?: { line: (typeof helpLines)[number]; say: string }
  examples: readonly { say: string; quote?: string }[]
}

/** What this person can say here, on one phone screen. In: the commands they may use, in order. */
export function helpFor(speaker: Speaker, commands: readonly Helpful[]): Sentence {
  const who = [speaker.name, describe(speaker), speaker.room ? roomName(speaker.room) : '私聊']
    .filter(Boolean)
    .join(' · ')
  const here = commands.filter(({ where }) => where === undefined || where === (speaker.room ? 'room' : 'private'))
  const rows = helpLines.map((line) => {
    const hints = here.flatMap(({ hint }) => (hint?.line === line ? [hint.say] : []))
    return hints.length ? `${line}:${hints.join('')}` : ''
  })
  const first = here.find(({ hint }) => hint?.line === '领') ?? here[0]
  return lines(who, ...rows, first && `看例子:「帮助 ${first.words[0]}」`)
}

/** One command with its examples and its other words. */
export function helpOf({ words, summary, examples }: Helpful): Sentence {
  const other = words.slice(1)
  return lines(
    `${words[0]}:${summary}`,
    ...new Set(examples.map(({ say, quote }) => `例:${quote === undefined ? '' : '引用卡片回'}「${firstLine(say)}」`)),
    other.length ? `也可以说:${other.join('、')}` : '',
  )
}

/** An example on one line: 「【工单编号】…」. */
export function firstLine(say: string): string {
  const [first = '', ...more] = say.split('\n')
  return more.length ? `${first}…` : first
}
