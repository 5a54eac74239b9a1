import type { Whistle } from '../cases/called.ts'
import type { Settings } from '../settings.ts'
import { dateOf, instant } from '../time/wall.ts'
import { readInstant } from './when.ts'

const KINDS: Record<string, Whistle> = {
  应急: 'emergency',
  紧急: 'emergency',
  综合执法: 'enforcement',
  重点难点: 'hard',
  重点: 'hard',
  难点: 'hard',
}
const KIND = /^(应急|紧急|综合执法|重点难点|重点|难点)(?:问题|事项|处置|处理)?(?:吹?哨|类)?(?=$|[\s,，、。;；])/u

/** The kind of a whistle a text begins with (应急, 综合执法, 重点难点), and what is said behind it. Undefined when there is none. */
export function whistleAt(words: string): { whistle: Whistle; rest: string } | undefined {
  const match = KIND.exec(words)
  const whistle = match && KINDS[match[1] ?? '']
  return match && whistle ? { whistle, rest: trimmed(words.slice(match[0].length)) } : undefined
}

const TIME = String.raw`[\d零〇一二两三四五六七八九十半个本这下周星期礼拜天日末月号今明后早晚上下中午班点时分刻钟小:：\-/.\s]`
const UNTIL = new RegExp(`^${TIME}{1,20}?(?:之内|以内|内|之前|以前|前)`, 'u')
const WHOLE = new RegExp(String.raw`^${TIME}{2,20}(?=$|[,，。;；\s])`, 'u')

/**
 * By when, at the head of a text: 「周四前出方案」, 「12月2日 …」, 「2小时内」; a date alone is 18:00† of that day. Undefined when none
 * is said there.
 */
export function untilAt(
  words: string,
  { now, settings }: { now: number; settings: Pick<Settings, 'dueTime'> },
): { until: number; rest: string } | undefined {
  const said = UNTIL.exec(words)?.[0] ?? WHOLE.exec(words)?.[0]
  const named = said === undefined ? undefined : readInstant(said, now)
  if (said === undefined || named === undefined) return undefined
  const until = HOUR.test(said) ? named : instant(dateOf(named), settings.dueTime)
  return { until, rest: trimmed(words.slice(said.length)) }
}

const HOUR = /[点时:：午早晚内班]/u

function trimmed(words: string): string {
  return words.replace(/^[\s,，、:：;；。]+/u, '')
}
