import { roomName } from '../people/rooms.ts'
import { describe, type Speaker } from '../people/speaker.ts'
import { clip } from './case-lines.ts'
import { lines, type Sentence } from './sentence.ts'

/** The lines of help, in order: what they begin with on the phone's screen. */
export const helpLines = ['报', '领', '办', '测', '结', '转', '批', '改', '查', '群', '人', '班', '设'] as const
export type HelpLine = (typeof helpLines)[number]

/** What an administrator sets: one line of its own where the screen would run over. */
const SETTING_UP: readonly HelpLine[] = ['群', '人', '班', '设']

/** One phone screen. */
const MOST_LINES = 12
const MOST_WIDE = 48

/** What help needs to know of a command. */
export interface Helpful {
  words: readonly string[]
  summary: string
  where?: 'private' | 'room'
  /**
   * Where it stands in the one-screen help, and how it is said there while the line has room; without words only in
   * 「帮助 办」. Absent: only in 「帮助 词」.
   */
  hint?: { line: HelpLine; say?: string }
  examples: readonly { say: string; shows?: string; quote?: string }[]
}

/** What this person can say here, on one phone screen. In: the commands they may use, the weightiest of a line first. */
export function helpFor(speaker: Speaker, commands: readonly Helpful[]): Sentence {
  const who = [speaker.name, describe(speaker), speaker.room ? roomName(speaker.room) : '私聊']
    .filter(Boolean)
    .join(' · ')
  const here = commands.filter(({ where }) => where === undefined || where === (speaker.room ? 'room' : 'private'))
  const rows = helpLines.map((line) => ({ line, row: rowOf(line, here) })).filter(({ row }) => row !== '')
  const first = here.find(({ hint }) => hint?.line === '领' && hint.say) ?? here[0]
  const last = `更多「帮助 查」｜例子「帮助 ${first?.words[0] ?? '上报'}」`
  const daily = rows.filter(({ line }) => !SETTING_UP.includes(line))
  const others = rows.filter(({ line }) => SETTING_UP.includes(line))
  if (rows.length + 2 <= MOST_LINES) return lines(clip(who, MOST_WIDE), ...rows.map(({ row }) => row), last)
  const folded = `管:${others.map(({ line }) => `「帮助 ${line}」`).join('')}`
  return lines(clip(who, MOST_WIDE), ...daily.map(({ row }) => row), folded, last)
}

function rowOf(line: HelpLine, commands: readonly Helpful[]): string {
  const row = commands.reduce(
    (row, { hint }) => (hint?.line === line && hint.say && fits(row + hint.say) ? row + hint.say : row),
    `${line}:`,
  )
  return row === `${line}:` ? '' : row
}

function fits(row: string): boolean {
  return [...row].length <= MOST_WIDE
}

/** 「帮助 查」: everything of one line. Undefined when it is no line, or holds a single command for this person. */
export function helpOfLine(said: string | undefined, commands: readonly Helpful[]): Sentence | undefined {
  const line = helpLines.find((one) => one === said)
  const held = line === undefined ? [] : commands.filter(({ hint }) => hint?.line === line)
  if (held.length < 2) return undefined
  const rows = held.map(
    ({ words, summary, where }) =>
      `「${words[0]}」${summary}${where === undefined ? '' : where === 'room' ? '(群里)' : '(私聊)'}`,
  )
  return lines(...rows, `例子「帮助 ${held[0]?.words[0] ?? ''}」`)
}

/** One command with its examples and its other words. */
export function helpOf({ words, summary, examples }: Helpful): Sentence {
  const other = words.slice(1)
  return lines(
    `${words[0]}:${summary}`,
    ...new Set(
      examples.map(
        (example) => `例:${example.quote === undefined ? '' : '引用卡片回'}「${firstLine(exampleOf(example))}」`,
      ),
    ),
    other.length ? `也可以说:${other.join('、')}` : '',
  )
}

/** An example as it is shown: with the number that was typed, else with one that is nobody's case in the examples' district. */
export function exampleOf(
  { say, shows }: { say: string; shows?: string } = { say: '' },
  no: string | number = 128,
): string {
  return (shows ?? say).replace(/(?<!\d)101(?!\d)/g, String(no))
}

/** An example on one line: 「【工单编号】…」. */
export function firstLine(say: string): string {
  const [first = '', ...more] = say.split('\n')
  return more.length ? `${first}…` : first
}
