import type { Complaint } from './complaint.ts'
import { isQuestion, isTalk } from './talk.ts'

/**
 * What is told to the bot of a place and is no clear pollution: whether it is a report all the same. A place alone, a
 * plan or an opinion is none (「我下周去方庄检查」, 「不是方庄的」); a compound or a house with something wrong at it is
 * (「西罗园南里果园停车位被占了谁管」): what is not ours is registered too (domain.md section 6).
 */
export function isTrouble(words: string, complaints: readonly Complaint[]): boolean {
  if (isQuestion(words) || isTalk(words) || OURS.test(words)) return false
  const located = complaints.some(({ community, address }) => community !== undefined || address !== undefined)
  return located && (TROUBLE.test(words) || complaints.some(({ category }) => category !== 'other'))
}

/** Said of our own work on it. */
const OURS =
  /不归|不是|打回|驳回|退回|盯|督办|那个?件|这个?件|[我咱](?:们)?[^,\uff0c。]{0,8}(?:去|到|在)[^,\uff0c。]{0,14}(?:检查|巡查|查看|开会|现场)/u
const TROUBLE =
  /被(?:占|堵|砸|偷|挡|拆|埋|淹)|占(?:道|用|了|压)|违建|违章|私搭|没有?人(?:管|清|修|扫|理)|不管|谁管|(?:居民|市民|群众|业主|住户|有人)[^,\uff0c。]{0,4}(?:反映|投诉|举报)|(?:乱|私自?)(?:停|堆|放|扔|倒|搭|拉)|堆(?:物|放|满|着)|堵(?:了|着|住|塞|路|门)|坏了|漏水|停[水电]|断电|积水|不亮|脏|破损|塌|受不了|扰民|黑车|群租|飞线|遛狗|养(?:鸡|鸽|狗)|影响|摆摊|无照|蟑螂|老鼠|蚊/u
