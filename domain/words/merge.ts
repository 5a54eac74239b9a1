import type { Case } from '../cases/case.ts'
import { isTicking } from '../cases/case.ts'
import { lacks } from '../cases/close.ts'
import { earliestDue } from '../cases/merge.ts'
import { needNames, needs } from '../cases/needs.ts'
import { monthDayClock } from '../time/saying.ts'
import { briefly, stateNames } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import { lines, type Sentence } from './sentence.ts'

// 并案: several complainants, one matter; or one complainant again (重复诉求).

/** The most merged cases a line names. */
const NAMED = 6

/** What is to be confirmed: which goes where, and whether the complainants are one. */
export function mergeQuestion(cases: readonly { c: Case; same: boolean }[], main: Case, look: Lookup): string {
  const named = cases.slice(0, NAMED).map(({ c, same }) => `#${c.no}${same ? '(同一诉求人)' : ''}`)
  const more = cases.length > NAMED ? `等${cases.length}件` : ''
  return `把${named.join('、')}${more}并入${briefly(main, look)}`
}

/** The answer to 并案: what is done together, and what each still needs for itself. In: the cases as they are merged. */
export function mergedInto(cases: readonly Case[], main: Case): Sentence {
  const nos = cases.map(({ no }) => `#${no}`).join('、')
  return lines(`${nos} 已并入#${main.no},到场、检测、处置一起办。`, ...cases.slice(0, NAMED).map(apartWords))
}

function apartWords(c: Case): string {
  const own = needs(c).map((need) => needNames[need])
  const due = isTicking(c) ? `,${monthDayClock(c.deadline.at)}到期` : ''
  if (c.sameCaller) return `#${c.no} 同一诉求人,联系、回访只要一次${own.length ? `;差:${own.join('、')}${due}` : ''}`
  return own.length ? `#${c.no} 自己还差:${own.join('、')}${due}` : `#${c.no} 没有要单独办的,随#${c.mergedInto}办结`
}

export function alreadyMerged(cases: readonly Case[], main: Case): Sentence {
  return [`${cases.map(({ no }) => `#${no}`).join('、')} 本来就并在#${main.no}里。要分开回「拆案 ${cases[0]?.no}」。`]
}

/** The answer to 拆案: where the case stands again. */
export function takenOut(c: Case, main: Case): Sentence {
  return [`#${c.no} 已从#${main.no}拆出,恢复为「${stateNames[c.state]}」。${nextAlone(c)}`]
}

/** In the room of the card, when it was said elsewhere. */
export function takenOutInRoom(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 不再并案,恢复为「${stateNames[c.state]}」。${nextAlone(c)}`]
}

function nextAlone(c: Case): string {
  return c.owner ? `详情回「${c.no}」。` : `要领回「领哨 ${c.no}」。`
}

/** In the room of the card, and to whoever had it so far or reported it. */
export function goesWith(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 已并入#${c.mergedInto},一起办理。现况回「${c.mergedInto}」。`]
}

/** The owner of the case that stays: what came to it. */
export function tookInForYou(c: Case, other: Case | undefined): Sentence {
  const own = other ? `,${apartWords(other)}` : ''
  return [`#${c.no} 并入一件${own}。`]
}

/** The owner of the case that stays: what left it. */
export function letGoForYou(c: Case, other: number): Sentence {
  return [`#${other} 已从#${c.no}拆出,不再随#${c.no}办理。`]
}

/** For the page of a case: what goes with it, what each still needs, and the earliest deadline of all. */
export function heldLine(c: Case, look: Lookup): string {
  const held = look.held(c)
  if (!held.length) return ''
  const rows = held.slice(0, NAMED).map((m) => {
    const own = needs(m).map((need) => needNames[need])
    const same = m.sameCaller ? '(同一诉求人)' : ''
    return `#${m.no}${same}${own.length ? ` 差${own.join('、')}` : ' 齐了'}`
  })
  const first = earliestDue([c, ...held])
  const due =
    first && first.no !== c.no && first.deadline ? `;最早#${first.no} ${monthDayClock(first.deadline.at)}到期` : ''
  return `并入${held.length}件:${rows.join(';')}${held.length > NAMED ? '等' : ''}${due}`
}

/** For the page of a merged case: with which it goes, and what it still needs of its own. */
export function goesWithLine(c: Case): string {
  if (c.state !== 'merged') return ''
  const own = needs(c).map((need) => needNames[need])
  return `已并入#${c.mergedInto};${own.length ? `自己还差:${own.join('、')}` : `随#${c.mergedInto}办结`}`
}

/** Behind the answer to 办结: what was closed with the case, and what the others lack. In: those that went with it, as they are now. */
export function closedTogether(held: readonly Case[], main: Case): string[] {
  const closed = held.filter(({ state }) => state === 'closed').map(({ no }) => `#${no}`)
  const open = held.filter(({ state }) => state === 'merged')
  return [
    closed.length ? `${closed.join('、')} 随同办结。` : '',
    ...open.slice(0, NAMED).map((m) => `#${m.no} 还差${lacks(m, main).join('、')},齐了自动办结。`),
  ].filter(Boolean)
}

/** The answer to 重办 of a merged case: its own complainant is called again, the work goes on for all. */
export function reopenedWith(c: Case, main: Case, look: Lookup): Sentence {
  const own = c.sameCaller ? '' : ',要重新联系、回访'
  const owner = main.owner ? `,仍由${main.owner.unit} ${look.name(main.owner.person)}承办` : ''
  return [`#${c.no} 已重办${own};#${main.no}转入重办${owner}。`]
}

/** Behind an answer: what was said of a merged case was kept for the one it goes with. */
export function keptFor(no: number, main: number): string {
  return `#${no} 已并入#${main},记在#${main}上。`
}

/** Said of a merged case that lacked only this to be closed with the one it goes with. */
export function closedAfterMain({ no, mergedInto }: Pick<Case, 'no' | 'mergedInto'>): Sentence {
  return [`#${no} 都齐了,已随${mergedInto === undefined ? '主案' : `#${mergedInto}`}办结。`]
}
