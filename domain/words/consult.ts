import type { Case, CaseNo, PersonId } from '../cases/case.ts'
import { comingTo, isCompliantNuisance, type Member } from '../cases/consult.ts'
import { dayClock, monthDayClock } from '../time/saying.ts'
import { dateOf } from '../time/wall.ts'
import { briefly, clip } from './case-lines.ts'
import type { Lookup } from './lookup.ts'
import type { Sentence } from './sentence.ts'

/** The answer to 会商: who was told, and whom to tell oneself. */
export function consultCalled(c: Case, { by, changed }: Said, look: Lookup): Sentence {
  const { members = [], at = look.now } = c.consultation ?? {}
  const when = `${dayClock(at, look.now)},${namesOf(members)}`
  if (!changed) return [`#${c.no} 本来就定了会商:${when}。改时间回「会商 ${c.no} 改到周五10:00」。`]
  const away = members.filter((one) => !comingTo([one], look).length)
  const tell = away.length ? `${namesOf(away)}不在本局名单,请直接通知。` : ''
  const told = members.some((one) => isTold(one, by, look)) ? '已通知' : '已记'
  return [`#${c.no} 会商:${when},${told}。${tell}会后回「会商结论 ${c.no} 措施 谁 何时前」。`]
}

/** Who said it, and whether it changed anything. */
interface Said {
  by: PersonId
  changed: boolean
}

// Nobody is told of what they said themselves.
function isTold(member: Member, by: PersonId, look: Lookup): boolean {
  return comingTo([member], look).some((person) => person !== by)
}

/** The answer to 取消会商. */
export function consultOff(
  c: Case,
  { members, by }: { members: readonly Member[]; by: PersonId },
  look: Lookup,
): Sentence {
  if (!members.length) return [`#${c.no} 本来就没有定会商。`]
  const told = members.filter((one) => isTold(one, by, look))
  const away = members.filter((one) => !comingTo([one], look).length)
  return [
    `#${c.no} 已取消会商${told.length ? `,已告知${namesOf(told)}` : ''}。${away.length ? `${namesOf(away)}不在本局名单,请直接通知。` : ''}`,
  ]
}

/** Members, the owner and the lead hear that it is not held. */
export function consultOffForYou(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 会商已取消,不用来。`]
}

/** Who was to come to a consultation that is held otherwise now. */
export function notAtConsult(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 会商改到${dayClock(c.consultation?.at ?? look.now, look.now)},您不用来了。`]
}

/** Members, the owner and the lead: at once, members again in the list of that day. */
export function consultForYou(c: Case, look: Lookup): Sentence {
  const { members = [], at = look.now } = c.consultation ?? {}
  return [
    `${briefly(c, look)} 会商:${dayClock(at, look.now)},${namesOf(members)}${aboutIt(c, look)}。现况回「${c.no}」。`,
  ]
}

// 「;三楼会议室,研究加高烟道」
function aboutIt({ consultation }: Case, look: Lookup): string {
  const words = clip(look.text(consultation?.why), 40).replace(/[。.]+$/u, '')
  return words && `;${words}`
}

/** The answer to 会商结论. */
export function concluded(c: Case, { by, changed }: Said, look: Lookup): Sentence {
  if (!changed) return [`#${c.no} 会商结论本来就记了。措施做完了回「${c.no} 整改完」。`]
  const until = c.concluded?.until === undefined ? '' : `,措施${dayClock(c.concluded.until, look.now)}前`
  const told = (c.concluded?.members ?? []).filter((one) => isTold(one, by, look))
  return [
    `#${c.no} 已记会商结论${until}${told.length ? `,已告知${namesOf(told)}` : ''}。再回访仍未解决的,请负责人定结果,不再重办。`,
  ]
}

/** A conclusion without measures, who or by when is asked for them once; it may stand as it is. */
export function concludeLacks(no: CaseNo, lacks: readonly string[], code: string): Sentence {
  return [
    `#${no} 会商结论还差${lacks.join('、')}。请补全再说一遍,例:「会商结论 ${no} 加高烟道,执法一队督促,12月5日前」;就这样记请回「确认 ${code}」。`,
  ]
}

/** Those who were there read what came of it. */
export function concludedForYou(c: Case, look: Lookup): Sentence {
  return [`${briefly(c, look)} 会商结论:${clip(look.text(c.concluded?.text), 80)}。现况回「${c.no}」。`]
}

/** For the page of a case: a consultation to come, or what the last one came to; '' when there was none. */
export function consultLine(c: Case, look: Lookup): string {
  if (!['claimed', 'handled'].includes(c.state)) return ''
  const nuisance = isCompliantNuisance(c) ? '达标扰民;' : ''
  if (c.consultation)
    return `${nuisance}会商 ${monthDayClock(c.consultation.at)}:${namesOf(c.consultation.members)}${aboutIt(c, look)}`
  if (!c.concluded) return nuisance.slice(0, -1)
  const said = look.text(c.concluded.text)
  // The words themselves say by when, unless they are cut.
  const until =
    c.concluded.until === undefined || clip(said, 40) === said ? '' : `,${monthDayClock(c.concluded.until)}前`
  return `${nuisance}会商结论:${clip(said, 40)}${until}`
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
