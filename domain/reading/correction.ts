import { fieldOf } from './labels.ts'
import { normalise } from './normal.ts'
import { findPersonal } from './personal.ts'
import { findDigits } from './phone.ts'
import { readSlip } from './slip.ts'

/** What of a case can be corrected by word. */
export type Correctable =
  | 'place'
  | 'content'
  | 'name'
  | 'phone'
  | 'externalNo'
  | 'deadline'
  | 'category'
  | 'street'
  | 'subject'
  | 'basis'

/** What shall be corrected, and to what. */
export interface Correction {
  what: Correctable
  to: string
}

const FIELDS: Partial<Record<NonNullable<ReturnType<typeof fieldOf>>, Correctable>> = {
  address: 'place',
  content: 'content',
  name: 'name',
  phone: 'phone',
  otherPhone: 'phone',
  externalNo: 'externalNo',
  deadline: 'deadline',
  kind: 'category',
  street: 'street',
  subject: 'subject',
}
/** What people say beside the labels of an order. */
const ALSO: Record<string, Correctable> = {
  口径: 'basis',
  对象: 'subject',
  名字: 'name',
  属地: 'street',
  期限: 'deadline',
  到期: 'deadline',
  工单尾号: 'externalNo',
}
const LONGEST_LABEL = 8
const WRONG = '(?:有?错误?了?|有误|不对了?|[写打登记报录]错了?|弄错了?)'
const INSTEAD = '(?:应该|应当|应|其实|实际|正确的?)?(?:(?:更正|修改|改|换)(?:成|为|到|是)?|是|为|叫)?'
const BEHIND_LABEL = new RegExp(
  `^(?:的?号码?)?(?:${WRONG})?[\\s,，:：]*(?:${INSTEAD})[\\s:：]*(?<to>[\\s\\S]+?)[\\s。.!！]*$`,
  'u',
)
const PHONE = /^[\d\s\-+转().,，()]{7,24}$/

/**
 * What 「电话 138…」, 「诉求人错了,是李女士」, 「时限改为12月2日」 corrects, and to what. A phone alone is the phone. Undefined when the
 * words name nothing that can be corrected.
 */
export function readCorrection(source: string): Correction | undefined {
  const text = normalise(source).text.trim()
  if (PHONE.test(text) && phoneIn(text) !== undefined) return { what: 'phone', to: text }
  const label = labelOf(text)
  if (!label) return undefined
  const said = text.slice(label.length)
  const to = BEHIND_LABEL.exec(said)?.groups?.to?.trim()
  if (!to) return undefined
  // 「电话是138…不是139…」
  const slip = readSlip(said.replace(/^[\s:：]+/, ''))
  return { what: label.what, to: slip?.is ?? to }
}

/** The phone a text names, as digits; the last one where the wrong one stands before it. */
export function phoneIn(text: string): string | undefined {
  return findDigits(normalise(text).text).findLast(({ kind }) => kind !== 'id')?.value
}

/** The rest of a complainant that is told along with their name or phone: 「13800001234 住601」, 「李女士 电话138…」. */
export function toldAlong(source: string): { name?: string; phone?: string; flat?: string } {
  const text = normalise(source).text
  const found = findPersonal(text)
  const pieces = text.split(/[\s,，;；、]+/u)
  const name = pieces[0] === undefined ? undefined : personIn(pieces[0])
  const phone = phoneIn(text)
  const flat = found.findLast(({ kind }) => kind === 'flat')?.value ?? HOME.exec(text)?.[1]
  return {
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(flat !== undefined && { flat }),
  }
}

// 「住601」
const HOME = /(?<=^|[\s,，;；、]|家)(?:家?住在?|住址|门牌号?)(?:是|为|[:：])?\s*(\d{3,4}(?:室|号|户)?)(?![\d号楼院弄])/u

/** A complainant as an order calls one: 「李女士」, 「李某」, 「李小红」. Undefined when the words are no name. */
export function personIn(text: string): string | undefined {
  const name = /^(?:姓名?)?\s*(\p{Script=Han}{1,4}(?:·\p{Script=Han}{1,6})?)$/u.exec(text.trim())?.[1]
  return name === undefined || /^(?:业主|居民|住户|租户|商户|群众|市民|物业|老人|同一|一个|别人)/u.test(name)
    ? undefined
    : name
}

function labelOf(text: string): { what: Correctable; length: number } | undefined {
  for (let length = Math.min(LONGEST_LABEL, text.length); length >= 2; length--) {
    const word = text.slice(0, length)
    const field = fieldOf(word)
    const what = ALSO[word] ?? (field && FIELDS[field])
    if (what !== undefined && !/[\s:：]$/.test(word)) return { what, length }
  }
  return undefined
}
