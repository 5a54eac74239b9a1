import type { Complaint } from './complaint.ts'
import type { Order } from './order.ts'
import type { Place } from './place.ts'
import { readDeadline, readGrade, readInstant, readOccurred } from './when.ts'

/** What a complaint keeps of a place; fields the text left open are absent. */
export function placed(place: Place): Pick<Complaint, 'street' | 'community' | 'address' | 'flat'> {
  const { street, community, address, flat } = place
  return {
    ...(street && { street }),
    ...(community && { community }),
    ...(address && { address }),
    ...(flat && { flat }),
  }
}

/** Deadline, grade, receipt and time of the nuisance from an order’s fields. */
export function when(complaint: Complaint, { fields }: Order, now: number): void {
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

/** Notes what is missing (place, problem) once everything else was read; a community alone is an address. Fills the complaint. */
export function finish(complaint: Complaint, place: Place, problem: string): void {
  if (!complaint.address && !complaint.community) complaint.missing.push('place')
  if ((problem.match(/[\u4e00-\u9fff]/gu) ?? []).length < 2) complaint.missing.push('problem')
  if (complaint.address === undefined && place.community && !complaint.address) complaint.address = place.community
}

const NUMBER =
  /(?:工单|单号|编号|案件|受理)[^\dA-Za-z\n]{0,6}([A-Za-z]{0,4}-?\d{6,24}(?:-\d{1,6})?)|(?<![\dA-Za-z])([A-Za-z]{2,4}-?\d{8,24}(?:-\d{1,6})?|20\d{10,20})(?!\d)/u

/** The platform’s number in running text. */
export function numberIn(text: string): string | undefined {
  const match = NUMBER.exec(text)
  return match?.[1] ?? match?.[2]
}
