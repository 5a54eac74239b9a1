import type { Case } from '../cases/case.ts'
import { dayClock } from '../time/saying.ts'
import { briefly } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import type { Sentence } from './sentence.ts'

/** The answer to 回头看 with a day. */
export function followUpSet(c: Case, look: Lookup): Sentence {
  return [
    `#${c.no} 回头看定在${dayClock(c.followUp ?? look.now, look.now)}的清单。看完回「回头看 ${c.no} 无反弹」或「回头看 ${c.no} 有反弹 情况」。`,
  ]
}

/** The answer to what it showed; a rebound proposes to open the case again. */
export function followedUp(c: Case, rebound: boolean): Sentence {
  return [rebound ? `#${c.no} 已记回头看:有反弹,建议重办:回「重办 ${c.no} 反弹」。` : `#${c.no} 已记回头看:无反弹。`]
}

/** In the owner's list of that day. */
export function lookAgain(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 今天回头看。看完回「回头看 ${c.no} 无反弹」或「回头看 ${c.no} 有反弹 情况」。`]
}

/** The owner and the lead: it is back. */
export function reboundForYou(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 回头看有反弹,建议重办:回「重办 ${c.no} 反弹」。经过回「过程 ${c.no}」。`]
}
