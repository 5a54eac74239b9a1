import { type Case, type CaseNo, isTicking } from '../cases/case.ts'
import type { Decision } from '../cases/decisions.ts'
import type { Wanted } from '../cases/events.ts'
import { askerOf } from '../cases/say.ts'
import { approvers } from '../people/roster.ts'
import { dayClock } from '../time/saying.ts'
import { briefly, clip } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import { requestWords } from './requests.ts'
import { lines, type Sentence } from './sentence.ts'

/** The most decisions one message holds; the others come with the next list. */
const MOST = 12
/** As much of a reason as a row holds. */
const REASON = 36

/** 待批清单: numbered, with who asks and until when, and how to answer. In: the decisions and their cases. */
export function decisionList(decisions: readonly Decision[], cases: ReadonlyMap<CaseNo, Case>, look: Lookup): Sentence {
  const rows = decisions.slice(0, MOST).map(({ no, wanted }, i) => {
    const c = cases.get(no)
    return c
      ? `${i + 1} ${briefly(c, look)} 「${requestWords(c, wanted)}」${askedBy(c, wanted, look)}${whyAsked(c, wanted, look)}`
      : ''
  })
  const more = decisions.length - rows.length
  return lines(
    `请您定${decisions.length}件:`,
    ...rows,
    more > 0 ? `另有${more}件,定完上面的再列。` : '',
    decisions.length > 1 ? '回「同意 1 2」「不同意 1 理由」,编号以本条为准。' : '回「同意 1」或「不同意 1 理由」。',
  )
}

/** 「已请负责人」, or that nobody could be asked. */
export function askedLead(c: Case, look: Lookup): string {
  return approvers(look, c).length ? '已请负责人' : '还没有登记负责人和专班,没能请到;请管理员先授权。待'
}

// 「:不归我们,建议由城管委处理」; of a long one the unit it names stands even where it would be cut off.
function whyAsked(c: Case, wanted: Wanted, look: Lookup): string {
  const why = look.text(c.askedWhy?.[wanted]).trim()
  if (!why) return ''
  const unit = /建议[^,，。;；\s]{2,20}/u.exec(why.slice(REASON))?.[0]
  return `;${clip(why, REASON)}${unit === undefined ? '' : `${unit}`}`
}

function askedBy(c: Case, wanted: Wanted, look: Lookup): string {
  const asker = askerOf(c, wanted)
  const who = asker === undefined ? '' : ` ${look.name(asker)}`
  const due = isTicking(c) ? `,${dayClock(c.deadline.at, look.now)}到期` : ''
  return `${who}${due}`
}

export function nothingToDecide(): Sentence {
  return ['没有等您定的事项。']
}

const AHEAD = 6
/** Places of a list beside other lists: 「①#126二次退单」. */
export const CIRCLED = '①②③④⑤⑥'

/** At the head of 我的: what waits for a word, numbered so that it is told apart from what is in hand. */
export function decisionsAhead(
  decisions: readonly Decision[],
  cases: ReadonlyMap<CaseNo, Case>,
  look: Lookup,
): string[] {
  const rows = decisions.slice(0, AHEAD).map(({ no, wanted }, i) => {
    const c = cases.get(no)
    return c
      ? `${CIRCLED[i]}${briefly(c, look)} 「${requestWords(c, wanted)}」${askedBy(c, wanted, look)}${whyAsked(c, wanted, look)}`
      : ''
  })
  const more = decisions.length - rows.length
  const head = `等您定${decisions.length}件,回「同意 1」或「不同意 1 理由」:`
  return [head, ...rows, ...(more > 0 ? [`另有${more}件,回「待批」看全部。`] : [])]
}

/** In a room only how many. */
export function decisionsElsewhere(count: number): string {
  return `等您定${count}件,私聊我回「待批」看。`
}
