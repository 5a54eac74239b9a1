import { dateOf } from '../../domain/time/wall.ts'

/** A message of the bot as people heard it, and what was going on. */
export interface HeardThen {
  /** The topic of a room or the name of a person. */
  to: string
  inRoom: boolean
  at: number
  text: string
  mentions: readonly string[]
  /** Somebody had just spoken in this conversation. */
  answer: boolean
}

/** What a message in a room is to those who read it: only `unasked` counts against the room's budget. */
export type Sort = 'answer' | 'urgent' | 'report' | 'card' | 'unasked'

/** Sorts by the words alone, whatever the program thinks of them. */
export function sortOf({ answer, text }: HeardThen): Sort {
  if (answer) return 'answer'
  if (/^(?:@\S+\s+)?【急】/.test(text)) return 'urgent'
  if (/^【(?:早调度|节前清零)】/.test(text)) return 'report'
  return isCard(text) ? 'card' : 'unasked'
}

/** The card of one case, or a list of new ones and nothing else. */
function isCard(text: string): boolean {
  const lines = text.split('\n')
  if (/^新登记\d+件:$/.test(lines[0] ?? '')) return lines.slice(1).every((line) => NEW.test(line) || CALL.test(line))
  const heads = lines.filter((line) => NEW.test(line))
  if (heads.length === 1) return NEW.test(lines[0]!) && lines.at(-1)!.endsWith('引用本条回「领哨」')
  return heads.length > 1 && lines.every((line) => NEW.test(line) || CALL.test(line))
}

const NEW = /^#\d+ 待领哨｜/
const CALL = /^(?:@\S+\s*)+(?:请看以上\d+件)?$|^(?:@\S+\s*)*领件回「领哨 编号」/

/** `room day` → how many messages of each sort. */
export function countedByDay(heard: readonly HeardThen[]): Map<string, Record<Sort, number>> {
  const table = new Map<string, Record<Sort, number>>()
  for (const one of heard) {
    if (!one.inRoom) continue
    const key = `${one.to} ${dateOf(one.at)}`
    const row = table.get(key) ?? { answer: 0, urgent: 0, report: 0, card: 0, unasked: 0 }
    row[sortOf(one)]++
    table.set(key, row)
  }
  return table
}
