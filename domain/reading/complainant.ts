import type { Complaint } from './complaint.ts'
import type { Order } from './order.ts'
import { findDigits } from './phone.ts'

/** The complainant of an order: name and phones from their own fields, else the only phone that stands anywhere. Fills the complaint. */
export function who(complaint: Complaint, { fields, morePhones }: Order): void {
  const phones = [fields.phone, fields.name, fields.otherPhone, ...morePhones].flatMap((cell) =>
    cell ? phonesIn(cell) : [],
  )
  pair(complaint, [...new Set(phones)])
  if (!complaint.phone)
    pair(
      complaint,
      alone([fields.address, fields.content, fields.title, fields.community].flatMap((c) => phonesIn(c ?? ''))),
    )
  const name = nameIn(fields.name ?? '') ?? nameIn(fields.phone ?? '')
  if (name) complaint.name = name
  if (Object.values(fields).some((cell) => findDigits(cell).some((d) => d.kind === 'id')))
    complaint.notes.push({ kind: 'identity-number' })
}

/** Mobile before landline; the others are kept beside it. */
export function pair(complaint: Complaint, phones: string[]): void {
  const phone = phones.find((p) => /^1[3-9]\d{9}$/u.test(p)) ?? phones[0]
  if (!phone) return
  complaint.phone = phone
  const rest = phones.filter((p) => p !== phone)
  if (rest.length > 0) complaint.altPhones = rest
}

/** Every phone in a text as digits, identity numbers left out. */
export function phonesIn(text: string): string[] {
  return findDigits(text)
    .filter((d) => d.kind !== 'id')
    .map((d) => d.value)
}

/** The name in a name field, without the phone beside it. */
function nameIn(cell: string): string | undefined {
  if (/^\s*(?:保密|不详|未知|无|暂无|未留|不便.{0,6}|\/|-+)/u.test(cell)) return undefined
  const words = cell
    .replace(/[(\uff08][^()\uff08\uff09]*[)\uff09]/gu, ' ')
    .replace(/(?:联系)?(?:电话|手机)(?:号码?)?[:\uff1a]?|[\d\-+转*]+/gu, ' ')
  return /[\u4e00-\u9fff·]{1,6}[xX×*]{0,2}/u.exec(words)?.[0]
}

/** A phone in another field is the complainant's only if it is the only one. */
function alone(phones: string[]): string[] {
  const different = [...new Set(phones)]
  return different.length === 1 ? different : []
}
