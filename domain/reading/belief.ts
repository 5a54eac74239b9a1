import type { Mention } from './gazetteer.ts'

const LEFT_OPEN =
  /[\s\d,\uff0c。;\uff1b:\uff1a、!\uff01?\uff1f()\uff08\uff09【】[\]\-#@"“”'…·~]|[在到住位于是的区镇道乡办就和与跟有报这河路街桥]/u
const RIGHT_PLACE =
  /^(?:小区|社区|[东西南北][边侧面门口头区里]|这边|那边|附近|门口|对面|周边|一带|路口|河|段|[甲乙]?\d{1,3}号|[一二三四五六七八九十\d]{1,2}[区里]|市场|工地|家园|的)/u
/** After a short name these make a road, a bridge or an institution of it, which may stand elsewhere. */
const BORROWED =
  /^(?:[东西南北中]{1,2}?(?:路(?![边旁上面灯中])|大街|街|里(?!面))|路(?![边旁上面灯中])|大街|街(?!道)|桥|站|地铁|立交|公园|机场|医院|小学|中学|派出所|法院|大桥|火车站)/u

/** «彩虹城三区»: a number follows that the gazetteer does not know. */
export function nextOrdinal(text: string, mention: Mention): boolean {
  return /^[一二三四五六七八九十\d]{1,2}[区里期]/u.test(text.slice(mention.end, mention.end + 4))
}

/** Short and common names count only beside something that says place, or inside the street already known. */
export function believable(text: string, mention: Mention, near: { inStreet: boolean; adjacent: boolean }): boolean {
  const { entry } = mention
  if (!entry.full && borrowed(text, mention)) return false
  if (entry.road && !entry.full) return near.inStreet
  if (!entry.weak) return true
  const before = text[mention.start - 1]
  const open = before === undefined || near.adjacent || LEFT_OPEN.test(before)
  if (near.adjacent && near.inStreet) return true
  if (!open) return false
  return (
    near.inStreet ||
    (entry.full && (entry.spelling.length > 2 || !/[\u4e00-\u9fff]/u.test(before ?? ''))) ||
    RIGHT_PLACE.test(text.slice(mention.end, mention.end + 5))
  )
}

/** A street's two-letter short name inside a word («权利和义务») is no street. */
export function standsAlone(text: string, mention: Mention, next: Mention | undefined): boolean {
  if (mention.entry.spelling.length > 2 || next?.start === mention.end) return true
  const before = text[mention.start - 1]
  const after = text.slice(mention.end, mention.end + 5)
  if (/^(?:务|无反顾|气)/u.test(after)) return false
  return before === undefined || LEFT_OPEN.test(before) || /[映诉报来去给转]/u.test(before) || RIGHT_PLACE.test(after)
}

/** A name that goes on as that of a road, a bridge or an institution: «方庄路», «方庄派出所» may stand elsewhere. */
export function borrowed(text: string, mention: Mention): boolean {
  if (mention.entry.fullStreet || mention.entry.road) return false
  return BORROWED.test(text.slice(mention.end, mention.end + 5))
}
