import { readCategory } from './category.ts'
import { readChannel, readSecrecy, readUrgency } from './circumstances.ts'
import { pair, phonesIn } from './complainant.ts'
import type { Complaint, Read, ReadingAt } from './complaint.ts'
import { finish, numberIn, placed, when } from './complaint-parts.ts'
import { readCoordinated } from './coordinated.ts'
import type { Order } from './order.ts'
import { findPersonal } from './personal.ts'
import { findDigits } from './phone.ts'
import { hintOf, readPlace } from './place.ts'
import { splitCases } from './split.ts'
import { readOccurred } from './when.ts'

/** Free text: one case, or several where it clearly names several. */
export function fromSentences(text: string, at: ReadingAt): Read[] {
  const parts = splitCases(text)
  if (parts.length < 2) return apart(fromText(text, at), text)
  const readings = parts.map((part) => fromText(part, at)).filter((r, i) => i === 0 || r.weight > 0 || r.place)
  if (readings.length < 2) return apart(fromText(text, at), text)
  const phones = [...new Set(phonesIn(text))]
  const paired = readings.filter((r) => r.complaint.phone !== undefined).length
  if (phones.length > 0 && !everyPartHasItsOwn(parts, readings)) unpair(readings, phones.length, paired)
  inherit(readings)
  if (/都(?:在|是在)/u.test(text)) shareAddress(readings)
  return readings
}

// «夜市油烟+音响扰民»: place, time and complainant are the same.
function apart(read: Read, text: string): Read[] {
  const both = readCoordinated(text, read.complaint.category)
  if (!both) return [read]
  const notes = read.complaint.notes.filter(({ kind }) => kind !== 'also')
  const { subject, industry } = readCategory(both.words)
  const venue = read.complaint.subject
  const second: Complaint = {
    ...read.complaint,
    category: both.second,
    industry: industry === '其他' ? read.complaint.industry : industry,
    notes: [],
    missing: [...read.complaint.missing],
    ...(subject !== undefined && { subject: venue && venue !== subject ? `${venue}${subject}` : subject }),
  }
  return [
    { ...read, complaint: { ...read.complaint, category: both.first, notes } },
    { ...read, complaint: second },
  ]
}

const CHATTER =
  /^(?:\s*@[^\s\u2005]+[\s\u2005]+)+|^\s*(?:喂|您好|你好|领导好?|各位领导|那个|请问|上报|报)[,\uff0c:\uff1a\s]+/u

/** One complaint in free text. */
export function fromText(text: string, at: ReadingAt): Read {
  const labels: Order = { fields: findFields(text), morePhones: [] }
  const place = readPlace(text, hintOf(at))
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
  const called = complaint.phone !== undefined || /诉求人|来电人|反映人|投诉人|联系人|举报人/u.test(text)
  const name = called ? findPersonal(text).find((p) => p.kind === 'name')?.value : undefined
  if (name) complaint.name = name
  when(complaint, labels, at.now)
  const occurred = readOccurred(content, at.now)
  if (occurred) complaint.occurred = occurred
  finish(complaint, place, complaint.address ? content.replace(complaint.address, '') : content)
  if (about.also) complaint.notes.push({ kind: 'also', category: about.also })
  return { complaint, weight: about.weight, place: place.named }
}

function findFields(text: string): Order['fields'] {
  const due =
    /(?:处理|办理|反馈|办结|回复)?(?:时限|截止(?:时间|日期)?)[:\uff1a为是到\s]*([^\n,\uff0c。;\uff1b]{2,24})/u.exec(
      text,
    )?.[1] ??
    /(?:要求|请|需|限)?(?:在|于)?\s*((?:\d{1,2}|[一二两三五七十]{1,2})(?:天|日|小时|个工作日)(?:之?内))(?:办结|反馈|回复|处理|办理|答复)/u.exec(
      text,
    )?.[1]
  return due ? { deadline: due } : {}
}

function contentOf(text: string): string {
  return text.replace(CHATTER, '').replace(CHATTER, '').trim()
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

/** «…还有…都在四合欣园1号楼»: what is said last holds for all of the same community. */
function shareAddress(readings: Read[]): void {
  const last = readings.at(-1)?.complaint
  for (const { complaint } of readings) {
    if (last?.address && complaint.community === last.community) complaint.address = last.address
  }
}
