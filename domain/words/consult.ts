import type { Case } from '../cases/case.ts'
import { isCompliantNuisance } from '../cases/consult.ts'
import { dayClock, monthDayClock } from '../time/saying.ts'
import { dateOf } from '../time/wall.ts'
import { briefly, clip } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import type { Sentence } from './sentence.ts'

/** The answer to 会商: who was told, and whom to tell oneself. */
export function consultCalled(c: Case, look: Lookup): Sentence {
  const { members = [], at = look.now } = c.consultation ?? {}
  const away = members.filter(({ unit, person }) => unit === undefined && person === undefined)
  const tell = away.length ? `${namesOf(away)}不在本局名单,请直接通知。` : ''
  return [
    `#${c.no} 会商:${dayClock(at, look.now)},${namesOf(members)},已通知。${tell}会后回「会商结论 ${c.no} 措施 谁 何时前」。`,
  ]
}

/** Members, the owner and the lead: at once, members again in the list of that day. */
export function consultForYou(c: Case, look: Lookup): Sentence {
  const { members = [], at = look.now } = c.consultation ?? {}
  return [`${briefly(c, look)} 会商:${dayClock(at, look.now)},${namesOf(members)}。现况回「${c.no}」。`]
}

/** The answer to 会商结论. */
export function concluded(c: Case, look: Lookup): Sentence {
  const until = c.concluded?.until === undefined ? '' : `,措施${dayClock(c.concluded.until, look.now)}前`
  return [`#${c.no} 已记会商结论${until},已告知参会单位。再回访仍未解决的,请负责人定结果,不再重办。`]
}

/** Those who were there read what came of it. */
export function concludedForYou(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 会商结论:${clip(look.text(c.concluded?.text), 80)}。现况回「${c.no}」。`]
}

/** For the page of a case: a consultation to come, or what the last one came to; '' when there was none. */
export function consultLine(c: Case, look: Lookup): string {
  if (!['claimed', 'handled'].includes(c.state)) return ''
  const nuisance = isCompliantNuisance(c) ? '达标扰民;' : ''
  if (c.consultation) return `${nuisance}会商 ${monthDayClock(c.consultation.at)}:${namesOf(c.consultation.members)}`
  if (!c.concluded) return nuisance.slice(0, -1)
  const until = c.concluded.until === undefined ? '' : `,${monthDayClock(c.concluded.until)}前`
  return `${nuisance}会商结论:${clip(look.text(c.concluded.text), 40)}${until}`
}

/** Behind a case in its owner's list: a consultation of today, or measures due. */
export function consultWords(c: Case, look: Lookup): string {
  const { consultation, concluded: last } = c
  if (consultation && dateOf(consultation.at) === dateOf(look.now)) return `${dayClock(consultation.at, look.now)}会商`
  return last?.until !== undefined && last.until > look.now ? `会商措施${dayClock(last.until, look.now)}前` : ''
}

/** Behind the answer to an unsolved revisit after a passed test; '' otherwise. */
export function nuisanceHint(c: Case, revisited: boolean): string {
  return revisited ? `检测达标仍扰民,建议会商:回「会商 ${c.no} 单位 时间」。` : ''
}

/** 「法制科、监测站」 */
export function namesOf(members: readonly { name: string }[]): string {
  return members.map(({ name }) => name).join('、')
}
