import type { Channel } from '../cases/channel.ts'
import { type CategoryId, categoryName, type Industry, readCategory } from './category.ts'
import { isNotice, readChannel, readSecrecy, readUrgency } from './circumstances.ts'
import { readList } from './list.ts'
import { normalise } from './normal.ts'
import type { Note } from './note.ts'
import { buildingsInDigits } from './numerals.ts'
import { type Order, readOrder } from './order.ts'
import { findPersonal } from './personal.ts'
import { findDigits } from './phone.ts'
import { type Place, readPlace } from './place.ts'
import { splitCases } from './split.ts'
import { shopAtEnd } from './subject.ts'
import { readDeadline, readGrade, readInstant, readOccurred } from './when.ts'

export { categoryName }

export interface Complaint {
  street?: string
  community?: string
  /** Compound and building, never the door. */
  address?: string
  /** The door-level part: personal. */
  flat?: string
  /** Whom or what it is about; a private person is 某住户. */
  subject?: string
  /** The problem in the complainant's words, unmasked: personal data may stand in it. */
  content: string
  category: CategoryId
  industry: Industry
  externalNo?: string
  channel?: Channel
  /** The complainant: personal. */
  name?: string
  /** Digits; a landline with 010 in front. */
  phone?: string
  altPhones?: string[]
  /** Milliseconds since the epoch. */
  deadline?: number
  receivedAt?: number
  occurred?: string
  /** When the order states a span or a level. */
  grade?: '2h' | '24h' | '7d' | '15d'
  confidential: boolean
  urgent: boolean
  missing: ('place' | 'problem')[]
  notes: Note[]
}

export interface ComplaintReading {
  /** Two or more known labels, or rows of a spreadsheet. */
  structured: boolean
  complaints: Complaint[]
  /** The text names a pollution problem. */
  pollution: boolean
  /** The text itself names a place of the district. */
  place: boolean
}

export interface ReadingAt {
  now: number
  /** The street of the room: a hint where the text names none. */
  street?: string
}

/** Longer texts are not read to their end (domain.md section 7). */
const LONGEST = 20_000
const MOST_CASES = 200
const POLLUTION = 4

/**
 * The complaints in a message, in order: structured orders in every layout, spreadsheet rows, numbered lists, several
 * cases in a sentence, free text. Never throws. A phone is paired with a case only where the text leaves no doubt.
 */
export function readComplaints(source: string, at: ReadingAt): ComplaintReading {
  const { text: plain, notes } = normalise(source.slice(0, LONGEST))
  const text = buildingsInDigits(plain)
  const order = readOrder(text)
  const list = readList(text)
  const notice = isNotice(text)
  if (order.structured && !(list && labelsInside(list.items))) {
    const read = order.orders.slice(0, MOST_CASES).map((o) => fromOrder(o, order.preamble, at))
    const meant = order.official || (!notice && read.some((r) => r.weight >= POLLUTION || r.place))
    if (meant) return whole(read, notes, true)
  }
  if (list) {
    const readings = list.items.slice(0, MOST_CASES).map((item) => fromItem(item, list.preamble, at))
    const cases = readings.filter(
      (r) => r.complaint.missing.length < 2 && (r.place || r.weight >= POLLUTION || order.structured),
    )
    if (cases.length >= 2) return whole(cases, notes, order.structured)
  }
  const reading = whole(fromSentences(text, at), notes, false)
  return notice ? { ...reading, pollution: false } : reading
}

interface Read {
  complaint: Complaint
  weight: number
  place: boolean
}

function whole(readings: Read[], notes: Note[], structured: boolean): ComplaintReading {
  const [first] = readings
  if (first) first.complaint.notes.unshift(...notes)
  return {
    structured,
    complaints: readings.map((r) => r.complaint),
    pollution: readings.some((r) => r.weight >= POLLUTION),
    place: readings.some((r) => r.place),
  }
}

/** Numbered orders carry their labels inside the items; a numbered list inside one order's content does not. */
function labelsInside(items: string[]): boolean {
  return items.filter((item) => readOrder(item).structured).length >= 2
}

function fromItem(item: string, preamble: string, at: ReadingAt): Read {
  const order = readOrder(item)
  const [only] = order.orders
  if (order.structured && only) return fromOrder(only, order.preamble, at)
  const street = readPlace(preamble).street ?? at.street
  const read = fromText(item, { now: at.now, ...(street !== undefined && { street }) })
  const channel = read.complaint.channel ?? readChannel(preamble)
  if (channel) read.complaint.channel = channel
  return read
}

function fromOrder(order: Order, preamble: string, at: ReadingAt): Read {
  const { fields } = order
  const content = fields.content ?? fields.title ?? ''
  const problem = [fields.title, content].filter(Boolean).join(' ')
  const place = placeOfOrder(order, preamble, at.street)
  const about = readCategory([problem, fields.subject, fields.address].filter(Boolean).join(' '))
  const judged = readCategory(problem)
  const chosen = judged.weight >= POLLUTION ? judged : about
  const all = `${preamble}\n${Object.values(fields).join('\n')}`
  const complaint: Complaint = {
    ...placed(place),
    content: content || fields.demand || '',
    category: chosen.category,
    industry:
      about.industry === '其他' ? chosen.industry : judged.industry === '其他' ? about.industry : judged.industry,
    confidential: readSecrecy(all, fields.secrecy),
    urgent: readUrgency(`${fields.urgency ?? ''} ${problem} ${preamble}`, fields.urgency),
    missing: [],
    notes: place.notes,
  }
  const shop = fields.subject || !complaint.address ? undefined : shopAtEnd(complaint.address)
  if (shop) complaint.address = shop.address
  const subject = shop?.subject ?? subjectOf(fields.subject, chosen.subject ?? about.subject)
  if (subject) complaint.subject = subject
  const number = /[A-Za-z0-9][A-Za-z0-9\-_/〔〕[\]]{1,40}|\d+/u.exec(fields.externalNo ?? '')?.[0] ?? numberIn(preamble)
  if (number) complaint.externalNo = number
  const channel =
    readChannel(`${fields.channel ?? ''} ${preamble}`) ??
    readChannel(content) ??
    (fields.externalNo?.match(/\d{12,}/u) ? '12345' : undefined)
  if (channel) complaint.channel = channel
  who(complaint, order)
  when(complaint, order, at.now)
  finish(complaint, place, problem)
  if (chosen.also) complaint.notes.push({ kind: 'also', category: chosen.also })
  return { complaint, weight: chosen.weight, place: place.named }
}

function placeOfOrder({ fields }: Order, preamble: string, room: string | undefined): Place {
  const said = fields.street ? readPlace(fields.street).street : undefined
  const context = said ?? readPlace(preamble).street ?? room
  const hint = context === undefined ? {} : { street: context }
  const place = fields.address
    ? readPlace(fields.address, { ...hint, whole: true })
    : readPlace(fields.content ?? '', hint)
  const community = fields.community ? readPlace(fields.community, hint) : undefined
  if (community?.community) {
    place.community = community.community
    if (community.street) place.street = community.street
    place.notes = place.notes.filter((n) => n.kind !== 'ambiguous-place')
    place.named = true
  } else if (fields.address && !place.community) widen(place, readPlace(fields.content ?? '', hint))
  if (said && fields.street) {
    place.named = true
    if (place.street !== said) stated(place, fields.street, said)
  }
  return place
}

/** What the address leaves open the content may tell, if it does not contradict it. */
function widen(place: Place, told: Place): void {
  if (!told.community || (place.named && told.street !== place.street)) return
  place.community = told.community
  if (told.street) place.street = told.street
  place.named = true
}

/** The order's own street column against what its address says: the community decides, else the column. */
function stated(place: Place, words: string, said: string): void {
  if (place.community && place.street)
    place.notes.push({ kind: 'street-conflict', said: words, street: place.street, community: place.community })
  else place.street = said
}

function subjectOf(stated: string | undefined, read: string | undefined): string | undefined {
  const words = stated?.split(/[\n,\uff0c;\uff1b。]/u)[0]?.trim()
  if (!words || /^(?:无|不详|未知|不明|暂无|\/|-+)$/u.test(words)) return read
  if (
    /邻居|楼上|住户|业主|居民|某人|个人|\d{3,4}室/u.test(words) ||
    findPersonal(words).some((p) => p.kind === 'name' || p.kind === 'flat')
  )
    return '某住户'
  return words.slice(0, 40)
}

function who(complaint: Complaint, { fields, morePhones }: Order): void {
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

function phonesIn(text: string): string[] {
  return findDigits(text)
    .filter((d) => d.kind !== 'id')
    .map((d) => d.value)
}

/** Mobile before landline; the others are kept beside it. */
function pair(complaint: Complaint, phones: string[]): void {
  const phone = phones.find((p) => /^1[3-9]\d{9}$/u.test(p)) ?? phones[0]
  if (!phone) return
  complaint.phone = phone
  const rest = phones.filter((p) => p !== phone)
  if (rest.length > 0) complaint.altPhones = rest
}

function when(complaint: Complaint, { fields }: Order, now: number): void {
  const received = fields.receivedAt ? readInstant(fields.receivedAt, now) : undefined
  if (received !== undefined) complaint.receivedAt = received
  const due = fields.deadline ? readDeadline(fields.deadline, now) : undefined
  if (due) complaint.deadline = due.at
  if (due?.derived && fields.deadline) complaint.notes.push({ kind: 'deadline-derived', from: fields.deadline })
  const grade = readGrade(fields.deadline ?? '') ?? readGrade(fields.urgency ?? '')
  if (grade) complaint.grade = grade
  const occurred = readOccurred(fields.occurred ?? fields.content ?? '', now)
  if (occurred) complaint.occurred = occurred
}

function placed(place: Place): Pick<Complaint, 'street' | 'community' | 'address' | 'flat'> {
  const { street, community, address, flat } = place
  return {
    ...(street && { street }),
    ...(community && { community }),
    ...(address && { address }),
    ...(flat && { flat }),
  }
}

function finish(complaint: Complaint, place: Place, problem: string): void {
  if (!complaint.address && !complaint.community) complaint.missing.push('place')
  if ((problem.match(/[\u4e00-\u9fff]/gu) ?? []).length < 2) complaint.missing.push('problem')
  if (complaint.address === undefined && place.community && !complaint.address) complaint.address = place.community
}

/** Free text: one case, or several where it clearly names several. */
function fromSentences(text: string, at: ReadingAt): Read[] {
  const parts = splitCases(text)
  const readings = parts.map((part) => fromText(part, at)).filter((r, i) => i === 0 || r.weight > 0 || r.place)
  if (readings.length < 2) return [fromText(text, at)]
  const phones = [...new Set(phonesIn(text))]
  const paired = readings.filter((r) => r.complaint.phone !== undefined).length
  if (phones.length > 0 && !everyPartHasItsOwn(parts, readings)) unpair(readings, phones.length, paired)
  inherit(readings)
  if (/都(?:在|是在)/u.test(text)) shareAddress(readings)
  return readings
}

/** One phone in every part and none left over: then each belongs to its own part. */
function everyPartHasItsOwn(parts: string[], readings: Read[]): boolean {
  return (
    parts.length === readings.length &&
    parts.every((part) => phonesIn(part).length <= 1) &&
    parts.filter((p) => phonesIn(p).length === 1).length === parts.length
  )
}

function unpair(readings: Read[], count: number, paired: number): void {
  for (const { complaint } of readings) {
    delete complaint.phone
    delete complaint.altPhones
    delete complaint.name
  }
  if (count > 0 || paired > 0) readings[0]?.complaint.notes.push({ kind: 'ambiguous-phone', count })
}

/** «…还有…都在四合欣园1号楼»: what is said last holds for all of the same community. */
function shareAddress(readings: Read[]): void {
  const last = readings.at(-1)?.complaint
  for (const { complaint } of readings) {
    if (last?.address && complaint.community === last.community) complaint.address = last.address
  }
}

/** «还有隔壁打印店»: place and kind of nuisance are those of the case before. */
function inherit(readings: Read[]): void {
  for (let i = 1; i < readings.length; i++) {
    const read = readings[i] as Read
    const before = readings[i - 1] as Read
    if (!read.place) {
      Object.assign(read.complaint, placed({ ...before.complaint, named: true, notes: [] }))
      read.complaint.missing = read.complaint.missing.filter((m) => m !== 'place')
    }
    if (read.weight > 0) continue
    read.complaint.category = before.complaint.category
    if (read.complaint.industry === '其他') read.complaint.industry = before.complaint.industry
  }
}

const CHATTER =
  /^(?:\s*@[^\s\u2005]+[\s\u2005]+)+|^\s*(?:喂|您好|你好|领导好?|各位领导|那个|请问|上报|报)[,\uff0c:\uff1a\s]+/u

function fromText(text: string, at: ReadingAt): Read {
  const order = readOrder(text)
  const labels: Order = { fields: findFields(text, order), morePhones: [] }
  const place = readPlace(text, at.street === undefined ? {} : { street: at.street })
  const content = contentOf(text)
  const about = readCategory(content)
  const complaint: Complaint = {
    ...placed(place),
    content,
    category: about.category,
    industry: about.industry,
    confidential: readSecrecy(text, undefined),
    urgent: readUrgency(text, undefined),
    missing: [],
    notes: place.notes,
  }
  if (about.subject) complaint.subject = about.subject
  const number = numberIn(text)
  if (number) complaint.externalNo = number
  const channel = readChannel(text)
  if (channel) complaint.channel = channel
  const digits = findDigits(text)
  if (digits.some((d) => d.kind === 'id')) complaint.notes.push({ kind: 'identity-number' })
  pair(complaint, [...new Set(phonesIn(text))])
  const name = findPersonal(text).find((p) => p.kind === 'name')?.value
  if (name && (complaint.phone || /诉求人|来电人|反映人|投诉人|联系人|举报人/u.test(text))) complaint.name = name
  when(complaint, labels, at.now)
  const occurred = readOccurred(content, at.now)
  if (occurred) complaint.occurred = occurred
  finish(complaint, place, complaint.address ? content.replace(complaint.address, '') : content)
  if (about.also) complaint.notes.push({ kind: 'also', category: about.also })
  return { complaint, weight: about.weight, place: place.named }
}

function findFields(text: string, _order: unknown): Order['fields'] {
  const due =
    /(?:处理|办理|反馈|办结|回复)?(?:时限|截止(?:时间|日期)?)[:\uff1a为是到\s]*([^\n,\uff0c。;\uff1b]{2,24})/u.exec(
      text,
    )?.[1]
  return due ? { deadline: due } : {}
}

function contentOf(text: string): string {
  return text.replace(CHATTER, '').replace(CHATTER, '').trim()
}

const NUMBER =
  /(?:工单|单号|编号|案件|受理)[^\dA-Za-z\n]{0,6}([A-Za-z]{0,4}-?\d{6,24}(?:-\d{1,6})?)|(?<![\dA-Za-z])([A-Za-z]{2,4}-?\d{8,24}(?:-\d{1,6})?|20\d{10,20})(?!\d)/u

function numberIn(text: string): string | undefined {
  const match = NUMBER.exec(text)
  return match?.[1] ?? match?.[2]
}
